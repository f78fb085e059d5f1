"""Styles and scripts reach the reader as one file for each entry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lawbook.base.assets import drawings, entries
from lawbook.base.minifier import bundled
from lawbook.base.problem import ProblemsFound


def folder(tmp_path: Path, listed: str, **files: str) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/entries.yml").write_text(listed, encoding="utf-8")
    for name, text in files.items():
        (tmp_path / "assets" / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return tmp_path


def test_an_entry_brings_what_it_imports_and_no_module_comes_alone(tmp_path: Path) -> None:
    content = folder(
        tmp_path,
        "assets/site.css: b.css\nassets/site.js: c.js\n",
        a_css="/* why */\na {\n  top: 0;\n}\n",
        b_css='@import "./a.css";\nb {\n  top: 1px;\n}\n',
        c_js="// why\nimport { asked } from './d.js';\nsay(asked);\n",
        d_js="export const asked = '//';\nexport const unused = 'nobody';\n",
        e_svg="<svg/>",
    )
    (content / "index.md").write_text("页面", encoding="utf-8")
    assert bundled(entries(content)) == {
        "assets/site.css": "a{top:0}b{top:1px}\n",
        "assets/site.js": '(()=>{say("//");})();\n',
    }
    assert dict(drawings(content)) == {"assets/e.svg": b"<svg/>"}


def test_every_name_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    content = folder(tmp_path, "assets/a.css: gone.css\nassets/b.js: lost.js\n", a_css="a{}")
    with pytest.raises(ProblemsFound) as found:
        entries(content)
    assert [str(one) for one in found.value.problems] == [
        "content/assets/entries.yml:1: 没有文件 gone.css",
        "content/assets/entries.yml:2: 没有文件 lost.js",
    ]


def test_every_module_belongs_to_an_entry(root: Path) -> None:
    """What no entry reaches would be kept and never run."""
    folder = root / "content/assets"
    reached: set[Path] = set()
    left = [folder / "styles/alone.css", *entries(root / "content").values()]
    while left:
        file = left.pop().resolve()
        if file in reached:
            continue
        reached.add(file)
        pieces = file.read_text(encoding="utf-8").split('"')
        left += [file.parent / one for one in pieces if re.fullmatch(r"\.[\w./-]+\.(js|css)", one)]
    listed = {path.resolve() for path in folder.rglob("*") if path.suffix in {".js", ".css"}}
    assert listed - reached == set()
