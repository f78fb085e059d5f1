"""The shape of every exported file: description, schema, data; byte for byte reproducible."""

from __future__ import annotations

import copy
import json
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import to_json

LICENSE = "CC BY 4.0；官方文本除外"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Envelope(BaseModel):
    """A file of records, in ``data``, as the file's schema describes them."""

    model_config = ConfigDict(extra="forbid")

    schema_: Annotated[str, Field(alias="$schema")]
    title: str
    licence: str


def written(name: str, title: str, model: BaseModel | list[BaseModel]) -> bytes:
    """Return the bytes of a file of records; empty values are left out."""
    head = {"$schema": f"schemas/{name}.schema.json", "title": title, "licence": LICENSE}
    return as_json(head | {"data": dumped(model)})


def dumped(model: BaseModel | list[BaseModel]) -> object:
    """Return records as plain values."""
    if isinstance(model, BaseModel):
        return model.model_dump(mode="json", exclude_none=True)
    return [dumped(item) for item in model]


def schema(title: str, kind: type[BaseModel], *, many: bool) -> bytes:
    """Return the JSON Schema of a file, derived from the model of its records."""
    whole = copy.deepcopy(_envelope())
    inner = kind.model_json_schema(mode="serialization")
    definitions = inner.pop("$defs", {})
    definitions[kind.__name__] = inner
    reference = {"$ref": f"#/$defs/{kind.__name__}"}
    whole["properties"]["data"] = {"type": "array", "items": reference} if many else reference
    whole["required"] = [*whole["required"], "data"]
    whole.pop("description")
    return as_json({"$schema": DIALECT} | whole | {"title": title, "$defs": definitions})


@cache
def _envelope() -> dict[str, Any]:
    """Return the schema of what every file begins with, made once."""
    return Envelope.model_json_schema(mode="serialization", by_alias=True)


def as_json(value: object) -> bytes:
    """Return a value as JSON: Chinese unescaped, one value a line, a final line break."""
    return to_json(value, indent=1) + b"\n"


def compact(value: object) -> bytes:
    """Return a value as the shortest JSON, for the page's own scripts."""
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def script(name: str, value: object) -> bytes:
    """Return a script that provides the value, so that a page opened from a disk can load it."""
    return f'lawbookData("{name}", {compact(value).decode().rstrip()});\n'.encode()
