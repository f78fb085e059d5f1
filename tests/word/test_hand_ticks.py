"""Ticks as people make them in every form are read, or named where nobody can tell."""

from __future__ import annotations

import itertools

import pytest
from hand_edits import Root, element, reread
from hand_ticks import (
    ADDED,
    LOOKS,
    PLACES,
    SIDES,
    UNCLEAR,
    WAYS,
    emptied,
    looking,
    ticked,
    with_participants,
)
from wordfile import EXAMPLES, example

from lawbook import word
from lawbook.forms.form import Field
from lawbook.forms.normal import normalised
from lawbook.library.library import Library
from lawbook.word.read.boxes import Ticked, chosen
from lawbook.word.read.content import Paragraph
from lawbook.word.read.readback import ReadBack, read


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("way", WAYS)
def test_a_tick_is_read_however_it_was_made(library: Library, name: str, way: str) -> None:
    form, answers = example(library, name)
    back = read(library.forms, ticked(word.fill(form, answers), way), "方案.docx")
    assert back.answers.values == normalised(form, answers).answers.values
    assert back.faults == ()
    assert not [note for note in back.notes if "没有读入" in note.message]


def participants(library: Library, *lines: str) -> ReadBack:
    return read(library.forms, with_participants(library, *lines), "方案.docx")


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        (
            "企业（√）  高等学校（√）  科研机构（ ）  医疗卫生机构（ ）  其他（ ）",
            "enterprise university",
        ),
        ("□企业 □高等学校 ☑科研机构 □医疗卫生机构 □其他", "institute"),
        ("（√）企业 （ ）高等学校 （√）科研机构", "enterprise institute"),
        ("企业、高等学校", "enterprise university"),
        ("其他（√）：行业协会", "other"),
    ],
)
def test_ticks_on_one_line(library: Library, line: str, keys: str) -> None:
    back = participants(library, line)
    found = back.answers.values["participants"]
    assert isinstance(found, tuple)
    assert " ".join(getattr(one, "option", "") for one in found) == keys
    assert not [note for note in back.notes if "没有读入" in note.message]


def chosen_of(field: Field, text: str) -> Ticked:
    lines = [Paragraph(None, None, pieces=[(line, False, "")]) for line in text.split("\n")]
    return chosen(field, lines, {})


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("between", ["\n", "    ", "\u3000", "、"])
def test_marks_are_given_to_the_options_beside_which_they_stand(
    library: Library, side: str, between: str
) -> None:
    form = library.forms["pilot-plan"]
    for place, count, key in itertools.product(PLACES, (1, 2, 3), ("participants", "focus_areas")):
        field = form.field(key)
        keys = [option.key for option in field.options]
        for wanted in (keys[:count], keys[1 : count + 1], keys[-count:], keys[1::2]):
            words = [
                SIDES[side](PLACES[place][option.key not in wanted], option.label)
                for option in field.options
            ]
            found = chosen_of(field, between.join(words))
            assert [one.option for one in found.items] == wanted, (place, words)
            assert (found.lost, found.doubt, found.unclear) == ([], "", "")


@pytest.mark.parametrize("line", UNCLEAR)
def test_a_tick_of_which_nobody_can_tell_is_given_to_none(library: Library, line: str) -> None:
    back = participants(library, line)
    assert "participants" not in back.answers.values
    told = f"勾选的是哪一项不清楚，没有读入：“{line}”；请在选中的前面打勾"
    assert ("participants", told) in back.faults


@pytest.mark.parametrize("line", ADDED)
def test_a_ticked_option_of_a_persons_own_is_named_and_is_no_neighbours(
    library: Library, line: str
) -> None:
    found = chosen_of(library.forms["pilot-plan"].field("participants"), line)
    assert [one.option for one in found.items] == ADDED[line]
    assert found.unclear == "勾选的“行业协会”不是可选的一项，没有读入；请改选表中的选项"


@pytest.mark.parametrize("step", [-1, 1])
def test_a_tick_in_the_cell_beside_an_option_is_read(library: Library, step: int) -> None:
    rows = [("高等学校", "√", "企业", ""), ("其他", "", "科研机构", "√")]
    cells = [row if step > 0 else [row[1], row[0], row[3], row[2]] for row in rows]
    inner = "".join(f"<w:tr>{''.join(map(official_cell, row))}</w:tr>" for row in cells)

    def edit(root: Root) -> None:
        cell = emptied(root)
        cell.append(element(f"<w:tbl>{inner}</w:tbl>"))
        cell.append(element("<w:p/>"))

    back = reread(library, "pilot-plan-yunlan", edit)
    assert back.answers.chosen("participants") == {"university": "", "institute": ""}


def official_cell(text: str) -> str:
    return f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


@pytest.mark.parametrize("look", LOOKS)
def test_a_choice_that_only_its_look_tells_is_named(library: Library, look: str) -> None:
    back = read(library.forms, looking(library, look, {"企业", "其他"}), "方案.docx")
    assert "participants" not in back.answers.values
    told = f"没有打勾，只有“企业、其他”{LOOKS[look]}，没有读入；选了哪一项，请在它前面打勾"
    assert back.faults == (("participants", told),)


@pytest.mark.parametrize("box", ["", "□"])
@pytest.mark.parametrize("strike", ["<w:strike/>", "<w:dstrike/>"])
def test_what_is_left_of_options_struck_out_is_chosen(
    library: Library, strike: str, box: str
) -> None:
    struck = {"企业", "科研机构", "医疗卫生机构", "其他"}
    back = read(library.forms, looking(library, strike, struck, box), "方案.docx")
    assert back.answers.chosen("participants") == {"university": ""}
    assert "没有打勾，按没有划去的“高等学校”已选读取；请核对" in [
        note.message for note in back.notes
    ]


@pytest.mark.parametrize(
    "look", ['<w:b w:val="0"/>', '<w:color w:val="auto"/>', '<w:u w:val="none"/>']
)
def test_a_look_that_is_none_tells_nothing(library: Library, look: str) -> None:
    back = read(library.forms, looking(library, look, {"企业"}), "方案.docx")
    assert back.faults == ()


def test_options_without_any_tick_are_named(library: Library) -> None:
    back = participants(library, "□企业", "□高等学校")
    assert "participants" not in back.answers.values
    assert [note.message for note in back.notes if note.where == "「拟涵盖重点主体」"] == [
        "只留下“企业、高等学校”，前面没有打勾，按没有选读取；请在选中的前面打勾"
    ]
