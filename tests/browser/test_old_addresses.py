"""A reader with an old address arrives: with the question, at the place on the page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from params import deep


@pytest.mark.parametrize(
    ("old", "new"),
    [
        deep("tools/procedures/", "guides/procedure/#steps"),
        ("tools/procedures/?a=b#procedure-appeal", "guides/procedure/?a=b#procedure-appeal"),
        deep("guides/committees/#registration", "start/committee/#registration"),
        deep("about/confidence/#mark-one", "about/sources/#mark-one"),
        ("forms/pilot-plan/fill/?a=b#section-basic", "forms/pilot-plan/?a=b#section-basic"),
    ],
)
def test_an_old_address_leads_on(old: str, new: str, page: Page) -> None:
    page.goto(old)
    expect(page).to_have_url(re.compile(re.escape(new) + "$"))
    expect(page.locator(f"[id='{new.partition('#')[2]}']")).to_have_count(1)


def test_without_scripts_the_browser_leads_on(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("guides/pilot/")
    expect(page).to_have_url(re.compile(r"/start/city/#programme$"))
    context.close()
