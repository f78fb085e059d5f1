"""Data for the scripts of the tools: the rules with names, links and quotations resolved.

Each extract is a JSON object. Grounds are named by id and explained once in ``grounds``; addresses
are relative to the site's root. A statement is ``{…, "basis": [ids], "see": [ids], "confidence":
key or null, "unseen": bool}``; null means that it is this guide's own advice.
"""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel

from lawbook.base import tables
from lawbook.export import case_data, citations
from lawbook.export.envelope import compact, script
from lawbook.library import grounds
from lawbook.library.library import Library
from lawbook.library.signpost import signposts
from lawbook.rules import outcomes
from lawbook.rules.rule import Based, FactId, Ground, based

_QUOTED = 400  # maximum characters of a provision that is quoted whole
_LISTS = (
    "parts", "questions", "terms", "lists", "reasons", "verdicts", "consequences", "pointers",
)  # fmt: skip
_TAKEN = frozenset({"basis", "see", "confidence", "final_unseen"})


def extracts(library: Library) -> dict[str, bytes]:
    """Return each extract as ``navigator.json`` and, for pages opened from a disk, ``.js``.

    The script passes the same object to ``lawbookData``. Empty if there are no rules.
    """
    if not library.rules:
        return {}
    trees = {
        "navigator": _navigator(library),
        "deadlines": _deadlines(library),
        "obligations": _obligations(library),
        "citations": citations.tree(library),
        "committee": _committee(library),
        "committee-examples": {"cases": case_data.examples(library)},  # evaluated only on request
    }
    files = {name: compact(tree) for name, tree in trees.items()}
    scripts = {f"{name}.js": script(f"tools/{name}", tree) for name, tree in trees.items()}
    results = tables.as_csv(outcomes.HEADER, outcomes.rows(library.rules.decision))
    named = {f"{name}.json": data for name, data in files.items()}
    return named | scripts | {"outcomes.csv": results}


def _navigator(library: Library) -> dict[str, object]:
    decision = library.rules.decision
    book = library.rules.deadlines
    named = {key for consequence in decision.consequences for key in consequence.deadlines}
    limits = [deadline for deadline in book.deadlines if deadline.key in named]
    return {
        **{
            name: [_plain(library, record) for record in getattr(decision, name)] for name in _LISTS
        },
        "fills": [_plain(library, fill) for fill in decision.filled],
        "deadlines": {deadline.key: _limit(library, deadline) for deadline in limits},
        "forms": {key: _form(library, key) for key in library.forms},
        "criteria": {
            criterion.key: criterion.title for criterion in library.rules.criteria.criteria
        },
        "examples": {
            pointer.example: str(library.examples[pointer.example].tree["title"])
            for pointer in decision.pointers
            if pointer.example
        },
        **_common(library, [decision, *limits]),
    }


def _deadlines(library: Library) -> dict[str, object]:
    book, calendar = library.rules.deadlines, library.work_calendar
    years = [year.plain | _grounds_of(library, year) for year in calendar.years]
    return {
        "counting": [_plain(library, counting) for counting in book.counting],
        "triggers": [_plain(library, trigger) for trigger in book.triggers],
        "deadlines": [_limit(library, deadline) for deadline in book.deadlines],
        "years": years,
        "national": library.national,
        "places": _places(library),
        **_common(library, [book, *calendar.years]),
    }


def _committee(library: Library) -> dict[str, object]:
    cases, limits = library.rules.cases, _deadlines(library)
    return {
        "flow": case_data.flow(library),
        "surnames": library.rules.surnames.model_dump(mode="json"),
        "labels": case_data.labels(library, cases),
        "titles": case_data.titles(library, cases),
        **limits,
        **_common(library, [cases, library.rules.deadlines, *library.work_calendar.years]),
    }


def _places(library: Library) -> list[dict[str, str]]:
    """Return the places that have deadlines of their own: key and label."""
    here = library.rules.deadlines.local_places
    words = library.vocabularies["places"]
    return [{"key": term.key, "label": term.label} for term in words.terms if term.label in here]


