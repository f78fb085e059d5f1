"""Looking for a pattern's words first finds what the pattern finds."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

from lawbook.base import yamlfile
from lawbook.forms.plan import checks as plan_checks
from lawbook.forms.plan.endings import last
from lawbook.forms.plan.hints import Texts, hints, may_stand, ways
from lawbook.forms.plan.pieces import folded
from lawbook.forms.plan.sums import Sums
from lawbook.forms.plan.tails import tail
from lawbook.forms.plan.words import Found
from lawbook.library.library import Library

CASES = Path(__file__).parents[1] / "cases"


def texts() -> list[str]:
    """Every text of the seeded faults, whatever they are about."""
    files = [CASES / "seeded-faults.yml", *sorted(CASES.glob("*/faults.yml"))]
    left: list[object] = [yamlfile.read(file).tree for file in files]
    found = set()
    while left:
        one = left.pop()
        left += one.values() if isinstance(one, dict) else one if isinstance(one, list) else []
        found |= {folded(one)} if isinstance(one, str) else set()
    return sorted(found)


def test_no_wording_of_a_rule_is_passed_over(library: Library) -> None:
    rules = plan_checks.load(library.root, library.forms)
    assert rules is not None
    checks = [rule.checks for rule in rules.rules]
    patterns = [one.pattern for one in checks if isinstance(one, Found) and not one.whole]
    patterns += [one.among for one in checks if isinstance(one, Sums)]
    patterns += [one.in_all for one in checks if isinstance(one, Sums) and one.in_all]
    given = texts()
    assert len(given) > 150
    index, every, stand, sought, tried = Texts(given), range(len(given)), 0, 0, 0
    for pattern in patterns:
        meant = re.compile(pattern)
        wanted = [number for number, text in enumerate(given) if meant.search(text)]
        stand += len(wanted)
        assert index.matching(pattern, every) == wanted, pattern
        sought += len(ways(pattern)) * len(given)
        tried += sum(len(index.candidates(way, every)) for way in ways(pattern))
        assert [n for n, text in enumerate(given) if may_stand(pattern, text)] == wanted, pattern
    assert stand > 60
    assert tried * 20 < sought  # a way of a pattern is tried on few texts


def test_no_whole_answer_of_a_rule_is_passed_over(library: Library) -> None:
    rules = plan_checks.load(library.root, library.forms)
    assert rules is not None
    checks = [rule.checks for rule in rules.rules]
    patterns = [one.pattern for one in checks if isinstance(one, Found) and one.whole]
    cut = [text[:end] for text in texts()[::3] for end in (len(text), len(text) // 2)]
    given = [text for text in cut if text]
    whole, spared = 0, 0
    for pattern in patterns:
        for text in given:
            found = re.fullmatch(pattern, text) is not None
            whole += found
            spared += not last(pattern).hold(text[-1])
            assert last(pattern).hold(text[-1]) or not found, (pattern, text)
    assert whole > 30
    assert spared > len(patterns) * len(given) / 20


def test_with_which_sign_each_way_ends() -> None:
    assert last("甲(?:乙|丙)?(?=丁)") == (frozenset("甲乙丙"), False)
    assert last("[^。]*[^，。]|[，、]") == (frozenset("。"), True)
    assert last("甲[0-9]+") == last("(甲).*\\1") == last(".") == (frozenset(), True)


def test_what_each_way_needs() -> None:
    assert hints("a?(?:bc|de)+") == (("bc", "de"),)
    assert hints("[xy][0-9]{3}") == (("x", "y"),)
    assert hints("(?!a)[^b]*") == ()
    assert hints("甲(?:乙)?丙丁戊") == (("甲丙丁戊", "甲乙丙丁戊"),)
    assert hints("先(?:空|占位)着?[^。]{2}(?:写|再写)") == (("先占位", "先空"), ("写",))
    assert hints("(?:^|甲)乙[丙丁]") == (("乙丁", "乙丙"),)


PARTS = (
    "甲",
    "乙",
    "[甲乙]",
    "[^丙]",
    "(?:甲|^)",
    "(?:^|[乙。])",
    "(?:甲乙|丙)",
    "(?!乙)",
    "(?=甲)",
)
TIMES = ("", "", "", "?", "*", "+", "{0,2}", "{1,2}", "{2}", "*?", "??")


def drawn(dice: Random) -> str:
    """An alternative of few parts, a lookahead never several times."""
    parts = (dice.choice(PARTS) for _ in range(dice.randint(1, 5)))
    return "".join(
        part + ("" if part[:3] in {"(?!", "(?="} else dice.choice(TIMES)) for part in parts
    )


def test_what_a_pattern_ends_with_passes_no_match_over() -> None:
    dice, stand, spared = Random(1029), 0, 0
    given = ["".join(dice.choices("甲乙丙。", k=dice.randint(1, 6))) for _ in range(30)]
    for pattern in ("|".join(drawn(dice) for _ in range(dice.randint(1, 2))) for _ in range(400)):
        for way in ways(pattern):
            for text in given:
                found = way.pattern.search(text) is not None
                stand += found
                assert way.stands_in(text) == found, (pattern, text)
                spared += bool(way.tail and not way.tail.search(text))
        wanted = [n for n, text in enumerate(given) if re.search(pattern, text)]
        assert Texts(given).matching(pattern, range(len(given))) == wanted, pattern
    assert stand > 5000
    assert spared > 500


def test_from_where_a_slow_pattern_is_sought() -> None:
    assert tail("(?:^|甲)(?:乙|丙)[丁戊]{1,2}己") == "[丁戊]{1,2}己"
    assert tail("甲*乙?丙{0,3}丁{2}") == "丁{2}"
    assert tail("(?:^|甲)乙*?[^丙]丁") == "丁"
    assert tail(r"甲?\u4e59丙") == "丙"  # four figures of one sign are none in the text
    assert Texts(["乙丙"]).matching(r"甲?\u4e59丙|丁", [0]) == [0]
    assert tail("甲+?[乙]") is tail("(?:[^甲]|乙)丙") is tail("(?:^|甲)(?:乙丙)") is None


def test_where_a_pattern_stands() -> None:
    texts = Texts(["dea|b", "xbb", "d", "𠮷d"])
    assert texts.matching(r"a\|b|[|]c|d(?:e|f)", {0, 1, 2}) == [0]
    assert texts.matching(r"(a|b)\1|c", {0, 1}) == [1]
    assert texts.matching("𠮷d|xb", {1, 2, 3}) == [1, 3]
    assert texts.matching("d", {2}) == [2]
    assert Texts(["aac，中间"]).matching(r"(a)\1c|y(?![\s\S])", {0}) == [0]
    assert may_stand(r"(a|b)\1|c", "xbb")
    assert texts.standing(("de", "zz", "a|b")) == ["de", "a|b"]
