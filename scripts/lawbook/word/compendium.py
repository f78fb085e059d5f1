"""The compendium (汇编): a document's reading page, or all guides, as one Word file.

Made from the built site's HTML by pandoc with the project's reference document, then packed
uncompressed with fixed dates, so that the same site gives the same bytes.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import urljoin

import lxml.html  # type: ignore[import-untyped]
import pypandoc  # type: ignore[import-untyped]

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.library.library import Library
from lawbook.word import field_table, paper
from lawbook.word.layout.package import member, stored
from lawbook.word.reference_docx import CONTENTS, CONTENTS_CHAPTER, reference

GUIDES = "guides"
GUIDE_PAGES = (
    "guides/rules", "guides/roles", "guides/application", "guides/procedure", "guides/re-review",
    "start/committee",
)  # fmt: skip
MORE_PAGES = ("start/city", "guides/pilot-writing", "faq", "glossary", "about/sources")
# Parts of a page that are for the screen only; a drawing's text is in a list beside it.
SCREEN_ONLY = (
    ".//nav|.//aside|.//script|.//style|.//form|.//button|.//svg|.//figcaption[../svg]"
    "|.//p[@class='verdict__ways' or @class='finder']"
    "|.//a[@aria-label][string-length(normalize-space())=1]"
    "|.//*[contains(concat(' ', @class, ' '), ' headerlink ')]"
    "|.//*[contains(@class, 'permalink')]|.//*[@hidden]"
    "|.//*[contains(concat(' ', @class, ' '), ' no-print ')]"
    # Paper has no switch: it shows every unsafe mark and every basis.
    "|.//*[contains(concat(' ', @class, ' '), ' sure ')]|.//*[contains(@class, 'conf--held')]"
)
MARKS = "conf--", "auth--", "status--", "change--"
MAIN = "word/document.xml"
SECONDS, HEAP = 120, "+RTS -M512M -RTS"
_STARTS = re.compile(
    r"((?:<w:bookmarkStart [^>]*/>\s*)+)(<w:p>(?:<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>)?)", re.DOTALL
)
_START = re.compile(r'<w:bookmarkStart w:id="([^"]+)"[^>]*/>')
_END = re.compile(r"<w:bookmarkEnd [^>]*/>\s*")
_BETWEEN_HAN = re.compile(
    r"(?<=[\u3000-\u9fff\uff00-\uffef])\s*\n\s*(?=[\u3000-\u9fff\uff00-\uffef])"
)


@dataclass(frozen=True)
class Chapter:
    """One page of the site: its path below the root and its cleaned content."""

    path: str
    content: lxml.html.HtmlElement


def names(library: Library) -> tuple[str, ...]:
    """Return what a compendium can be made of; an official reading is quoted, never republished."""
    keys = (*library.documents, *library.books)
    return (GUIDES, *(key for key in keys if library.sources[key].authority != "reading"))


def compendium(library: Library, site: Path, name: str) -> bytes:
    """Return the Word file. Raises ProblemsFound for an unknown name."""
    known = names(library)
    if name not in known:
        raise ProblemsFound([Problem("", f"没有汇编 {name}；可写：{'、'.join(known)}")])
    paths = (
        (*GUIDE_PAGES, *_of_places(library), *MORE_PAGES)
        if name == GUIDES
        else (f"documents/{name}",)
    )
    title = "人工智能科技伦理审查与服务指南" if name == GUIDES else library.sources[name].title
    chapters = [_chapter(site, path) for path in paths]
    if len(chapters) == 1:  # the file's title says what the page's title said
        chapters[0].content.find(".//h1").drop_tree()
    return _repacked(_docx(_html(chapters), title))


def _of_places(library: Library) -> tuple[str, ...]:
    """The pages that were written about places, as their vocabulary lists them."""
    words = library.vocabularies.get("places")
    return tuple(words.guides.values()) if words else ()


def _chapter(site: Path, path: str) -> Chapter:
    page = lxml.html.parse(str(site / path / "index.html"))
    content = page.find(".//article")
    for element in content.xpath(SCREEN_ONLY):
        element.drop_tree()
    for element in content.xpath(".//*[@class]"):
        if any(mark in element.get("class") for mark in MARKS):
            text = f"【{element.text_content().strip()}】"
            element[:], element.text = [], text
    # Pandoc makes a figure a table with a column for each paragraph.
    for figure in content.xpath(".//figure"):
        figure.tag = "blockquote"
    for caption in content.xpath(".//figcaption"):
        caption.tag = "p"
    field_table.as_tables(content)
    paper.on_paper(content)
    return Chapter(path, content)


def _html(chapters: list[Chapter]) -> str:
    """Return one page with all chapters; ids and links are made unique by their page's path."""
    known = {chapter.path: _anchor(chapter.path) for chapter in chapters}
    for chapter in chapters:
        for element in chapter.content.xpath(".//*[@id]"):
            element.set("id", _anchor(chapter.path, element.get("id")))
        for link in list(chapter.content.xpath(".//a[@href]")):
            _turn(link, chapter.path, known)
        _mark(chapter.content, known[chapter.path])
    whole = "".join(lxml.html.tostring(chapter.content, encoding="unicode") for chapter in chapters)
    return _contents(chapters) + _BETWEEN_HAN.sub("", whole)


