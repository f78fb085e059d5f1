"""Forms edited by hand: what stands in them is read, or named by the label people see."""

import copy
import datetime
from collections.abc import Callable
from typing import Any

import hand_edits as hand
import pytest
from hand_edits import Root, cell, control, inside, run, write
from lxml import etree  # type: ignore[import-untyped]
from wordfile import FORMS, W, edited

from lawbook.forms.values import Chosen
from lawbook.library.library import Library
from lawbook.word.read.readback import ReadBack, read

Reader = Callable[..., ReadBack]
Case = tuple[Callable[[Root], Any], str, Any]
DAY = datetime.date(2026, 9, 3)


@pytest.fixture(scope="module")
def after(library: Library, files: dict[str, bytes]) -> Reader:
    """Read a blank form after an edit of its XML."""

    def change(edit: Callable[[Root], Any], name: str = "pilot-plan-blank") -> ReadBack:
        return read(library.forms, edited(files[name], edit), "方案.docx")

    return change


def typed_beside_the_hint(root: Root) -> None:
    control(root, "organiser").addnext(run("云澜市人民政府"))


def typed_before_the_hint(root: Root) -> None:
    control(root, "organiser").addprevious(run("云澜市人民政府"))


def typed_into_the_hint(root: Root) -> None:
    inside(root, "organiser").append(run("云澜市人民政府"))


def typed_on_a_new_line(root: Root) -> None:
    cell(root, "organiser").append(hand.paragraph("云澜市人民政府"))


def typed_below_a_long_hint(root: Root) -> None:
    cell(root, "goals").append(hand.paragraph("总体目标"))


def typed_over_a_long_hint(root: Root) -> None:
    place = cell(root, "goals")
    for one in place.findall(f"{W}p"):
        place.remove(one)
    place.append(hand.paragraph("　　总体目标"))
    place.append(hand.paragraph(""))
    place.append(hand.paragraph("具体目标"))


def typed_beside_the_label(root: Root) -> None:
    hand.label(root, "contact_name").append(run(" 张三"))


def torn_label(root: Root) -> None:
    hand.strip_controls(root)
    hand.strip_bookmarks(root)
    place = hand.xpath(root, "//w:tc[w:p//w:t[.='联系人']]")[0]
    hand.replace_text(place, "联")
    place.append(hand.paragraph("系人"))
    place.getnext().append(hand.paragraph("张三"))


def pasted_table(root: Root) -> None:
    cell(root, "schedule").append(hand.table((("阶段", "时间"), ("启动", "1月"))))
    cell(root, "schedule").append(hand.paragraph("以上为安排"))


def inserted_text(root: Root) -> None:
    write(root, "contact_post", "科长")
    inside(root, "contact_post").append(hand.tracked("ins", "（兼）"))


def deleted_text(root: Root) -> None:
    write(root, "contact_post", "科长")
    inside(root, "contact_post").append(hand.tracked("del", "（原）"))


def moved_text(root: Root) -> None:
    write(root, "contact_post", "科长")
    inside(root, "contact_post").append(hand.tracked("moveFrom", "旧"))
    inside(root, "contact_post").append(hand.tracked("moveTo", "新"))


def joined_paragraphs(root: Root) -> None:
    place = cell(root, "results")
    first = place.find(f"{W}p")
    hand.replace_text(first, "前半")
    mark = etree.SubElement(first.find(f"{W}pPr"), f"{W}rPr")
    etree.SubElement(mark, f"{W}del")
    place.append(hand.paragraph("后半"))


def comment(root: Root) -> None:
    write(root, "contact_post", "科长")
    mark = run("")
    mark.append(hand.element('<w:commentReference w:id="0"></w:commentReference>'))
    inside(root, "contact_post").append(mark)


def hyperlink(root: Root) -> None:
    place = inside(root, "contact_email")
    place.remove(place[0])
    link = etree.SubElement(place, f"{W}hyperlink")
    link.append(run("lx@example.com"))


def field_code(root: Root) -> None:
    write(root, "contact_post", "科长")
    code = run("")
    code.append(hand.element("<w:instrText>DATE</w:instrText>"))
    inside(root, "contact_post").append(code)


def split_everything(root: Root) -> None:
    write(root, "organiser", "云澜市人民政府")
    hand.split_runs(root)


