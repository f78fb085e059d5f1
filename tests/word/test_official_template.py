"""The official template filled by hand is read whole, or what is unclear is named."""

from __future__ import annotations

from random import Random

import pytest
from official_fillings import SHAPES, Filling

from lawbook.library.library import Library
from lawbook.word.read.readback import read

FORM = "pilot-plan"
COUNT = 20


@pytest.mark.parametrize("shape", SHAPES)
def test_every_field_of_a_filling_is_read_or_named(library: Library, shape: str, seed: int) -> None:
    dice = Random(f"{shape} {seed}")
    asked = right = 0
    wrong: list[str] = []
    for number in range(COUNT):
        filling = Filling(library.forms[FORM], shape, dice)
        back = read(library.forms, filling.file, "方案.docx")
        named = {key for key, message in back.faults if message}
        for key, value in filling.values.items():
            asked += 1
            got = back.answers.values.get(key)
            right += got == value and key not in filling.unclear
            if got != value:
                wrong.append(f"{number} {key}: {got!r}, not {value!r}")
        first = {key for key in filling.unclear if key in filling.values}
        assert first <= named, "what was not told apart is named"
        assert named <= first, back.faults
        assert set(back.answers.values) <= set(filling.values)
    assert not wrong, wrong[:3]
    assert right >= asked * 0.98
