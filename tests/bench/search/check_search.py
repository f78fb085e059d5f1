"""Print what the search gives and costs at 1, 10 and 100 times the text (`make bench-search`).

With numbers as arguments only the site's own search is measured, at so many times the text.
"""

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
import waits  # noqa: E402
from beside import BOX, RESULTS, Ask, Engine, by_box, by_pagefind, scores, served  # noqa: E402
from playwright.sync_api import TimeoutError  # noqa: E402, A004
from searching import NODE, Query, gold  # noqa: E402

from lawbook import pages  # noqa: E402
from lawbook.base import output  # noqa: E402
from lawbook.library.library import Library  # noqa: E402
from lawbook.library.loading import load  # noqa: E402
from lawbook.library.page import Page  # noqa: E402
from lawbook.search import code, index, words  # noqa: E402
from lawbook.search.entry import Entry  # noqa: E402
from lawbook.site import build  # noqa: E402

# Two halves of the gold set, and sets written after words were frozen (their heads say when).
HALVES = ("open", "held", "fresh", "fresh2", "blind", "blind2")
BESIDE = ("held", "blind2")  # what the others are asked, too
ASKED = 16  # queries of which each is a cold start in a browser
TYPED = 8
PATIENCE = 180  # seconds in which an index must have been read to be asked


def finished(library: Library) -> tuple[Page, ...]:
    """The hand-written pages, which is all that the index takes from pages."""
    return pages.check(library, built=build.today(), names=build._word_names(library))


def made(library: Library, written: tuple[Page, ...], times: int) -> Mapping[str, str]:
    """The index with so many times the text."""
    vocabulary = words.read(library.root)
    own = tuple(index.entries(library, written, vocabulary))
    homes = index.groups(library, written)
    found = (*own, *distractors.entries(own, times, seed=7))
    start = time.process_time()
    files = index.index(found, (*homes, *distractors.groups(times, len(own))), vocabulary)
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
    """Recall of the first answer, empty answers, bytes, round trips and times in one line."""
    found = answer["answers"]
    places = [
        next((n for n, url in enumerate(one["found"]) if query.fits(url)), None)
        for query, one in zip(queries, found, strict=True)
    ]
    five = sum(place is not None and place < 5 for place in places) / len(places)
    first = sum(place == 0 for place in places) / len(places)
    empty = sum(one["count"] == 0 for one in found)
    bytes_ = [answer["fixed"] + one["bytes"] for one in found]
    waits_ = [network(one["waves"], answer["fixed"] + one["bytes"]) for one in found]
    return (
        f"recall@5 {five:.2f}，recall@1 {first:.2f}，无结果 {empty}；首次结果前 "
        f"{percentile(bytes_, 0.95) / 1000:.0f} KB（p95，其中代码和词表 "
        f"{answer['fixed'] / 1000:.0f} KB），慢网传输（按往返和字节计算）中位 "
        f"{percentile(waits_, 0.5):.2f} s、p95 {percentile(waits_, 0.95):.2f} s，计算 p95 "
        f"{percentile([one['ms'] for one in found], 0.95):.0f} ms（处理器时间）"
    )


def network(waves: int, size: float) -> float:
    """Seconds on the slow link: a round trip for every six files, and the bytes."""
    return waves * waits.LINK["latency"] / 1000 + size / waits.LINK["downloadThroughput"]


def spread(name: str, values: list[float], unit: str, digits: int) -> str:
    """The median and the 95th percentile in words."""
    middle, high = percentile(values, 0.5), percentile(values, 0.95)
    return f"{name} 中位 {middle:.{digits}f} {unit}、p95 {high:.{digits}f} {unit}"


