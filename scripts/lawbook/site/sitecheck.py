"""Check that in the built site every link, anchor and download exists.

The site generator checks only Markdown links; here the finished HTML is read as a browser would.
Nothing may be loaded from another host; links to other hosts are for people to follow.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

import lxml.etree  # type: ignore[import-untyped]

from lawbook.base.problem import Problem, in_order
from lawbook.site import versions

# Attributes that make a browser fetch something at once, by element ("*" is any).
_LOADS = {"*": ("src", "poster", "srcset", "background"), "object": ("data",), "form": ("action",)}
_LOADING = frozenset(name for names in _LOADS.values() for name in names)
_LOADING_RELS = {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "preconnect"}
_LOADING_RELS |= {"dns-prefetch", "manifest", "apple-touch-icon"}
# Most elements of a page have none of these, and are skipped.
_READ = _LOADING | {"id", "href"}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NUMBERED = re.compile(r"_\d+")
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']""")
_PASSED = {"mailto", "tel", "data", "javascript", "blob"}


class Link(NamedTuple):
    """An address on a page, its line, and whether a browser loads it at once."""

    address: str
    line: int
    loaded: bool


@dataclass(frozen=True)
class Page:
    """What was read from an HTML file; ``name`` is its path below the site."""

    name: str
    ids: tuple[tuple[str, int], ...]
    links: tuple[Link, ...]
    headings: tuple[tuple[str, int], ...]
    title: str
    language: str
    canonical: str

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Return all ids, and the empty anchor, which is the top."""
        return frozenset({"", "top", *(name for name, _ in self.ids)})

    @cached_property
    def folder(self) -> str:
        """Return the base of relative addresses: empty, or a path with a trailing slash."""
        return self.name[: self.name.rfind("/") + 1]

    @property
    def asked(self) -> frozenset[tuple[str, bool]]:
        """Return the links' targets, each once: the address, and whether it is loaded at once."""
        return frozenset((link.address, link.loaded) for link in self.links)


NONE: Mapping[str, Page] = {}


def sitecheck(
    site: Path, known: Mapping[str, Page] = NONE, version: str | None = None
) -> list[Problem]:
    """Every fault of the built site, in the order of files. An empty site is a fault too.

    ``known`` are pages that were read before, by their name; ``version`` is what must stand
    behind the address of each file that bears it (``versions``), None where it is not asked.
    """
    pages = {page.name: page for page in _pages(site, known)}
    if "index.html" not in pages:
        return [Problem(str(site), "没有首页 index.html；请先生成网站")]
    files = frozenset(f.relative_to(site).as_posix() for f in site.rglob("*") if f.is_file())
    base = urlsplit(pages["index.html"].canonical)
    check = _Check(pages, files, base, version)
    problems = [problem for page in pages.values() for problem in check.page(page)]
    problems += [problem for name in sorted(files) for problem in _style(site, name, files)]
    return list(in_order(problems))


def _pages(site: Path, known: Mapping[str, Page]) -> Iterator[Page]:
    for file in sorted(site.rglob("*.html")):
        yield known.get(file.relative_to(site).as_posix()) or read(site, file)


def read(site: Path, file: Path) -> Page:
    """Return what has to be checked in a page."""
    name = file.relative_to(site).as_posix()
    tree = lxml.etree.fromstring(file.read_bytes(), lxml.etree.HTMLParser(encoding="utf-8"))
    ids: list[tuple[str, int]] = []
    links: list[Link] = []
    headings: list[tuple[str, int]] = []
    for element in tree.iter("*"):
        keys = element.keys()
        if _READ.isdisjoint(keys):
            continue
        line = int(element.sourceline or 1)
        if "id" in keys and (anchor := str(element.get("id"))):
            ids.append((anchor, line))
            if element.tag in _HEADINGS:
                headings.append((anchor, line))
        if not _LOADING.isdisjoint(keys):
            links += _loaded(element, line)
        if "href" in keys:
            links.append(Link(str(element.get("href")).strip(), line, _fetched(element)))
    return Page(
        name=name,
        ids=tuple(ids),
        links=tuple(links),
        headings=tuple(headings),
        title="".join(next(tree.iter("title"), tree.makeelement("title")).itertext()).strip(),
        language=str(tree.get("lang", "")),
        canonical=next((link.get("href", "") for link in _canonical(tree)), ""),
    )


