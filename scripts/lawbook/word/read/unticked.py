"""Decide on a cell in which no box is ticked: which options are meant, or what to report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lawbook.base.shared import Shared
from lawbook.forms.form import Field, Option
from lawbook.word.read.looks import STRUCK
from lawbook.word.read.marks import Mark, Words

UNTICKED_LEFT: Shared[str] = "没有打勾，按没有划去的“{names}”已选读取；请核对"
UNTICKED_MARKED: Shared[str] = "没有打勾，只有“{names}”{kind}，没有读入；选了哪一项，请在它前面打勾"
ONLY_LEFT: Shared[str] = "只留下“{names}”，前面没有打勾，按没有选读取；请在选中的前面打勾"
NO_BOX: Shared[str] = "“{names}”前面没有方框和勾，按没有选读取；请在选中的前面打勾"
NO_BOXES_LEFT: Shared[str] = "没有方框，按留下的“{names}”都已选读取；请核对"


def by_look(
    field: Field, labels: Sequence[Words], seen: Mapping[str, Sequence[int]]
) -> tuple[str, str, frozenset[str]]:
    """Decide by formatting if no box is ticked: return note, fault, options.

    If the others are struck out, the remaining one is chosen; no other formatting is certain.
    """
    options = [label.option for label in labels if label.option]
    left = [option for n, option in enumerate(options) if n not in seen.get(STRUCK, ())]
    if STRUCK in seen and (field.kind == "choices" or len(left) == 1):
        told = UNTICKED_LEFT.format(names=_names(left))
        return told, "", frozenset(option.key for option in left)
    (kind, some), *_ = seen.items()
    told = UNTICKED_MARKED.format(names=_names([options[n] for n in some]), kind=kind)
    return "", told, frozenset()


def _names(options: Sequence[Option]) -> str:
    return "、".join(option.label for option in options)


def doubt_of(
    field: Field, labels: Sequence[Words], marks: Sequence[Mark]
) -> tuple[str, frozenset[str]]:
    """Return what to report on options without any tick, and those that alone were left."""
    options = [label.option for label in labels if label.option]
    if not options:
        return "", frozenset()
    names = _names(options)
    some_gone = len(options) < len(field.options)
    if marks:
        told = ONLY_LEFT.format(names=names)
        return (told if some_gone else ""), frozenset()
    if not some_gone:
        told = NO_BOX.format(names=names)
        return told, frozenset()
    told = NO_BOXES_LEFT.format(names=names)
    return told, frozenset(option.key for option in options)
