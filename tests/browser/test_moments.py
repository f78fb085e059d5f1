"""What a date means on the day of reading: the browser says it; without scripts the dates stand."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from params import deep

DUE, PERIOD = "2026年5月20日前", "2026年6月1日至2026年11月30日"


@pytest.fixture(scope="module")
def timed(browser: Browser, address: str) -> Iterator[Page]:
    """A page in a memory of its own: a clock that is set stands for all pages of a memory."""
    context = browser.new_context(base_url=address)
    yield context.new_page()
    context.close()


def _on(page: Page, moment: str) -> None:
    page.clock.set_fixed_time(datetime.datetime.fromisoformat(moment))
    page.goto("about/force/")


@pytest.mark.parametrize(
    ("moment", "due", "period"),
    [
        deep("2026-05-19T12:00+08:00", "（还有1天截止）", "（还有13天开始）"),
        deep("2026-05-20T23:59+08:00", "（今天截止）", "（还有12天开始）"),
        deep("2026-05-21T00:01+08:00", "（已截止）", "（还有11天开始）"),
        ("2026-06-01T00:01+08:00", "（已截止）", "（进行中，还有182天结束）"),
        deep("2026-11-30T23:59+08:00", "（已截止）", "（进行中，今天结束）"),
        deep("2026-12-01T00:01+08:00", "（已截止）", "（已结束）"),
        deep("2028-11-28T12:00+08:00", "（已截止）", "（已结束）"),
    ],
)
def test_the_day_of_reading_decides(timed: Page, moment: str, due: str, period: str) -> None:
    _on(timed, moment)
    state = timed.locator("section.state")
    expect(state).to_contain_text(DUE + due)
    expect(state).to_contain_text(PERIOD + period)


def test_without_scripts_only_the_dates_stand(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    for path in ("about/force/", "start/city/", "start/city/"):
        page.goto(path)
        place = page.locator("main")
        expect(place).to_contain_text(DUE)
        expect(place).to_contain_text(PERIOD)
        for word in ("还有", "已截止", "进行中", "今天截止"):
            expect(place).not_to_contain_text(word)
    context.close()
