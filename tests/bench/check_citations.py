"""How many seeded faults are found, and how fast, beside a plain regular expression.

The expression knows the form 《…》第…条 and how many articles the Measures have: what somebody
writes in ten minutes.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

from lawbook.base import yamlfile
from lawbook.base.numerals import from_han
from lawbook.library.citations import report
from lawbook.library.loading import load
from lawbook.library.shelf import shelf

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests/cases/citations"
PLAIN = re.compile(
    "《(?:办法|人工智能科技伦理审查与服务办法(?:（试行）)?)》第([一二三四五六七八九十百]+)条"
)
PAGES = 60_000  # signs on a hundred pages


def plainly(text: str) -> bool:
    return any(from_han(found[1]) > 37 for found in PLAIN.finditer(text))


def timed(check: Callable[[str], object], text: str) -> float:
    start = time.perf_counter()
    check(text)
    return time.perf_counter() - start


def main() -> None:
    library = load(ROOT)
    books, words = shelf(library), library.vocabularies["verdicts"]
    wrong = [str(one["text"]) for one in yamlfile.read(CASES / "wrong.yml").tree]
    clean = [str(one) for one in yamlfile.read(CASES / "clean.yml").tree]
    page = "\n".join((*wrong[:12], *clean))
    text = "\n".join([page] * (PAGES // len(page) + 1))
    ways: dict[str, Callable[[str], bool]] = {
        "lawbook citations": lambda one: bool(report(books, words, one).wrong),
        "regular expression": plainly,
    }
    print(f"{'':20}{'found of 60':>14}{'false alarms of 20':>20}{'100 pages, s':>14}")
    for name, check in ways.items():
        found, alarms = sum(map(check, wrong)), sum(map(check, clean))
        print(f"{name:20}{found:>14}{alarms:>20}{timed(check, text):>14.3f}")


if __name__ == "__main__":
    main()
