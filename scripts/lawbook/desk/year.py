"""A committee's year (委员会年度工作报告): figures counted from the cases, never typed.

A report covers the applications that came in its year and those left open by the year before, so
that each case is counted once where it ends and every sum adds up. What no case knows (pauses,
complaints, training) is left to the secretary.
"""

from __future__ import annotations

import datetime
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

from lawbook.desk.case import Case, Entry
from lawbook.desk.standing import Standing, standing
from lawbook.forms.answers import Answers
from lawbook.forms.values import Row, Value
from lawbook.library.library import Library

FORM = "yearly-report"
REFUSED, SUPPLEMENT = "review-refusal", "review-supplement"
OUTCOMES = {"approve": "approved", "revise": "revised", "reject": "rejected"}
MEETINGS = frozenset({"meeting", "online"})


@dataclass(frozen=True)
class ReportedCase:
    """One case as a report sees it: as it was on the last day of the year."""

    now: Standing
    year: int
    first: Entry | None
    """The first decision, or the first opinion that sends the activity back."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return the entries up to the last day of the year."""
        return self.now.case.entries

    @property
    def carried(self) -> bool:
        """Return whether it came before the year and was still open when the year began."""
        return self.entries[0].day.year < self.year

    @property
    def accepted(self) -> datetime.date | None:
        """Return the day of acceptance."""
        acceptance = self.now.case.newest("review-acceptance")
        return acceptance.date("accepted") or acceptance.day if acceptance else None

    @property
    def is_withdrawn(self) -> bool:
        """Return whether the applicant withdrew it."""
        return self.now.state.key == "withdrawn"

    @property
    def procedure(self) -> str:
        """Return the procedure of its review; a change to the general one counts."""
        return self.now.facts.get("procedure", "")

    @property
    def outcome(self) -> str:
        """Return the field of the report that counts its first decision; empty if there is none."""
        if self.first is None:
            return ""
        return OUTCOMES.get(self.first.option("decision"), "revised")

    @property
    def days(self) -> int | None:
        """Return how many days lie between acceptance and the first decision."""
        if self.first is None or self.accepted is None:
            return None
        return (self.first.day - self.accepted).days

    def within(self, *acts: str, **said: str) -> int:
        """Return how many entries of some acts, with such options, fall in the year."""
        return sum(
            entry.act.key in acts
            and entry.day.year == self.year
            and all(entry.option(key) == wanted for key, wanted in said.items())
            for entry in self.entries
        )


def year_report(library: Library, cases: Iterable[Case], year: int) -> Answers:
    """Return the yearly report, begun with all that the cases know; all zeros without cases."""
    stories = [story for case in cases if (story := _told(library, case, year))]
    ours = [story for story in stories if _is_ours(story)]
    values: dict[str, Value] = {key: str(sum(map(count, ours))) for key, count in _OF_CASES.items()}
    values |= {key: str(sum(map(count, stories))) for key, count in _OF_THE_YEAR.items()}
    values |= _periods(library, ours)
    values["meetings"] = str(len({day for story in stories for day in _meetings(story)}))
    values["until"] = datetime.date(year, 12, 31)
    named = Counter(story.now.facts.get("committee", "") for story in stories)
    named.pop("", None)
    if named:
        values["committee"] = named.most_common(1)[0][0]
    if rows := tuple(_listed(story) for story in stories if story.now.listed and story.accepted):
        values["listed"] = rows
    known = {field.key for _, field in library.forms[FORM].fields}
    mark = next((story.now.case.mark for story in stories if story.now.case.mark), "")
    kept = {key: value for key, value in values.items() if key in known}
    return Answers(FORM, MappingProxyType(kept), mark=mark)


def _told(library: Library, case: Case, year: int) -> ReportedCase | None:
    """Return a case as it stood at the end of a year; None if it ended before or came after it."""
    entries = tuple(entry for entry in case.entries if entry.day.year <= year)
    if not entries:
        return None
    now = standing(library, replace(case, entries=entries))
    if now.is_closed and all(entry.day.year < year for entry in entries):
        return None
    return ReportedCase(now, year, next((entry for entry in entries if _decides(entry)), None))


def _decides(entry: Entry) -> bool:
    sent_back = entry.act.key == "review-opinion" and entry.option("outcome") == "fail"
    return sent_back or (entry.act.key == "review-decision" and entry.option("decision") != "")


def _is_ours(story: ReportedCase) -> bool:
    """Return whether a case came in the year, or was open when the year began."""
    if not story.carried:
        return True
    ends = [entry.day for entry in story.entries if _ends(entry)]
    return not ends or min(ends).year == story.year


