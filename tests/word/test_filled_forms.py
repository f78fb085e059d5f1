"""The filled forms: every answer is there, no instruction is left, nothing is evaluated."""

import re
from dataclasses import replace

import pytest
from wordfile import EXAMPLES, W, example, part, solid, text, tree

from lawbook import word
from lawbook.forms.answers import Answers
from lawbook.library.library import Library
from lawbook.word.read.readback import read


def test_a_long_address_is_set_narrower_and_read_as_it_is(library: Library) -> None:
    form = library.forms["pilot-plan"]
    for address, scale in (
        ("kejichu-zhang-san@yunlan-city.example.com", '<w:w w:val="39"/>'),
        ("lianxi-ren01@a-b.example", '<w:w w:val="66"/>'),
        ("a-b@example.com", ""),
    ):
        data = word.fill(form, Answers(form.key, {"contact_email": address}))
        assert "".join(re.findall(r"<w:w w[^>]*>", part(data))) == scale
        assert read(library.forms, data, "x.docx").answers.values == {"contact_email": address}


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_answer_stands(name: str, library: Library, files: dict[str, bytes]) -> None:
    form, answers = example(library, name)
    shown = solid(text(files[name]))
    for _, item in form.fields:
        for line in answers.text(item.key).split("\n"):
            assert solid(line.removeprefix("- ")) in shown, item.key
        for words in answers.chosen(item.key).values():
            assert solid(words) in shown
        for row in answers.rows(item.key):
            assert all(solid(cell) in shown for cell in row)


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_instruction_is_left(name: str, library: Library, files: dict[str, bytes]) -> None:
    form, _ = example(library, name)
    shown = solid(text(files[name]))
    for section, item in form.fields:
        groups = [group.hint for group in section.groups]
        for hint in (item.hint, *groups):
            assert not hint or solid(hint) not in shown
    assert "模板" not in shown
    assert "必填" not in shown
    assert "填写提示" not in shown


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_page_of_an_example_says_that_it_is_fictional(
    name: str, files: dict[str, bytes]
) -> None:
    header = "虚构示例：文中的省市、单位、人员、号码和数据均为虚构"
    assert header in part(files[name], "word/header.xml")
    assert "（虚构示例）" in part(files[name], "docProps/core.xml")
    sections = part(files[name]).count("<w:sectPr>")
    assert part(files[name]).count('w:type="default" r:id="rIdHeader"') == sections == 2


def test_real_answers_have_no_header_and_the_title_names_the_city(library: Library) -> None:
    form, answers = example(library, "pilot-plan-yunlan")
    data = word.fill(form, replace(answers, mark="", title=""))
    assert "虚构示例" not in part(data, "word/header.xml")
    title = "云澜市“人工智能科技伦理审查与服务先导计划”行动实施方案"
    assert f"<dc:title>{title}</dc:title>" in part(data, "docProps/core.xml")
    assert title in solid(text(data))


def test_the_boxes_that_were_chosen_are_ticked(files: dict[str, bytes]) -> None:
    shown = text(files["pilot-plan-yunlan"])
    assert "☑ 制造\t☐ 科技\t☐ 文化" in shown
    assert "☑ 旅游\t☐ 消费\t☑ 其他：航运" in shown
    assert part(files["pilot-plan-yunlan"]).count('<w14:checked w14:val="1"/>') == 9


def test_each_unit_has_a_row(library: Library, files: dict[str, bytes]) -> None:
    _, answers = example(library, "pilot-plan-yunlan")
    *_, table = tree(files["pilot-plan-yunlan"]).iter(f"{W}tbl")
    assert len(table.findall(f"{W}tr")) == 1 + len(answers.rows("units")) == 11


NASTY = (
    "A & B <c> \"d\" 'e'",
    "{{ 7*7 }} {% for x in y %} ${HOME} @BODY@ @TITLE@",
    "=1+1 \\h HYPERLINK PAGE",
    "]]> <!-- --> <w:p/> &amp; &#0;",
    "𠮷😀ａｂｃ１２３",
)


@pytest.mark.parametrize("words", NASTY)
@pytest.mark.parametrize("key", ["organiser", "goals", "place"])
def test_an_answer_stays_the_text_it_is(words: str, key: str, library: Library) -> None:
    form = library.forms["pilot-plan"]
    data = word.fill(form, Answers(form.key, {key: words}, title=words, mark=words))
    assert solid(words) in solid(text(data))
    assert "<w:p/>" not in part(data)


def test_what_xml_forbids_becomes_a_visible_sign(library: Library) -> None:
    form = library.forms["pilot-plan"]
    data = word.fill(form, Answers(form.key, {"goals": "甲\0乙\x01丙\ud800丁\ufffe"}))
    assert "甲\ufffd乙\ufffd丙\ufffd丁\ufffd" in text(data)


def test_an_empty_form_filled_keeps_its_controls(library: Library) -> None:
    for form in library.forms.values():
        data = word.fill(form, Answers(form.key))
        assert f'<w:tag w:val="{form.sections[0].fields[0].key}"/>' in part(data)
        said = text(data)
        hints = [item.hint for _, item in form.fields if item.hint and item.hint in said]
        assert bool(hints) == form.is_letter, form.key  # what a letter still lacks shows
