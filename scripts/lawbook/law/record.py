"""The base of every record read from YAML: frozen, no unknown keys, typed citations."""

from __future__ import annotations

from typing import Annotated, Literal, Protocol, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, StringConstraints
from pydantic.json_schema import WithJsonSchema

from lawbook.law.citation import Citation


class Record(BaseModel):
    """A frozen record; an unknown key is a fault."""

    # Most records are read as parts of others, and need no validator of their own.
    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )


def _citation(value: object) -> Citation:
    return value if isinstance(value, Citation) else Citation.parse(str(value))


CitationText = Annotated[
    Citation,
    BeforeValidator(_citation),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "description": "条款引用，例如 measures-2026/art-12"}),
]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=1)]
# Word allows a bookmark 40 characters, and every field has the bookmark f_<key>.
FieldKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,35}$")]
PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$")]
# ``ours`` is a conclusion of this guide, whatever it rests on.
Confidence = Literal["official", "two", "one", "draft", "ours", "unknown"]
# As readers see it: official words may be those of a reading (lawbook.library.grounds.mark).
Mark = Literal[Confidence, "reading"]


class Keyed(Protocol):
    """Anything with a key of its own."""

    @property
    def key(self) -> str: ...  # noqa: D102


Some = TypeVar("Some", bound=Keyed)


def no_key_twice(records: tuple[Some, ...]) -> tuple[Some, ...]:
    """Return the records if no two share a key; raise ValueError naming the duplicates."""
    keys = [record.key for record in records]
    again = sorted({key for key in keys if keys.count(key) > 1})
    if again:
        raise ValueError(f"key 重复：{'、'.join(again)}")
    return records
