"""Looking for a pattern's words first finds what the pattern finds."""

from __future__ import annotations

import re
from pathlib import Path

from lawbook.base import yamlfile
from lawbook.forms.plan import checks as plan_checks
from lawbook.forms.plan.hints import hints, may_stand, one_stands, ways
from lawbook.forms.plan.paper import folded
from lawbook.forms.plan.sums import Sums
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
    whole, stand = "\n".join(given), 0
    for pattern in patterns:
        some, meant = ways(pattern, whole), re.compile(pattern)
        for text in given:
            wanted = meant.search(text) is not None
            stand += wanted
            assert one_stands(some, text) is may_stand(pattern, text) is wanted, (pattern, text)
    assert stand > 60


def test_what_each_way_needs() -> None:
    assert hints("a?(?:bc|de)+") == ("bc", "de")
    assert hints("[xy][0-9]{3}") == ("x", "y")
    assert hints("(?!a)[^b]*") == ()
    assert hints("甲(?:乙)?丙丁戊") == ("丙丁戊",)
    assert [words for words, _ in ways(r"a\|b|[|]c|d(?:e|f)", "dea|b")] == [("a|b",), ("d",)]
    assert ways(r"(a|b)\1|c", "x") == []
    assert may_stand(r"(a|b)\1|c", "xbb")
