"""One page of each kind, and every page: opened once, looked at in every way.

No other host is asked, the policy is kept, the console is empty; one title, a language; it fits
a phone and an enlarged window, where a finger hits what it aims at; axe finds nothing in the
light and in the dark.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import axe
import pytest
import stray
from axe import colour_faults, shown_in
from every import addresses, some
from patience import drawn
from playwright.sync_api import Browser
from targets import SMALL

PARTS = 8
Schemes = tuple[str, ...]
BOTH = ("light", "dark")
LOST = "404.html"
NOTE_VIOLATIONS = """
  window.broken = [];
  document.addEventListener("securitypolicyviolation", (event) => window.broken.push(
    event.violatedDirective + " " + event.blockedURI + " " + event.sample));
"""
HEAD = """() => ({
  titles: document.querySelectorAll("h1").length,
  language: document.documentElement.lang,
  policies: document.querySelectorAll("meta[http-equiv=Content-Security-Policy]").length,
})"""
# What decides on colours: elements with their classes and styles, each inside of another.
SIGNS = """() => {
  const sign = (one) => one ? [one.tagName, one.className, one.getAttribute("style")].join() : "";
  return [...new Set([...document.body.querySelectorAll("*")].map(
    (one) => sign(one.parentElement) + ">" + sign(one)))];
}"""
# A window of 1280 pixels enlarged to 400 %, then a phone.
NARROW = (320, 360)
SCROLLED = """() => { window.scrollTo(500, 0); return window.scrollX; }"""


class Walker:
    """A browser that goes from page to page and notes what is wrong with each."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.address = address
        self.context = axe.prepared(
            browser.new_context(base_url=address, viewport={"width": 1280, "height": 800})
        )
        for script in (NOTE_VIOLATIONS, stray.WATCH):
            self.context.add_init_script(script)
        self.asked: list[str] = []
        self.said: list[str] = []
        self.darkened: set[str] = set()
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def faults(self, name: str, schemes: Schemes = BOTH) -> list[str]:
        """What is wrong with the page at this address; colours are read in these schemes."""
        if name == LOST:
            return self._lost()
        self.asked.clear()
        self.said.clear()
        self.page.set_viewport_size({"width": 1280, "height": 800})
        self.page.goto(f"./{name}")
        drawn(self.page)
        found = [*self._bare(), *self._axe(schemes), *self._wide()]
        found += [f"breaks {one}" for one in self.page.evaluate("window.broken")]
        found += [f"says {one}" for one in self.said]
        found += [
            f"asks {url}" for url in self.asked if not url.startswith((self.address, "data:"))
        ]
        assert self.asked
        return [f"{name}: {one}" for one in found]

    def _lost(self) -> list[str]:
        """The page for wrong addresses asks the host's root; test_lost.py serves it from there."""
        self.page.goto(f"./{LOST}")
        return [f"{LOST}: {one}" for one in self._axe(BOTH)]

    def _axe(self, schemes: Schemes) -> Iterator[str]:
        """What axe finds; in the dark only where something stands that no page before had."""
        shown_in(self.page, "light")
        yield from axe.faults(self.page, colours="light" in schemes)
        if "dark" not in schemes:
            return
        signs = set(self.page.evaluate(SIGNS))
        if signs <= self.darkened:
            return
        self.darkened |= signs
        shown_in(self.page, "dark")
        yield from (f"dark {one}" for one in colour_faults(self.page))

    def _bare(self) -> Iterator[str]:
        head = self.page.evaluate(HEAD)
        wanted = {"titles": 1, "language": "zh-CN", "policies": 1}
        yield from (f"{key} {head[key]}" for key in wanted if head[key] != wanted[key])

    def _wide(self) -> Iterator[str]:
        for width in NARROW:
            self.page.set_viewport_size({"width": width, "height": 640})
            drawn(self.page)
            if moved := self.page.evaluate(SCROLLED):
                yield f"scrolls sideways by {moved} at {width} pixels"
        for html, high, wide in self.page.evaluate(SMALL):
            yield f"small: {wide} × {high}: {html}"


@pytest.fixture(scope="module")
def walker(browser: Browser, address: str) -> Iterator[Walker]:
    made = Walker(browser, address)
    yield made
    made.context.close()


def test_one_page_of_each_kind_is_as_it_should_be(walker: Walker, root: Path, seed: int) -> None:
    """Colours in the light on a third of them, in the dark on another: all pages share them."""
    names = some(root, seed)
    assert 15 < len(names) < 40
    turns = (("light",), ("dark",), ())
    schemes = [turns[(number + seed) % 3] for number in range(len(names))]
    pairs = zip(names, schemes, strict=True)
    assert [one for name, some_ in pairs for one in walker.faults(name, some_)] == []


@pytest.mark.deep
@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_as_it_should_be(walker: Walker, root: Path, part: int) -> None:
    names = addresses(root)
    assert {"", "tools/navigator/", "about/changes/"} <= set(names)
    assert [one for name in names[part::PARTS] for one in walker.faults(name)] == []


def test_faults_are_seen(walker: Walker) -> None:
    """The grey is too weak on white paper and on dark paper."""
    spoilt = """addEventListener("DOMContentLoaded", () => {
      if (!location.search.includes("spoilt")) return;
      const faulty = document.createElement("p");
      faulty.append(document.createElement("img"), "pale", document.createElement("h1"));
      faulty.style.cssText = "color: #7a7a7a; width: 500px";
      document.querySelector("article").append(faulty);
      fetch("http://127.0.0.2:9/").catch(() => 0);
      console.log("said");
    });"""
    walker.page.add_init_script(spoilt)
    found = [one.split(": ")[1] for one in walker.faults("about/?spoilt")]
    assert any(one.startswith("breaks connect-src http://127.0.0.2:9/") for one in found)
    assert "says said" in found
    assert [one for one in found if not one.startswith(("breaks", "says"))] == [
        "titles 2", "color-contrast", "empty-heading", "image-alt", "dark color-contrast",
        "scrolls sideways by 196 at 320 pixels", "scrolls sideways by 156 at 360 pixels",
    ]  # fmt: skip
