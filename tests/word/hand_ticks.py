"""Ticks as people make them: signs, symbols, fields, boxes, looks; and where they stand."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from bare_word import tick
from hand_edits import Root, element, label, xpath
from wordfile import W, edited, example

from lawbook import word
from lawbook.library.library import Library


def lettered(font: str, ticked: str, empty: str) -> Callable[[bool], str]:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    return lambda on: f"<w:r>{fonts}<w:t>{ticked if on else empty}</w:t></w:r>"


def written(ticked: str, empty: str) -> Callable[[bool], str]:
    return lambda on: f"<w:r><w:t>{ticked if on else empty}</w:t></w:r>"


def symbol(font: str, ticked: str, empty: str) -> Callable[[bool], str]:
    return lambda on: f'<w:r><w:sym w:font="{font}" w:char="{ticked if on else empty}"/></w:r>'


def simple(on: bool) -> str:
    field = r'<w:fldSimple w:instr=" EQ \o\ac(□,√) "/>'
    return field if on else "<w:r><w:t>□</w:t></w:r>"


def torn(on: bool) -> str:
    if not on:
        return "<w:r><w:t>□</w:t></w:r>"
    halves = (r" eq \o\a", "c(□,√) ")
    inside = "".join(f"<w:r><w:instrText>{half}</w:instrText></w:r>" for half in halves)
    ends = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end")]
    return ends[0] + inside + ends[1]


def unnamed(on: bool) -> str:
    state = "<w14:checked/>" if on else '<w14:checked w14:val="0"/>'
    properties = f"<w:sdtPr><w14:checkbox>{state}</w14:checkbox></w:sdtPr>"
    return f"<w:sdt>{properties}<w:sdtContent/></w:sdt>"


WAYS: dict[str, Callable[[bool], str]] = {
    "☑": written("☑", "☐"),
    "√": written("√", "□"),
    "■": written("■", "□"),
    "☒": written("☒", "☐"),
    "√ in brackets": written("（√）", "（ ）"),
    "√ enclosed": written("√\u20de", "□"),
    "a symbol of Wingdings": symbol("Wingdings", "F0FE", "F0A8"),
    "a symbol of Wingdings 2": symbol("Wingdings 2", "F052", "F0A3"),
    "R in Wingdings 2": lettered("Wingdings 2", "R", "£"),
    "P in Wingdings 2": lettered("Wingdings 2", "P", "*"),
    "T in Wingdings 2": lettered("Wingdings 2", "T", "£"),
    "a in Webdings": lettered("Webdings", "a", "c"),
    "a private sign in Wingdings 2": lettered("Wingdings 2", "\uf052", "\uf0a3"),
    "a private sign without its font": written("\uf0fe", "\uf0a8"),
    "an enclosed character": lambda on: tick("eq", "", ticked=on),
    "an enclosed character in one field": simple,
    "an enclosed character, its instruction torn": torn,
    "a legacy check box": lambda on: tick("legacy", "", ticked=on),
    "a control without tag, checked without value": unnamed,
}


def boxes(root: Root) -> list[Root]:
    return xpath(root, "//w:sdt[w:sdtPr/w14:checkbox]")


def is_ticked(box: Root) -> bool:
    return bool(xpath(box, "./w:sdtPr/w14:checkbox/w14:checked[@w14:val='1']"))


def ticked(data: bytes, way: str) -> bytes:
    """A filled form whose boxes a person has made in one way."""

    def edit(root: Root) -> None:
        for box in boxes(root):
            for one in reversed(list(element(f"<w:x>{WAYS[way](is_ticked(box))}</w:x>"))):
                box.addnext(one)
            box.getparent().remove(box)

    return edited(data, edit)


def emptied(root: Root) -> Root:
    """The cell of the participants, without its lines."""
    cell = label(root, "participants").getparent().getnext()
    for old in cell.findall(f"{W}p"):
        cell.remove(old)
    return cell


def with_participants(library: Library, *lines: str) -> bytes:
    def edit(root: Root) -> None:
        cell = emptied(root)
        for line in lines:
            cell.append(element(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"))

    return edited(word.fill(*example(library, "pilot-plan-yunlan")), edit)


PLACES = {
    "√ in brackets": ("（√）", "（ ）"),
    "√ in brackets, none for the others": ("（√）", ""),
    "√ alone": ("√", ""),
    "V alone": ("V", ""),
    "√ in the box": ("☑", "□"),
    "√ beside the box": ("□√", "□"),
    "X for the box": ("X", "□"),
    "x in brackets": ("[x]", "[ ]"),
    "◉": ("◉", "○"),
    "√ on a line": ("_√_", "___"),
}
SIDES: dict[str, Callable[[str, str], str]] = {
    "before": lambda place, words: place + words,
    "behind": lambda place, words: words + place,
    "before, apart": lambda place, words: f"{place} {words}",
    "behind, apart": lambda place, words: f"{words} {place}",
}


EMPTY = {empty for _, empty in PLACES.values()}


def behind_a_box(place: str, words: str) -> str:
    return f"□{words}" if place in EMPTY else f"□{words}√"


SIDES["behind, with an empty box before"] = behind_a_box


UNCLEAR = (
    "企业√高等学校 科研机构",
    "企业 √ 高等学校",
    "□企业√□高等学校",
    "√企业 高等学校√ 科研机构",
)
ADDED = {
    "□企业 ☑高等学校 ☑行业协会\n□其他": ["university"],
    "企业（ ） 行业协会（√） 高等学校（√） 其他（ ）": ["university"],
    "☑行业协会 □企业 □高等学校": [],
}
# Read by page and command line alike (tests/forms/readback_cases.py).
WRITTEN = (
    *UNCLEAR,
    *ADDED,
    *(
        between.join(
            SIDES[side](place[number not in (1, 3)], words)
            for number, words in enumerate(("企业", "高等学校", "科研机构", "其他", "医疗卫生机构"))
        )
        for (side, place), between in zip(
            itertools.product(SIDES, PLACES.values()), itertools.cycle("\n、 \u3000")
        )
    ),
    "1.企业√ 2.高等学校 3.其他：A×B 联合体",
    "☑其他：甲×乙，与企业合作 □企业",
    "□ 企业：三家 ☑ 高等学校业 □其他（ ）",
)


def looking(library: Library, look: str, of: set[str], box: str = "□") -> bytes:
    """A plan whose participants have no tick; some of them look otherwise."""

    def edit(root: Root) -> None:
        cell = emptied(root)
        for words in ("企业", "高等学校", "科研机构", "医疗卫生机构", "其他"):
            how = f"<w:rPr>{look}</w:rPr>" if words in of else ""
            runs = f"<w:r><w:t>{box}</w:t></w:r><w:r>{how}<w:t>{words}</w:t></w:r>"
            cell.append(element(f"<w:p>{runs}</w:p>"))

    return edited(word.fill(*example(library, "pilot-plan-yunlan")), edit)


LOOKS = {
    "<w:b/>": "加粗",
    '<w:u w:val="single"/>': "加下划线",
    '<w:highlight w:val="yellow"/>': "加底色",
    '<w:color w:val="FF0000"/>': "变色",
    '<w:shd w:val="clear" w:fill="FFFF00"/>': "加底色",
}
