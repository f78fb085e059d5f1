"""Propose a new text for ``data/documents``: the YAML, and what a person must look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from lawbook.base import yamlfile
from lawbook.base.problem import Problem
from lawbook.law.alignment import aligned
from lawbook.law.document import Document, document
from lawbook.law.fidelity import differences, squeeze
from lawbook.law.outline import Outline, outline, steps

AROUND = 8  # characters on either side that a proposed repair includes


@dataclass(frozen=True)
class Proposal:
    """``text`` is the YAML, ``unknown`` what to look at, ``faults`` what was lost or added."""

    text: str
    document: Document
    unknown: tuple[str, ...]
    faults: tuple[Problem, ...]


def proposal(raw: str, key: str, like: Document) -> Proposal:
    """Propose a document of ``raw``, divided like ``like``. Raises ProblemsFound for a bad key."""
    outlined, repairs, markup = _read(raw, like)
    aliases = {name: key if of == like.key else of for name, of in like.aliases.items()}
    tree: dict[str, object] = {"key": key, "style": _style(like, outlined), "aliases": aliases}
    if markup:
        tree["scan_markup"] = markup
    if repairs:
        tree["repairs"] = repairs
    tree["provisions"] = [node.tree() for node in outlined.provisions]
    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=10_000)
    proposed = document(yamlfile.parse(text, f"{key}.yml"))
    return Proposal(text, proposed, tuple(outlined.unknown), tuple(differences(proposed, raw)))


def _read(raw: str, like: Document) -> tuple[Outline, list[dict[str, str]], list[str]]:
    """Return the tree, the repairs that the raw text needs to match it, and markup in the text."""
    markup = [tag for tag in like.scan_markup if tag in raw]
    if any(part.step.unit == "art" for part in like.walk()):
        for tag in markup:
            raw = raw.replace(tag, "")
        tree = outline(raw)
        repairs = [_repair(*page) for page in tree.pages]
        tree.unknown += [f"单独一行的页码，已列入 repairs：{line}" for _, line, _ in tree.pages]
        return tree, repairs, markup
    text, fits = squeeze(raw), []
    for tag in markup:
        text = squeeze(raw := raw.replace(tag, ""))
    for repair in like.repairs:
        if text.count(squeeze(repair.before)) == 1:
            text = text.replace(squeeze(repair.before), squeeze(repair.after))
            fits.append(repair.model_dump())
    return aligned(like, text), fits, markup


def _repair(before: str, line: str, after: str) -> dict[str, str]:
    kept, follows = squeeze(before)[-AROUND:], squeeze(after)[:AROUND]
    why = "换页处的页码不是正文，删去。"
    return {"before": kept + squeeze(line) + follows, "after": kept + follows, "why": why}


def _style(like: Document, tree: Outline) -> dict[str, str]:
    """Return the forms of the similar document, and of units that only the new text has."""
    usual = {"front": "题名", "end": "文末", "annex": "附件", "annex/end": "末段"}
    usual |= {"ch": "第{han}章", "sec": "第{han}节", "art": "第{han}条", "par": "第{han}款"}
    usual |= {"item": "第（{han}）项", "sub": "第{arabic}目", "annex/item": "第{arabic}项"}
    forms = dict(like.style.forms)
    for unit in _units(tree):
        if unit not in forms and unit in usual:
            forms[unit] = usual[unit]
    return forms


def _units(tree: Outline) -> Iterator[str]:
    yield from (node.step.partition("-")[0] for node in steps(tree.provisions))
