"""Ticks as people make them in every form, and tables and files as programs leave them."""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Callable

import pytest
from hand_edits import NS, Root, element, label, replace_text, xpath
from official_fillings import tick
from wordfile import EXAMPLES, W, edited, example, part

from lawbook import word
from lawbook.base.problem import ProblemsFound
from lawbook.forms.form import Field
from lawbook.forms.normal import normalised
from lawbook.library.library import Library
from lawbook.word.read.boxes import Ticked, chosen
from lawbook.word.read.content import Paragraph
from lawbook.word.read.readback import ReadBack, read
from lawbook.word.remarks import Comment, commented

STRICT = {
    NS["w"]: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes": (
        "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes"
    ),
}


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


def reread(library: Library, name: str, edit: Callable[[Root], object]) -> ReadBack:
    data = edited(word.fill(*example(library, name)), edit)
    return read(library.forms, data, "方案.docx")


def ticked(data: bytes, way: str) -> bytes:
    """A filled form whose boxes a person has made in one way."""

    def edit(root: Root) -> None:
        for box in boxes(root):
            for one in reversed(list(element(f"<w:x>{WAYS[way](is_ticked(box))}</w:x>"))):
                box.addnext(one)
            box.getparent().remove(box)

    return edited(data, edit)


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("way", WAYS)
def test_a_tick_is_read_however_it_was_made(library: Library, name: str, way: str) -> None:
    form, answers = example(library, name)
    back = read(library.forms, ticked(word.fill(form, answers), way), "方案.docx")
    assert back.answers.values == normalised(form, answers).answers.values
    assert back.faults == ()
    assert not [note for note in back.notes if "没有读入" in note.message]


def with_participants(library: Library, *lines: str) -> bytes:
    def edit(root: Root) -> None:
        cell = label(root, "participants").getparent().getnext()
        for old in cell.findall(f"{W}p"):
            cell.remove(old)
        for line in lines:
            cell.append(element(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"))

    return edited(word.fill(*example(library, "pilot-plan-yunlan")), edit)


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
        cell = label(root, "participants").getparent().getnext()
        for old in cell.findall(f"{W}p"):
            cell.remove(old)
        cell.append(element(f"<w:tbl>{inner}</w:tbl>"))
        cell.append(element("<w:p/>"))

    back = reread(library, "pilot-plan-yunlan", edit)
    assert back.answers.chosen("participants") == {"university": "", "institute": ""}


def official_cell(text: str) -> str:
    return f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def looking(library: Library, look: str, of: set[str], box: str = "□") -> bytes:
    """A plan whose participants have no tick; some of them look otherwise."""

    def edit(root: Root) -> None:
        cell = label(root, "participants").getparent().getnext()
        for old in cell.findall(f"{W}p"):
            cell.remove(old)
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


@pytest.mark.parametrize(
    ("key", "words"),
    [("contact_mobile", "手机号码"), ("contact_email", "电子邮箱"), ("contact_phone", "办公电话")],
)
def test_a_label_in_other_words_is_known(library: Library, key: str, words: str) -> None:
    answers = example(library, "pilot-plan-yunlan")[1]

    def edit(root: Root) -> None:
        place = label(root, key)
        replace_text(place, words)
        for mark in xpath(place, ".//w:bookmarkStart"):
            mark.getparent().remove(mark)
        cell = place.getparent().getnext()
        for control in xpath(cell, ".//w:sdt"):
            control.getparent().append(control.find(f"{W}sdtContent")[0])
            control.getparent().remove(control)

    back = reread(library, "pilot-plan-yunlan", edit)
    assert back.answers.values[key] == answers.values[key]
    assert back.faults == ()


def test_a_file_with_an_older_label_of_an_option_is_read(library: Library) -> None:
    _, answers = example(library, "review-application-suifang")

    def edit(root: Root) -> None:
        (text,) = (one for one in root.iter(f"{W}t") if (one.text or "").strip() == "未列入")
        text.text = " 未纳入"

    back = reread(library, "review-application-suifang", edit)
    assert back.answers.values["review_list"] == answers.values["review_list"]
    assert back.faults == ()


def repacked(data: bytes, change: Callable[[str, str], tuple[str, str]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(*change(name, old.read(name).decode()))
    return made.getvalue()


def as_strict(name: str, text: str) -> tuple[str, str]:
    for usual, strict in STRICT.items():
        text = text.replace(usual, strict)
    return name, text


def under_another_name(name: str, text: str) -> tuple[str, str]:
    text = text.replace("word/document.xml", "word/document2.xml")
    return name.replace("document.xml", "document2.xml"), text


def with_macros(name: str, text: str) -> tuple[str, str]:
    usual = "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return name, text.replace(usual, "vnd.ms-word.document.macroEnabled.main+xml")


@pytest.mark.parametrize("change", [as_strict, under_another_name, with_macros])
def test_a_file_in_another_shape_is_read_whole(
    library: Library, change: Callable[[str, str], tuple[str, str]]
) -> None:
    form, answers = example(library, "pilot-plan-yunlan")
    data = word.fill(form, answers)
    assert repacked(data, change) != data
    back = read(library.forms, repacked(data, change), "方案.docx")
    assert back.answers.values == normalised(form, answers).answers.values
    assert back.origin.form == form.key


def test_comments_in_a_strict_file_are_strict_too(library: Library) -> None:
    data = repacked(word.fill(*example(library, "pilot-plan-yunlan")), as_strict)
    back = read(library.forms, data, "方案.docx")
    made = commented(back, [Comment("city", ("请核对",))])
    usual, strict = NS["w"], STRICT[NS["w"]]
    for name in ("word/document.xml", "word/comments.xml"):
        assert strict in part(made, name)
        assert usual not in part(made, name)
    assert "purl.oclc.org/ooxml/officeDocument/relationships/comments" in part(
        made, "word/_rels/document.xml.rels"
    )
    assert read(library.forms, made, "方案.docx").answers == back.answers


def test_a_file_of_wps_is_told_how_to_be_saved(library: Library) -> None:
    ole = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(512)
    with pytest.raises(ProblemsFound) as found:
        read(library.forms, ole, "方案.wps")
    assert [one.message for one in found.value.problems] == [
        "内容是 WPS 文字（.wps）格式；请用 Word 或 WPS 另存为 .docx"
    ]