def _ends(entry: Entry) -> bool:
    return _decides(entry) or entry.act.key in {REFUSED, "withdrawn"}


def _is(test: Callable[[ReportedCase], object]) -> Callable[[ReportedCase], int]:
    return lambda story: int(bool(test(story)))


def _accepted_with(part: str, word: str) -> Callable[[ReportedCase], int]:
    """Return a counter of accepted cases whose attribute ``part`` equals ``word``."""
    return _is(lambda story: story.accepted and getattr(story, part) == word)


def _in_review(story: ReportedCase) -> bool:
    return bool(story.accepted) and not story.outcome and not story.is_withdrawn


def _waiting(story: ReportedCase) -> bool:
    """Return whether acceptance is undecided; one withdrawn before the decision counts too."""
    return not story.accepted and not story.now.case.papers(REFUSED)


_OF_CASES: dict[str, Callable[[ReportedCase], int]] = {
    "received": lambda _: 1,
    "mended": _is(lambda story: story.within(SUPPLEMENT)),
    "accepted": _is(lambda story: story.accepted),
    "refused": _is(lambda story: story.now.case.papers(REFUSED)),
    "waiting": _is(_waiting),
    **{name: _accepted_with("procedure", name) for name in ("general", "simple", "emergency")},
    **{name: _accepted_with("outcome", name) for name in OUTCOMES.values()},
    "in_review": _is(_in_review),
    "withdrawn": _is(lambda story: story.accepted and not story.outcome and story.is_withdrawn),
}
_OF_THE_YEAR: dict[str, Callable[[ReportedCase], int]] = {
    "rereviews": lambda story: story.within("re-review-sent"),
    "rereview_agreed": lambda story: (
        story.within("re-review-answered", opinion="同意")
        + story.within("rereview-opinion", outcome="agree")
    ),
    "tracked": lambda story: story.within("tracked"),
    "stopped": lambda story: story.within("ended"),
    "appeals": lambda story: story.within("appealed"),
    "appeals_upheld": lambda story: sum(_appeals_answered(story)),
    "appeals_rejected": lambda story: sum(not upheld for upheld in _appeals_answered(story)),
}


def _appeals_answered(story: ReportedCase) -> Iterator[bool]:
    """Yield, for each appeal answered in the year, whether it was upheld.

    A new decision without an answer upholds it if it differs from the one before.
    """
    is_open, before = False, ""
    for entry in story.entries:
        key, in_year = entry.act.key, entry.day.year == story.year
        decided = entry.option("decision") if key == "review-decision" else ""
        answers = {
            "review-appeal": entry.option("sufficient") == "well_founded",
            "appeal-refused": False,
            "review-decision": decided != before,
        }
        if is_open and in_year and key in answers:
            yield answers[key]
        is_open = key == "appealed" or (is_open and key not in answers)
        before = decided or before


def _periods(library: Library, ours: Iterable[ReportedCase]) -> Iterator[tuple[str, Value]]:
    """Yield the median of days from acceptance to first decision, and how many took too long."""
    days = [story.days for story in ours if story.days is not None]
    if days:
        yield "median", str(int(statistics.median(days) + 0.5))
    limit = library.rules.deadlines["decision"].length
    if limit is not None:
        yield "late", str(sum(number > limit for number in days))


def _meetings(story: ReportedCase) -> Iterator[datetime.date]:
    """Yield the days of the committee's meetings on a case; one meeting hears several cases."""
    for entry in story.now.case.papers("review-minutes"):
        if entry.day.year == story.year and entry.option("way") in MEETINGS:
            yield entry.day


def _listed(story: ReportedCase) -> Row:
    """Return a listed activity's row: name, leader, approval, re-review, registration, state."""
    decisions = story.now.case.papers("review-decision")
    approved = next((e for e in decisions if e.option("decision") == "approve"), None)
    registered = story.now.case.newest("registered")
    return (
        story.now.facts.get("activity", ""),
        story.now.facts.get("applicant", ""),
        approved.day.isoformat() if approved else "",
        _re_reviewed(story, approved),
        registered.day.isoformat() if registered else "",
        story.now.state.label,
    )


def _re_reviewed(story: ReportedCase, approved: Entry | None) -> str:
    for entry in reversed(story.entries):
        if entry.act.key == "re-review-answered":
            return entry.option("opinion")
        if entry.act.key == "rereview-opinion":
            return {"agree": "同意", "disagree": "不同意"}.get(entry.option("outcome"), "")
        if entry.act.key == "re-review-sent":
            return "复核中"
    return "不需要" if approved else ""
