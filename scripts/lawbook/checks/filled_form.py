"""The check of a filled form (检查): what is wrong, why, on which basis, and what to do.

All findings come at once: those of the form itself, those of the plan's rules, and what could
not be read. What must be changed stands first; what is only advised follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lawbook.base.shared import Shared
from lawbook.base.yamlfile import Path_
from lawbook.forms.answers import Answers
from lawbook.forms.findings import FIELD_REQUIRED, Finding, findings, texts
from lawbook.forms.form import FIELD_ADVISED, OUR_ADVICE, Field, Form
from lawbook.forms.plan import checks as plan_checks
from lawbook.forms.plan.checks import PlanChecks
from lawbook.forms.plan.paper import Paper
from lawbook.library import grounds
from lawbook.library.citations import report
from lawbook.library.holdings import UnknownCitation
from lawbook.library.library import Library
from lawbook.library.shelf import shelf
from lawbook.library.verdict import UNCHECKED
from lawbook.library.verdict import Finding as Cited

MUST_AND_ADVICE: Shared[str] = "必改 {must} 处，提醒 {advice} 处"

UNEXPLAINED: Shared[str] = "没有写明内容"
FIXED_CHANGED: Shared[str] = "固定内容被改动或删去"
COPY_FROM_BLANK: Shared[str] = "请从空白表中复制回来"
CITED: Shared[str] = "{called}引用的“{text}”：{label}{detail}"
CORRECT_QUOTE: Shared[str] = "请对照原文改正"
CHECK_QUOTE: Shared[str] = "请对照原文核对"
FINDING_LINE: Shared[str] = "{weight}｜{where}｜{reason}｜依据：{basis}｜改法：{remedy}"

READ_AGAIN: Shared[str] = "请改好后再检查一次"


def finding_line(where: str, reason: str, basis: str, remedy: str, *, advice: bool) -> str:
    """Return a finding, of a paper or of a whole case, as the line that people read."""
    weight = "提醒" if advice else "必改"
    return FINDING_LINE.format(
        weight=weight, where=where, reason=reason, basis=basis, remedy=remedy
    )


@dataclass(frozen=True)
class Remark:
    """One finding as people read it; ``field`` is the key of the field it belongs to."""

    field: str
    where: str
    reason: str
    basis: str
    remedy: str
    advice: bool = False

    def __str__(self) -> str:
        return finding_line(self.where, self.reason, self.basis, self.remedy, advice=self.advice)


def rules(library: Library, *, firm: bool = False) -> PlanChecks | None:
    """Return a project's plan rules (read once), or None if it has none. Raises ProblemsFound.

    ``firm``: without the rules that only advise.
    """
    if not _READ or _READ[0][0] is not library:
        _READ[:] = [(library, plan_checks.load(library.root, library.forms))]
    made = _READ[0][1]
    return made.firm if made and firm else made


_READ: list[tuple[Library, PlanChecks | None]] = []


def remarks(
    library: Library,
    answers: Answers,
    faults: Iterable[tuple[str, str]] = (),
    altered: tuple[str, ...] | None = None,
    *,
    firm: bool = False,
) -> tuple[Remark, ...]:
    """Return the remarks on answers; ``firm``: without what the plan's rules only advise.

    ``faults`` are fields that could not be read and why; ``altered`` are fixed fields whose text
    was changed in a Word file.
    """
    form = library.forms[answers.form]
    checks = rules(library, firm=firm)
    unread = dict(faults)
    made = [*_of_reading(form, unread), *_of_plan(checks, form, answers, altered)]
    made += _of_citations(library, form, answers)
    beside = {finding.field for finding in made if finding.rule}
    for finding in findings(form, answers.values):
        covered = finding.advice and finding.field in beside and UNEXPLAINED in finding.reason
        if finding.field not in unread and not covered:
            made.append(finding)
    order = {field.key: number for number, (_, field) in enumerate(form.fields)}
    made.sort(key=lambda finding: (finding.advice, order[finding.field]))
    return tuple(dict.fromkeys(_remark(library, form, finding) for finding in made))


def _of_reading(form: Form, unread: dict[str, str]) -> Iterator[Finding]:
    for key, message in unread.items():
        if not message:
            continue  # the finding on another field covers this one too
        reason, _, remedy = message.rpartition("；")
        yield Finding(key, (), reason or message, remedy, basis=_firm(form.field(key)))


def _of_plan(
    checks: PlanChecks | None, form: Form, answers: Answers, altered: tuple[str, ...] | None
) -> Iterator[Finding]:
    findings = list(checks.findings(Paper(form, answers, altered))) if checks else []
    reported = {finding.field for finding in findings}
    yield from findings
    for key in altered or ():
        if key not in reported:
            remedy = COPY_FROM_BLANK
            yield Finding(key, (), FIXED_CHANGED, remedy, basis=_firm(form.field(key)))


def _of_citations(library: Library, form: Form, answers: Answers) -> Iterator[Finding]:
    """Yield wrong citations, and advice on citations of our documents that cannot be compared."""
    if "verdicts" not in library.vocabularies:
        return
    words, books = library.vocabularies["verdicts"], shelf(library)
    for _, field in form.fields:
        for path, label, text in texts(field, answers.values.get(field.key)):
            for finding in report(books, words, text).findings:
                known = finding.citation and finding.verdict in UNCHECKED
                if finding.wrong or known:
                    yield _of_citation(field, path, label, words[finding.verdict].label, finding)


def _of_citation(field: Field, path: Path_, called: str, label: str, cited: Cited) -> Finding:
    reason = CITED.format(
        called=called,
        text=cited.text,
        label=label,
        detail=f"；{cited.detail}" if cited.detail else "",
    )
    remedy = CORRECT_QUOTE if cited.wrong else CHECK_QUOTE
    advice = not cited.wrong or cited.verdict == "draft"
    return Finding(field.key, path, reason, remedy, advice=advice, basis=(cited.citation,))


def _firm(field: Field) -> tuple[str, ...]:
    return tuple(basis for basis in field.basis if basis != OUR_ADVICE)


def _remark(library: Library, form: Form, finding: Finding) -> Remark:
    section, field = next(pair for pair in form.fields if pair[1].key == finding.field)
    basis = "、".join(dict.fromkeys(shown(library, ground) for ground in finding.basis))
    reason = finding.reason.removeprefix(f"「{field.called}」")
    remedy = finding.remedy or field.help or READ_AGAIN
    if finding.remedy in {FIELD_REQUIRED, FIELD_ADVISED} and field.help:
        remedy = f"{finding.remedy}：{field.help}"
    label = f"{section.title}「{field.called}」"
    return Remark(
        finding.field, label, reason, basis or OUR_ADVICE, remedy.rstrip("。"), finding.advice
    )


def shown(library: Library, ground: str) -> str:
    """Return a basis as readers see it, with its confidence if it is a fact of ours."""
    if "#" not in ground:
        return library.display(ground)
    try:
        fact = library.fact(ground)
    except UnknownCitation:  # the check of the data names it
        return ground
    return f"{library.display(fact.provision)}（{grounds.term(library, fact).tag}）"
