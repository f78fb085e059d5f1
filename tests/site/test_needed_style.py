"""A file that stands alone has no style for what it never shows."""

from __future__ import annotations

import pytest

from lawbook.site.needed_style import needed

PAGE = """<p class="near told"></p><script>pick(`.made--${kind}`);put(n,`hid`)</script>"""


def test_rules_of_classes_that_a_page_never_bears_are_left_out() -> None:
    style = "p{a:1}.far{a:2}.near,.far b{a:3}@media print{.near .far{a:4}.told:not(.far){a:5}}"
    assert needed(style, PAGE) == "p{a:1}.near{a:3}@media print{.told:not(.far){a:5}}"


def test_a_class_that_a_script_puts_together_is_kept() -> None:
    style = ".made--up{a:1}.made,.hid:is(.near,.told){a:2}.made_up{a:3}"
    assert needed(style, PAGE) == ".made--up{a:1}.hid:is(.near,.told){a:2}"


@pytest.mark.parametrize("made", ["`is-${kind}`", "'is-'+kind", '["is-"].join(kind)', "`is-`"])
def test_one_dash_is_enough_to_begin_a_class(made: str) -> None:
    style = ".is-open{a:1}.isle{a:2}.as-open{a:3}"
    assert needed(style, f"<script>{made}</script>") == ".is-open{a:1}"


@pytest.mark.parametrize("made", ["`${kind}-mark`", "kind+'-mark'", '[kind].join("-mark")'])
def test_the_end_of_a_class_is_enough_too(made: str) -> None:
    style = ".law-mark{a:1}.law_mark{a:2}.law-marks{a:3}"
    assert needed(style, f"<script>{made}</script>") == ".law-mark{a:1}"


def test_values_that_no_rule_asks_for_are_left_out() -> None:
    style = ":root{--near:1px;--far:2px;--told:var(--near)}p{a:var(--told)}"
    assert needed(style, PAGE) == ":root{--near:1px;--told:var(--near)}p{a:var(--told)}"
