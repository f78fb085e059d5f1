"""The compendium: everything a page says, as one Word file that an office can keep."""

import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from docx import Document
from docx.oxml.ns import qn

from lawbook.base.problem import ProblemsFound
from lawbook.library.library import Library
from lawbook.site import build
from lawbook.word import office
from lawbook.word.compendium import compendium, headings, names
from lawbook.word.pdf import pdf


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    build.site(root)
    return root / "site"


@pytest.fixture(scope="module")
def draft(library: Library, site: Path) -> bytes:
    return compendium(library, site, "measures-2025-draft")


@pytest.fixture(scope="module")
def guides(library: Library, site: Path) -> bytes:
    return compendium(library, site, "guides")


def squeezed(data: bytes) -> str:
    parts = Document(io.BytesIO(data)).element.iter(qn("w:t"))
    return re.sub(r"\s", "", "".join(part.text or "" for part in parts))


def test_every_provision_of_the_draft_stands_in_it(library: Library, draft: bytes) -> None:
    whole = squeezed(draft)
    for part in library.documents["measures-2025-draft"].walk():
        assert re.sub(r"\s", "", part.text) in whole, part.citation


def test_its_headings_are_the_articles(draft: bytes) -> None:
    found = list(headings(draft))
    assert "第一章 总则" in found
    assert sum(heading.startswith("第") and "条 " in heading for heading in found) == 37


def test_contents_and_citations_are_links_that_lead_somewhere(guides: bytes) -> None:
    body = Document(io.BytesIO(guides)).element
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    anchors = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    inside = [anchor for anchor in anchors if anchor]
    assert len(inside) > 100
    assert set(inside) <= marks


@pytest.mark.deep
def test_each_line_of_the_contents_has_its_page(guides: bytes, tmp_path: Path) -> None:
    body = Document(io.BytesIO(guides)).element
    fields = [one.get(qn("w:instr")) for one in body.iter(qn("w:fldSimple"))]
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    assert len(fields) > 50
    assert {field.split()[1] for field in fields} <= marks
    (tmp_path / "g.docx").write_bytes(guides)
    (made,) = pdf([tmp_path / "g.docx"], tmp_path)
    command = ["pdftotext", "-l", "6", str(made), "-"]
    first = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    numbers = [int(one) for one in re.findall(r"\.{3,} ?([0-9]+)", first)]
    assert numbers == sorted(numbers)
    assert len(numbers) == len(fields)  # none is an error about a reference
    assert len(set(numbers)) > 10
    assert "—1—" in first.replace(" ", "")
    whole = subprocess.run(["pdftotext", str(made), "-"], capture_output=True, check=True).stdout
    pages = [page.split() for page in whole.decode().split("\f")[:-1]]
    assert [number for number, page in enumerate(pages, 1) if len(page) < 6] == []
    assert [page[-4:] for page in pages if re.search("：(【[^】]*】)*$", page[-4])] == []


def test_no_words_of_the_site_are_in_it(draft: bytes, guides: bytes) -> None:
    for whole in map(squeezed, (draft, guides)):
        for words in ("存为PDF", "点开", "写完下载", "可以打印", "页面上方", "打开工作台"):
            assert words not in whole


def test_rows_stay_whole_and_columns_have_room_for_their_heads(guides: bytes) -> None:
    document = Document(io.BytesIO(guides))
    table = next(one for one in document.tables if one.rows[0].cells[0].text == "内容")
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert [cell.text for cell in table.rows[0].cells] == ["内容", "《办法》正式文本", "征求意见稿"]
    assert {row.cells[0].paragraphs[0].style.name for row in table.rows[1:]} == {"Table Cell"}
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
    assert widths[2] / sum(widths) > 5 / 31  # a line of the page has 31 signs


