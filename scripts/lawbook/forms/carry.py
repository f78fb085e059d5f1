"""What a form declares of a field's prefilling: from which field or findings of another form."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, model_validator
from pydantic import Field as Setting

from lawbook.law.record import FieldKey, Key, Record

# What is known of a spot that a check finds.
FOUND = ("what", "reason", "remedy", "basis")


class Carry(Record):
    """A field of another form whose answer this field begins with.

    ``columns``: of a list, our column → theirs. ``lacks``: instead of a field, what the other form
    lacks or must change, a row for each spot; ``columns`` then lead to what, reason, remedy and
    basis. ``into``: a long text goes into a list, each
    paragraph into this column of a row of its own, its numbers into the column ``figures``.
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