def _obligations(library: Library) -> dict[str, object]:
    book = library.rules.obligations
    return {
        "topics": list(book.topics),
        "national": library.national,
        "obligations": [_duty(library, duty) for duty in book.obligations],
        **_common(library, [book]),
    }


def _duty(library: Library, duty: Based) -> dict[str, object]:
    tree = _plain(library, duty)
    responsible = tree.pop("responsible", None)
    block = library.find(str(responsible)).responsible if responsible else None
    return tree | {"responsible": list(block.as_named) if block else []}


def _limit(library: Library, record: BaseModel) -> dict[str, object]:
    address = f"tools/deadlines/#deadline-{getattr(record, 'key', '')}"
    return _plain(library, record) | {"address": address}


def _form(library: Library, key: str) -> dict[str, str]:
    return {
        "title": library.forms[key].title,
        "address": f"forms/{key}/",
        "blank": f"files/{key}-blank.docx",
    }


def _plain(library: Library, model: BaseModel) -> dict[str, object]:
    """Return a record as plain values, a statement's grounds as its last keys."""
    tree: dict[str, object] = {}
    for name in type(model).model_fields:
        if name not in _TAKEN:
            tree[name] = _value(library, getattr(model, name))
    if isinstance(model, Based):
        tree |= _grounds_of(library, model)
    return {key: value for key, value in tree.items() if value is not None or key == "confidence"}


def _grounds_of(library: Library, record: Based) -> dict[str, object]:
    return {
        "basis": [str(ground) for ground in record.basis],
        "see": [str(ground) for ground in record.see],
        "confidence": grounds.mark(library, record),
        "unseen": record.final_unseen,
    }


def _value(library: Library, value: object) -> object:
    if isinstance(value, BaseModel):
        return _plain(library, value)
    if isinstance(value, tuple):
        return [_value(library, item) for item in value]
    return value if value is None or isinstance(value, bool | int) else str(value)


def _common(library: Library, models: Iterable[BaseModel]) -> dict[str, object]:
    """Return what every extract explains: grounds, marks, roles."""
    roles = {term.key: term.label for term in library.vocabularies["roles"].terms}
    units = {key: term.tag for key, term in library.actors.items() if key not in roles}
    return {
        "grounds": {str(ground): _ground(library, ground) for ground in _named(models)},
        "confidences": _terms(library, "confidences"),
        "authorities": _terms(library, "authorities"),
        "roles": units | roles,
    }


def _terms(library: Library, name: str) -> dict[str, dict[str, object]]:
    shown = {"label", "description", "quiet"}
    terms = library.vocabularies[name].terms
    return {term.key: term.model_dump(include=shown, exclude_defaults=True) for term in terms}


def _named(models: Iterable[BaseModel]) -> list[Ground]:
    named: set[Ground] = set()
    for model in models:
        parts = [part for _, part in based(model)] if hasattr(model, "key") else []  # type: ignore[arg-type]
        own = [model] if isinstance(model, Based) else []
        named |= {ground for part in (*own, *parts) for ground in (*part.basis, *part.see)}
    return sorted(named, key=str)


def _ground(library: Library, ground: Ground) -> dict[str, object]:
    """Return a ground with its name, address and words: a fact's sentence, or verbatim text."""
    first, *others = signposts(library, ground)
    own: dict[str, object] = {"name": first.name, "address": first.address}
    if others:
        own["others"] = [{"name": post.name, "address": post.address} for post in others]
    if isinstance(ground, FactId):
        fact = library.fact(ground)
        return own | {"fact": fact.fact, "confidence": grounds.mark(library, fact)}
    text = _quoted(library, ground)
    authority = library.sources[ground.document].authority
    return own | {"authority": authority} | ({"text": text} if text else {})


def _quoted(library: Library, ground: Ground) -> str:
    if isinstance(ground, FactId) or not ground.steps or ground.document not in library.documents:
        return ""
    part = library.find(ground)
    lines = [inner.label + inner.heading + inner.text for inner in part.walk()]
    text = "\n".join(line for line in lines if line)
    return text if len(text) <= _QUOTED else ""
