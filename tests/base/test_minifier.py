"""Scripts and styles become shorter and do the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawbook.base import minifier
from lawbook.base.minifier import minified
from lawbook.base.problem import ProblemsFound


def test_a_script_keeps_its_texts_its_properties_and_its_outermost_names() -> None:
    script = """
// why
var Kept = {};
(function () {
  "use strict";
  /** what it gives */
  const inside = (sign) => sign?.first ?? '第//条';
  Kept.asked = inside;
})();
"""
    made = minified(script, "x.js")
    for kept in ("var Kept={}", '"use strict"', ".first", '"第//条"', "Kept.asked="):
        assert kept in made
    # The oldest browsers of the site know `?.` only in part: it is written out.
    for gone in ("why", "gives", "inside", "sign", "\n  ", "?."):
        assert gone not in made


def test_a_style_keeps_its_order() -> None:
    assert minified("/* why */\nb {\n  top: 1px;\n}\na {\n  top: 0;\n}\n", "x.css") == (
        "b{top:1px}a{top:0}\n"
    )


def test_what_cannot_be_read_is_one_line_with_its_name() -> None:
    with pytest.raises(ProblemsFound) as found:
        minified("(function () {\n  const 一 = ;\n})();\n", "assets/site.js")
    assert str(found.value.problems[0]).startswith("assets/site.js: 不能压缩：")
    assert 'Unexpected ";"' in str(found.value.problems[0])
    assert len(str(found.value.problems[0]).splitlines()) == 1


def test_a_missing_program_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(minifier, "PROGRAM", tmp_path / "esbuild")
    with pytest.raises(ProblemsFound, match="还没有安装 esbuild；请运行 make site"):
        minified("let never_seen_before;", "x.js")