def line_break(root: Root) -> None:
    write(root, "organiser", "云澜市")
    line = run("人民政府")
    line.insert(1, hand.element("<w:br></w:br>"))
    inside(root, "organiser").append(line)


def text_box(root: Root) -> None:
    made = run("")
    box = etree.SubElement(etree.SubElement(made, f"{W}pict"), f"{W}txbxContent")
    box.append(hand.paragraph("框内文字"))
    cell(root, "goals").find(f"{W}p").append(made)


def automatic_numbers(root: Root) -> None:
    place = cell(root, "results")
    place.remove(place.find(f"{W}p"))
    for text in ("甲", "乙"):
        line = hand.paragraph(text)
        line.insert(
            0,
            hand.element(
                '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
            ),
        )
        place.append(line)


def bold_words(root: Root) -> None:
    place = cell(root, "results")
    hand.replace_text(place, "前")
    place.find(f"{W}p").append(run("重点", "<w:b/>"))
    place.find(f"{W}p").append(run("后", '<w:b w:val="0"/>'))


def ruby(root: Root) -> None:
    place = inside(root, "contact_name")
    place.remove(place[0])
    base, over = "<w:rubyBase></w:rubyBase>", "<w:rt></w:rt>"
    made = hand.element("<w:r></w:r>")
    ruby_ = etree.SubElement(made, f"{W}ruby")
    for xml, text in ((over, "zhang"), (base, "张")):
        part = hand.element(xml)
        part.append(run(text))
        ruby_.append(part)
    place.append(made)


