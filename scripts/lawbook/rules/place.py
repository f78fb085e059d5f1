"""Where a rule holds: a label of the vocabulary of places, the national one where none is named."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, ValidationInfo
from pydantic import Field as Setting

NATIONAL = "national"  # under this the reader of rules is told the label of the national place


def national(info: ValidationInfo) -> str:
    """The label of the place whose rules hold everywhere, as the reader was told; else empty."""
    return str((info.context or {}).get(NATIONAL, ""))


def _named(value: str, info: ValidationInfo) -> str:
    return value or national(info)


Place = Annotated[str, AfterValidator(_named), Setting(validate_default=True)]
