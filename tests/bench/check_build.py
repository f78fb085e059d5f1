"""How long the site takes: whole, after one change, and as the number of articles grows.

Run by `make bench-build`. Everything is built in a copy of the project. Commands are measured
twice: by the clock (what somebody waits; other work on the machine counts) and
in seconds of processor (all processes together). Stages are in seconds
of processor. Tests assert no times.

A full build is the command `lawbook site`, from start to end. It is measured twice: with nothing
remembered from an earlier build (only the PDFs, which LibreOffice makes, are there), and after one
sentence of one article changed. Plain MkDocs is the command `mkdocs build` on the same pages.
Rounds alternate, and the least of each counts: what disturbs a run only ever makes it longer.
"""

from __future__ import annotations

import datetime
import itertools
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar

from grown import articles, clone, grow

from lawbook import export, pages, search
from lawbook.base import output
from lawbook.checks.across import checked
from lawbook.library.loading import load
from lawbook.site import build, form_pages, policy, word_files
from lawbook.site.htmlsite import htmlsite
from lawbook.site.sitecheck import sitecheck

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 3
UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
DAY = datetime.date(2026, 11, 22)
T = TypeVar("T")
Stages = dict[str, float]


def processor() -> float:
    """The seconds of processor that this process and the finished ones it started have used."""
    return sum(os.times()[:4])


def timed(stages: Stages, name: str, action: Callable[[], T]) -> T:
    """What an action gives; its seconds are noted under a name."""
    start = processor()
    made = action()
    stages[name] = stages.get(name, 0.0) + processor() - start
    return made


class Took(NamedTuple):
    """What a command took."""

    processor: float
    clock: float


def took(command: list[str], folder: Path) -> Took:
    """The seconds of a command: those of the processor, and those that somebody waits."""
    start, clock = processor(), time.perf_counter()
    # Without it our modules would be compiled at each start, and those of MkDocs would not.
    usual = {name: value for name, value in os.environ.items() if name != UNCOMPILED}
    quiet = usual | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=folder, env=quiet, check=True, capture_output=True)
    return Took(processor() - start, time.perf_counter() - clock)


def lawbook(root: Path, word: str) -> Took:
    """Our command on a copy of the project."""
    return took([sys.executable, "-m", "lawbook", "--root", str(root), word], root)


def plain_mkdocs(root: Path) -> Took:
    """MkDocs on the finished pages and nothing else."""
    return took([sys.executable, "-m", "mkdocs", "build", "-q", "-d", "build/plain"], root)


def forget(root: Path) -> None:
    """Take away all that earlier builds left, but for the PDFs and the npm parts."""
    for place in (root / "build").iterdir():
        if place.name not in {"pdf", "vendor"}:
            shutil.rmtree(place) if place.is_dir() else place.unlink()
    shutil.rmtree(root / "site", ignore_errors=True)


@contextmanager
def changed(root: Path, number: int) -> Iterator[None]:
    """One sentence of one article changed, meanwhile; another sentence for another number."""
    file = root / "data/facts/measures-2026.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("起施行。", f"起施行（改{number}）。", 1), encoding="utf-8")
    yield
    file.write_text(text, encoding="utf-8")


def beside_mkdocs(root: Path, rounds: int) -> None:
    """Our full build beside plain MkDocs on the same pages."""
    build.generate(root)  # the PDFs are made once, and the disk is warm
    cold, again, plain = [], [], []
    for number in range(rounds):
        forget(root)
        cold.append(lawbook(root, "site"))
        with changed(root, number):
            again.append(lawbook(root, "site"))
        plain.append(plain_mkdocs(root))
    base = best(plain)
    for name, runs in (
        ("plain mkdocs build", plain),
        ("full build, nothing remembered", cold),
        ("full build, one article changed", again),
    ):
        least = best(runs)
        clock, busy = least.clock / base.clock, least.processor / base.processor
        print(f"  {name:34}{columns(least)}   ratio {clock:.2f} and {busy:.2f}")


def best(runs: list[Took]) -> Took:
    """The least of each: what disturbs a run only ever makes it longer."""
    return Took(min(one.processor for one in runs), min(one.clock for one in runs))


def columns(least: Took) -> str:
    """Both figures in columns."""
    return f"by the clock{least.clock:7.2f} s   processor{least.processor:7.2f} s"


