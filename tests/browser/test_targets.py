"""What a finger must hit on a phone is at least 24 px high and wide, on every kind of page."""

from __future__ import annotations

from patience import becomes
from playwright.sync_api import Page, expect

PAGES = (
    "", "about/force/", "start/city/", "start/committee/", "guides/procedure/", "tools/",
    "tools/navigator/", "tools/obligations/", "tools/deadlines/", "tools/crosswalk/",
    "tools/outcomes/", "documents/measures-2026/", "documents/measures-2026/art-12/",
    "forms/pilot-plan/",
    "downloads/", "examples/pilot-plan-yunlan/", "faq/", "about/sources/",
)  # fmt: skip
# A box or a circle counts with the words that belong to it; a link that breaks, with its pieces.
SMALL = """() => Array.from(document.querySelectorAll('main a, main button, main select,'
  + ' main summary, main input, footer a'))
  .filter((one) => one.getAttribute('aria-hidden') !== 'true')
  .map((one) => {
    const held = one.labels && one.labels.length ? [one, ...one.labels] : [one];
    const boxes = held.flatMap((part) => Array.from(part.getClientRects()));
    const high = Math.max(0, ...boxes.map((box) => box.height));
    const wide = boxes.reduce((sum, box) => sum + box.width, 0);
    return [one.outerHTML.slice(0, 120), high, wide];
  })
  .filter(([, high, wide]) => wide > 0 && (high < 23.9 || wide < 23.9))"""


def test_a_finger_hits_what_it_aims_at(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    for path in PAGES:
        page.goto(f"./{path}")
        expect(page.locator("main a").nth(5)).to_be_attached()
        becomes(page, lambda: page.evaluate(SMALL), [])
