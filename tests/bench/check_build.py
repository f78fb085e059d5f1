"""How long the site takes: whole, after one change, and as the number of articles grows.

Run by `make bench-build`. Everything is built in a copy of the project. Seconds are those of the
processor, this process and those it started together, so that other work on the machine does not
count; only the rebuild after a change is by the clock. Tests assert no times.
"""

from __future__ import annotations

import datetime
import itertools
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from grown import articles, clone, grow

from lawbook import build, formpages, output, pages, policy, web
from lawbook.checks import checked
from lawbook.htmlsite import htmlsite
from lawbook.loading import load
from lawbook.sitecheck import sitecheck

ROOT = Path(__file__).resolve().parents[2]
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


def by_the_clock(command: list[str]) -> float:
    """The seconds that somebody waits for a command."""
    start = time.perf_counter()
    subprocess.run(command, check=True)
    return time.perf_counter() - start


def plain_mkdocs(root: Path) -> None:
    """MkDocs on the finished pages and nothing else."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(root / "build/plain")]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=root, env=quiet, check=True, capture_output=True)


def whole(root: Path) -> Stages:
    """The seconds of each part of a full build."""
    stages: Stages = {}
    fresh = root / "build/site"
    timed(stages, "check and generate", lambda: build.generate(root))
    timed(stages, "mkdocs", lambda: htmlsite(root, fresh))
    timed(stages, "policy of every page", lambda: policy.apply(fresh))
    problems = timed(stages, "check of the built site", lambda: sitecheck(fresh))
    assert problems == [], problems[:5]
    return stages


def beside_mkdocs(root: Path) -> None:
    """Our full build beside plain MkDocs on the same pages."""
    build.generate(root)  # the PDFs are made once, and the disk is warm
    stages, plain = whole(root), {}
    timed(plain, "plain", lambda: plain_mkdocs(root))
    for name, seconds in stages.items():
        print(f"  {name:28}{seconds:8.2f} s")
    total = sum(stages.values())
    print(f"  {'full build':28}{total:8.2f} s")
    print(
        f"  {'plain mkdocs build':28}{plain['plain']:8.2f} s   ratio {total / plain['plain']:.2f}"
    )


def after_a_change(root: Path) -> None:
    """`lawbook pages` after one sentence of one article changed, as a command."""
    file = root / "data/facts/measures-2026.yml"
    command = [sys.executable, "-m", "lawbook", "--root", str(root), "pages"]
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("起施行。", "起施行（改）。", 1), encoding="utf-8")
    changed, unchanged = by_the_clock(command), by_the_clock(command)
    file.write_text(text, encoding="utf-8")
    print(f"  to the pages, one article changed {changed:6.2f} s by the clock")
    print(f"  to the pages, nothing changed     {unchanged:6.2f} s")


def generation(root: Path) -> Stages:
    """The seconds of our own generation, part by part; Word files, which do not grow, apart."""
    stages: Stages = {}
    library = timed(stages, "read and check", lambda: checked(root))
    files = dict(build.word_files(library))
    data = timed(stages, "data", lambda: web.exports(library) | formpages.scripts(library))
    made = timed(
        stages, "pages", lambda: pages.site.pages(library, as_of=DAY, files=files, data=data)
    )
    folder = root / "build/pages"
    timed(stages, "write", lambda: [output.write(folder / one.path, one.text) for one in made])
    timed(stages, "search", lambda: web.files(library, made))
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
        print("full build beside plain mkdocs build of the same pages")
        beside_mkdocs(root)
        print("after a change")
        after_a_change(root)
        print("own generation as articles grow")
        growth(folder, sizes)
        print("whole site")
        site_at(folder, tuple(size for size in sizes if size <= 10))


if __name__ == "__main__":
    main()
