"""JSON Schemas for editors, made from the models so that they cannot drift from them."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel

from lawbook.base import output
from lawbook.forms.form import Form
from lawbook.law.amendment import AmendedRecord
from lawbook.law.change import ChangeYear
from lawbook.law.document import DocumentRecord
from lawbook.law.fact import FactBookRecord
from lawbook.law.source import Source, SourceList
from lawbook.law.usage import UsageFile
from lawbook.law.vocabulary import Vocabulary
from lawbook.law.worklist import WorkListRecord
from lawbook.rules.rulebook import MODELS as RULE_MODELS
from lawbook.rules.workdays import YearCalendar

MODELS: dict[str, type[BaseModel]] = {
    "source": Source,
    "references": SourceList,
    "document": DocumentRecord,
    "document-amended": AmendedRecord,
    "facts": FactBookRecord,
    "form": Form,
    "vocabulary": Vocabulary,
    "usage": UsageFile,
    "worklist": WorkListRecord,
    "calendar": YearCalendar,
    "changes": ChangeYear,
    **{f"rules-{name}": model for name, model in RULE_MODELS.items()},
}


def schemas() -> dict[str, str]:
    """Return file name → text of each schema; dates and numbers are texts in our YAML."""
    return {
        f"{name}.schema.json": json.dumps(
            model.model_json_schema(), ensure_ascii=False, indent=2, sort_keys=True
        )
        + "\n"
        for name, model in MODELS.items()
    }


def write(folder: Path) -> None:
    """Write all schemas into a folder."""
    for name, text in schemas().items():
        output.write(folder / name, text)