def slow(folder: Path, engine: Engine) -> str:
    """Bytes and seconds of the first answer in a browser on a slow link, from a cold start."""
    queries = gold("held")[:: len(gold("held")) // ASKED][:ASKED]
    with served(folder) as (started, base):
        got = [waits.first_answer(started, base, engine, query.text) for query in queries]
    size = percentile([size for size, _ in got], 0.95)
    waited = spread("整句一次输入、缓存为空", [seconds for _, seconds in got], "s", 2)
    return f"慢网（150 ms，1.6 Mbit/s）首次结果：{waited}；此前 {size / 1000:.0f} KB（p95）"


def reader(folder: Path) -> str:
    """What a reader of this site waits for in a browser: typing on a slow link, and each key."""
    queries = [query.text for query in gold("held")[::5]]
    with served(folder) as (started, base):
        pasted = [waits.pasted(started, base, words) for words in queries[:TYPED]]
        waited = [waits.typed(started, base, words) for words in queries[:TYPED]]
        pressed = waits.keys(started, base, queries)
    return "；".join(
        (
            spread("慢网进入搜索框 1 s 后整句粘贴，粘贴到结果", pasted, "s", 2),
            spread("慢网逐字输入（每字 0.2 s），末字到结果", waited, "s", 2),
            spread("文件齐备，按键到结果", [ms for ms, _ in pressed], "ms", 0),
            spread(
                "其中脚本、样式、排版的处理器时间（含随后补全）", [ms for _, ms in pressed], "ms", 0
            ),
        )
    )


def beside(name: str, folder: Path, ask: Ask) -> None:
    """Print what an engine finds on the same pages, and what it costs."""
    engine = Engine(name, ask)
    print(f"{name}：{slow(folder, engine)}")
    with served(folder) as (started, base):
        page = started.new_page(base_url=base)
        page.goto("./", wait_until="networkidle")
        for half in BESIDE:
            print(f"  {half}：{scores(page, engine, gold(half))}")


def others(own: tuple[Entry, ...]) -> None:
    """The theme's own search and Pagefind on the same pages; the theme's at 100 times the text."""
    with tempfile.TemporaryDirectory() as place:
        for name, plugin in (("plain", theme.PLAIN), ("mended", theme.MENDED)):
            (Path(place) / name).mkdir()
            folder = theme.site(ROOT, Path(place) / name, plugin)
            said = "主题自带的搜索（jieba）" + ("，改正分隔符" if name == "mended" else "")
            beside(said, folder, by_box)
        theme.pagefind(ROOT, folder)
        beside("Pagefind", folder, by_pagefind)
        size = theme.enlarge(folder, distractors.entries(own, 100, seed=7))
        print(f"{said}，×100：首次结果前至少 {size / 1000:.0f} KB（索引，gzip）")
        print(f"  {patient(folder)}")


def patient(folder: Path) -> str:
    """What the theme finds in a large index, where the browser can read it in sane time."""
    queries, start = gold("held"), time.monotonic()
    with served(folder) as (started, base):
        page = started.new_page(base_url=base)
        page.goto("./")
        page.locator(BOX).fill(queries[0].text)
        try:
            page.locator(BOX).press("End")
            page.locator(RESULTS).first.wait_for(timeout=1000 * PATIENCE)
        except TimeoutError:
            return f"浏览器 {PATIENCE} 秒内没有给出结果，未测查全率"
        ready = f"浏览器读入索引到首次结果 {time.monotonic() - start:.0f} s（本机，不限速）"
        return f"{ready}；held：{scores(page, Engine('', by_box), queries)}"


def main() -> None:
    """Print one line for each engine, size and set of queries."""
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    library = load(ROOT)
    written = finished(library)
    own = tuple(index.entries(library, written, words.read(library.root)))
    for times in map(int, sys.argv[1:] or ("1", "10", "100")):
        with tempfile.TemporaryDirectory() as place:
            for path, text in made(library, written, times).items():
                output.write(Path(place) / path, text)
            for name in HALVES:
                queries = gold(name)
                print(
                    f"  {name}（{len(queries)}）：{line(queries, measured(Path(place), queries))}"
                )
            if times != 10:  # the sizes of which something is asked
                folder = _with_pages(Path(place))
                print(f"  浏览器：{slow(folder, Engine('', by_box))}")
                print(f"  浏览器：{reader(folder)}")
    if not sys.argv[1:]:
        beside("本指南的搜索", ROOT / "site", by_box)
        others(own)


def _with_pages(place: Path) -> Path:
    """The index in the place of the site's own, with the page that asks."""
    for name in ("index.html", "assets", "data", "search/search_index.json"):
        (place / name).symlink_to(ROOT / "site" / name)
    return place


if __name__ == "__main__":
    main()
