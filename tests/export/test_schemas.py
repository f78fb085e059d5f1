import json
from pathlib import Path

from lawbook.export.schemas import schemas


def test_the_committed_schemas_are_fresh(root: Path) -> None:
    folder = root / "data" / "schemas"
    committed = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    assert committed == schemas(), "run `make schemas`"


def test_a_schema_knows_keys_and_choices() -> None:
    facts = json.loads(schemas()["facts.schema.json"])
    fact = facts["$defs"]["FactRecord"]
    assert fact["additionalProperties"] is False
    assert fact["properties"]["confidence"]["enum"] == [
        "official",
        "two",
        "one",
        "draft",
        "ours",
        "unknown",
    ]
    assert set(fact["required"]) == {"key", "provision", "kind", "fact", "confidence"}
