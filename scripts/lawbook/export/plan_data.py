"""What 检查 in the page reads: the plan's rules of a form, and what its grounds are called."""

from __future__ import annotations

from collections.abc import Iterable

from lawbook.checks import filled_form
from lawbook.forms import carrying
from lawbook.forms.form import OUR_ADVICE, Form
from lawbook.forms.plan.checks import PlanRule
from lawbook.library.library import Library


def plandata(library: Library, form: Form, *, firm: bool = False) -> dict[str, object]:
    """``plan`` (null for a form without rules) and ``grounds``: id → as readers see it."""
    checks = filled_form.rules(library, firm=firm)
    rules = [rule for rule in (checks.rules if checks else ()) if form.key in rule.forms]
    made: dict[str, object] = {"plan": None, "grounds": _grounds(library, form, rules)}
    if checks and rules:
        units = {name: dict(worth) for name, worth in checks.units.items()}
        made["plan"] = {"units": units, "rules": [_rule(rule) for rule in rules]}
    return made


def kinds(library: Library, form: Form) -> tuple[str, ...]:
    """The kinds of the rules of a form, and of those of which it lists what they lack."""
    checks = filled_form.rules(library)
    if checks is None:
        return ()
    origins = {*carrying.takes_findings(form)}
    own = [rule for rule in checks.rules if form.key in rule.forms]
    theirs = [rule for rule in checks.firm.rules if {*rule.forms} & origins]
    return tuple(sorted({rule.checks.kind for rule in (*own, *theirs)}))


def _rule(rule: PlanRule) -> dict[str, object]:
    return {
        "key": rule.key,
        "checks": {
            "kind": rule.checks.kind,
            **rule.checks.model_dump(mode="json", by_alias=True, exclude_defaults=True),
        },
        "message": rule.message,
        "remedy": rule.remedy,
        "level": rule.level,
        "last_word": rule.last_word,
        **({"once": rule.once} if rule.once else {}),
        "basis": [str(ground) for ground in rule.basis],
        **rule.model_dump(include={"only_if", "not_if"}, exclude_defaults=True),
    }


def _grounds(library: Library, form: Form, rules: Iterable[PlanRule]) -> dict[str, str]:
    named = [basis for _, field in form.fields for basis in field.basis if basis != OUR_ADVICE]
    named += [str(ground) for rule in rules for ground in rule.basis]
    return {ground: filled_form.shown(library, ground) for ground in dict.fromkeys(named)}
