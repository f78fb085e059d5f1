"""Prints how long 200 applications take to be opened, checked and registered, on one core.

Beside it stands what python-docx needs to read the text of the same files, without any check;
and how long the yearly report of 200 cases takes, from their files to the Word file.
"""

from __future__ import annotations

import datetime
import gc
import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

import docx
from varied import varied

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "word"))
from wordfile import deflated

from lawbook import word
from lawbook.base import yamlfile
from lawbook.checks import filled_form
from lawbook.cli.check import library_of
from lawbook.cli.command import SELDOM
from lawbook.desk.case import Case, Entry, case_file, read_case
from lawbook.desk.register import cells, register
from lawbook.desk.year import FORM, year_report
from lawbook.forms.answers import reading
from lawbook.library.library import Library
from lawbook.word.read.readback import read

ROOT = Path(__file__).resolve().parents[2]
TODAY = datetime.date(2026, 12, 16)
MANY = 200


def applications(library: Library, many: int = MANY, first: int = 0) -> list[bytes]:
    """The five examples in turn, each time in other words, as Word files."""
    form = library.forms["review-application"]
    names = [name for name in library.examples if name.startswith(form.key)]
    made = [reading(form, library.examples[name]).answers for name in names]
    return [word.fill(form, varied(made[n % len(made)], n)) for n in range(first, first + many)]


def timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def registered(library: Library, files: list[bytes]) -> int:
    act = library.rules.cases.acts["review-application"]
    texts = []
    for number, data in enumerate(files):
        back = read(library.forms, data, f"{number}.docx", act.key)
        filled_form.remarks(library, back.answers, back.faults, back.altered)
        case = Case(f"2026-{number:03}", (Entry(act, TODAY, back.answers),))
        texts.append(case_file(library, case))
    cases = [read_case(library, yamlfile.parse(text, "case.yml")) for text in texts]
    return len([cells(library, row) for row in register(library, cases, TODAY)])


def plain(files: list[bytes]) -> int:
    return sum(len(docx.Document(io.BytesIO(data)).element.xpath("//w:t")) for data in files)


def reported(library: Library, texts: list[str]) -> bytes:
    """The yearly report of the files of cases."""
    cases = [read_case(library, yamlfile.parse(text, "case.yml")) for text in texts]
    return word.fill(library.forms[FORM], year_report(library, cases, TODAY.year))


def case_texts(many: int = MANY) -> list[str]:
    """The files of the example cases in turn."""
    files = sorted((ROOT / "data" / "examples" / "cases").glob("*.yml"))
    texts = [file.read_text(encoding="utf-8") for file in files]
    return [texts[number % len(texts)] for number in range(many)]


if __name__ == "__main__":
    library = library_of(ROOT)
    files = applications(library)
    gc.set_threshold(SELDOM)  # as the command does
    ours, peer = timed(lambda: registered(library, files)), timed(lambda: plain(files))
    anew = [deflated(data) for data in files]
    touched = timed(lambda: registered(library, anew))
    report = timed(lambda: reported(library, case_texts()))
    print(f"{MANY} applications opened, checked and registered: {ours:.2f} s of one core")
    print(f"the same, packed anew by another program: {touched:.2f} s")
    print(f"python-docx reads the text of the same files: {peer:.2f} s")
    print(f"the yearly report of {MANY} cases: {report:.2f} s")
