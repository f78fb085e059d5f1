"""Check a whole case.

Its order, the rules of ``data/rules/cases.yml``, and what the check of each paper finds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lawbook.checks import filled_form
from lawbook.checks.filled_form import READ_AGAIN, Remark, finding_line, shown
from lawbook.desk.case import Case, Entry
from lawbook.desk.kinds import Hit, hits
from lawbook.desk.standing import standing
from lawbook.forms.form import OUR_ADVICE
from lawbook.library.library import Library
from lawbook.rules.caserule import CaseRule, words


@dataclass(frozen=True)
class CaseFinding:
    """One finding over a case: where, what, on which basis, what to do; ``rule`` found it."""

    where: str
    reason: str
    basis: str
    remedy: str
    advice: bool
    rule: str

    def __str__(self) -> str:
        return finding_line(self.where, self.reason, self.basis, self.remedy, advice=self.advice)


Checked = dict[int, tuple[Remark, ...]]  # the remarks on a paper, by the id of its answers


def case_findings(library: Library, case: Case) -> tuple[CaseFinding, ...]:
    """Return the findings over a case, those that must be changed first."""
    return (*_findings(library, case, {}), *_to_be_seen(library, case))


def new_findings(library: Library, before: Case, then: Case) -> list[CaseFinding]:
    """Return the findings of ``then`` that ``before`` had not; each paper is checked once."""
    checked: Checked = {}
    known = set(_findings(library, before, checked))
    findings = (*_findings(library, then, checked), *_to_be_seen(library, then))
    return [finding for finding in findings if finding not in known]


def _findings(library: Library, case: Case, checked: Checked) -> tuple[CaseFinding, ...]:
    now = standing(library, case)
    findings = [
        CaseFinding(entry.act.label, reason, OUR_ADVICE, READ_AGAIN, advice=False, rule="order")
        for entry, reason in now.strange
    ]
    findings += [
        _finding(library, case, rule, hit)
        for rule in library.rules.cases.rules
        for hit in hits(library, now, rule.checks)
    ]
    for entry in checked_papers(case):
        assert entry.answers is not None
        if id(entry.answers) not in checked:
            checked[id(entry.answers)] = filled_form.remarks(library, entry.answers)
        findings += [_of_paper(entry, remark) for remark in checked[id(entry.answers)]]
    findings.sort(key=lambda finding: finding.advice)
    return tuple(dict.fromkeys(findings))


def _to_be_seen(library: Library, case: Case) -> Iterator[CaseFinding]:
    """Yield the reminders about an application on which nothing was done yet.

    What must be changed in it is reported by a rule, which leads to the notice.
    """
    last = case.entries[-1]
    if last.answers and last.act.key == case.entries[0].act.key:
        for remark in filled_form.remarks(library, last.answers):
            if remark.advice:
                yield _of_paper(last, remark)


def checked_papers(case: Case) -> Iterator[Entry]:
    """Yield the papers checked with the case; the application was checked when it came in."""
    for entry in case.entries:
        if entry.answers and entry.act.key != case.entries[0].act.key:
            yield entry


def _of_paper(entry: Entry, remark: Remark) -> CaseFinding:
    where = f"{entry.act.label}：{remark.where}"
    return CaseFinding(
        where, remark.reason, remark.basis, remark.remedy, remark.advice, rule="paper"
    )


def _finding(library: Library, case: Case, rule: CaseRule, hit: Hit) -> CaseFinding:
    basis = "、".join(dict.fromkeys(shown(library, str(ground)) for ground in rule.basis))
    return CaseFinding(
        hit.get("label", case.number),
        words(rule.message, hit).rstrip("。"),
        basis or OUR_ADVICE,
        words(rule.remedy, hit).rstrip("。"),
        advice=rule.level == "warns",
        rule=rule.key,
    )
