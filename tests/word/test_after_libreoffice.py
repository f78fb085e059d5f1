"""After LibreOffice has saved a form again, every field comes back or is named."""

from __future__ import annotations

from pathlib import Path

import hand_edits as hand
import pytest
from wordfile import EXAMPLES, FORMS, edited

from lawbook.library.library import Library
from lawbook.word import office
from lawbook.word.read.readback import ReadBack, read

pytestmark = pytest.mark.deep

WAYS = ("docx", "odt", "doc", "rtf")
NAMES = (
    *EXAMPLES,
    *(f"{name}-stripped" for name in EXAMPLES),
    *(f"{key}-blank" for key in FORMS),
)


@pytest.fixture(scope="module")
def returned(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All forms, with and without controls, saved by LibreOffice: ``<name>-<way>.docx``."""
    place = tmp_path_factory.mktemp("returned")
    stripped = {f"{name}-stripped": edited(files[name], hand.strip_controls) for name in EXAMPLES}
    middle, end = place / "middle", place / "end"
    for way in WAYS:
        for name in NAMES:
            data = (files | stripped)[name]
            (place / f"{name}-{way}.docx").write_bytes(data)
        office.converted(sorted(place.glob(f"*-{way}.docx")), way, middle)
    office.converted(sorted(middle.iterdir()), "docx", end)
    return end


def differences(one: ReadBack, other: ReadBack) -> list[str]:
    keys = {*one.answers.values, *other.answers.values}
    unread = {key for key, _ in other.faults}
    return [
        key
        for key in sorted(keys - unread)
        if one.answers.values.get(key) != other.answers.values.get(key)
    ]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", NAMES)
def test_every_field_comes_back(
    name: str, way: str, returned: Path, library: Library, files: dict[str, bytes]
) -> None:
    before = read(library.forms, files[name.removesuffix("-stripped")], name)
    after = read(library.forms, (returned / f"{name}-{way}.docx").read_bytes(), name)
    assert differences(before, after) == []
    assert after.faults == ()
    assert after.altered == ()
    assert [str(note) for note in after.notes] == []
    assert after.origin.version == before.origin.version
