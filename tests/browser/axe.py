"""axe-core inside a page that is already open: what it finds against WCAG 2.2 AA."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from patience import drawn, until
from playwright.sync_api import BrowserContext, Page

SOURCE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The rules that read colours; all others see the same page in the light and in the dark.
COLOURS = ["color-contrast", "link-in-text-block"]
_RUN = """async ([place, only, without]) => {
  const rules = Object.fromEntries(without.map(name => [name, {enabled: false}]));
  const options = {runOnly: only, rules, resultTypes: ["violations"], preload: false};
  const found = await axe.run(place, options);
  return found.violations.flatMap(one => one.nodes.map(
    node => `${one.id}: ${node.target.join(" ")}: ${node.html.slice(0, 120)}`));
}"""

# A page without the theme follows the system by CSS alone and has no such attribute.
_SHOWN = """wanted => [wanted, undefined].includes(document.body.dataset.mdColorScheme)
  && document.getAnimations().every(one => one.playState !== "running")"""


def prepared(context: BrowserContext) -> BrowserContext:
    """The same context; each page that it opens carries axe."""
    context.add_init_script(path=SOURCE)
    return context


def shown_in(page: Page, scheme: Literal["light", "dark"]) -> None:
    """Show the page in these colours and wait until it has them: the theme follows by a script."""
    page.emulate_media(color_scheme=scheme)
    until(page, _SHOWN, "slate" if scheme == "dark" else "default")


def faults(page: Page, place: str = "html", *, colours: bool = True) -> list[str]:
    """Every violation on the page as it stands, or in a place of it: rule, place and HTML.

    The rules that read colours take as long as all others together.
    """
    without = [] if colours else COLOURS
    return _found(page, place, {"type": "tag", "values": TAGS}, without)


def colour_faults(page: Page, place: str = "html") -> list[str]:
    """Every violation of the rules that read colours."""
    return _found(page, place, {"type": "rule", "values": COLOURS})


def both(page: Page) -> list[str]:
    """What is found on the page in the light, then what colours add in the dark."""
    shown_in(page, "light")
    found = faults(page)
    shown_in(page, "dark")
    return found + [f"dark {one}" for one in colour_faults(page)]


def either(page: Page, turn: int) -> list[str]:
    """What is found on the page in the light or, each other turn, in the dark."""
    scheme: Literal["light", "dark"] = "dark" if turn % 2 else "light"
    shown_in(page, scheme)
    return [f"{scheme} {one}" for one in faults(page)]


def _found(page: Page, place: str, only: dict[str, Any], without: Sequence[str] = ()) -> list[str]:
    drawn(page)
    if not page.evaluate("'axe' in window"):
        page.evaluate(SOURCE.read_text(encoding="utf-8"))
    return list(page.evaluate(_RUN, [place, only, list(without)]))
