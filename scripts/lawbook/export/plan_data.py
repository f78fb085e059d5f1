"""Data for 检查 in the page: the plan's rules of a form, and the names of its grounds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lawbook.checks import filled_form
from lawbook.forms import carrying
from lawbook.forms.form import OUR_ADVICE, Form
from lawbook.forms.plan.checks import PlanRule
from lawbook.library.library import Library


def plandata(library: Library, form: Form, *, firm: bool = False) -> dict[str, object]:
    """Return ``plan`` (null for a form without rules) and ``grounds``: id → name for readers.

    Messages of rules, and the long texts they search for, are in lists beside the rules, in the
    same order: text next to text compresses better.
    """
    checks = filled_form.rules(library, firm=firm)
    rules = [rule for rule in (checks.rules if checks else ()) if form.key in rule.forms]
    data: dict[str, object] = {"plan": None, "grounds": _grounds(library, form, rules)}
    if checks and rules:
        units = {name: dict(worth) for name, worth in checks.units.items()}
        texts: list[str] = []
        data["plan"] = {
            "units": units,
            "rules": [_apart(_rule(rule, checks.asked[rule.key]), texts) for rule in rules],
            "texts": texts,
            "messages": [rule.message for rule in rules],
            "remedies": [rule.remedy for rule in rules],
        }
    return data


def kinds(library: Library, form: Form) -> tuple[str, ...]:
    """Return the kinds of a form's rules, and of the rules whose findings it lists."""
    checks = filled_form.rules(library)
    if checks is None:
        return ()
    origins = {*carrying.takes_findings(form)}
    own = [rule for rule in checks.rules if form.key in rule.forms]
    theirs = [rule for rule in checks.firm.rules if {*rule.forms} & origins]
    return tuple(sorted({rule.checks.kind for rule in (*own, *theirs)}))


# Defaults of a rule in the page: RULE in content/assets/forms/form.js.
_USUAL = {"level": "warns", "last_word": False, "once": None, "basis": [], "only_if": {}}
_USUAL |= {"not_if": {}}


def _rule(rule: PlanRule, asked: Mapping[str, Mapping[str, object]]) -> dict[str, object]:
    """Return what the page needs of a rule, without its key."""
    settings = {
        "level": rule.level,
        "last_word": rule.last_word,
        "once": rule.once,
        "basis": [str(ground) for ground in rule.basis],
        **{name: value for name, value in asked.items() if name != "checks"},
    }
    return {
        "checks": {"kind": rule.checks.kind, **asked["checks"]},
        **{name: value for name, value in settings.items() if value != _USUAL[name]},
    }


# Placeholder in a rule for a text in the list: BESIDE in content/assets/forms/form.js.
_BESIDE, _SHORT = "…", 20


def _apart(told: object, texts: list[str]) -> object:
    """Return a rule's values without its long texts, which are appended to ``texts`` in order."""
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
