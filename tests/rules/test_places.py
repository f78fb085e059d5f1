"""Where rules hold: everywhere unless they name a place, however everywhere is called."""

import pytest

from lawbook.base import yamlfile
from lawbook.base.problem import ProblemsFound
from lawbook.rules.rule import Deadlines
from lawbook.rules.rulebook import rule_file

DEADLINES = """
key: deadlines
triggers: [{key: accepted, label: 受理申请}]
deadlines:
  - {key: decision, title: 决定, triggers: [accepted], start_defined: true, start: 受理, PLACE
     unit: unspecified, period: 及时, actor: [unit], basis: [rule-2020/art-1], confidence: two}
"""


@pytest.mark.parametrize(
    ("national", "place", "read", "there"),
    [
        ("各地", "", "各地", 1),  # who names no place means all of them, however they are called
        ("全国", "", "全国", 1),
        ("各地", "place: 各地,", "各地", 1),
        ("各地", "place: 雾岭,", "雾岭", 0),
    ],
)
def test_a_rule_without_a_place_holds_in_all(
    national: str, place: str, read: str, there: int
) -> None:
    text = DEADLINES.replace("PLACE", place)
    book, _ = rule_file(yamlfile.parse(text, "x.yml"), national=national) or pytest.fail("not read")
    assert isinstance(book, Deadlines)
    assert book.deadlines[0].place == read
    assert len(book.after("accepted", place="北京")) == there
    assert book.local_places == (() if there else ("雾岭",))


def test_short_addresses_of_rows_belong_to_a_place_of_the_rows() -> None:
    row = "{key: a, topic: 甲, local: {wuling: [x]}, basis: [x], confidence: two}"
    for short, fault in (
        ("", True),
        ("short_rows: beijing\n", True),
        ("short_rows: wuling\n", False),
    ):
        file = yamlfile.parse(f"key: crosswalk\n{short}rows: [{row}]\n", "x.yml")
        if fault:
            with pytest.raises(
                ProblemsFound, match="short_rows 应写各行 local 里的一个地方；可写：wuling"
            ):
                rule_file(file)
        else:
            rule_file(file)
