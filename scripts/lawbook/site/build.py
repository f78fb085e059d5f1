"""From data to site: check, generate, build, check the result, then put it in place."""

from __future__ import annotations

import datetime
import gc
import hashlib
import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from lawbook import pages, search
from lawbook.base import output
from lawbook.base.dates import BEIJING_TIME
from lawbook.base.problem import ProblemsFound
from lawbook.checks.across import check_data, checked
from lawbook.library.library import Library
from lawbook.library.loading import load_what_reads
from lawbook.library.page import Page
from lawbook.site import making, policy, testparts, versions, word_files
from lawbook.site.htmlsite import EVERY_PAGE, htmlsite

PAGES = "build/pages"
# Everything that may change the site; caches and outputs are not.
INPUTS = (
    *("data", "content", "templates", "scripts", "mkdocs.yml", "requirements.lock"),
    "package-lock.json",  # another version of an npm package changes the scripts of the form pages
)


def today() -> datetime.date:
    """Return the day of the build: SOURCE_DATE_EPOCH if set, else today in China."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.datetime.fromtimestamp(int(epoch), BEIJING_TIME).date()
    return datetime.datetime.now(BEIJING_TIME).date()


def check(root: Path) -> Library:
    """Return the library if all checks pass and hand-written pages cite only what exists.

    Raises ProblemsFound with every fault of the data, or else of the pages.
    """
    library = checked(root)
    search.check(library, pages.check(library, built=today(), names=_word_names(library)))
    return library


def _word_names(library: Library) -> Iterator[str]:
    yield from (f"{key}-blank.docx" for key in library.forms)
    yield from (f"{name}.docx" for name in library.examples)


def generate(root: Path, folder: Path | None = None) -> str:
    """Check the data and write ``build/pages``, or another folder; give the version of its files.

    Files that did not change are not touched.
    """
    with making.compiling(root):
        library = checked(root)
    downloads = word_files.offered(library)
    with making.meanwhile(library) as beside:
        first = making.first(library, today(), beside, downloads)
        others = making.others(library, first, beside)
    making.write(folder or root / PAGES, first.files() | others.files)
    return others.version


def site(root: Path) -> bool:
    """Build ``site/`` unless nothing changed; return whether it was built.

    The old site stays in place until the new one is complete and its links are checked.
    """
    stamp = root / "build" / "site.stamp"
    wanted = fingerprint(root)
    if stamp.is_file() and stamp.read_text() == wanted and (root / "site/index.html").is_file():
        return False
    with _no_collections():
        fresh = _fresh(root)
    _swap(fresh, root / "site")
    output.write(stamp, wanted)
    return True


def _fresh(root: Path) -> Path:
    """Return the new site, complete and checked, in a folder that is not served yet."""
    from lawbook.site import sitecheck
    from lawbook.site.beside import Beside

    fresh, sources = root / "build" / "site", root / PAGES
    sources.mkdir(parents=True, exist_ok=True)  # MkDocs checks it on start
    with Beside(partial(htmlsite, root, fresh)) as html, making.compiling(root):
        library, faults = load_what_reads(root)
        if faults:
            check_data(library, faults)
        with making.meanwhile(library) as beside:
            first = _first(library, beside, sources, html.tell)
            check_data(library)
            others = making.others(library, first, beside)
        written = html.words()
        next(written, None)  # from now on MkDocs deletes nothing
        names = itertools.chain(_put(fresh, others.files), _named(fresh, written, others.version))
        known = {name: sitecheck.read(fresh, fresh / name) for name in names}
        html.result()
    # Its head contains the day of the build; robots.txt names the uncompressed one.
    (fresh / "sitemap.xml.gz").unlink(missing_ok=True)
    versions.apply(fresh, others.version, known)
    policy.apply(fresh, known)
    if problems := sitecheck.sitecheck(fresh, known, others.version):
        raise ProblemsFound(problems)
    return fresh


def _put(fresh: Path, others: making.Files) -> Iterator[str]:
    """Write what MkDocs does not make; yield the name of each page that was given its policy."""
    for path, held in others.items():
        if path.endswith(".html") and isinstance(held, str):
            output.write(fresh / path, policy.ensured(held, path))
            yield path
        else:
            output.write(fresh / path, held)


def _named(fresh: Path, written: Iterator[object], version: str) -> Iterator[str]:
    """The pages that MkDocs has written, each once it names the version."""
    for name in map(str, written):
        versions.name_in(fresh, name, version)
        yield name


def _first(
    library: Library, beside: making.Meanwhile, sources: Path, tell: Callable[[object], None]
) -> making.First:
    """Return what MkDocs reads, announcing each page once made; the data's rules are checked last.

    Raises ProblemsFound; faults of the data take precedence over what they cause in the pages.
    """

    def ready(page: Page) -> None:
        output.write(sources / page.path, page.text)
        tell(page.path)

    try:
        downloads, paths = word_files.offered(library), pages.paths(library)
        making.write(sources, making.downloaded(downloads), keep=paths)
        tell(paths)
        first = making.first(library, today(), beside, downloads, ready)
    except Exception:
        check_data(library)
        raise
    tell(EVERY_PAGE)
    return first


@contextmanager
def _no_collections() -> Iterator[None]:
    """Turn off garbage collection: a build keeps most of what it allocates, as do its forks."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def fingerprint(root: Path) -> str:
    """Return a digest of all that the site depends on: inputs, the date, the site's address."""
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
