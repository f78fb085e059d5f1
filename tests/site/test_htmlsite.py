from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from lawbook.base.problem import ProblemsFound
from lawbook.site import build, htmlsite, policy
from lawbook.site.beside import Beside

SETTINGS = """\
site_name: 小站
docs_dir: build/pages
theme: {name: material, font: false}
plugins: []
nav: [index.md, {部: [b/index.md, b/two.md]}]
not_in_nav: |
  /a/*
  /c/*
markdown_extensions: [attr_list, tables, md_in_html, {toc: {permalink: "¶"}}]
validation: {links: {anchors: warn}}
"""
PAGES = {
    "index.md": '# 首页 {#page}\n\n## 一 {#one}\n\n[条](a/art-1.md#par-1) <b id="raw">文</b>\n',
    "a/art-2.md": "# 第二条 {#page}\n",
    "a/b/art-3.md": "# 第三条 {#page}\n",
    "b/index.md": "# 部 {#page}\n\n[条](../a/art-2.md)\n",
    "b/two.md": "# 二 {#page}\n",
    "c/index.md": "# 丙 {#page}\n",
    "c/art-4.md": "# 第四条 {#page}\n",
    "a/art-1.md": "---\ntitle: 第一条\n---\n# 第一条 {#page}\n\n"
    '<p id="par-1">款</p>\n\n[回](../index.md)\n',
}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A site of two pages that lead to each other."""
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    for name, text in PAGES.items():
        change(tmp_path, name, text)
    return tmp_path


def change(root: Path, name: str, text: str) -> None:
    place = root / "build/pages" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")


def built(root: Path) -> Mapping[str, bytes]:
    htmlsite.htmlsite(root, root / "build/site")
    return held(root / "build/site")


def held(folder: Path) -> Mapping[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.suffix != ".gz"
    }


def plain(root: Path) -> Mapping[str, bytes]:
    """What MkDocs itself makes of the same pages."""
    mkdocs_build(load_config(str(root / "mkdocs.yml"), site_dir=str(root / "build/plain")))
    return held(root / "build/plain")


def test_it_is_what_mkdocs_makes_the_first_time_and_the_second(small: Path) -> None:
    wanted = plain(small)
    assert len(wanted) > 20
    assert built(small) == wanted
    assert built(small) == wanted


def test_pages_that_come_one_by_one_make_the_same_site_with_policies(small: Path) -> None:
    wanted = plain(small)
    order = [*reversed(PAGES)]
    for name in PAGES:
        change(small, name, "")  # read too early, it would be this
    with Beside(partial(htmlsite.htmlsite, small, small / "build/site")) as work:
        work.tell(tuple(order))
        for name in order:
            change(small, name, PAGES[name])
            work.tell(name)
        work.tell(htmlsite.EVERY_PAGE)
        written = list(work.words())
        work.result()
    # In their usual order again, each when the next is made.
    assert written[:4] == ["", "index.html", "a/art-1/index.html", "a/art-2/index.html"]
    assert written[4:] == [
        "a/b/art-3/index.html",
        "b/index.html",
        "b/two/index.html",
        "c/index.html",
    ]
    made = held(small / "build/site")
    assert list(made) == list(wanted)
    for name, content in wanted.items():
        own = name.endswith(".html") and name != "404.html"
        expected = policy.ensured(content.decode(), name).encode() if own else content
        assert made[name] == expected, name


def test_a_page_without_a_head_is_refused_by_name_while_it_is_built(small: Path) -> None:
    (small / "theme").mkdir()
    (small / "theme/main.html").write_text("<p>{{ page.content }}</p>")
    settings = SETTINGS.replace("font: false", f"font: false, custom_dir: {small / 'theme'}")
    (small / "mkdocs.yml").write_text(settings, encoding="utf-8")
    with (
        pytest.raises(ProblemsFound, match=r"^index\.html: 没有 <head>"),
        Beside(partial(htmlsite.htmlsite, small, small / "build/site")) as work,
    ):
        work.tell(tuple(reversed(PAGES)))
        work.tell(htmlsite.EVERY_PAGE)
        work.result()


@pytest.mark.deep
def test_the_whole_site_is_what_mkdocs_makes_of_its_pages(root: Path, tmp_path: Path) -> None:
    own = tmp_path / "project"
    (own / "build").mkdir(parents=True)
    for name in ("data", "content", "templates", "mkdocs.yml", "build/vendor"):
        (own / name).symlink_to(root / name)
    build.generate(own)
    htmlsite.htmlsite(own, tmp_path / "ours")
    mkdocs_build(load_config(str(own / "mkdocs.yml"), site_dir=str(tmp_path / "plain")))
    ours, wanted = held(tmp_path / "ours"), held(tmp_path / "plain")
    assert len(wanted) > 450
    assert set(ours) == set(wanted)
    assert [name for name in wanted if ours[name] != wanted[name]] == []


def test_a_page_that_leads_nowhere_is_named_each_time(small: Path) -> None:
    change(small, "index.md", "# 首页 {#page}\n\n[条](a/art-9.md)\n")
    for _ in range(2):
        with pytest.raises(ProblemsFound) as found:
            built(small)
        (problem,) = found.value.problems
        assert "'index.md' contains a link 'a/art-9.md'" in str(problem)


def test_an_anchor_that_went_is_missed_by_the_page_that_did_not_change(small: Path) -> None:
    built(small)
    change(small, "a/art-1.md", "# 第一条 {#page}\n")
    with pytest.raises(ProblemsFound) as found:
        built(small)
    assert "does not contain an anchor '#par-1'" in str(found.value.problems[0])


def test_settings_that_mkdocs_does_not_know_are_told(small: Path) -> None:
    file = small / "mkdocs.yml"
    file.write_text(file.read_text() + "site_url: 5\n", encoding="utf-8")
    with pytest.raises(ProblemsFound) as found:
        built(small)
    assert "site_url" in str(found.value.problems[0])


def test_a_fault_in_a_template_is_one_line(small: Path) -> None:
    theme = small / "theme"
    theme.mkdir()
    (theme / "main.html").write_text('{% extends "base.html" %}\n{% block content %}\n')
    settings = SETTINGS.replace("font: false", f"font: false, custom_dir: {theme}")
    (small / "mkdocs.yml").write_text(settings, encoding="utf-8")
    with pytest.raises(ProblemsFound) as found:
        htmlsite.htmlsite(small, small / "build/site")
    (told,) = map(str, found.value.problems)
    assert told.startswith("main.html")
    assert "模板有误" in told
