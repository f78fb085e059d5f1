"""引用核对 and 复制引用 in a real browser: what people drop, paste and copy."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from footnotes import add_footnote
from lawbook.library.citations import report
from lawbook.library.library import Library
from lawbook.library.shelf import shelf

TEXT = """依照《人工智能科技伦理审查与服务办法（试行）》第九十九条和《网络安全法》第二十一条办理。
对照征求意见稿第十七条：“跟踪审查间隔一般不超过18个月。”"""


def test_a_pasted_text_is_checked_as_on_the_command_line(page: Page, library: Library) -> None:
    page.goto("tools/citations/")
    page.get_by_label("或者贴上文字").fill(TEXT)
    page.get_by_role("button", name="核对", exact=True).click()
    expect(page.locator(".answer h2")).to_be_focused()
    said = report(shelf(library), library.vocabularies["verdicts"], TEXT)
    expect(page.locator(".cited__sum b")).to_have_text(f"{said.summary}。")
    verdicts = [library.vocabularies["verdicts"][one.verdict].label for one in said.findings]
    expect(page.locator(".sheet--cited tbody td:nth-child(2)")).to_have_text(verdicts)
    expect(page.locator(".cited__marks del")).to_have_text("8")
    expect(page.locator(".cited__marks ins")).to_have_text("2")
    page.get_by_role("link", name="《办法（征求意见稿）》第十七条").click()
    expect(page.locator("h1")).to_contain_text("第十七条")


def test_word_files_and_texts_are_read_and_others_refused(page: Page, tmp_path: Path) -> None:
    made = Document()
    made.add_paragraph("根据《办法》第四十二条")
    made.add_table(1, 1).cell(0, 0).text = "根据《办法》第三条"
    made.save(str(tmp_path / "方案.docx"))
    add_footnote(tmp_path / "方案.docx", "根据《办法》第四十二条", "另见《办法》第六", "十条")
    (tmp_path / "旧.txt").write_bytes("《办法》第五十条".encode("gb18030"))
    (tmp_path / "图.png").write_bytes(b"\x89PNG")
    page.goto("tools/citations/")
    names = ("方案.docx", "旧.txt", "图.png")
    page.locator("#cited-file").set_input_files([tmp_path / name for name in names])
    expect(page.locator(".answer h2")).to_have_text(["方案.docx：核对结果", "旧.txt：核对结果"])
    rows = page.locator(".sheet--cited tbody th")
    words = [f"《办法》第{number}条" for number in ("四十二", "三", "六十", "五十")]
    expect(rows).to_have_text(words)
    expect(page.locator(".answer [role=alert]")).to_contain_text("图.png: 只能核对")


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (
            "measures-2026/art-16",
            "《人工智能科技伦理审查与服务办法（试行）》（工信部联科〔2026〕75号）第十六条（核对日期：",
        ),
        (
            "general-measures-2023/art-4",
            "《科技伦理审查办法（试行）》（国科发监〔2023〕167号）第四条（核对",
        ),
    ],
)
def test_a_citation_is_copied_in_full_as_one_line(page: Page, place: str, expected: str) -> None:
    page.goto(f"documents/{place}/")
    page.get_by_role("button", name="复制引用", exact=True).click()
    expect(page.get_by_text("引用已复制")).to_be_visible()
    line = page.evaluate("navigator.clipboard.readText()")
    assert line.startswith(expected)
    assert "\n" not in line


def test_with_the_text_goes_its_mark(page: Page) -> None:
    page.goto("documents/measures-2026/art-3/")
    page.get_by_role("button", name="复制引用和文字").click()
    expect(page.get_by_text("引用已复制")).to_be_visible()
    line = page.evaluate("navigator.clipboard.readText()")
    assert "第三条（核对日期：" in line
    assert "遵循增进人类福祉" in line
    assert line.endswith(
        "〔据公开副本整理，未与官方文本核对（公开代码库 RoyACCA/wiki）【待核实】〕"
    )
    assert "\n" not in line
    html = page.evaluate(
        """async () => {
          const [item] = await navigator.clipboard.read();
          return (await item.getType("text/html")).text();
        }"""
    )
    assert html.count("<p>") == 1
