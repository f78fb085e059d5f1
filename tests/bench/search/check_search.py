"""Print what the search of the built site gives and costs, beside others (`make bench-search`)."""

from __future__ import annotations

import gzip
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests/search"), str(Path(__file__).parent)]

import theme  # noqa: E402
import waits  # noqa: E402
from beside import Ask, Engine, by_box, by_pagefind, scores, served  # noqa: E402
from searching import ask, gold  # noqa: E402

# Two halves of the gold set, and sets written after words were frozen (their heads say when).
SETS = ("open", "held", "fresh", "fresh2", "blind", "blind2", "blind5")
BESIDE = ("held", "blind2")  # what the others are asked, too
ASKED = 16  # queries of which each is a cold start in a browser
TYPED = 8
BEFORE = ("engine", "index")  # what a first answer needs


def percentile(values: list[float], share: float) -> float:
    """The value below which so large a share lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def recall(name: str, *, first: bool) -> str:
    """Recall of a set in the first five and at the first place, before or after the texts."""
    queries = gold(name)
    answers = ask(ROOT / "site", [query.text for query in queries], first=first)
    places = [query.place(answer) for query, answer in zip(queries, answers, strict=True)]
    five = sum(place is not None and place < 5 for place in places) / len(places)
    return f"{five:.2f} / {sum(place == 0 for place in places) / len(places):.2f}"


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
            spread("其中脚本、样式、排版的处理器时间", [ms for _, ms in pressed], "ms", 0),
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


def others() -> None:
    """The theme's own search and Pagefind on the same pages."""
    with tempfile.TemporaryDirectory() as place:
        for name, plugin in (("plain", theme.PLAIN), ("mended", theme.MENDED)):
            (Path(place) / name).mkdir()
            folder = theme.site(ROOT, Path(place) / name, plugin)
            said = "主题自带的搜索（jieba）" + ("，改正分隔符" if name == "mended" else "")
            beside(said, folder, by_box)
        theme.pagefind(ROOT, folder)
        beside("Pagefind", folder, by_pagefind)


def main() -> None:
    """Print one line for each set of queries and each engine."""
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    files = [ROOT / "site/search" / f"{name}.js" for name in BEFORE]
    size = sum(len(gzip.compress(file.read_bytes())) for file in files)
    print(f"首次结果前 {size / 1000:.0f} KB（{len(BEFORE)} 个文件，gzip），另有所查词语的几个文件")
    for name in SETS:
        found = f"全文到齐前 {recall(name, first=True)}，到齐后 {recall(name, first=False)}"
        print(f"  {name}（recall@5 / recall@1）：{found}")
    print(f"  浏览器：{reader(ROOT / 'site')}")
    beside("本指南的搜索", ROOT / "site", by_box)
    others()


if __name__ == "__main__":
    main()
