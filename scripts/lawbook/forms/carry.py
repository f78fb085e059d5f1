"""How a form declares that a field is prefilled from another form's field or findings."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, model_validator
from pydantic import Field as Setting

from lawbook.law.record import FieldKey, Key, Record

# The columns that a finding can fill.
FOUND = ("what", "reason", "remedy", "basis")


class Carry(Record):
    """A field of another form whose answer this field begins with.

    ``columns``: for a list, our column → theirs. ``lacks``: instead of a field, what the other form
    lacks or must change, one row for each finding; ``columns`` then lead to what, reason, remedy
    and basis. ``into``: a long text is split into a list, with each paragraph in this column of a
    row of its own and its numbers in the column ``figures``.
    """

    form: Key
    field: FieldKey | None = None
    lacks: bool = False
    into: FieldKey | None = None
    figures: FieldKey | None = None
    columns: dict[FieldKey, FieldKey] = Setting(default_factory=dict)

    @model_validator(mode="after")
    def _one_way(self) -> Carry:
        if (self.field is None) != self.lacks:
            raise ValueError("carries 写 field 或者 lacks: true，只写一个")
        if self.lacks and (self.into or not {*self.columns.values()} <= {*FOUND}):
            raise ValueError(f"lacks 的 columns 只能取 {'、'.join(FOUND)}")
        if self.into and self.columns:
            raise ValueError("into 与 columns 只能写一个")
        if self.figures and not self.into:
            raise ValueError("写了 figures，还要写 into")
        return self


def _as_list(value: object) -> object:
    return [value] if isinstance(value, dict) else value


# One, or one for each form from which the field can begin.
Carries = Annotated[tuple[Carry, ...], BeforeValidator(_as_list)]
