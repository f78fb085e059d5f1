"""The official template by another hand: every way of ticking, tables split, merged, renamed."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from bare_word import paragraph, run, table, tick
from official_fillings import AREAS, KINDS, SHAPES, Filling

from lawbook.forms.form import Form
from lawbook.forms.values import Chosen
from lawbook.library.library import Library
from lawbook.word.read.readback import read

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
RENAMED = {
    "座机": "办公电话", "手机": "手机号码", "邮箱": "电子邮箱", "通讯地址": "通信地址",
    "联系人": "姓名", "职务": "职务/职称",
}  # fmt: skip
FILLINGS = 6  # of each shape


def _font(name: str, ticked: str, empty: str, *, on: bool) -> str:
    fonts = f'<w:rPr><w:rFonts w:ascii="{name}" w:hAnsi="{name}"/></w:rPr>'
    return f"<w:r>{fonts}<w:t>{ticked if on else empty}</w:t></w:r>"


def _checkbox(*, on: bool) -> str:
    state = f'<w14:checked xmlns:w14="{W14}"/>' if on else ""
    kind = f'<w14:checkbox xmlns:w14="{W14}">{state}</w14:checkbox>'
    return f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent/></w:sdt>"


LETTERS = {
    "R": ("Wingdings 2", "R", "£"),
    "T": ("Wingdings 2", "T", "£"),
    "P": ("Wingdings 2", "P", "£"),
    "private": ("Wingdings 2", "\uf052", "\uf0a3"),
    "webdings": ("Webdings", "a", "c"),
}


def _sign(way: str, *, on: bool) -> str:
    """A tick in one of the ways that were seen."""
    if way in {"☑", "√", "■", "☒"}:
        return run(way if on else "□")
    if way in LETTERS:
        return _font(*LETTERS[way], on=on)
    if way == "sym":
        return f'<w:r><w:sym w:font="Wingdings" w:char="{"F0FE" if on else "F0A8"}"/></w:r>'
    return _checkbox(on=on) if way == "control" else tick(way, "☑", ticked=on)


WAYS = (
    "☑", "√", "■", "☒", "sym", "R", "T", "P", "private", "webdings", "control", "eq", "legacy",
    "behind", "deleted", "one line",
)  # fmt: skip


class ByAnotherHand(Filling):
    """A filling whose boxes, labels and tables another hand has made."""

    def __init__(self, form: Form, shape: str, dice: Random, way: str, turn: str) -> None:
        self.way, self.turn, self.merges = way, turn, turn != "halves apart"
        super().__init__(form, shape, dice)

    def _body(self) -> Iterator[str]:
        """The parts of the file; a table goes on in a second one after some row."""
        for xml in super()._body():
            rows = xml.split("</w:tr><w:tr>")
            if self.turn != "continued" or len(rows) < 3 or "<w:tbl>" in xml[1:]:
                yield xml
                continue
            at = self.dice.randrange(1, len(rows))
            halves = ("</w:tr><w:tr>".join(one) for one in (rows[:at], rows[at:]))
            yield "</w:tr></w:tbl><w:p/><w:tbl><w:tr>".join(halves)

    def _boxes(self, key: str, labels: dict[str, str]) -> str:
        chosen = self.values[key]
        assert isinstance(chosen, tuple)
        words = {one.option: one.text for one in chosen if isinstance(one, Chosen)}
        lines = [
            self._box(words, option, label)
            for option, label in labels.items()
            if option in words or self.way != "deleted"
        ]
        if self.way == "one line":
            return f"<w:p>{run('  ').join(lines)}</w:p>"
        if self.shape == "nested boxes" and len(lines) > 1:
            cells = [f"<w:p>{one}</w:p>" for one in lines]
            return table([cells[n : n + 2] for n in range(0, len(cells), 2)]) + paragraph("")
        return "".join(f"<w:p>{one}</w:p>" for one in lines)

    def _box(self, words: dict[str, str], option: str, label: str) -> str:
        way = "☑" if self.way in {"deleted", "one line"} else self.way
        sign = _sign(way, on=option in words)
        beside = run(f"：{words[option]}" if words.get(option) else "")
        return run(label) + sign + beside if way == "behind" else sign + run(label) + beside

    def _basic(self) -> list[list[str]]:
        rows = super()._basic()
        if self.turn == "renamed":
            names = {paragraph(old): paragraph(new) for old, new in RENAMED.items()}
            return [[names.get(cell, cell) for cell in row] for row in rows]
        if self.turn == "halves apart":  # each label with its answer in a row of its own
            rows = [row[n : n + 2] for row in rows for n in range(0, len(row), 2)]
        return rows


TURNS = ("as it is", "renamed", "halves apart", "continued")


@pytest.mark.parametrize("shape", SHAPES)
def test_a_filling_by_another_hand_is_read_or_named(library: Library, shape: str) -> None:
    dice = Random(f"another hand {shape}")
    asked = right = 0
    wrong: list[str] = []
    for number in range(FILLINGS):
        way = WAYS[(SHAPES.index(shape) * FILLINGS + number) % len(WAYS)]
        turn = TURNS[number % len(TURNS)]
        filling = ByAnotherHand(library.forms["pilot-plan"], shape, dice, way, turn)
        back = read(library.forms, filling.file, "方案.docx")
        named = {key for key, message in back.faults if message}
        for key, value in filling.values.items():
            got = back.answers.values.get(key)
            asked += 1
            right += got == value and key not in filling.unclear
            if got != value and key not in named:
                wrong.append(f"{number} {way}, {turn}, {key}: {got!r}, not {value!r}")
    print(f"{right} of {asked} read")
    assert not wrong, "\n".join(wrong)
    assert right >= asked * 0.98, f"{right} of {asked}"


def test_the_boxes_of_both_fields_are_ticked_in_every_way(library: Library) -> None:
    dice = Random("every way")
    for way in WAYS:
        filling = ByAnotherHand(library.forms["pilot-plan"], "one table", dice, way, "as it is")
        back = read(library.forms, filling.file, "方案.docx")
        for key, labels in (("focus_areas", AREAS), ("participants", KINDS)):
            assert labels
            assert back.answers.values.get(key) == filling.values[key], (way, key)
