"""Signs that come in with what is pasted: settled where their meaning is known, else named."""

import pytest

from lawbook.base.text import trimmed
from lawbook.base.unseen import unseen
from lawbook.forms.findings import findings
from lawbook.forms.values import Chosen, clean
from lawbook.library.library import Library
from lawbook.word.read.symbols import symbol


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\uf0b7\t要点甲", "•\t要点甲"),
        ("甲\n \uf0fc 乙", "甲\n • 乙"),
        ("甲\uf0d8乙", "甲•乙"),
        ("甲\u2028乙\u2029丙\x0b丁\x0c戊\x85己", "甲\n乙\n丙\n丁\n戊\n己"),
        ("甲\r\n乙\r丙", "甲\n乙\n丙"),
        ("甲\uf0fc乙", "甲\uf0fc乙"),  # a tick in the middle of a line is not known to be a bullet
    ],
)
def test_line_ends_and_bullets_are_settled(text: str, expected: str) -> None:
    assert trimmed(text) == expected
    assert clean(text) == expected


def test_a_sign_that_cannot_be_saved_is_replaced() -> None:
    assert clean("甲\x00乙\u2028丙") == "甲\ufffd乙\n丙"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("零宽\u200b空格", ["零宽字符 U+200B（在“零宽”后）"]),
        ("\ufeff开头", ["零宽字符 U+FEFF（在一行开头）"]),
        (
            "甲\u202e乙\u202c",
            ["改变文字方向的字符 U+202E（在“甲”后）", "改变文字方向的字符 U+202C（在“甲乙”后）"],
        ),
        ("一二三四五六七\x00", ["控制字符 U+0000（在“二三四五六七”后）"]),
        ("甲\ufffd", ["不能保存的字符 U+FFFD（在“甲”后）"]),
        ("甲\ue123", ["字体私用的字符 U+E123（在“甲”后）"]),
        ("第一行\n乙\u200b丙\u200b", ["零宽字符 U+200B（在“乙”后）"]),
        ("• 要点，　“引号”——1%\t完\n", []),
    ],
)
def test_what_nobody_sees_is_named(text: str, expected: list[str]) -> None:
    assert list(unseen(text)) == expected


def test_it_is_named_in_every_kind_of_answer_and_fails_none(library: Library) -> None:
    form = library.forms["pilot-plan"]
    values = {
        "goals": "目\u200b标",
        "contact_post": "科\u200e长",
        "participants": (Chosen("other", "协\u2060会"),),
        "units": (("甲\u200b公司", "企业", ""),),
    }
    found = [one for one in findings(form, values) if "看不见" in one.reason]
    assert [(one.field, one.path, one.advice, one.basis) for one in found] == [
        ("contact_post", (), True, ()),
        ("participants", (), True, ()),
        ("goals", (), True, ()),
        ("units", (0, "name"), True, ()),
    ]
    assert found[3].reason == (
        "「单位清单」第 1 行的“单位名称”有看不见或者认不出的字符：零宽字符 U+200B（在“甲”后）"
    )


def test_a_bullet_of_a_symbol_font_is_a_bullet() -> None:
    assert [symbol("Symbol", "F0B7"), symbol("Wingdings", "F0D8")] == ["•", "•"]
    assert symbol("Wingdings", "F0FE") == "☑"
