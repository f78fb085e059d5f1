"""The way from data to site: check, generate, build, check what was built, then put in place."""

from __future__ import annotations

import datetime
import functools
import gc
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from lawbook import export, pages, search, word
from lawbook.base import output
from lawbook.base.dates import BEIJING_TIME
from lawbook.base.problem import ProblemsFound
from lawbook.checks.across import checked
from lawbook.desk.folder import examples
from lawbook.export import feed
from lawbook.forms.answers import read_answers
from lawbook.library.library import Library
from lawbook.library.page import Page
from lawbook.pages import case_view
from lawbook.site import (
    form_pages,
    guidepost,
    policy,
    redirects,
    single_file_form,
    testparts,
)
from lawbook.word.pdf import pdf

# Whatever may change the site; caches and outputs are not among it.
INPUTS = (
    *("data", "content", "templates", "scripts", "mkdocs.yml", "requirements.lock"),
    "package-lock.json",  # another version of an npm part is another script of the form pages
)


def today() -> datetime.date:
    """The day of the build: SOURCE_DATE_EPOCH if set, else today in China."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.datetime.fromtimestamp(int(epoch), BEIJING_TIME).date()
    return datetime.datetime.now(BEIJING_TIME).date()


def check(root: Path) -> Library:
    """Return the library if all checks pass and every hand-written page cites what exists.

    Raises ProblemsFound with every fault of the data, or else of the pages.
    """
    library = checked(root)
    search.check(library, pages.check(library, built=today(), names=_word_names(library)))
    return library


def _word_names(library: Library) -> Iterator[str]:
    yield from (f"{key}-blank.docx" for key in library.forms)
    yield from (f"{name}.docx" for name in library.examples)


def word_files(library: Library) -> Iterator[tuple[str, bytes]]:
    """File name and bytes of each form: blank, and filled with each of its examples."""
    for form in library.forms.values():
        yield f"{form.key}-blank.docx", word.blank(form)
    for name, file in library.examples.items():
        form = library.form_of_example(name)
        yield f"{name}.docx", word.fill(form, read_answers(form, file))


def case_files(library: Library) -> Iterator[tuple[str, bytes]]:
    """Return file name and bytes of each paper of the fictional cases."""
    for case in examples(library):
        for number, entry in enumerate(case.entries):
            if entry.answers:
                answers = replace(entry.answers, mark=case.mark)
                form = library.forms[entry.act.key]
                yield case_view.file_name(case, number, entry), word.fill(form, answers)


def generate(root: Path, folder: Path | None = None) -> Library:
    """Check the data and write ``build/pages``, or another folder.

    Files that did not change are not touched.
    """
    library = checked(root)
    with ThreadPoolExecutor(1) as beside:  # esbuild is a program of its own
        joined = beside.submit(single_file_form.join, library)
        files = dict(word_files(library)) | dict(case_files(library))
        files |= pdfs(root / "build" / "pdf", files)
        folder = folder or root / "build" / "pages"
        data = export.exports(library) | form_pages.scripts(library)
        also = functools.partial(_beside, library, data, joined)
        pages.generate(library, folder, pages.Beside(files, data, also), built=today())
    return library


def _beside(
    library: Library,
    data: Mapping[str, bytes],
    joined: Future[single_file_form.Joined],
    made: tuple[Page, ...],
) -> dict[str, str]:
    """What is made from the finished pages: search, forms that stand alone, feed, lists."""
    base = address()
    feeds = {feed.NAME: feed.feed(library, base)}
    lists = guidepost.files(made, data, base)
    old = redirects.files(library.root, base)
    return {
        **search.files(library, made),
        **single_file_form.files(library, data, joined.result()),
        **feeds,
        **lists,
        **old,
    }


def address() -> str:
    """Where the site will stand (SITE_URL), with a slash at its end; empty when unknown."""
    named = os.environ.get("SITE_URL", "").strip()
    return f"{named.rstrip('/')}/" if named else ""


def pdfs(folder: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return a PDF of each blank if LibreOffice is there; made once for the same bytes."""
    if testparts.office() is None:
        return {}
    blanks = {name: data for name, data in files.items() if name.endswith("-blank.docx")}
    whole = hashlib.sha256(b"".join(hashlib.sha256(data).digest() for data in blanks.values()))
    cache = folder / whole.hexdigest()[:16]
    wanted = [cache / Path(name).with_suffix(".pdf") for name in blanks]
    if not all(path.is_file() for path in wanted):
        # One start for all; what was converted before a file is seen in its bytes, so all again.
        with tempfile.TemporaryDirectory() as once:
            for name, data in blanks.items():
                Path(once, name).write_bytes(data)
            for made in pdf([Path(once, name) for name in blanks], Path(once)):
                output.write(cache / made.name, made.read_bytes())
    return {path.name: path.read_bytes() for path in wanted}


def site(root: Path) -> bool:
    """Build ``site/`` unless nothing changed; give whether anything was built.

    The old site stays in place until the new one is whole and its links are checked.
    """
    stamp = root / "build" / "site.stamp"
    wanted = fingerprint(root)
    if stamp.is_file() and stamp.read_text() == wanted and (root / "site/index.html").is_file():
        return False
    with _few_collections():
        fresh = _fresh(root)
    _swap(fresh, root / "site")
    output.write(stamp, wanted)
    return True


def _fresh(root: Path) -> Path:
    """The new site, whole and checked, where nobody reads it yet."""
    from lawbook.site.htmlsite import htmlsite
    from lawbook.site.sitecheck import sitecheck

    fresh = root / "build" / "site"
    generate(root)
    htmlsite(root, fresh)
    # Its head holds the day of the build; robots.txt names the plain one.
    (fresh / "sitemap.xml.gz").unlink(missing_ok=True)
    policy.apply(fresh)
    if problems := sitecheck(fresh):
        raise ProblemsFound(problems)
    return fresh


@contextmanager
def _few_collections() -> Iterator[None]:
    """Look for garbage in circles less often: a build makes much that stays, and little of it."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def fingerprint(root: Path) -> str:
    """A digest of all that the site is made from: inputs, the date, the site's address."""
    # With LibreOffice on the machine the site also offers PDFs.
    outside = (today(), os.environ.get("SITE_URL", ""), testparts.office() is not None)
    digest = hashlib.sha256(repr(outside).encode())
    for path in _inputs(root):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _inputs(root: Path) -> Iterator[Path]:
    for name in INPUTS:
        origin = root / name
        paths = [origin] if origin.is_file() else sorted(origin.rglob("*"))
        yield from (path for path in paths if path.is_file() and "__pycache__" not in path.parts)


def _swap(fresh: Path, target: Path) -> None:
    old = fresh.with_name("site.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)
