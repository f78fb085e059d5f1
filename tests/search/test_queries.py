"""What the search answers to the queries of ``answers.yml``: which page first, what is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from searching import Answer, Search

from lawbook.base import yamlfile

GROUPS = yamlfile.read(Path(__file__).with_name("answers.yml")).tree["groups"]


def _missing(answer: Answer, word: str) -> bool:
    return answer.say == f"本指南未收录“{word}”，下面是最接近的内容"


EXPECTED: dict[str, Callable[[Answer, Any], bool]] = {
    "spot": lambda answer, spot: answer.found[0] == spot,
    "page": lambda answer, page: answer.found[0].partition("#")[0] == page,
    "below": lambda answer, page: answer.found[0].startswith(page),
    "firsts": lambda answer, firsts: (
        [group[0]["location"] for group in answer.items][: len(firsts)] == firsts
    ),
    "text": lambda answer, _: (
        not answer.found[0].startswith(("tools/obligations", "tools/crosswalk"))
    ),
    "held": lambda answer, _: "未收录" not in answer.say,
    "missing": _missing,
    "missing_but_near": lambda answer, word: _missing(answer, word) and 0 < answer.count <= 10,
    "nothing": lambda answer, _: (
        (answer.count, answer.say) == (0, f"本指南未收录“{answer.query}”，从您的角色开始")
    ),
    "meant": lambda answer, word: answer.say.startswith(f"按“{word}”查找"),
    "not_put_right": lambda answer, _: "按“" not in answer.say,
}


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["says"])
def test_queries_are_answered_as_they_should_be(group: dict[str, Any], search: Search) -> None:
    queries, holds = group["queries"], EXPECTED[group["expects"]]
    wanted = queries if isinstance(queries, dict) else dict.fromkeys(queries, group.get("firsts"))
    answers = search(list(wanted))
    assert len(answers) == len(queries)
    wrong = [one for one in answers if not holds(one, wanted[one.query])]
    assert [(one.query, one.say, one.found[:3]) for one in wrong] == []
