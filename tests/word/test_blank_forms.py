"""The blank forms: every field is there, every word of the official template stands."""

import pytest
from wordfile import FORMS, W, paragraphs, part, solid, tags, text, tree

from lawbook import word
from lawbook.forms.form import Field, Form
from lawbook.library.library import Library


def expected_tags(field: Field) -> list[str]:
    if field.kind in {"choice", "choices"}:
        boxes = [f"{field.key}.{option.key}" for option in field.options]
        words = [f"{field.key}.{one.key}.text" for one in field.options if one.requires_text]
        return boxes + words
    if field.kind == "rows":
        return [f"{field.key}.{column.key}" for column in field.columns] * 3
    return [field.key]


@pytest.mark.parametrize("key", FORMS)
def test_every_field_has_its_controls_and_no_others(
    key: str, library: Library, files: dict[str, bytes]
) -> None:
    wanted = [tag for _, item in library.forms[key].fields for tag in expected_tags(item)]
    assert sorted(tags(tree(files[f"{key}-blank"]))) == sorted(wanted)


@pytest.mark.parametrize("key", FORMS)
def test_every_label_and_hint_stands(key: str, library: Library, files: dict[str, bytes]) -> None:
    form, shown = library.forms[key], solid(text(files[f"{key}-blank"]))
    for _, item in form.fields:
        if item.key != form.layout.title.field:  # it is answered in the title itself
            assert solid(item.label) in shown
        assert solid(item.hint or "") in shown
        for one in (*item.options, *item.columns):
            assert solid(one.label) in shown


def test_no_place_stands_in_two_pairs_of_brackets(library: Library) -> None:
    assert len(library.forms) > 15
    for key, form in library.forms.items():
        lines = list(paragraphs(tree(word.blank(form))))
        assert [line for line in lines if "（（" in line or "））" in line] == [], key


@pytest.mark.parametrize("key", FORMS)
def test_every_field_outside_lists_has_a_bookmark_at_its_label(
    key: str, library: Library, files: dict[str, bytes]
) -> None:
    root, form = tree(files[f"{key}-blank"]), library.forms[key]
    names = [mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")]
    assert sorted(map(str, names)) == sorted(f"f_{item.key}" for _, item in form.fields)


def test_every_word_of_the_official_template_stands(
    library: Library, files: dict[str, bytes]
) -> None:
    shown = solid(text(files["pilot-plan-blank"]))
    for part_ in library.documents["pilot-plan-2026"].walk():
        for words in (part_.label, part_.heading, *(part_.text or "").split("\n")):
            wanted = solid(words or "").replace("(", "（").replace(")", "）")
            assert wanted in shown, str(part_.citation)


def test_the_words_stand_in_the_templates_order(files: dict[str, bytes]) -> None:
    shown = solid(text(files["pilot-plan-blank"]))
    order = ("附件", "（模板）", "申报城市", "推荐单位", "日期", "XX市（区）", "组织实施单位")
    order += ("日常联系单位", "联系人", "职务", "座机", "手机", "邮箱", "通讯地址", "必选：")
    order += ("可选：", "拟涵盖重点主体", "已有工作基础", "具体实施方案", "工作目标", "职责分工")
    order += ("重点工作实施路径", "工作计划", "预期成效", "初步计划参与的代表性单位清单")
    starts = []
    for words in order:
        starts.append(shown.index(words, starts[-1] if starts else 0))
    assert starts == sorted(starts)


@pytest.mark.parametrize("key", FORMS)
def test_the_notice_opens_the_blank_form(key: str, files: dict[str, bytes]) -> None:
    assert "填写提示：请勿填写国家秘密、工作秘密" in text(files[f"{key}-blank"])


@pytest.mark.parametrize("key", FORMS)
def test_the_file_says_which_form_it_is(
    key: str, library: Library, files: dict[str, bytes]
) -> None:
    form, data = library.forms[key], files[f"{key}-blank"]
    custom, core = part(data, "docProps/custom.xml"), part(data, "docProps/core.xml")
    assert f'name="FormKey"><vt:lpwstr>{key}<' in custom
    assert f'name="FormVersion"><vt:lpwstr>{form.version}<' in custom
    assert f"<dc:title>{form.title}</dc:title><dc:language>zh-CN<" in core


def test_a_form_without_cover_opens_with_the_notice(mini: Library) -> None:
    from lawbook import word

    form: Form = mini.forms["note"]
    first = next(line for line in text(word.blank(form)).split("\n") if line)
    assert first == "填写提示：请勿填写国家秘密、工作秘密。"


def test_our_own_form_says_what_is_required_and_the_official_one_does_not(
    files: dict[str, bytes],
) -> None:
    shown = text(files["review-application-blank"])
    assert shown.count("（必填）") == 10  # each required field once
    assert "（必填）写技术路线" in shown
    assert "（必填）" not in text(files["pilot-plan-blank"])
