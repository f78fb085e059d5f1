"""Boxes ticked by hand, and the words beside them."""

from collections.abc import Callable
from typing import Any

import hand_edits as hand
import pytest
from hand_edits import Reader, Root, control, inside, run, write
from wordfile import W

from lawbook.forms.values import Chosen


def ticked(*keys: str) -> tuple[Chosen, ...]:
    return tuple(Chosen(*key.split(":")) for key in keys)


def beside(root: Root, tag: str, text: str, *, before: bool = False) -> None:
    place = control(root, tag)
    (place.addprevious if before else place.addnext)(run(text))


def retyped(root: Root, text: str) -> None:
    """The whole line of boxes deleted and typed anew, without controls."""
    box = control(root, "participants.enterprise")
    line = box.getparent()
    for child in list(line):
        if child.tag != f"{W}pPr":
            line.remove(child)
    line.append(run(text))


def symbol(root: Root, tag: str, font: str, char: str) -> None:
    place = inside(root, tag)
    place.remove(place[0])
    made = run("")
    made.append(hand.element(f'<w:sym w:font="{font}" w:char="{char}"></w:sym>'))
    place.append(made)


def clicked(root: Root, tag: str) -> None:
    state = hand.xpath(control(root, tag), ".//w14:checked")[0]
    state.set(f"{{{hand.NS['w14']}}}val", "1")
    hand.replace_text(inside(root, tag), "☑")


def clicked_and_emptied(root: Root, tag: str) -> None:
    clicked(root, tag)
    hand.replace_text(inside(root, tag), "")


ONE, TWO = "participants.enterprise", "participants.university"
BOXES: dict[str, tuple[Callable[[Root], Any], tuple[Chosen, ...]]] = {
    "a click": (lambda root: clicked(root, ONE), ticked("enterprise")),
    "a click whose sign is gone": (lambda r: clicked_and_emptied(r, ONE), ticked("enterprise")),
    "√ over the box": (lambda root: hand.tick(root, ONE, "√"), ticked("enterprise")),
    "■ over the box": (lambda root: hand.tick(root, ONE, "■"), ticked("enterprise")),
    "☒ over the box": (lambda root: hand.tick(root, ONE, "☒"), ticked("enterprise")),
    "√ after the box": (lambda root: beside(root, ONE, "√"), ticked("enterprise")),
    "√ before the box": (lambda r: beside(r, ONE, "√", before=True), ticked("enterprise")),
    "√ before the second box": (
        lambda root: beside(root, TWO, "√", before=True),
        ticked("university"),
    ),
    "a sign of Wingdings": (
        lambda root: symbol(root, ONE, "Wingdings", "F0FE"),
        ticked("enterprise"),
    ),
    "a sign of Wingdings 2": (
        lambda root: symbol(root, TWO, "Wingdings 2", "F052"),
        ticked("university"),
    ),
    "the line typed anew": (
        lambda root: retyped(root, "☐企业 ☑高等学校"),
        ticked("university"),
    ),
    "the line typed anew with √ behind": (
        lambda root: retyped(root, "☐企业√ ☐高等学校"),
        ticked("enterprise"),
    ),
    "words beside 其他": (
        lambda root: (
            hand.tick(root, "participants.other", "☑"),
            write(root, "participants.other.text", "行业协会"),
        ),
        ticked("other:行业协会"),
    ),
    "words beside the control of 其他": (
        lambda root: (
            hand.tick(root, "participants.other", "√"),
            control(root, "participants.other.text").addnext(run("行业协会")),
        ),
        ticked("other:行业协会"),
    ),
    "no controls at all": (
        lambda root: (
            hand.tick(root, ONE, "■"),
            hand.tick(root, "participants.other", "☑"),
            write(root, "participants.other.text", "行业协会"),
            hand.strip_controls(root),
        ),
        ticked("enterprise", "other:行业协会"),
    ),
}


def in_the_control(words: str) -> Callable[[Root], Any]:
    tag = "participants.other"
    return lambda root: (hand.tick(root, tag, "☑"), write(root, f"{tag}.text", words))


KEPT = ("__dict__", "____", "_航运_", "（航运）", "（√）航运", "[ ]", "航运；", "：-_", "＿")
ON_LINES = {
    "____行业协会____": "行业协会",
    "＿行业协会＿": "行业协会",
    "__行业协会__": "行业协会",
    "_ 行业协会 _": "行业协会",
    "__init__": "__init__",
    "编号____号": "编号____号",
    "______": "",
}
BOXES |= {
    f"{words} in the control": (in_the_control(words), ticked(f"other:{words.lstrip('：')}"))
    for words in KEPT
}
BOXES |= {
    f"{words} without controls": (
        lambda root, words=words: (in_the_control(words)(root), hand.strip_controls(root)),
        ticked(f"other:{read}"),
    )
    for words, read in ON_LINES.items()
}


@pytest.mark.parametrize("name", BOXES)
def test_boxes_are_read_after(name: str, after: Reader) -> None:
    edit, expected = BOXES[name]
    back = after(edit)
    assert back.answers.values.get("participants") == expected
    assert set(back.answers.values) == {"participants"}
    assert back.faults == ()


def test_two_ticks_where_one_is_asked_for_are_named(after: Reader) -> None:
    def edit(root: Root) -> None:
        hand.tick(root, "reviewer.committee", "☑")
        hand.tick(root, "reviewer.centre", "√")

    back = after(edit, "review-application-blank")
    assert back.faults[0][0] == "reviewer"
    assert "勾选了 2 项（本单位人工智能科技伦理委员会、" in back.faults[0][1]


def test_words_beside_a_box_that_asks_for_none_are_named(after: Reader) -> None:
    def edit(root: Root) -> None:
        hand.tick(root, TWO, "☑")
        control(root, "participants.institute").addprevious(run("三所"))

    back = after(edit)
    assert back.answers.chosen("participants") == {"university": ""}
    assert [str(note) for note in back.notes] == [
        "「拟涵盖重点主体」: 选项之外的文字没有读入：“高等学校：三所”"
    ]


def test_boxes_that_are_all_gone_leave_their_words_named(after: Reader) -> None:
    back = after(lambda root: retyped(root, "各类单位都有"))
    assert dict(back.answers.values) == {}
    assert [str(note) for note in back.notes] == [
        "「拟涵盖重点主体」: 选项之外的文字没有读入：“各类单位都有”"
    ]
