"""The items of the 2023 list keep their qualifiers wherever the guide repeats them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from lawbook.library.library import Library

# What the official texts that are held say (Beijing, part 3, items 1 and 2; the draft's annex).
ITEMS = {
    "annex-item-3": (
        "beijing-2024/part-3/item-2/par-1",
        ["受精卵和着床前胚胎", "细胞核遗传物质", "遗传规律", "基础研究"],
    ),
    "annex-item-4": (
        "beijing-2024/part-3/item-2/par-1",
        ["侵入式脑机接口", "神经、精神类疾病治疗", "临床研究"],
    ),
    "annex-item-5": (
        "beijing-2024/part-3/item-1/par-1",
        ["人类主观行为、心理情绪和生命健康", "人机融合系统"],
    ),
    "annex-item-6": (
        "measures-2025-draft/annex/item-2",
        ["舆论社会动员能力和社会意识引导能力", "算法模型、应用程序及系统"],
    ),
    "annex-item-7": (
        "measures-2025-draft/annex/item-3",
        ["面向存在安全、人身健康风险等场景", "高度自主", "自动化决策系统"],
    ),
}
# An item's catchword, and what must stand in the same sentence.
QUALIFIED = {
    r"(?<!非)侵入式脑机接口": "神经、精神类疾病",
    "受精卵": "着床前胚胎",
    "高度自主(?!”)": "风险",
    "社会动员能力": "社会意识引导能力",
}
# What a check looks for in an answer is a pattern, not a sentence of the guide.
PATTERN = re.compile(r"(?<=[{ ])(?:has|lacks|of|pattern): '[^']*'")
SEARCHED = ("data/facts", "data/rules", "data/forms", "data/examples", "content")


@pytest.mark.parametrize("key", ITEMS)
def test_a_fact_of_the_list_says_what_the_official_text_says(library: Library, key: str) -> None:
    place, words = ITEMS[key]
    said = library.fact(f"general-measures-2023#{key}").fact
    assert [one for one in words if one not in said] == []
    assert [one for one in words if one not in library.find(place).text] == []


def _sentences(root: Path) -> Iterator[tuple[str, str]]:
    for folder in SEARCHED:
        for file in sorted((root / folder).rglob("*")):
            if file.suffix in {".yml", ".md", ".svg", ".js"}:
                for line in PATTERN.sub("", file.read_text(encoding="utf-8")).splitlines():
                    for sentence in re.split(r"[。；]", line):
                        yield file.relative_to(root).as_posix(), sentence


@pytest.mark.parametrize(("word", "qualifier"), QUALIFIED.items())
def test_no_sentence_repeats_an_item_without_its_qualifier(
    root: Path, word: str, qualifier: str
) -> None:
    found = [one for one in _sentences(root) if re.search(word, one[1])]
    assert found
    assert [one for one in found if qualifier not in one[1]] == []
