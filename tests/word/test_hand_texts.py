"""Texts and dates edited by hand: they are read however they were typed."""

import datetime
from collections.abc import Callable
from typing import Any

import hand_edits as hand
import pytest
from hand_edits import Reader, Root, cell, control, inside, run, write
from lxml import etree  # type: ignore[import-untyped]
from wordfile import W

Case = tuple[Callable[[Root], Any], str, Any]
DAY = datetime.date(2026, 9, 3)


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
