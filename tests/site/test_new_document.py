"""A maintainer brings in a small new document by YAML alone: no Python, no menu, no template."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from lawbook.library.impact import impact
from lawbook.library.loading import load
from lawbook.site import build

KEY = "wuling-2026"  # a fictional city
TEXT = "审查决定书应载明申诉受理窗口，依照《办法》第十六条办理。"
RAW = f"雾岭市人工智能伦理审查细则\n第一条【期限】{TEXT}\n"
SOURCE = f"""\
key: {KEY}
title: 雾岭市人工智能伦理审查细则（虚构）
short: 《雾岭细则》
authority: local
status: in_force
file: {KEY}.txt
sha256: {hashlib.sha256(RAW.encode()).hexdigest()}
"""
DOCUMENT = f"""\
key: {KEY}
style:
  front: 题名
  art: 第{{han}}条
  par: 第{{han}}款
aliases:
  《办法》: measures-2026
provisions:
  - step: front
    text: 雾岭市人工智能伦理审查细则
  - step: art-1
    label: 第一条
    heading: 【期限】
    relates: [measures-2026/art-16]
    provisions:
      - step: par-1
        text: 审查决定书应载明申诉受理窗口，依照《办法》第十六条办理。
"""


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real project with the new document, its site built."""
    copy = tmp_path_factory.mktemp("new") / "project"
    for name in ("data", "content", "templates"):
        shutil.copytree(root / name, copy / name)
    for name in ("mkdocs.yml", "CHANGELOG.md"):
        shutil.copy(root / name, copy / name)
    (copy / f"data/sources/{KEY}.txt").write_text(RAW, encoding="utf-8")
    (copy / f"data/sources/{KEY}.yml").write_text(SOURCE, encoding="utf-8")
    (copy / f"data/documents/{KEY}.yml").write_text(DOCUMENT, encoding="utf-8")
    assert build.site(copy) is True
    return copy


def page(project: Path, path: str) -> str:
    return (project / "site" / path / "index.html").read_text(encoding="utf-8")


def test_its_pages_are_made(project: Path) -> None:
    article = page(project, f"documents/{KEY}/art-1")
    assert "审查决定书应载明申诉受理窗口" in article
    assert 'id="art-1-par-1"' in article
    assert "地方文件" in article
    assert "审查决定书应载明申诉受理窗口" in page(project, f"documents/{KEY}")


def test_links_lead_to_it_and_from_it(project: Path) -> None:
    assert f"{KEY}/" in page(project, "documents")
    assert f"{KEY}/art-1" in page(project, "documents/measures-2026/art-16")
    assert "measures-2026/art-16" in page(project, f"documents/{KEY}/art-1")
    assert f'id="source-{KEY}"' in page(project, "about/sources")


def test_the_search_index_holds_it(project: Path) -> None:
    script = (project / "site/search/all.js").read_text(encoding="utf-8")
    rows = json.loads(script[script.index(",") + 1 : script.rindex(")")])["rows"]
    found = [row[2] for row in rows if any("申诉受理窗口" in str(one) for one in row)]
    assert found == [f"{KEY}/art-1"]


def test_its_impact_is_known(project: Path) -> None:
    mentions = impact(load(project), "measures-2026/art-16").mentions()
    assert any(KEY in one.where for one in mentions)
