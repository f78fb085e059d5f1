"""A form as one file: opened from a disk, without network, asking nobody for anything."""

from __future__ import annotations

import gzip
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import axe
import pytest
import stray
from filling import alive, downloaded, drafts, drafts_box, saved, step, told
from patience import becomes
from playwright.sync_api import Browser, Page, expect

from lawbook import word
from lawbook.library.library import Library
from lawbook.word.read.readback import read as read_back

# Bytes of a file with gzip (decision 0013): the two long forms; any other is well within 130 KB.
MOST = {"pilot-plan": 163_000, "review-application": 184_500}
OTHERS = 128_000


def file_of(root: Path, key: str) -> Path:
    return Path(os.environ.get("SITE_DIR", root / "site")) / "forms" / key / f"{key}.html"


@pytest.fixture
def handed(browser: Browser, root: Path, tmp_path: Path) -> Iterator[Page]:
    """The application's file alone in a folder, the network gone; afterwards: nothing was asked."""
    copy = tmp_path / "申请书.html"
    copy.write_bytes(file_of(root, "review-application").read_bytes())
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    context.add_init_script(stray.WATCH)
    asked: list[str] = []
    said: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(copy.as_uri())
    yield alive(page)
    context.close()
    assert [url for url in asked if not url.startswith(("file:", "blob:"))] == []
    assert len({url.partition("#")[0] for url in asked if url.startswith("file:")}) == 1
    assert said == []


def test_each_file_is_small_enough_to_send(root: Path, library: Library) -> None:
    packed = {key: len(gzip.compress(file_of(root, key).read_bytes(), 9)) for key in library.forms}
    print(packed)
    assert {key: size for key, size in packed.items() if size > MOST.get(key, OTHERS)} == {}


def test_filled_from_a_disk_without_network_and_taken_up_again(
    handed: Page, library: Library, tmp_path: Path
) -> None:
    handed.locator("#in-activity_name").fill("离线填写的活动")
    handed.locator("#in-leader").fill("甄样例")
    step(handed, "basic")
    handed.get_by_label("受委托的人工智能科技伦理审查与服务中心").check()
    handed.get_by_label("单位未设立委员会").check()
    saved(handed)
    handed.reload()
    expect(told(handed)).to_contain_text("已打开上次的草稿“离线填写的活动”")
    file = downloaded(handed, "下载 Word", tmp_path)
    back = read_back(library.forms, file.read_bytes(), file.name)
    assert back.faults == ()
    assert {key: str(value) for key, value in back.answers.values.items()} == {
        "activity_name": "离线填写的活动",
        "leader": "甄样例",
        "reviewer": "(Chosen(option='centre', text=''),)",
        "entrust_reason": "(Chosen(option='no_committee', text=''),)",
    }
    digest = hashlib.sha256(word.fill(back.form, back.answers)).hexdigest()
    assert hashlib.sha256(file.read_bytes()).hexdigest() == digest
    drafts_box(handed)
    handed.locator("#file").set_input_files(file)
    expect(handed.locator("#opened h2").first).to_contain_text(
        "检查“离线填写的活动：人工智能科技伦理审查申请书.docx”"
    )
    becomes(handed, lambda: len(drafts(handed)), 1)


def test_a_check_says_that_quotations_are_not_compared(handed: Page) -> None:
    handed.locator("#in-activity_name").fill("依据《办法》第九十九条")
    handed.locator(".bar").get_by_role("button", name="检查", exact=True).click()
    summary = handed.locator("#summary")
    expect(summary).to_contain_text("单文件查得出写错的文件名称、文号和不存在的条款，不对照引文")
    expect(summary).to_contain_text("《办法》共三十七条")


def test_another_forms_file_is_named_with_where_it_belongs(handed: Page, tmp_path: Path) -> None:
    (tmp_path / "甲.yml").write_text("form: pilot-plan\nanswers: {}\n", encoding="utf-8")
    drafts_box(handed)
    handed.locator("#file").set_input_files(tmp_path / "甲.yml")
    expect(handed.locator("#opened")).to_contain_text(
        "》的单文件（pilot-plan.html），在那里再选一次"
    )
    expect(handed.locator("#opened a")).to_have_count(0)


def test_its_policy_lets_nothing_in_and_nothing_out(browser: Browser, root: Path) -> None:
    context = browser.new_context()
    handed = context.new_page()
    handed.goto(file_of(root, "review-application").as_uri())
    policy = handed.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert policy is not None
    for rule in (
        "default-src 'none'",
        "connect-src 'none'",
        "form-action 'none'",
        "base-uri 'none'",
    ):
        assert rule in policy
    assert "unsafe" not in policy
    handed.evaluate("window.seen = []")
    handed.evaluate(
        "document.addEventListener('securitypolicyviolation',"
        " (one) => window.seen.push(one.effectiveDirective))"
    )
    tried = handed.evaluate(
        """async () => { const script = document.createElement("script");
        script.textContent = "window.ran = true"; document.head.append(script);
        const way = await fetch("https://example.com/").then(() => "out", () => "stopped");
        await new Promise((done) => setTimeout(done, 100));
        return [way, Boolean(window.ran), window.seen.sort()]; }"""
    )
    assert tried == ["stopped", False, ["connect-src", "script-src-elem"]]
    context.close()


@pytest.mark.deep
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_file(handed: Page, scheme: str) -> None:
    handed.emulate_media(color_scheme=scheme)
    handed.locator(".bar").get_by_role("button", name="检查", exact=True).click()
    assert axe.faults(handed, "html") == []
    step(handed, "team")
    assert axe.faults(handed, "html") == []


def test_nothing_in_the_file_leads_elsewhere(root: Path) -> None:
    for key in MOST:
        body = file_of(root, key).read_text(encoding="utf-8").partition("<main>")[2]
        main = body.partition("</main>")[0]
        for word_ in ('href="', 'src="'):
            targets = [part.partition('"')[0] for part in main.split(word_)[1:]]
            assert [one for one in targets if not one.startswith("#")] == []
