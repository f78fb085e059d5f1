"""The machine-readable files that the site offers below ``data/``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class DataFile:
    """A JSON file: its name below ``data/``, what it holds, its schema, its size in bytes."""

    name: str
    title: str
    schema: str
    size: int

    @property
    def size_shown(self) -> str:
        """Return the size as readers see it.

        >>> DataFile("facts.json", "事实", "schemas/facts.schema.json", 33_210).size_shown
        '34 KB'
        """
        return f"{max(1, -(-self.size // 1000))} KB"


def data_files(files: Mapping[str, bytes]) -> tuple[DataFile, ...]:
    """Return the files with a description; schemas and the tools' own extracts have none."""
    trees = ((name, json.loads(data)) for name, data in sorted(files.items()) if "/" not in name)
    return tuple(
        DataFile(name, tree["title"], tree["$schema"], len(files[name])) for name, tree in trees
    )
