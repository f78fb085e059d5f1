import re

from lawbook.library.library import Library
from lawbook.library.page import Page, split_front_matter

Made = dict[str, Page]


def test_every_page_has_a_title_a_description_and_a_check(made: Made) -> None:
    for path, page in made.items():
        values, _ = split_front_matter(page.text, path)
        for key in ("title", "description", "checked", "origin"):
            assert values.get(key), f"{path}: {key}"


def test_no_chinese_heading_is_left_without_an_id(made: Made) -> None:
    for path, page in made.items():
        for line in page.text.splitlines():
            if re.match(r"#{1,6} .*[\u4e00-\u9fff]", line) and not line.isascii():
                assert re.search(r"\{#[^}]+\}$", line), f"{path}: {line}"


def test_the_state_of_the_documents_takes_its_dates_from_data(made: Made) -> None:
    home, state = made["index.md"].text, made["about/force.md"].text
    assert '2026年5月20日前<span data-due="2026-05-20"></span>' in state
    assert '2026年11月30日<span data-from="2026-06-01" data-to="2026-11-30"></span>' in state
    assert state.count("conf--one") >= 2
    assert "37条中" in home
    assert "2026年3月20日起施行" in home


def test_the_list_of_sources_names_each_with_its_repairs(library: Library, made: Made) -> None:
    page = made["about/sources.md"].text
    for key in library.sources:
        assert f"{{#source-{key}}}" in page
    assert "文字校勘" in page
    assert "不收录的理由" in page


def test_a_form_page_explains_every_field(library: Library, made: Made) -> None:
    for form in library.forms.values():
        page = made[f"forms/{form.key}/index.md"].text
        for _, field in form.fields:
            assert f'id="field-{field.key}"' in page
            assert f'<a href="#field-{field.key}">' in page
        assert form.notice in page


def test_the_city_sees_its_targets_as_a_list(made: Made) -> None:
    page = made["start/city.md"].text
    rows = [re.sub(r"<[^>]+>", "|", row) for row in re.findall(r"<div><dt>.*?</div>", page)]
    assert [re.sub(r"\|+", " ", row).strip() for row in rows] == [
        "形成标准 至少5项 待核实",
        "开展专家复核 至少3次 每个省级地区 待核实",
        "建立伦理风险案例库 未见数量 待核实",
        "形成技术工具 未见数量 待核实",
        "形成应用范例 未见数量 待核实",
    ]
    assert page.index("## 总结评估") < page.index("## 对照的目标") < page.index("## 为可能的下一轮")


def test_downloads_say_what_they_were_opened_with(made: Made) -> None:
    page = made["downloads.md"].text
    assert "还没有人打开试过" in page
    assert page.count('.docx">空白表') >= 4


def test_no_page_asks_another_host_for_anything(made: Made) -> None:
    for path, page in made.items():
        assert not re.search(r'(?:src|poster)="https?:', page.text), path
