"""A decision tells what the re-review of its activity said; it is our turn until it is served."""

import datetime
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from made_cases import changed, until

from lawbook import word
from lawbook.desk import papers
from lawbook.desk.case import Case, Entry
from lawbook.desk.register import cells, row
from lawbook.desk.standing import standing
from lawbook.forms.values import Chosen
from lawbook.library.library import Library

TODAY = datetime.date(2027, 4, 1)
LISTED = "三、专家复核。本活动列入复核清单。"
OPINED = "复核意见：望汐市专家组（虚构）的复核意见（2027年2月25日收到），结论为不同意。"
EXEMPT = "按《办法》第二十六条不需要复核"


def _met(case: Case, outcome: str, month: int) -> Case:
    """A meeting more, with another outcome."""
    meeting = case.papers("review-minutes")[-1]
    day = datetime.date(2027, month, 1)
    entry = changed(meeting, outcome=(Chosen(outcome),), day=day)
    return case.with_entry(replace(entry, day=day))


def _told(library: Library, case: Case, expert: str = "") -> list[str]:
    """The sentences on the re-review in the letter that comes next."""
    act = library.rules.cases.acts["review-decision"]
    answers = papers.begun(library, case, act, TODAY)
    more = {"expert": expert} if expert else {}
    whole = replace(answers, values=MappingProxyType({**answers.values, **more}))
    data = io.BytesIO(word.fill(library.forms["review-decision"], whole))
    xml = zipfile.ZipFile(data).read("word/document.xml").decode()
    lines = [re.sub("<[^>]*>", "", line) for line in xml.split("</w:p>")]
    start = next(n for n, line in enumerate(lines) if line.startswith("三、"))
    end = next(n for n, line in enumerate(lines) if line.startswith("四、"))
    return lines[start:end]


def test_a_listed_activity_that_is_not_approved_is_told_what_its_re_review_said(
    library: Library, example: Callable[[str], Case]
) -> None:
    """And nothing where there was none, or only one of what was resubmitted since."""
    case, acts = example("2026-004"), library.rules.cases.acts
    keys = [entry.act.key for entry in case.entries]
    answer = case.entries[keys.index("re-review-answered")]
    said = MappingProxyType({"issuer": "望汐市专家组（虚构）", "opinion": "不同意"})
    answered = until(case, keys.index("re-review-answered")).with_entry(replace(answer, said=said))
    reviewing = until(case, keys.index("review-minutes"))
    meeting = case.entries[keys.index("review-minutes")]
    for outcome in ("reject", "revise"):
        assert _told(library, _met(answered, outcome, 3)) == [LISTED, OPINED]
        never = reviewing.with_entry(changed(meeting, outcome=(Chosen(outcome),)))
        assert _told(library, never) == [LISTED]
        assert _told(library, never, EXEMPT) == [LISTED, f"复核意见：{EXEMPT}。"]
    decision = case.entries[keys.index("review-decision")]
    day = datetime.date(2027, 3, 2)
    revised = replace(changed(decision, decision=(Chosen("revise"),), day=day), day=day)
    again = Entry(acts["resubmitted"], datetime.date(2027, 3, 3))
    back = _met(answered, "revise", 3).with_entry(revised).with_entry(again)
    assert standing(library, back).state.key == "re-examining"
    assert _told(library, _met(back, "reject", 4)) == [LISTED]


def test_whose_turn_it_is_follows_the_next_step(
    library: Library, example: Callable[[str], Case]
) -> None:
    case = example("2026-003")

    def told(outcome: str) -> list[tuple[str, ...]]:
        decision = changed(case.entries[3], decision=(Chosen(outcome),))
        decided = until(case, 3).with_entry(decision)
        some = (decided, decided.with_entry(case.entries[4]))
        shown = (cells(library, row(library, standing(library, one), TODAY)) for one in some)
        return [(one[0], one[7], one[-1]) for one in shown]

    assert told("revise") == [("要办的", "待修改", "记送达"), ("等对方", "待修改", "记重新提交")]
    assert told("reject") == [("要办的", "待送达", "记送达"), ("已办结", "不予批准", "")]
    assert told("approve") == [
        ("要办的", "跟踪期内", "记送达"),
        ("跟踪期内", "跟踪期内", "记跟踪审查"),
    ]