def _mark(content: lxml.html.HtmlElement, name: str) -> None:
    """Put an anchor at the chapter's beginning; pandoc drops those of article elements."""
    first = content.find(".//h1")
    first = content[0] if first is None else first
    anchor = lxml.html.fragment_fromstring(f'<span id="{name}"></span>')
    anchor.tail, first.text = first.text, None
    first.insert(0, anchor)


def _contents(chapters: list[Chapter]) -> str:
    """Return the contents as links; page numbers are added later (see ``_with_pages``)."""
    listed = ".//h1|.//h2" if len(chapters) > 1 else ".//h2|.//h3|.//h4"
    headings = (heading for chapter in chapters for heading in chapter.content.xpath(listed))
    lines = (
        f'<div custom-style="{CONTENTS_CHAPTER if heading.tag == "h1" else CONTENTS}">'
        f'<p><a href="#{heading.get("id")}">{escape(heading.text_content().strip())}</a></p></div>'
        for heading in headings
        if heading.get("id")
    )
    return f'<div custom-style="TOC Heading"><p>目录</p></div>{"".join(lines)}'


def _anchor(path: str, name: str = "") -> str:
    return path.replace("/", "-") + (f"--{name}" if name else "")


def _turn(link: lxml.html.HtmlElement, path: str, known: dict[str, str]) -> None:
    """Point a link to its place in this file, else to the published site, else remove it."""
    href = str(link.get("href"))
    if href.startswith(("http:", "https:")):
        return
    target = urljoin(f"/{path}/", href).lstrip("/")
    page, _, anchor = target.partition("#")
    page = page.rstrip("/")
    if page in known:
        link.set("href", "#" + _anchor(page, anchor))
    elif address := os.environ.get("SITE_URL"):
        link.set("href", urljoin(address, target))
    else:
        link.drop_tag()


def _docx(html: str, title: str) -> bytes:
    """Return pandoc's output; SOURCE_DATE_EPOCH fixes its dates. Raises ProblemsFound."""
    with tempfile.TemporaryDirectory() as folder:
        look, out = Path(folder, "reference.docx"), Path(folder, "out.docx")
        look.write_bytes(reference())
        command = [pypandoc.get_pandoc_path(), "--from=html", f"--reference-doc={look}"]
        command += ["--quiet", f"--metadata=title:{title}", "--metadata=lang:zh-CN"]
        command += [f"--output={out}", *HEAP.split()]
        still = os.environ | {"SOURCE_DATE_EPOCH": "315532800"}
        try:
            subprocess.run(command, input=html.encode(), env=still, timeout=SECONDS, check=True)
        except (subprocess.SubprocessError, OSError) as error:
            message = f"转换没有成功（{type(error).__name__}）；请重做一次"
            raise ProblemsFound([Problem("pandoc", message)]) from error
        return out.read_bytes()


def _repacked(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = sorted(package.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        parts = {name: package.read(name) for name in names}
    main = paper.settled(_with_points(parts[MAIN].decode()))
    return stored(
        [member(name, part) for name, part in (parts | {MAIN: _with_pages(main)}).items()]
    )


def _with_points(main: str) -> str:
    """Return the main part with each bookmark as a point inside its paragraph.

    LibreOffice loses a bookmark that begins between a table and a paragraph, and its page number.
    """
    moved = _STARTS.sub(r"\2\1", _END.sub("", main))
    return _START.sub(r'\g<0><w:bookmarkEnd w:id="\1"/>', moved)


def _with_pages(main: str) -> bytes:
    """Return the main part with a page number, as a field, after each line of the contents.

    A dirty field is computed when Word or LibreOffice opens the file.
    """
    styles = "|".join(style.replace(" ", "") for style in (CONTENTS, CONTENTS_CHAPTER))
    line = re.compile(
        f'(<w:pStyle w:val="(?:{styles})" ?/>(?:(?!</w:p>).)*?<w:hyperlink w:anchor="([^"]+)">'
        "(?:(?!</w:p>).)*?</w:hyperlink>)</w:p>",
        re.DOTALL,
    )
    field = (
        r'\1<w:r><w:tab/></w:r><w:fldSimple w:instr=" PAGEREF \2 \\h " w:dirty="true">'
        r"<w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>"
    )
    return line.sub(field, main).encode()


def headings(data: bytes) -> Iterator[str]:
    """Yield the texts of a compendium's headings, in order."""
    from docx import Document

    for paragraph in Document(io.BytesIO(data)).paragraphs:
        if (paragraph.style.name or "").startswith("Heading"):  # type: ignore[union-attr]
            yield paragraph.text
