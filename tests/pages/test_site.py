import datetime
import re
from pathlib import Path

import pytest

from lawbook.base.problem import ProblemsFound
from lawbook.library.library import Library
from lawbook.library.page import Page, split_front_matter
from lawbook.pages import site as whole

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


def test_generating_writes_pages_assets_and_downloads_and_removes_the_rest(
    library: Library, files: dict[str, bytes], as_of: datetime.date, tmp_path: Path
) -> None:
    (tmp_path / "documents").mkdir()
    stale = tmp_path / "documents" / "gone.md"
    stale.write_text("gone")
    whole.generate(library, tmp_path, whole.Beside(files), built=as_of)
    assert not stale.exists()
    assert (tmp_path / "files" / "pilot-plan-blank.docx").read_bytes().startswith(b"www")
    assert (tmp_path / "assets" / "site.css").is_file()
    home = tmp_path / "index.md"
    before = home.stat().st_mtime_ns
    whole.generate(library, tmp_path, whole.Beside(files), built=as_of)
    assert home.stat().st_mtime_ns == before


def test_a_fault_in_a_page_stops_everything_before_anything_is_written(
    project: Path, as_of: datetime.date, tmp_path: Path
) -> None:
    from lawbook.library.loading import load

    page = project / "content" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + '\n{{ cite("rule-2020/art-9") }}\n')
    with pytest.raises(ProblemsFound, match=r"content/index\.md:\d+: 没有 rule-2020/art-9"):
        whole.generate(load(project), tmp_path / "out", whole.Beside({}), built=as_of)
    assert not (tmp_path / "out").exists()


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
