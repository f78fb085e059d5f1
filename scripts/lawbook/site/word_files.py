"""The Word files that the site offers, and a PDF of each blank."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from lawbook import word
from lawbook.base import output
from lawbook.desk.folder import examples
from lawbook.forms.answers import read_answers
from lawbook.library.library import Library
from lawbook.pages import case_view
from lawbook.site import testparts
from lawbook.word.pdf import pdf


def offered(library: Library) -> dict[str, bytes]:
    """Return every file by name; PDFs only if the machine has LibreOffice."""
    files = dict(word_files(library)) | dict(case_files(library))
    return files | pdfs(library.root / "build" / "pdf", files)


def word_files(library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each form's files: blank, and filled with each of its examples."""
    for form in library.forms.values():
        yield f"{form.key}-blank.docx", word.blank(form)
    for name, file in library.examples.items():
        form = library.form_of_example(name)
        yield f"{name}.docx", word.fill(form, read_answers(form, file))


def case_files(library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each paper of the fictional cases."""
    for case in examples(library):
        for number, entry in enumerate(case.entries):
            if entry.answers:
                answers = replace(entry.answers, mark=case.mark)
                form = library.forms[entry.act.key]
                yield case_view.file_name(case, number, entry), word.fill(form, answers)


def pdfs(folder: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return a PDF of each blank if LibreOffice is there; cached for the same bytes."""
    if testparts.office() is None:
        return {}
    blanks = {name: data for name, data in files.items() if name.endswith("-blank.docx")}
    whole = hashlib.sha256(b"".join(hashlib.sha256(data).digest() for data in blanks.values()))
    cache = folder / whole.hexdigest()[:16]
    wanted = [cache / Path(name).with_suffix(".pdf") for name in blanks]
    if not all(path.is_file() for path in wanted):
        # One start for all; earlier conversions show in later files' bytes, so convert all again.
        with tempfile.TemporaryDirectory() as once:
            for name, data in blanks.items():
                Path(once, name).write_bytes(data)
            for converted in pdf([Path(once, name) for name in blanks], Path(once)):
                output.write(cache / converted.name, converted.read_bytes())
    return {path.name: path.read_bytes() for path in wanted}