def _loaded(element: lxml.etree._Element, line: int) -> Iterator[Link]:
    for name in (*_LOADS["*"], *_LOADS.get(str(element.tag), ())):
        value = element.get(name)
        if value is not None:
            parts = value.split(",") if name == "srcset" else [value]
            yield from (Link(part.split()[0], line, True) for part in parts if part.split())


def _fetched(element: lxml.etree._Element) -> bool:
    """Return whether a browser fetches the target of ``href`` by itself."""
    if element.tag != "link":
        return element.tag in {"use", "image"}
    return bool(_LOADING_RELS.intersection((element.get("rel") or "").split()))


def _canonical(tree: lxml.etree._Element) -> Iterator[lxml.etree._Element]:
    return (link for link in tree.iter("link") if link.get("rel") == "canonical")


class Address(NamedTuple):
    """The parts of an address, as far as they are needed, percent-decoded."""

    scheme: str
    host: str
    path: str
    anchor: str
    query: str


@cache
def _address(text: str) -> Address:
    """Return the parts of an address (cached: pages share most addresses)."""
    parts = urlsplit(text)
    path, anchor = unquote(parts.path), unquote(parts.fragment)
    return Address(parts.scheme, parts.netloc, path, anchor, parts.query)


@dataclass(frozen=True)
class _Check:
    """The rules for a page, given all pages and files and the address of the site (or none)."""

    pages: Mapping[str, Page]
    files: frozenset[str]
    base: SplitResult
    version: str | None

    def page(self, page: Page) -> Iterator[Problem]:
        if not page.title:
            yield Problem(page.name, "没有标题（title）；请在页首写 title")
        if not page.language:
            yield Problem(page.name, "没有语言标记（lang）；请检查主题的语言设置")
        yield from self._ids(page)
        faults = {link: self._fault(page, *link) for link in page.asked}
        for link in page.links:
            message = faults[link.address, link.loaded]
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

    def _fault(self, page: Page, text: str, loaded: bool) -> str | None:
        address = _address(text)
        if address.scheme in _PASSED:
            return None
        if address.host and address.host != self.base.netloc:
            return f"从其他网站加载 {text}；请把文件放进本指南" if loaded else None
        target = self._target(page, address.path)
        if target is None or target not in self.files:
            hint = "；HTML 中请用 url(…)" if address.path.endswith(".md") else ""
            return f"链接 {text} 指向不存在的页面或文件{hint or '；请核对地址'}"
        if target in self.pages and address.anchor not in self.pages[target].anchors:
            return f"链接 {text} 指向的页面没有 id “{address.anchor}”；请核对"
        if loaded and self.version is not None and versions.is_versioned(target):
            return self._other_version(text, address.query)
        return None

    def _other_version(self, text: str, query: str) -> str | None:
        wanted = f"v={self.version}"
        return None if query == wanted else f"加载的 {text} 不是本次的版本；请写 ?{wanted}"

    def _target(self, page: Page, path: str) -> str | None:
        """Return the file that a path leads to, or None if it leaves the site."""
        if path.startswith("/"):
            root = self.base.path or "/"
            if not f"{path}/".startswith(root):
                return None
            path = path[len(root) :]
        else:
            path = f"{page.folder}{path}" if path else page.name
        name = posixpath.normpath(path or ".")
        if name.startswith(".."):
            return None
        return name if name in self.files else posixpath.normpath(f"{name}/index.html")


def _style(site: Path, name: str, files: frozenset[str]) -> Iterator[Problem]:
    """Yield the faults of a style sheet: whatever it loads must be in the site."""
    if not name.endswith(".css"):
        return
    for match in _CSS_URL.finditer((site / name).read_text(encoding="utf-8", errors="replace")):
        address = urlsplit(match[1] or match[2])
        if address.scheme in _PASSED or match[0].startswith("url(#"):
            continue
        if address.netloc:
            yield Problem(name, f"从其他网站加载 {address.geturl()}；请把文件放进本指南")
            continue
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(address.path)))
        if target not in files:
            yield Problem(name, f"样式中的 {address.geturl()} 不存在；请核对地址")