def test_what_leads_to_the_next_paragraph_is_kept_with_it(guides: bytes) -> None:
    document = Document(io.BytesIO(guides))
    told = {one.text: one.paragraph_format.keep_with_next for one in document.paragraphs}
    for words in (
        "动笔之前：",
        "官方解读的原话：",
        "【官方原文】 《行动实施方案（模板）》第四部分",
    ):
        assert told[words], words
    assert document.styles["Heading 1"].paragraph_format.page_break_before
    assert "印发：2026-03-20" in told  # a term and its text on one line


def test_a_quotation_is_lines_below_each_other_and_no_table(guides: bytes) -> None:
    document = Document(io.BytesIO(guides))
    lines = [one.text for one in document.paragraphs if one.text.startswith("（二）可控可信，")]
    assert len(lines) == 1
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert not [text for text in cells if text.startswith("（二）可控可信，")]


def test_a_template_shows_its_fields_as_a_form(library: Library, site: Path) -> None:
    template = Document(io.BytesIO(compendium(library, site, "pilot-plan-2026")))
    rows = {row.cells[0].text: row.cells[1].text for one in template.tables for row in one.rows}
    assert rows["申报城市："] == "（先导计划城市人民政府）"
    assert rows["座机"] == ""
    first, *boxes = rows["拟面向重点领域"].split("\n")
    assert first == "必选：人工智能基础底座领域（如数据、算法、模型等）"
    assert boxes[0].split() == ["可选：□", "制造", "□", "科技", "□", "文化"]
    assert rows["重点工作实施路径"].count("\n") == 3


def test_confidence_stays_visible(guides: bytes) -> None:
    whole = squeezed(guides)
    for mark in ("【待核实】", "【仅见于征求意见稿】", "【未见原文】", "【本指南的理解】"):
        assert mark in whole
    assert "【官方解读载明】" not in whole  # what is safe has its basis alone
    assert "申请材料。（《办法》第十二条）" in whole


def test_citations_lead_to_the_published_site_where_its_address_is_known(
    library: Library, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/guide/")
    data = compendium(library, site, "guides")
    targets = [part.target_ref for part in Document(io.BytesIO(data)).part.rels.values()]
    assert "https://example.org/guide/documents/measures-2026/art-16/#fact-art-16-days" in targets


def test_the_same_site_gives_the_same_bytes(library: Library, site: Path, draft: bytes) -> None:
    assert compendium(library, site, "measures-2025-draft") == draft


def test_page_and_type_are_those_of_an_office_document(draft: bytes) -> None:
    document = Document(io.BytesIO(draft))
    section = document.sections[0]
    margins = (section.top_margin, section.left_margin, section.right_margin)
    assert [round(margin.mm) for margin in margins if margin] == [37, 28, 26]
    fonts = document.styles["Body Text"].element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == "仿宋"
    assert (
        document.core_properties.title == "人工智能科技伦理管理服务办法（试行）（公开征求意见稿）"
    )
    language = document.styles.element.find(".//" + qn("w:lang"))
    assert language.get(qn("w:eastAsia")) == "zh-CN"


@pytest.mark.deep
def test_libreoffice_opens_it(draft: bytes, tmp_path: Path) -> None:
    (tmp_path / "c.docx").write_bytes(draft)
    office.converted([tmp_path / "c.docx"], "txt:Text", tmp_path)
    assert "本办法自*年*月*日起施行。" in (tmp_path / "c.txt").read_text(encoding="utf-8-sig")


def test_the_official_reading_is_quoted_but_never_republished(library: Library, site: Path) -> None:
    assert "interpretation-2026" not in names(library)
    with pytest.raises(ProblemsFound, match="没有汇编 interpretation-2026；可写：guides、"):
        compendium(library, site, "interpretation-2026")


def test_the_command_writes_the_file(
    root: Path, run: Callable[..., Result], tmp_path: Path
) -> None:
    place = tmp_path / "北京.docx"
    assert run("--root", root, "compendium", "beijing-2024", "-o", place).exit_code == 0
    assert place.read_bytes()[:4] == b"PK\x03\x04"
