"""Keys and labels of fields, options and columns: none may have two meanings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Named(Protocol):
    """Anything with a key and a label that may have had other keys."""

    @property
    def key(self) -> str: ...  # noqa: D102
    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def formerly(self) -> tuple[str, ...]: ...  # noqa: D102


def clashes(what: str, items: Sequence[Named]) -> list[str]:
    """Return former keys that are in use now, or that two items claim."""
    now = {name for item in items for name in (item.key, item.label)}
    former = [old for item in items for old in item.formerly]
    faults = [f"{what}从前的名称 {old} 现在另有所指；请另取 key" for old in former if old in now]
    again = sorted({old for old in former if former.count(old) > 1})
    return faults + [f"{what}从前的名称 {old} 写了两处；请只留一处" for old in again]
