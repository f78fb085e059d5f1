"""What the printed page looks like: 22 lines of 28 characters, every sign there, every page."""

from __future__ import annotations

import itertools
import re
import subprocess
from pathlib import Path

import pytest
from wordfile import FILES, part, solid, text

from lawbook import word
from lawbook.forms.answers import reading
from lawbook.library.library import Library
from lawbook.word.pdf import pdf

PAGES = {"pilot-plan-blank": 6, "review-application-blank": 11}

PLAN, APPLICATION = "“人工智能科技伦理审查与服务先导计划”行动实施方案", "人工智能科技伦理审查申请书"
TITLES = {
    "pilot-plan-blank": PLAN,
    "review-application-blank": APPLICATION,
    "pilot-plan-yunlan": f"云澜市{PLAN}（虚构示例）",
    "review-application-suifang": f"{APPLICATION}：慢性病随访对话助手（虚构示例）",
}


def printed(path: Path, *options: str) -> str:
    done = subprocess.run(["pdftotext", *options, path, "-"], check=True, capture_output=True)
    return done.stdout.decode()


def test_a_page_of_running_text_has_22_lines_of_28_characters(folder: Path) -> None:
    _, second, *_ = printed(folder / "running.pdf", "-bbox-layout").split("<page ")[1:]
    found = re.findall(r"<word[^>]*>(国+)</word>", second)
    assert [len(line) for line in found] == [28] * 22
    heights = [float(y) for y in re.findall(r'<line xMin="[^"]*" yMin="([^"]*)"', second)][:22]
    gaps = [after - before for before, after in itertools.pairwise(heights)]
    assert all(28.8 < gap < 29.1 for gap in gaps)  # exactly 28.95 pt, as far as a PDF shows it


@pytest.mark.parametrize("name", FILES)
def test_no_sign_is_missing_on_paper(name: str, folder: Path, files: dict[str, bytes]) -> None:
    shown = set(solid(printed(folder / f"{name}.pdf", "-raw")))
    wanted = set(solid(text(files[name])))
    assert wanted - shown == set()
    fonts = subprocess.run(
        ["pdffonts", folder / f"{name}.pdf"], check=True, capture_output=True, text=True
    )
    for line in fonts.stdout.splitlines()[2:]:
        assert re.search(r"\byes (yes|no) +yes\b|\byes yes\b", line), line  # embedded


@pytest.mark.parametrize("name", FILES)
def test_the_printed_pages_show_every_label(
    name: str, folder: Path, library: Library, files: dict[str, bytes]
) -> None:
    shown = solid(printed(folder / f"{name}.pdf", "-raw"))
    form = next(form for key, form in library.forms.items() if name.startswith(key))
    for _, item in form.fields:
        if item.key != form.layout.title.field:
            assert solid(item.label) in shown
    assert "—1—" in shown
    assert "\ufffd" not in shown


@pytest.mark.parametrize("name", PAGES)
def test_a_blank_form_has_the_pages_it_should(name: str, folder: Path) -> None:
    done = subprocess.run(
        ["pdfinfo", folder / f"{name}.pdf"], check=True, capture_output=True, text=True
    )
    pages = int(re.findall(r"Pages: +(\d+)", done.stdout)[0])
    assert abs(pages - PAGES[name]) <= 1  # fonts differ from machine to machine


@pytest.mark.parametrize("name", FILES)
def test_a_reader_of_the_structure_finds_language_title_and_heads(
    name: str, files: dict[str, bytes]
) -> None:
    core, styles = part(files[name], "docProps/core.xml"), part(files[name], "word/styles.xml")
    assert "<dc:language>zh-CN</dc:language>" in core
    assert 'w:eastAsia="zh-CN"' in styles
    xml = part(files[name])
    assert xml.count("<w:tbl>") == xml.count("<w:tblCaption ")
    assert "<w:tblHeader/>" in xml
    assert 'w:styleId="Heading"><w:name w:val="heading 1"/>' in styles
    assert "<w:drawing" not in xml and "<w:pict" not in xml  # nothing that needs a description
    assert f"<dc:title>{TITLES[name]}</dc:title>" in core


@pytest.mark.deep
def test_no_page_of_an_example_is_nearly_empty(library: Library, tmp_path: Path) -> None:
    """Four lines at least: a tail of two looks like a mistake, and wastes a sheet."""
    files = []
    for key, example in library.examples.items():
        form = library.forms[str(example.tree["form"])]
        files.append(tmp_path / f"{key}.docx")
        files[-1].write_bytes(word.fill(form, reading(form, example).answers))
    short = [
        (made.stem, number)
        for made in pdf(files, tmp_path)
        for number, page in enumerate(printed(made, "-layout").split("\f")[1:-1], 2)
        if len(_body(page)) < 4
    ]
    assert short == []


def _body(page: str) -> list[str]:
    """The lines of a page without the mark above and the number below."""
    lines = [line.strip() for line in page.split("\n") if line.strip()]
    return [line for line in lines if not re.match("虚构示例：|— ?[0-9]+ ?—", line)]