def to_the_pages(root: Path, rounds: int) -> None:
    """`lawbook pages` after one sentence of one article changed, and when nothing did."""
    touched, same = [], []
    for number in range(rounds):
        with changed(root, number):
            touched.append(lawbook(root, "pages"))
            same.append(lawbook(root, "pages"))
    for name, runs in (("one article changed", touched), ("nothing changed", same)):
        print(f"  to the pages, {name:20}{columns(best(runs))}")


def whole(root: Path) -> Stages:
    """The seconds of each part of a full build, in this process."""
    stages: Stages = {}
    fresh = root / "build/site"
    timed(stages, "check and generate", lambda: build.generate(root))
    timed(stages, "mkdocs", lambda: htmlsite(root, fresh))
    timed(stages, "policy of every page", lambda: policy.apply(fresh))
    problems = timed(stages, "check of the built site", lambda: sitecheck(fresh))
    assert problems == [], problems[:5]
    return stages


def generation(root: Path) -> Stages:
    """The seconds of our own generation, part by part; Word files, which do not grow, apart."""
    stages: Stages = {}
    library = timed(stages, "read and check", lambda: checked(root))
    files = word_files.offered(library)
    data = timed(stages, "data", lambda: export.exports(library) | form_pages.scripts(library))
    made = timed(
        stages,
        "pages",
        lambda: pages.all_pages(library, built=DAY, files=files, exports=lambda: data),
    )
    folder = root / "build/pages"
    timed(stages, "write", lambda: [output.write(folder / one.path, one.text) for one in made])
    timed(stages, "search", lambda: search.files(library, made))
    return stages


def growth(folder: Path, sizes: tuple[int, ...]) -> None:
    """Our own generation at each size, with the exponent between neighbours and over all."""
    counts: list[int] = []
    rows: list[Stages] = []
    for times in sizes:
        root = clone(ROOT, folder / f"grown-{times}")
        grow(root, load(root), times)
        counts.append(articles(load(root)))
        rows.append(generation(root))
        shown = "  ".join(f"{name} {seconds:.2f}" for name, seconds in rows[-1].items())
        print(f"  {times:3} ×  {counts[-1]:6} articles   {shown}", flush=True)
    for name in (*rows[0], "all but search"):
        values = [own(row) if name == "all but search" else row[name] for row in rows]
        print(f"  {name:16}exponent {exponents(counts, values)}")


def own(stages: Stages) -> float:
    """All but the search, whose index has a benchmark of its own."""
    return sum(seconds for name, seconds in stages.items() if name != "search")


def exponents(counts: list[int], values: list[float]) -> str:
    """The power with which seconds grow, from each size to the next, then over all.

    >>> exponents([10, 100, 1000], [1.0, 10.0, 1000.0])
    '1.00 2.00, over all 1.50'
    """
    points = [
        (math.log(count), math.log(value)) for count, value in zip(counts, values, strict=True)
    ]
    steps = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in itertools.pairwise(points)]
    (x, y), (u, v) = points[0], points[-1]
    return " ".join(f"{step:.2f}" for step in steps) + f", over all {(v - y) / (u - x):.2f}"


def site_at(folder: Path, sizes: tuple[int, ...]) -> None:
    """The whole site at each size."""
    for times in sizes:
        root = clone(ROOT, folder / f"site-{times}")
        grow(root, load(root), times)
        stages = whole(root)
        shown = "  ".join(f"{name} {seconds:.1f}" for name, seconds in stages.items())
        print(f"  {times:3} ×  {sum(stages.values()):7.1f} s   {shown}", flush=True)


def main() -> None:
    """Print all figures; sizes may be given to keep it short: `1,10`."""
    sizes = tuple(int(one) for one in (sys.argv[1] if sys.argv[1:] else "1,10,100").split(","))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        root = clone(ROOT, folder / "whole")
        print(
            f"full build beside plain mkdocs build of the same pages, {os.cpu_count()} cores",
            end="",
        )
        print(f", load of the machine {os.getloadavg()[0]:.1f}")
        beside_mkdocs(root, ROUNDS)
        print("after a change")
        to_the_pages(root, ROUNDS)
        print("own generation as articles grow")
        growth(folder, sizes)
        print("whole site, nothing remembered, PDFs by LibreOffice included")
        site_at(folder, tuple(size for size in sizes if size <= 10))


if __name__ == "__main__":
    main()