TEXTS: dict[str, Case] = {
    "typed over the hint": (
        lambda root: write(root, "organiser", "云澜市人民政府"),
        "organiser",
        "云澜市人民政府",
    ),
    "typed beside the hint": (typed_beside_the_hint, "organiser", "云澜市人民政府"),
    "typed before the hint": (typed_before_the_hint, "organiser", "云澜市人民政府"),
    "typed into the hint": (typed_into_the_hint, "organiser", "云澜市人民政府"),
    "typed on a new line": (typed_on_a_new_line, "organiser", "云澜市人民政府"),
    "a line break": (line_break, "organiser", "云澜市人民政府"),
    "typed below a long hint": (typed_below_a_long_hint, "goals", "总体目标"),
    "typed over a long hint": (typed_over_a_long_hint, "goals", "总体目标\n具体目标"),
    "typed beside the label": (typed_beside_the_label, "contact_name", "张三"),
    "a label torn in two": (torn_label, "contact_name", "张三"),
    "a pasted table": (
        pasted_table,
        "schedule",
        "| 阶段 | 时间 |\n| 启动 | 1月 |\n以上为安排",
    ),
    "a tracked insertion": (inserted_text, "contact_post", "科长（兼）"),
    "a tracked deletion": (deleted_text, "contact_post", "科长"),
    "a tracked move": (moved_text, "contact_post", "科长新"),
    "paragraphs joined by a tracked deletion": (joined_paragraphs, "results", "前半后半"),
    "a comment": (comment, "contact_post", "科长"),
    "a link": (hyperlink, "contact_email", "lx@example.com"),
    "a field code": (field_code, "contact_post", "科长"),
    "runs split everywhere": (split_everything, "organiser", "云澜市人民政府"),
    "a text box": (text_box, "goals", "框内文字"),
    "an automatic list": (automatic_numbers, "results", "- 甲\n- 乙"),
    "bold words": (bold_words, "results", "前**重点**后"),
    "pinyin above a name": (ruby, "contact_name", "张"),
    "full-width figures": (
        lambda root: write(root, "contact_mobile", "１３８ ００００ ００００"),
        "contact_mobile",
        "13800000000",
    ),
    "a long dash in a number": (
        lambda root: write(root, "contact_phone", "010—00000000"),
        "contact_phone",
        "010-00000000",
    ),
    "the place in the title": (
        lambda root: write(root, "place", "云澜市"),
        "place",
        "云澜市",
    ),
    "the place typed beside its control": (
        lambda root: control(root, "place").addnext(run("云澜市")),
        "place",
        "云澜市",
    ),
    "formulas and code stay text": (
        lambda root: write(root, "organiser", "{{ 7*7 }}=1+1"),
        "organiser",
        "{{ 7*7 }}=1+1",
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_read_after(name: str, after: Reader) -> None:
    edit, key, expected = TEXTS[name]
    back = after(edit)
    assert back.answers.text(key) == expected
    assert set(back.answers.values) == {key}
    assert back.faults == ()


@pytest.mark.parametrize(
    "text",
    [
        "2026年9月3日",
        "二〇二六年九月三日",
        "二○二六年九月三日",
        "２０２６年９月３日",
        "2026.9.3",
        "2026/09/03",
        " 2026 年 9 月 3 日",
        "2026-09-03",
    ],
)
def test_a_date_is_read_as_people_write_it(text: str, after: Reader) -> None:
    assert after(lambda root: write(root, "apply_date", text)).answers.values["apply_date"] == DAY


def test_what_is_no_date_is_named_by_its_label(after: Reader) -> None:
    back = after(lambda root: write(root, "apply_date", "9月初"))
    assert back.faults == (("apply_date", "“9月初”不是完整的日期；请写成 2026年12月1日"),)


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


def test_numbers_that_are_none_do_no_harm(after: Reader) -> None:
    """Programs and people write anything into a file; what is no number is read as none."""

    def edit(root: Root) -> None:
        write(root, "contact_post", "科长")
        for span in hand.xpath(root, "//w:gridSpan"):
            span.set(f"{W}val", "²")
        place = inside(root, "contact_post")
        for char in ("+F0FE", " F0FE", "F_0", "1" * 5000):
            made = run("")
            made.append(hand.element(f'<w:sym w:font="Wingdings" w:char="{char}"></w:sym>'))
            place.append(made)

    assert after(edit).answers.text("contact_post") == "科长\ufffd\ufffd\ufffd\ufffd"


# Lists.


def fill_rows(root: Root) -> None:
    for number, (name, kind) in enumerate((("甲公司", "企业"), ("乙大学", "高等学校"))):
        write(root, "units.name", name, number)
        write(root, "units.kind", kind, number)


TWO_ROWS = (("甲公司", "企业", ""), ("乙大学", "高等学校", ""))


def added_row(root: Root) -> None:
    fill_rows(root)
    last = hand.rows(root, "units")[-1]
    twin = copy.deepcopy(last)
    hand.strip_controls(twin)
    last.addnext(twin)
    for place, text in enumerate(("丙院", "科研机构", "测试"), 1):
        hand.replace_text(twin.findall(f"{W}tc")[place], text)


def deleted_row(root: Root) -> None:
    fill_rows(root)
    third = hand.rows(root, "units")[3]
    third.getparent().remove(third)


def tracked_row(root: Root) -> None:
    fill_rows(root)
    write(root, "units.name", "丙", 2)
    mark = etree.SubElement(hand.rows(root, "units")[3].find(f"{W}trPr"), f"{W}del")
    mark.set(f"{W}id", "9001")


def renumbered(root: Root) -> None:
    fill_rows(root)
    for number, row in enumerate(hand.rows(root, "units")[1:], 7):
        hand.replace_text(row.find(f"{W}tc"), str(number))


def other_table(root: Root) -> None:
    """The list pasted from elsewhere: no controls, no numbers, the columns in another order."""
    old = hand.rows(root, "units")[0].getparent()
    text = (("单位类型", "单 位 名 称"), ("企业", "甲公司"), ("高等学校", "乙大学"))
    old.addnext(hand.table(text))
    old.getparent().remove(old)


LISTS: dict[str, tuple[Callable[[Root], Any], Any]] = {
    "rows filled": (fill_rows, TWO_ROWS),
    "a row added": (added_row, (*TWO_ROWS, ("丙院", "科研机构", "测试"))),
    "a row deleted": (deleted_row, TWO_ROWS),
    "a tracked deletion of a row": (tracked_row, TWO_ROWS),
    "rows numbered otherwise": (renumbered, TWO_ROWS),
    "columns in another order": (
        lambda root: (fill_rows(root), hand.columns_swapped(root, "units", 1, 2)),
        TWO_ROWS,
    ),
    "no controls": (lambda root: (fill_rows(root), hand.strip_controls(root)), TWO_ROWS),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_read_after(name: str, after: Reader) -> None:
    edit, expected = LISTS[name]
    back = after(edit)
    assert back.answers.values == {"units": expected}
    assert back.faults == ()


def test_a_column_that_a_pasted_list_lacks_is_named(after: Reader) -> None:
    back = after(other_table)
    assert back.answers.values == {"units": TWO_ROWS}
    assert back.faults == ()
    assert [str(note) for note in back.notes] == [
        "「单位清单」: 没有“拟参与内容”这一列，按没有填写读取"
    ]


def test_a_column_that_was_added_is_named(after: Reader) -> None:
    def edit(root: Root) -> None:
        fill_rows(root)
        for number, row in enumerate(hand.rows(root, "units")):
            place = etree.SubElement(row, f"{W}tc")
            place.append(hand.paragraph("备注" if number == 0 else "重点"))

    notes = [str(note) for note in after(edit).notes]
    assert notes == ["「单位清单」: 多出“备注”一列，没有读入：“重点”、“重点”、“重点”"]


# What belongs to no field, and what is gone.


def test_text_outside_the_fields_is_named(after: Reader) -> None:
    def edit(root: Root) -> None:
        root.find(f"{W}body")[-2].addprevious(hand.paragraph("另附说明一份，共三页"))

    notes = [str(note) for note in after(edit).notes]
    assert notes == ["栏目之外: 这段文字不属于任何栏目，没有读入：“另附说明一份，共三页”"]


def test_a_row_of_the_table_that_is_gone_is_named(after: Reader) -> None:
    def edit(root: Root) -> None:
        row = cell(root, "organiser").getparent()
        row.getparent().remove(row)

    assert after(edit).faults == (
        ("organiser", "在文件中没有找到这一栏；请从空白表中把这一栏复制回来再填"),
    )


def test_a_fixed_line_that_was_changed_is_known(after: Reader) -> None:
    def edit(root: Root) -> None:
        hand.replace_text(inside(root, "focus_base"), "人工智能应用领域")

    assert after(edit).altered == ("focus_base",)


def test_a_picture_is_named(after: Reader) -> None:
    def edit(root: Root) -> None:
        write(root, "contact_post", "科长")
        made = run("")
        etree.SubElement(made, f"{W}drawing")
        inside(root, "contact_post").append(made)

    notes = [str(note) for note in after(edit).notes]
    assert notes == ["“科长”处的图片或图形不能读入；请把要点写成文字"]


def test_tracked_changes_are_said(after: Reader) -> None:
    notes = [str(note) for note in after(deleted_text).notes]
    assert notes == ["文件中有修订：插入的文字已读入，删除的没有；请接受或拒绝修订后提交"]


WAYS: dict[str, Callable[[Root], Any]] = {
    "tags": hand.strip_tags,
    "bookmarks": hand.strip_bookmarks,
    "controls": hand.strip_controls,
    "controls and bookmarks": lambda root: (
        hand.strip_controls(root),
        hand.strip_bookmarks(root),
    ),
    "nothing, but runs split": hand.split_runs,
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ["pilot-plan-yunlan", "review-application-suifang"])
def test_every_field_comes_back_without(
    way: str, name: str, library: Library, files: dict[str, bytes]
) -> None:
    whole = read(library.forms, files[name], name)
    back = read(library.forms, edited(files[name], WAYS[way]), name)
    assert back.answers == whole.answers
    assert back.faults == ()
    assert back.altered == ()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("key", FORMS)
def test_a_blank_form_stays_empty_without(
    way: str, key: str, library: Library, files: dict[str, bytes]
) -> None:
    back = read(library.forms, edited(files[f"{key}-blank"], WAYS[way]), key)
    assert dict(back.answers.values) == {}
    assert back.faults == ()
    assert back.notes == ()


def _renamed(root: Root) -> None:
    """No control, no bookmark, and the labels of the contact as other offices print them."""
    hand.strip_controls(root)
    hand.strip_bookmarks(root)
    for old, new in (("联系电话", "手机号码"), ("邮箱", "电子邮箱"), ("联系人", "联系人姓名")):
        (label,) = [one for one in hand.xpath(root, "//w:t") if (one.text or "").strip() == old]
        label.text = new


def test_contact_fields_are_known_by_other_names_too(
    library: Library, files: dict[str, bytes]
) -> None:
    name = "review-application-suifang"
    whole = read(library.forms, files[name], name)
    back = read(library.forms, edited(files[name], _renamed), name)
    assert back.answers == whole.answers
    assert back.faults == ()
