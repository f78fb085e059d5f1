from collections.abc import Callable
from pathlib import Path

import pytest

from lawbook.site.sitecheck import sitecheck

Site = Callable[..., Path]
HEAD = """<!doctype html>
<html lang="zh-CN"><head><title>页</title>{head}</head>
<body>{body}</body></html>"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A small site; ``body`` and ``head`` go to its home page, ``more`` are further files."""

    def make(body: str = "", head: str = "", **more: str) -> Path:
        pages = {
            "index.html": HEAD.format(head=head, body=body),
            "a/art-1/index.html": HEAD.format(
                head="", body='<p id="par-1">文</p><a href="../..">首页</a>'
            ),
            "files/form.docx": "w",
            "assets/site.css": "body{background:url(data:image/svg+xml,x)}",
        }
        for name, text in (pages | more).items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return tmp_path

    return make


def found(site: Path) -> str:
    return "\n".join(str(problem) for problem in sitecheck(site))


@pytest.mark.parametrize(
    "body",
    [
        '<a href="a/art-1/">条</a>',
        '<a href="a/art-1">条</a>',
        '<a href="a/art-1/index.html#par-1">款</a>',
        '<a href="/a/art-1/">条</a>',
        '<a href="#">上</a><a href="#x" id="x">此</a>',
        '<a href="files/form.docx" download>表</a>',
        '<a href="https://www.gov.cn/x">外</a><a href="mailto:a@example.org">信</a>',
        '<a href="?at=a/art-1">查</a>',
    ],
)
def test_what_exists_passes(body: str, site: Site) -> None:
    assert found(site(body)) == ""


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('<a href="a/art-2/">条</a>', "链接 a/art-2/ 指向不存在的页面或文件"),
        ('<a href="a/art-1/#par-2">款</a>', "没有 id “par-2”"),
        ('<a href="#gone">此</a>', "没有 id “gone”"),
        ('<a href="files/other.docx">表</a>', "files/other.docx"),
        ('<a href="../secret">上</a>', "指向不存在"),
        ('<a href="guides/rules.md">文</a>', "HTML 中请用 url(…)"),
        ('<img src="https://example.org/a.png">', "从其他网站加载 https://example.org/a.png"),
        ('<img srcset="//example.org/a.png 2x">', "从其他网站加载"),
        ('<script src="missing.js"></script>', "missing.js"),
        ('<form action="https://example.org/send"></form>', "从其他网站加载"),
        ('<p id="x">一</p><p id="x">二</p>', "id “x”与第 3 行重复"),
        ('<h2 id="_1">标题</h2>', "标题的 id “_1”会随内容变动"),
    ],
)
def test_each_fault_of_a_page_is_named(body: str, words: str, site: Site) -> None:
    assert words in found(site(body))


def test_a_fault_names_its_file_and_line(site: Site) -> None:
    assert found(site('\n\n<a href="gone/">无</a>')).startswith("index.html:5: ")


def test_a_page_needs_a_title_and_a_language(site: Site) -> None:
    text = found(site(**{"b/index.html": "<html><body>文</body></html>"}))
    assert "b/index.html: 没有标题" in text
    assert "b/index.html: 没有语言标记" in text


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="stylesheet" href="https://fonts.example.org/css">',
        '<link rel="preconnect" href="https://fonts.example.org">',
    ],
)
def test_nothing_in_the_head_is_loaded_from_elsewhere(head: str, site: Site) -> None:
    assert "从其他网站加载" in found(site(head=head))


def test_a_style_sheet_is_read_too(site: Site) -> None:
    style = '@import "https://example.org/a.css"; p{background:url("../img/gone.svg")}'
    text = found(site(**{"assets/other.css": style}))
    assert "从其他网站加载 https://example.org/a.css" in text
    assert "样式中的 ../img/gone.svg 不存在" in text


def test_a_site_below_a_path_is_checked_below_it(site: Site) -> None:
    canonical = '<link rel="canonical" href="https://example.org/law/">'
    assert found(site('<a href="/law/a/art-1/">条</a>', canonical)) == ""
    assert found(site('<a href="https://example.org/law/a/art-1/">条</a>', canonical)) == ""
    assert "指向不存在" in found(site('<a href="/a/art-1/">条</a>', canonical))


def test_an_empty_folder_is_no_site(tmp_path: Path) -> None:
    assert "没有首页" in found(tmp_path)


def test_what_bears_a_version_is_loaded_by_it(site: Site) -> None:
    text = '<link rel="stylesheet" href="{}"><a href="assets/site.css">样式</a>'
    right, wrong = site(head=text.format("assets/site.css?v=0123456789")), "0123456788"
    assert sitecheck(right, version="0123456789") == []
    [problem] = sitecheck(right, version=wrong)
    told = "index.html:2: 加载的 assets/site.css?v=0123456789 不是本次的版本；请写 ?v=0123456788"
    assert str(problem) == told
    assert "不是本次的版本" in str(
        *sitecheck(site(head=text.format("assets/site.css")), version=wrong)
    )
    assert found(site(head=text.format("assets/site.css"))) == ""
