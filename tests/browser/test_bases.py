"""The switch 显示全部依据和把握程度, and the same page where no script runs."""

from playwright.sync_api import Browser, Page, expect

SWITCH = "显示全部依据和把握程度"


def test_marks_of_what_is_safe_are_shown_to_whoever_asks_and_kept(page: Page) -> None:
    page.goto("guides/re-review/")
    safe, held = page.locator(".sure--reading").first, page.locator(".conf--held").first
    basis = page.locator(".ground--more").first
    for more in (safe, held, basis):
        expect(more).to_be_hidden()
    expect(page.locator(".ground").first).to_be_visible()
    expect(page.locator(".holds").first).to_contain_text("待核实")
    expect(page.locator(".conf--draft").first).to_be_visible()
    page.get_by_label(SWITCH).check()
    for more in (safe, held, basis):
        expect(more).to_be_visible()
    page.goto("faq/")
    expect(page.get_by_label(SWITCH)).to_be_checked()
    expect(page.locator(".sure--two").first).to_be_visible()
    page.get_by_label(SWITCH).uncheck()
    page.reload()
    expect(page.get_by_label(SWITCH)).not_to_be_checked()
    expect(page.locator(".sure--two").first).to_be_hidden()


def test_a_page_without_marks_has_no_switch(page: Page) -> None:
    page.goto("about/accessibility/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_label(SWITCH)).to_have_count(0)


def test_without_a_script_every_basis_and_mark_stands(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("guides/re-review/")
    hidden = [
        one.text_content()
        for one in page.locator(".sure, .ground, .conf").all()
        if not one.is_visible()
    ]
    assert hidden == []
    assert page.locator(".sure").count() > 10
    expect(page.get_by_label(SWITCH)).to_be_hidden()
    context.close()
