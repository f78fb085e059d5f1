"""Styles and scripts that reach the reader as one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawbook.base.assets import assets, joined
from lawbook.base.problem import ProblemsFound


def folder(tmp_path: Path, listed: str, **files: str) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/joined.yml").write_text(listed, encoding="utf-8")
    for name, text in files.items():
        (tmp_path / "assets" / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return tmp_path


def test_parts_come_in_the_order_of_the_list_and_not_alone(tmp_path: Path) -> None:
    content = folder(
        tmp_path,
        "site.css: [b.css, a.css]\nsite.js: ['*.js']\n",
        a_css="/* why */\na {\n  top: 0;\n}\n",
        b_css="b {\n  top: 1px;\n}\n",
        c_js="// why\n(function () {\n  go('//');\n})();\n",
        d_svg="<svg/>",
    )
    (content / "index.md").write_text("页面", encoding="utf-8")
    assert dict(assets(content)) == {
        "assets/site.css": b"b{top:1px}a{top:0}\n",
        "assets/site.js": b'(function(){go("//")})();\n',
        "assets/d.svg": b"<svg/>",
    }


def test_every_name_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    content = folder(tmp_path, "site.css: [a.css, gone.css]\nb.js: [lost-*.js]\n", a_css="a{}")
    with pytest.raises(ProblemsFound) as found:
        joined(content)
    assert [str(one) for one in found.value.problems] == [
        "content/assets/joined.yml:1: 没有文件 gone.css",
        "content/assets/joined.yml:2: 没有文件 lost-*.js",
    ]


def test_every_style_of_the_site_is_in_the_list(root: Path) -> None:
    folder = root / "content/assets"
    listed = {file.name for file in joined(root / "content")["assets/site.css"]}
    alone = {"forms-alone.css"}  # only in the forms that stand alone
    assert {file.name for file in folder.glob("*.css")} - alone == listed
