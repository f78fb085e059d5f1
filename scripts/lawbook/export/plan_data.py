"""What 检查 in the page reads: the plan's rules of a form, and what its grounds are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lawbook.checks import filled_form
from lawbook.forms import carrying
from lawbook.forms.form import OUR_ADVICE, Form
from lawbook.forms.plan.checks import PlanRule
from lawbook.library.library import Library


def plandata(library: Library, form: Form, *, firm: bool = False) -> dict[str, object]:
    """``plan`` (null for a form without rules) and ``grounds``: id → as readers see it.

    What a rule says, and the long texts that it looks for, stand in lists beside the rules, in
    their order: words beside words pack smaller.
    """
    checks = filled_form.rules(library, firm=firm)
    rules = [rule for rule in (checks.rules if checks else ()) if form.key in rule.forms]
    made: dict[str, object] = {"plan": None, "grounds": _grounds(library, form, rules)}
    if checks and rules:
        units = {name: dict(worth) for name, worth in checks.units.items()}
        texts: list[str] = []
        made["plan"] = {
            "units": units,
            "rules": [_apart(_rule(rule, checks.asked[rule.key]), texts) for rule in rules],
            "texts": texts,
            "messages": [rule.message for rule in rules],
            "remedies": [rule.remedy for rule in rules],
        }
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


# What the page takes where nothing is said: RULE in content/assets/forms/form.js.
_USUAL = {"level": "warns", "last_word": False, "once": None, "basis": [], "only_if": {}}
_USUAL |= {"not_if": {}}


def _rule(rule: PlanRule, asked: Mapping[str, Mapping[str, object]]) -> dict[str, object]:
    """What the page asks of a rule; it names none by its key."""
    told = {
        "level": rule.level,
        "last_word": rule.last_word,
        "once": rule.once,
        "basis": [str(ground) for ground in rule.basis],
        **{name: value for name, value in asked.items() if name != "checks"},
    }
    return {
        "checks": {"kind": rule.checks.kind, **asked["checks"]},
        **{name: value for name, value in told.items() if value != _USUAL[name]},
    }


# Stands in a rule for a text that stands beside the rules: BESIDE in content/assets/forms/form.js.
_BESIDE, _SHORT = "…", 20


def _apart(told: object, texts: list[str]) -> object:
    """What is told of a rule without its long texts, which are added to ``texts`` in order."""
    if isinstance(told, dict):
        assert not any(key.isdigit() for key in told), "a page would take it before the others"
        return {key: _apart(part, texts) for key, part in told.items()}
    if isinstance(told, list | tuple):
        return [_apart(part, texts) for part in told]
    if not isinstance(told, str) or (len(told) <= _SHORT and told != _BESIDE):
        return told
    texts.append(told)
    return _BESIDE


def _grounds(library: Library, form: Form, rules: Iterable[PlanRule]) -> dict[str, str]:
    named = [basis for _, field in form.fields for basis in field.basis if basis != OUR_ADVICE]
    named += [str(ground) for rule in rules for ground in rule.basis]
    return {ground: filled_form.shown(library, ground) for ground in dict.fromkeys(named)}
