"""Checks of forms and their examples: one rule, one small generator."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.forms import carrying
from lawbook.forms.answers import FICTIONAL, reading
from lawbook.forms.plan import checks as plan_checks
from lawbook.law.citation import Citation
from lawbook.law.source import Source
from lawbook.library import grounds
from lawbook.library.holdings import UnknownCitation
from lawbook.library.library import Library, field_basis
from lawbook.rules.rule import FIRM, Ground


def every_required_field_rests_on_firm_ground(library: Library) -> Iterator[Problem]:
    """A field is required only where official words, or two texts independently known, ask it."""
    for form in library.forms.values():
        where = library.file_of(f"forms/{form.key}")
        for _, item in form.fields:
            if item.required and not _asked_firmly(library, tuple(field_basis(item))):
                message = (
                    "没有原文载明、两源互证或者两部文件的依据，不能设为必填；请改为 advised: true"
                )
                yield Problem(f"{where}「{item.label}」", message)


def _asked_firmly(library: Library, basis: tuple[Citation, ...]) -> bool:
    return any(_firm(library, ground) for ground in basis) or any(
        source.independent_of(other)
        for here, there in combinations(basis, 2)
        if here.document != there.document
        for source, other in product(_told_by(library, here), _told_by(library, there))
    )


def _told_by(library: Library, basis: Citation) -> tuple[Source, ...]:
    """Return the sources of the facts about a provision whose text we do not hold."""
    facts = (fact for fact in library.facts_on(basis) if fact.kind == "content")
    keys = dict.fromkeys(key for fact in facts for key in fact.sources)
    known = (library.sources[key] for key in keys if key in library.sources)
    return () if basis.document in library.documents else tuple(known)


def _firm(library: Library, basis: Citation) -> bool:
    if basis.document in library.unread:
        return True
    source = library.sources.get(basis.document)
    if basis.document in library.documents:
        return source is not None and source.authority in {"official", "reading", "local"}
    # With facts of mixed confidence about an article, it is unknown which one a field rests on.
    known = [fact.confidence for fact in library.facts_on(basis) if fact.kind == "content"]
    return bool(known) and set(known) <= {"official", "two"}


def every_example_could_be_submitted(library: Library) -> Iterator[Problem]:
    """An example belongs to a form, can be read, and leaves nothing open."""
    for name, file in library.examples.items():
        if any(name.startswith(f"{key}-") for key in library.unread):
            continue
        try:
            form = library.form_of_example(name)
        except UnknownCitation as unknown:
            yield Problem(file.where(), str(unknown))
            continue
        read = reading(form, file)
        yield from (*read.faults, *read.findings, *read.notes)


def every_example_says_that_it_is_fictional(library: Library) -> Iterator[Problem]:
    """An example carries a mark, printed on every page of the Word file, that says 虚构示例."""
    for file in library.examples.values():
        mark = file.tree.get("mark") if isinstance(file.tree, dict) else None
        if FICTIONAL not in str(mark):
            yield Problem(file.where(("mark",)), "示例必须标明是虚构的；请写 mark: 虚构示例……")


def every_form_names_an_example_that_exists(library: Library) -> Iterator[Problem]:
    """The example that pages offer first is one of the examples."""
    for form in library.forms.values():
        if form.example is not None and form.example not in library.examples:
            message = f"没有示例 {form.example}；请改 example"
            yield Problem(library.origins[f"forms/{form.key}"], message)


def every_plan_rule_rests_on_what_exists(library: Library) -> Iterator[Problem]:
    """The plan's own rules can be read, rest on what exists, and are as sure as that."""
    try:
        rules = plan_checks.load(library.root, library.forms)
    except ProblemsFound as error:
        if not set(library.unread) & set(library.forms):
            yield from error.problems
        return
    origins = plan_checks.origins(library.root) if rules else {}
    for rule in rules.rules if rules else ():
        for message in _faults_of_ground(library, rule):
            yield Problem(origins[rule.key], f"{rule.key} {message}")


def _faults_of_ground(library: Library, rule: plan_checks.PlanRule) -> Iterator[str]:
    faults = [grounds.fault(library, ground) for ground in (*rule.basis, *rule.see)]
    yield from filter(None, faults)
    if any(faults):
        return
    own = f"的 confidence 是 {rule.confidence}，basis"
    if any(grounds.surety(library, ground) for ground in rule.basis):
        wanted = grounds.weakest(library, rule.basis)
        if rule.confidence not in {wanted, "unknown"}:
            yield f"{own} 中最弱的是 {wanted}；请改为 {wanted}"
    elif rule.confidence in FIRM and not _known_firmly(library, rule.basis):
        yield f"{own} 的条文只有一处来源；请改为 one"


def _known_firmly(library: Library, basis: tuple[Ground, ...]) -> bool:
    """Return whether something about these provisions is known firmly, or from two texts."""
    cited = tuple(ground for ground in basis if isinstance(ground, Citation))
    facts = (
        fact for citation in cited for fact in library.facts_on(citation) if fact.kind == "content"
    )
    firm = any(fact.confidence in FIRM for fact in facts)
    return firm or _asked_firmly(library, cited)


def every_field_is_carried_from_one_that_fits(library: Library) -> Iterator[Problem]:
    """What a field is prefilled from exists and has the same kind of answer."""
    for form in library.forms.values():
        where = library.file_of(f"forms/{form.key}")
        if not set(carrying.sources(form)) & set(library.unread):
            for field, message in carrying.faults(library.forms, form):
                yield Problem(f"{where}「{field.label}」", message)


def every_fact_beside_a_field_exists(library: Library) -> Iterator[Problem]:
    """A fact that a field shows is one of ours."""
    for form in library.forms.values():
        where = library.file_of(f"forms/{form.key}")
        for _, field in form.fields:
            for named in field.see:
                try:
                    library.fact(named)
                except UnknownCitation as unknown:
                    yield Problem(f"{where}「{field.label}」", f"see：{unknown}")


FORM_CHECKS = (
    every_required_field_rests_on_firm_ground,
    every_example_could_be_submitted,
    every_example_says_that_it_is_fictional,
    every_form_names_an_example_that_exists,
    every_plan_rule_rests_on_what_exists,
    every_field_is_carried_from_one_that_fits,
    every_fact_beside_a_field_exists,
)
