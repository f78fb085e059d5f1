"""Print what the search gives and costs at 1, 10 and 100 times the text (`make bench-search`)."""

from __future__ import annotations

import gzip
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
from searching import NODE, Query, gold  # noqa: E402

from lawbook import build, pages, web  # noqa: E402
from lawbook.library import Library  # noqa: E402
from lawbook.loading import load  # noqa: E402
from lawbook.pages.page import Page  # noqa: E402
from lawbook.web import search, words  # noqa: E402

SLOW = (0.150, 200_000)  # a slow link: seconds for a round trip, bytes a second (1.6 Mbit/s)
HALVES = ("open", "held", "fresh", "fresh2")


def finished(library: Library) -> tuple[Page, ...]:
    """The hand-written pages, which is all that the index takes from pages."""
    return pages.check(library, as_of=build.today(), names=build._word_names(library))


def made(library: Library, written: tuple[Page, ...], times: int) -> Mapping[str, str]:
    """The index with so many times the text."""
    vocabulary = words.read(library.root)
    own = tuple(search.entries(library, written, vocabulary))
    homes = search.groups(library, written)
    if times == 1:  # what the site really has
        return web.files(library, written)
    found = (*own, *distractors.entries(own, times, seed=7))
    return search.index(found, (*homes, *distractors.groups(times, len(own))), vocabulary, large=0)


def measured(folder: Path, queries: Sequence[Query]) -> dict[str, Any]:
    """What measure.js says of the index in a folder."""
    command = [str(NODE), str(Path(__file__).with_name("measure.js"))]
    command += [str(ROOT / "content/assets/search"), str(folder)]
    given = json.dumps([query.text for query in queries])
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def percentile(values: list[float], share: float) -> float:
    """The value below which so large a share lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def line(queries: Sequence[Query], answer: dict[str, Any]) -> str:
    """Recall, empty answers, bytes and times in one line."""
    found = answer["answers"]
    places = [
        next((n for n, url in enumerate(one["found"]) if query.fits(url)), None)
        for query, one in zip(queries, found, strict=True)
    ]
    five = sum(place is not None and place < 5 for place in places) / len(places)
    first = sum(place == 0 for place in places) / len(places)
    empty = sum(one["count"] == 0 for one in found)
    bytes_ = [answer["fixed"] + one["bytes"] for one in found]
    trips = [2 + one["rounds"] for one in found]  # the worker, its parts and index, then rounds
    waits = [t * SLOW[0] + b / SLOW[1] for t, b in zip(trips, bytes_, strict=True)]
    return (
        f"recall@5 {five:.2f}, recall@1 {first:.2f}, 无结果 {empty}；"
        f"首次结果前 {percentile(bytes_, 0.95) / 1000:.0f} KB（p95，其中代码和词表 "
        f"{answer['fixed'] / 1000:.0f} KB），慢网 {percentile(waits, 0.5):.1f} s（中位），"
        f"计算 p95 {percentile([one['ms'] for one in found], 0.95):.0f} ms"
    )


def beside() -> None:
    """Print what the theme's own search finds on the same pages."""
    with tempfile.TemporaryDirectory() as place:
        folder = theme.site(ROOT, Path(place))
        index = (folder / "search/search_index.json").read_bytes()
        print(f"主题自带的搜索（jieba），索引 {len(gzip.compress(index)) / 1000:.0f} KB")
        with theme.opened(folder) as page:
            for name in HALVES:
                queries = gold(name)
                five, first, empty = theme.scores(page, queries)
                said = f"recall@5 {five:.2f}, recall@1 {first:.2f}, 无结果 {empty}"
                print(f"  {name}（{len(queries)}）：{said}")


def main() -> None:
    """Print one line for each size and set of queries."""
    library = load(ROOT)
    beside()
    written = finished(library)
    for times in map(int, sys.argv[1:] or ("1", "10", "100")):
        with tempfile.TemporaryDirectory() as place:
            start = time.perf_counter()
            for path, text in made(library, written, times).items():
                file = Path(place) / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            print(f"×{times}：索引生成 {time.perf_counter() - start:.1f} s")
            for name in HALVES:
                queries = gold(name)
                print(
                    f"  {name}（{len(queries)}）：{line(queries, measured(Path(place), queries))}"
                )


if __name__ == "__main__":
    main()
