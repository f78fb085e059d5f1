"""The copy for a disk, unpacked and opened from its folder with the network off."""

from __future__ import annotations

import datetime
import os
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import stray
from patience import drawn
from playwright.sync_api import Browser, Page, expect
from takeaway import calendar, taken

from lawbook.site import offline_zip

DAY = datetime.date(2026, 11, 22)
MOST_BYTES = 10_000_000
# Every address on the page, as the browser understands it.
LINKS = """[...document.querySelectorAll("a[href], link[href], script[src], img[src]")]
  .map((one) => one.href || one.src)"""


@pytest.fixture(scope="module")
def packed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = Path(os.environ.get("SITE_DIR", root / "site"))
    place = tmp_path_factory.mktemp("packed") / offline_zip.name(DAY)
    offline_zip.bundle(site, place, DAY, DAY)
    return place


@pytest.fixture(scope="module")
def folder(packed: Path) -> Path:
    """Where somebody unpacked it: a folder with a Chinese name and a blank in it."""
    where = packed.parent / "我的 文件"
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(where)
    return where / packed.stem


@pytest.fixture(scope="module")
def disk(browser: Browser, folder: Path) -> Iterator[Page]:
    """A page without network. Afterwards: only files were asked, all were there, no complaints."""
    context = browser.new_context(offline=True)
    context.add_init_script(stray.WATCH)
    asked: list[str] = []
    said: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("requestfailed", lambda request: said.extend(missing(request.url)))
    page = context.new_page()
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    yield page
    context.close()
    home = folder.as_uri() + "/"
    assert [url for url in asked if not url.startswith((home, "data:", "blob:"))] == []
    assert said == []


def missing(url: str) -> list[str]:
    """What failed because it is not there; a download or a page that was left only stops."""
    return [] if Path(unquote(urlsplit(url).path)).is_file() else [f"missing: {url}"]


def open_page(page: Page, folder: Path, name: str) -> None:
    page.goto((folder / name).as_uri())


def lost(page: Page, folder: Path) -> list[str]:
    """Addresses on the page that lead to no file of the folder."""
    paths = {urlsplit(url).path for url in page.evaluate(LINKS) if url.startswith("file:")}
    files = [Path(unquote(path)) for path in paths]
    return [str(one) for one in files if not (one.is_file() and folder in one.parents)]


def test_it_is_small_enough_to_be_sent_around(packed: Path) -> None:
    assert packed.stat().st_size <= MOST_BYTES


@pytest.mark.deep
def test_every_page_opens_and_every_link_leads_to_a_file(disk: Page, folder: Path) -> None:
    names = [one.relative_to(folder).as_posix() for one in sorted(folder.rglob("*.html"))]
    assert len(names) > 190
    for name in names:
        open_page(disk, folder, name)
        drawn(disk)
        assert lost(disk, folder) == [], name


def test_the_search_finds_and_opens(disk: Page, folder: Path) -> None:
    open_page(disk, folder, "documents/measures-2026/art-16/index.html")
    disk.keyboard.press("/")
    disk.locator("[data-md-component=search-query]").press_sequentially("叫停项目", delay=5)
    result = disk.locator(".md-search-result__item a", has_text="叫停").first
    expect(result).to_be_visible()
    result.click()
    disk.wait_for_url("**/index.html?h=*")
    expect(disk.locator("article mark").first).to_be_visible()


def test_the_navigator_leads_to_a_result_and_its_links_lead_on(disk: Page, folder: Path) -> None:
    open_page(disk, folder, "tools/navigator/index.html")
    disk.evaluate("location.hash = 'stage=objection'")
    expect(disk.locator(".tool .asked")).to_have_text("可以申诉")
    disk.locator(".tool .because summary").first.click()
    link = disk.locator(".tool .basis a").first
    link.click()
    disk.wait_for_url("**/index.html*")
    expect(disk.locator("h1")).to_be_visible()
    expect(disk).to_have_url(re.compile("/documents/"))


def test_every_link_that_a_tool_makes_leads_to_a_file(disk: Page, folder: Path) -> None:
    for name, state in (
        ("navigator", "stage=objection"),
        ("deadlines", "trigger=approved&date=2026-09-01"),
        ("obligations", "role=committee"),
    ):
        open_page(disk, folder, f"tools/{name}/index.html")
        disk.evaluate(f"location.hash = '{state}'")
        disk.wait_for_selector(f"#tool-{name} a[href]", state="attached")
        expect(disk.locator(".tool__fault")).to_have_count(0)
        drawn(disk)
        assert lost(disk, folder) == [], name


def test_deadlines_are_counted_and_handed_out(disk: Page, folder: Path) -> None:
    open_page(disk, folder, "tools/deadlines/index.html")
    disk.evaluate("location.hash = 'trigger=approved&date=2026-09-01'")
    expect(disk.locator("#due-listed-registration .due__day b")).to_contain_text("2026年10月1日")
    name, data = taken(disk, "下载日历")
    assert name.endswith(".ics")
    assert len(calendar(data)) >= 3


def test_a_word_file_is_handed_out(disk: Page, folder: Path) -> None:
    open_page(disk, folder, "downloads/index.html")
    link = disk.locator("a[href$='review-application-blank.docx']").first
    with disk.expect_download() as downloading:
        link.click()
    assert downloading.value.path().read_bytes()[:2] == b"PK"


@pytest.mark.deep
def test_a_page_prints(disk: Page, folder: Path, tmp_path: Path) -> None:
    open_page(disk, folder, "documents/measures-2025-draft/art-12/index.html")
    disk.pdf(path=tmp_path / "page.pdf", format="A4")
    command = ["pdftotext", str(tmp_path / "page.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "第十二条" in text
    assert "已被取代" in text


@pytest.mark.deep
def test_a_case_is_opened_written_taken_in_and_taken_out(
    disk: Page, folder: Path, root: Path
) -> None:
    open_page(disk, folder, "tools/committee/index.html")
    disk.set_input_files("#files", root / "data/examples/review-application-suifang.yml")
    expect(disk.locator(".caserow")).to_contain_text("慢性病随访对话助手研发")
    disk.locator(".act--main").click()
    expect(disk.locator("#case-name")).to_be_focused()
    disk.locator(".act--main").click()
    expect(disk.locator("#in-activity")).to_have_value("慢性病随访对话助手研发", timeout=30_000)
    for key, text in {"number": "云伦受〔2026〕1号", "contact": "沈示意，0000-00000000"}.items():
        disk.locator(f"#in-{key}").fill(text)
    for key in ("procedure-general", "way-meeting"):
        disk.locator(f"#in-{key}").check()
    expect(disk.locator("#state-saved")).to_contain_text("已保存")
    disk.get_by_text("写好了，回到案件").click()
    expect(disk.locator(".act--main")).to_have_text("记入案件", timeout=30_000)
    disk.locator(".act--main").click()
    expect(disk.locator(".path__step--here")).to_contain_text("审查")
    expect(disk.locator(".papers li")).to_have_count(2)
    with disk.expect_download() as word:
        disk.locator(".papers li", has_text="受理通知书").get_by_role("button").click()
    assert word.value.path().read_bytes()[:2] == b"PK"
    with disk.expect_download() as kept:
        disk.get_by_role("button", name="保存为文件").click()
    assert "云伦受〔2026〕1号" in kept.value.path().read_text(encoding="utf-8")
    assert lost(disk, folder) == []
