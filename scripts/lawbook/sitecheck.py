"""Whether the built site holds together: every link, anchor and download exists.

The site generator checks Markdown links only; here the finished HTML is read as a browser
would. Nothing may be loaded from another host; links to other hosts are for people to follow.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

import lxml.html  # type: ignore[import-untyped]

from lawbook.problem import Problem, in_order

# Attributes that make a browser fetch something at once, by element ("*" is any).
_LOADS = {"*": ("src", "poster", "srcset", "background"), "object": ("data",), "form": ("action",)}
_LOADING_RELS = {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "preconnect"}
_LOADING_RELS |= {"dns-prefetch", "manifest", "apple-touch-icon"}
_NUMBERED = re.compile(r"_\d+")
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']""")
_PASSED = {"mailto", "tel", "data", "javascript", "blob"}


@dataclass(frozen=True)
class Link:
    """An address on a page, the line it stands on, and whether a browser loads it at once."""

    address: str
    line: int
    loaded: bool


@dataclass(frozen=True)
class Page:
    """What was read of an HTML file; ``name`` is its path below the site."""

    name: str
    ids: tuple[tuple[str, int], ...]
    links: tuple[Link, ...]
    headings: tuple[tuple[str, int], ...]
    title: str
    language: str
    canonical: str

    @cached_property
    def anchors(self) -> frozenset[str]:
        """All ids, and the empty anchor, which is the top."""
        return frozenset({"", "top", *(name for name, _ in self.ids)})


def sitecheck(site: Path) -> list[Problem]:
    """Every fault of the built site, in the order of files. An empty site is a fault too."""
    pages = {page.name: page for page in _pages(site)}
    if "index.html" not in pages:
        return [Problem(str(site), "没有首页 index.html；请先生成网站")]
    files = frozenset(f.relative_to(site).as_posix() for f in site.rglob("*") if f.is_file())
    base = urlsplit(pages["index.html"].canonical)
    check = _Check(pages, files, base)
    found = [problem for page in pages.values() for problem in check.page(page)]
    found += [problem for name in sorted(files) for problem in _style(site, name, files)]
    return list(in_order(found))


def _pages(site: Path) -> Iterator[Page]:
    for file in sorted(site.rglob("*.html")):
        yield _read(site, file)


def _read(site: Path, file: Path) -> Page:
    tree = lxml.html.fromstring(file.read_bytes(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    elements = [one for one in tree.iter() if isinstance(one.tag, str)]
    titles = [one.text_content().strip() for one in elements if one.tag == "title"]
    headings = [one for one in elements if re.fullmatch("h[1-6]", one.tag)]
    canonical = [one.get("href", "") for one in elements if one.get("rel") == "canonical"]
    return Page(
        name=file.relative_to(site).as_posix(),
        ids=tuple((one.get("id", ""), one.sourceline or 1) for one in elements if one.get("id")),
        links=tuple(link for one in elements for link in _links(one)),
        headings=tuple((one.get("id", ""), one.sourceline or 1) for one in headings),
        title=next(iter(titles), ""),
        language=tree.get("lang", ""),
        canonical=next(iter(canonical), ""),
    )


def _links(element: lxml.html.HtmlElement) -> Iterator[Link]:
    line = int(element.sourceline or 1)
    tag = str(element.tag)
    for name in (*_LOADS["*"], *_LOADS.get(tag, ())):
        value = element.get(name)
        if value is not None:
            parts = value.split(",") if name == "srcset" else [value]
            yield from (Link(part.split()[0], line, True) for part in parts if part.split())
    href = element.get("href")
    if href is not None:
        rels = set((element.get("rel") or "").split())
        loaded = tag in {"use", "image"} or (tag == "link" and bool(rels & _LOADING_RELS))
        yield Link(href.strip(), line, loaded)


@dataclass(frozen=True)
class _Check:
    """The rules for a page, given all pages and files and the address of the site (or none)."""

    pages: Mapping[str, Page]
    files: frozenset[str]
    base: SplitResult

    def page(self, page: Page) -> Iterator[Problem]:
        if not page.title:
            yield Problem(page.name, "没有标题（title）；请在页首写 title")
        if not page.language:
            yield Problem(page.name, "没有语言标记（lang）；请检查主题的语言设置")
        yield from self._ids(page)
        for link in page.links:
            message = self._fault(page, link)
            if message:
                yield Problem(f"{page.name}:{link.line}", message)

    @staticmethod
    def _ids(page: Page) -> Iterator[Problem]:
        first: dict[str, int] = {}
        for name, line in page.ids:
            if name in first:
                message = f"id “{name}”与第 {first[name]} 行重复；请改用另一个名称"
                yield Problem(f"{page.name}:{line}", message)
            first.setdefault(name, line)
        for name, line in page.headings:
            if _NUMBERED.fullmatch(name):
                message = f"标题的 id “{name}”会随内容变动；请写明，例如 {{#scope}}"
                yield Problem(f"{page.name}:{line}", message)

    def _fault(self, page: Page, link: Link) -> str | None:
        address = urlsplit(link.address)
        if address.scheme in _PASSED:
            return None
        if address.netloc and address.netloc != self.base.netloc:
            return f"从其他网站加载 {link.address}；请把文件放进本站" if link.loaded else None
        target = self._target(page, address)
        if target is None or target not in self.files:
            hint = "；HTML 中请用 url(…)" if address.path.endswith(".md") else ""
            return f"链接 {link.address} 指向不存在的页面或文件{hint or '；请核对地址'}"
        anchor = unquote(address.fragment)
        if target in self.pages and anchor not in self.pages[target].anchors:
            return f"链接 {link.address} 指向的页面没有 id “{anchor}”；请核对"
        return None

    def _target(self, page: Page, address: SplitResult) -> str | None:
        """The file that an address leads to, or None when it leaves the site."""
        path = unquote(address.path)
        if path.startswith("/"):
            root = self.base.path or "/"
            if not f"{path}/".startswith(root):
                return None
            path = path[len(root) :]
        else:
            path = posixpath.join(posixpath.dirname(page.name), path) if path else page.name
        name = posixpath.normpath(path or ".")
        if name.startswith(".."):
            return None
        return name if name in self.files else posixpath.normpath(f"{name}/index.html")


def _style(site: Path, name: str, files: frozenset[str]) -> Iterator[Problem]:
    """The faults of a style sheet: what it loads stands in the site."""
    if not name.endswith(".css"):
        return
    for match in _CSS_URL.finditer((site / name).read_text(encoding="utf-8", errors="replace")):
        address = urlsplit(match[1] or match[2])
        if address.scheme in _PASSED or match[0].startswith("url(#"):
            continue
        if address.netloc:
            yield Problem(name, f"从其他网站加载 {address.geturl()}；请把文件放进本站")
            continue
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(address.path)))
        if target not in files:
            yield Problem(name, f"样式中的 {address.geturl()} 不存在；请核对地址")
