"""What has the focus: whether a reader can see it, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from patience import settle
from playwright.sync_api import Page

# A choice that the style hides is shown by the label or the word behind it.
_FOCUSED = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const hidden = focused.matches(".md-option, .search-kinds input");
  const shown = hidden ? focused.nextElementSibling : focused;
  const box = shown.getBoundingClientRect();
  const style = getComputedStyle(shown);
  const points = [0.5, 0.1, 0.9].flatMap(
    x => [0.5, 0.15, 0.85].map(y => [box.x + box.width * x, box.y + box.height * y]));
  const seen = points.some(([x, y]) => {
    const hit = document.elementFromPoint(x, y);
    return hit && (shown.contains(hit) || hit.contains(shown) && hit !== document.body);
  });
  return {
    words: (focused.getAttribute("aria-label") || focused.innerText || focused.value || "").trim(),
    html: focused.outerHTML.slice(0, 120),
    seen: seen && box.width > 1 && box.height > 1,
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1.5,
  };
}"""


_BACK = 1000  # milliseconds
_SETTLED, _LOOKS = 400, 5  # milliseconds, times; the theme's own slides take 250


@dataclass(frozen=True)
class Stop:
    """An element with the focus: its words, whether it can be seen and has an outline."""

    words: str
    html: str
    seen: bool
    outlined: bool


def stop(page: Page) -> Stop | None:
    """What has the focus now, or None."""
    found = page.evaluate(_FOCUSED)
    # What slides over it for a moment, or is still to be painted, is not what a reader meets.
    for _ in range(_LOOKS):
        if not found or (found["seen"] and found["outlined"]):
            break
        settle(page, _SETTLED)
        found = page.evaluate(_FOCUSED)
    return Stop(**found) if found else None


def walk(page: Page, most: int = 400) -> list[Stop]:
    """Every stop of the Tab key from the beginning of the page to its end."""
    found: list[Stop] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        here = stop(page)
        if here is None:
            return found
        if found and "md-search__input" in found[-1].html:
            settle(page, _BACK)  # the theme goes back to where the page stood before its search
            here = stop(page) or here
        found.append(here)
    return found


def tab_to(page: Page, words: str, most: int = 120, *, back: bool = False) -> Stop:
    """Press Tab until what has the focus begins with ``words``; AssertionError if it never does."""
    for _ in range(most):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        here = stop(page)
        if here is not None and here.words.startswith(words):
            return here
    raise AssertionError(f"the Tab key never comes to {words}")
