"""On paper, as a PDF: what each page says of itself, whole rows, no navigation."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from patience import becomes, drawn, ends
from playwright.sync_api import Page

from params import deep

Printed = Callable[..., list[str]]


@pytest.fixture
def printed(page: Page, tmp_path: Path) -> Printed:
    """Print a page as a reader would; give the text of each sheet."""

    def act(path: str, scheme: str = "light", without: str = "") -> list[str]:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto(f"./{path}")
        drawn(page)
        gone = without or "nothing"
        page.evaluate(f"document.querySelectorAll('{gone}').forEach(e => e.remove())")
        file = tmp_path / "page.pdf"
        page.pdf(path=file, prefer_css_page_size=True)
        command = ["pdftotext", "-layout", str(file), "-"]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        sheets = text.split("\f")[:-1]
        assert [sheet for sheet in sheets if not body(sheet)] == [], "an empty sheet"
        return sheets

    return act


def body(sheet: str) -> list[str]:
    """The lines of a sheet without its foot."""
    return [line.strip() for line in sheet.splitlines() if line.strip()][:-1]


def flat(sheets: list[str]) -> str:
    """The text without white space and without the foot of each sheet."""
    return re.sub(r"\s+", "", "".join(sheet.strip().rpartition("\n")[0] for sheet in sheets))


@pytest.mark.parametrize(
    ("path", "name", "whose"),
    [
        deep("", "首页", "本指南编写"),
        (
            "documents/measures-2026/art-12/",
            "第十二条申请·《办法》",
            "据公开副本整理，未与官方文本核对",
        ),
        ("guides/procedure/", "审查程序", "本指南编写"),
        *(
            deep(*one)
            for one in (
                ("documents/measures-2025-draft/art-16/", "第十六条", "（征求意见稿，已被取代）"),
                ("documents/beijing-2024/part-2/item-1/", "第二部分第（一）项", "（地方文件，"),
                ("tools/obligations/", "职责与权利清单", "本指南编写"),
                ("forms/review-application/", "人工智能科技伦理审查申请书", "本指南编写"),
            )
        ),
    ],
)
def test_a_page_says_how_to_cite_it_as_of_when_and_whose_words(
    printed: Printed, address: str, path: str, name: str, whose: str
) -> None:
    end = flat(printed(path)[-2:])
    cited = end[end.index("引用：", end.index("事实核对于")) :]
    assert cited.startswith(f"引用：{name}")
    assert re.search(r"人工智能科技伦理审查与服务指南，事实核对于20\d\d-\d\d-\d\d", cited)
    assert f"网址：{address}{path}" in cited
    assert whose in cited[cited.index("谁的话：") :]
    assert "标有“待核实”“仅见于征求意见稿”“未见原文”的，办事前请先核实" in cited
    assert "本指南不是政府网站" in cited


def test_a_fact_keeps_its_mark_and_its_source(printed: Printed) -> None:
    text = flat(printed("documents/measures-2026/art-12/"))
    assert "提交申请材料。依据：《办法》官方解读第三问第一段第1项" in text
    assert "《办法》第十二条measures-2026/art-12" in text


def test_sheets_are_numbered_and_carry_the_name(printed: Printed) -> None:
    sheets = printed("documents/measures-2026/art-12/")
    for number, sheet in enumerate(sheets, start=1):
        foot = sheet.strip().splitlines()[-1]
        assert re.fullmatch(
            rf"人工智能科技伦理审查与服务指南 +第 ?{number} ?页，共 ?{len(sheets)} ?页", foot
        )


@pytest.mark.deep
def test_nothing_to_click_is_printed(printed: Printed) -> None:
    for path in ("documents/measures-2025-draft/art-12/", "tools/obligations/", "start/city/"):
        text = flat(printed(path))
        for words in ("搜条文", "本页内容", "回到页首", "固定链接", "打印/存为PDF", "跳到正文",
                      "报告本条的错误", "发现错误", "¶"):  # fmt: skip
            assert words not in text, (path, words)


@pytest.mark.deep
def test_the_head_of_a_long_table_stands_on_each_of_its_sheets(printed: Printed) -> None:
    sheets = printed("tools/obligations/", without=".shared")  # lists below the tables
    rows = re.compile(r"^ *\d{1,3} +(应当|可以|不得|鼓励)", re.MULTILINE)
    with_rows = [sheet for sheet in sheets if rows.search(sheet)]
    assert len(with_rows) > 15
    for sheet in with_rows:
        assert re.search(r"号 +做什么 +什么时候 .*决定 +备注", sheet)


@pytest.mark.deep
def test_the_list_of_duties_lies_on_its_side(page: Page, tmp_path: Path) -> None:
    page.goto("tools/obligations/")
    file = tmp_path / "duties.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    told = subprocess.run(["pdfinfo", str(file)], capture_output=True, text=True, check=True).stdout
    size = re.search(r"Page size: +([\d.]+) x ([\d.]+)", told)
    assert size is not None
    assert float(size[1]) > 800
    assert float(size[2]) < 600


@pytest.mark.deep
def test_no_row_is_cut_in_two(page: Page) -> None:
    page.emulate_media(media="print")
    for path in ("tools/obligations/", "documents/measures-2026/", "tools/crosswalk/"):
        page.goto(f"./{path}")
        kept = page.evaluate(
            "[...document.querySelectorAll('article tr')].map(e => getComputedStyle(e).breakInside)"
        )
        assert len(kept) > 20
        assert set(kept) == {"avoid"}


@pytest.mark.deep
def test_no_heading_ends_a_sheet(printed: Printed) -> None:
    article = r"^第[一二三四五六七八九十]+[章条] ?\S{2,16}$"
    field = r"^(提交日期|委托情形|经费来源|[一二三四]、\S+)$"
    for path, begins, heading in (
        ("documents/measures-2025-draft/print/", 1, article),  # after the contents
        ("forms/review-application/", 0, field),
    ):
        for sheet in printed(path)[begins:]:
            last = body(sheet)[-1]
            assert not re.match(heading, last), (path, last)


@pytest.mark.deep
def test_addresses_of_other_sites_are_printed_once(printed: Printed) -> None:
    text = flat(printed("documents/measures-2026/"))
    assert text.count("https://www.miit.gov.cn/") == 1
    assert "（http" not in text


@pytest.mark.deep
def test_a_reader_in_the_dark_prints_black_on_white(page: Page, printed: Printed) -> None:
    printed("documents/general-measures-2023/art-11/", "dark")
    page.emulate_media(media="print", color_scheme="dark")
    colour = "getComputedStyle(document.querySelector('{}')).{}"
    becomes(page, colour.format("h1", "color"), "rgb(27, 36, 48)")
    becomes(page, colour.format("article p", "color"), "rgb(27, 36, 48)")
    becomes(page, colour.format(".notice", "backgroundColor"), "rgb(237, 242, 248)")


@pytest.mark.deep
def test_a_whole_document_has_contents_and_a_button(page: Page, printed: Printed) -> None:
    page.goto("documents/measures-2026/")
    page.get_by_role("link", name="打印/存为 PDF").click()
    ends(page, "/documents/measures-2026/print/")
    drawn(page)
    page.evaluate("window.print = () => document.body.dataset.asked = 'yes'")
    page.get_by_role("button", name="打印/存为 PDF").click()
    becomes(page, "document.body.dataset.asked", "yes")
    page.locator(".compiled-contents").get_by_role("link", name="第三十七条").click()
    ends(page, "/documents/measures-2026/print/#art-37")
    text = flat(printed("documents/measures-2026/print/"))
    for words in ("第一章总则", "第十二条申请", "第三十七条施行日期", "附件第3项"):
        assert text.count(words) >= 2, words  # in the contents and in its place
    assert text.index("目录") < text.index("第一条目的依据")


@pytest.mark.deep
def test_a_collection_without_articles_prints_as_it_stands(page: Page) -> None:
    page.goto("documents/local-rules/")
    page.evaluate("window.print = () => document.body.dataset.asked = 'yes'")
    page.get_by_role("button", name="打印/存为 PDF").click()
    becomes(page, "document.body.dataset.asked", "yes")


def test_the_name_at_the_foot_is_that_of_the_site(root: Path) -> None:
    name = re.search(r"^site_name: (.*)$", (root / "mkdocs.yml").read_text(), re.MULTILINE)
    assert name is not None
    assert f'content: "{name[1]}"' in (root / "content/assets/styles/print.css").read_text()
