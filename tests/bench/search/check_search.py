"""Print what the search gives and costs at 1, 10 and 100 times the text (`make bench-search`)."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tests/search"))
sys.path.insert(0, str(Path(__file__).parent))

import distractors  # noqa: E402
import theme  # noqa: E402
from beside import Ask, Engine, by_box, by_pagefind, first_answer, scores, served  # noqa: E402
from searching import NODE, Query, gold  # noqa: E402

from lawbook import build, output, pages  # noqa: E402
from lawbook.library import Library  # noqa: E402
from lawbook.loading import load  # noqa: E402
from lawbook.page import Page  # noqa: E402
from lawbook.web import code, search, words  # noqa: E402

# Two halves of the gold set, and sets written after words were frozen (their heads say when).
HALVES = ("open", "held", "fresh", "fresh2", "blind", "blind2")


def finished(library: Library) -> tuple[Page, ...]:
    """The hand-written pages, which is all that the index takes from pages."""
    return pages.check(library, as_of=build.today(), names=build._word_names(library))


def made(library: Library, written: tuple[Page, ...], times: int) -> Mapping[str, str]:
    """The index with so many times the text."""
    vocabulary = words.read(library.root)
    own = tuple(search.entries(library, written, vocabulary))
    homes = search.groups(library, written)
    found = (*own, *distractors.entries(own, times, seed=7))
    start = time.process_time()
    files = search.index(found, (*homes, *distractors.groups(times, len(own))), vocabulary)
    seconds = time.process_time() - start
    print(f"×{times}：{len(found)} 条，索引生成 {seconds:.1f} s（处理器时间），{len(files)} 个文件")
    return {**files, "search/engine.js": code.engine(library.root)}


def measured(folder: Path, queries: Sequence[Query]) -> dict[str, Any]:
    """What measure.js says of the index in a folder."""
    command = [str(NODE), str(Path(__file__).with_name("measure.js"))]
    command += [str(folder)]
    given = json.dumps([query.text for query in queries])
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def percentile(values: list[float], share: float) -> float:
    """The value below which so large a share lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def line(queries: Sequence[Query], answer: dict[str, Any]) -> str:
    """Recall of the first answer, empty answers, bytes and times in one line."""
    found = answer["answers"]
    places = [
        next((n for n, url in enumerate(one["found"]) if query.fits(url)), None)
        for query, one in zip(queries, found, strict=True)
    ]
    five = sum(place is not None and place < 5 for place in places) / len(places)
    first = sum(place == 0 for place in places) / len(places)
    empty = sum(one["count"] == 0 for one in found)
    bytes_ = [answer["fixed"] + one["bytes"] for one in found]
    return (
        f"recall@5 {five:.2f}，recall@1 {first:.2f}，无结果 {empty}；首次结果前 "
        f"{percentile(bytes_, 0.95) / 1000:.0f} KB（p95，其中代码和词表 "
        f"{answer['fixed'] / 1000:.0f} KB），计算 p95 "
        f"{percentile([one['last'] for one in found], 0.95):.0f} ms"
    )


def slow(folder: Path, engine: Engine, queries: Sequence[Query]) -> str:
    """Bytes and seconds of the first answer in a browser on a slow link, from a cold start."""
    with served(folder) as (started, base):
        got = [
            first_answer(started, base, engine, query.text)
            for query in queries[:: len(queries) // 8]
        ]
    sizes, waits = [size for size, _ in got], [seconds for _, seconds in got]
    return (
        f"首次结果前 {percentile(sizes, 0.95) / 1000:.0f} KB（p95），"
        f"慢网（150 ms，1.6 Mbit/s）{percentile(waits, 0.5):.1f} s（中位）"
    )


def beside(name: str, folder: Path, ask: Ask) -> None:
    """Print what an engine finds on the same pages, and what it costs."""
    engine = Engine(name, ask)
    print(f"{name}：{slow(folder, engine, gold('held'))}")
    with served(folder) as (started, base):
        page = started.new_page(base_url=base)
        page.goto("./", wait_until="networkidle")
        for half in HALVES:
            print(f"  {half}：{scores(page, engine, gold(half))}")


def others() -> None:
    """The theme's own search and Pagefind, each on the same pages."""
    with tempfile.TemporaryDirectory() as place:
        for name, plugin in (("plain", theme.PLAIN), ("mended", theme.MENDED)):
            (Path(place) / name).mkdir()
            folder = theme.site(ROOT, Path(place) / name, plugin)
            said = "主题自带的搜索（jieba）" + ("，改正分隔符" if name == "mended" else "")
            beside(said, folder, by_box)
        theme.pagefind(ROOT, folder)
        beside("Pagefind", folder, by_pagefind)


def main() -> None:
    """Print one line for each engine, size and set of queries."""
    library = load(ROOT)
    if not sys.argv[1:]:
        beside("本站的搜索", ROOT / "site", by_box)
        others()
    written = finished(library)
    for times in map(int, sys.argv[1:] or ("1", "10", "100")):
        with tempfile.TemporaryDirectory() as place:
            for path, text in made(library, written, times).items():
                output.write(Path(place) / path, text)
            for name in HALVES:
                queries = gold(name)
                print(
                    f"  {name}（{len(queries)}）：{line(queries, measured(Path(place), queries))}"
                )
            print(f"  浏览器：{slow(_with_pages(Path(place)), Engine('', by_box), gold('held'))}")


def _with_pages(place: Path) -> Path:
    """The index in the place of the site's own, with the page that asks."""
    for name in ("index.html", "assets", "data", "search/search_index.json"):
        (place / name).symlink_to(ROOT / "site" / name)
    return place


if __name__ == "__main__":
    main()
