"""``llms.txt`` and ``robots.txt``, which crawlers look for first.

``llms.txt`` follows llmstxt.org: a title, a quotation that says what the site is, then lists of
links. Links are absolute if the site's address is known (SITE_URL), else relative.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from lawbook.library.page import Page
from lawbook.pages.datafiles import DataFile, data_files

TITLE = "人工智能科技伦理审查与服务指南"
ABOUT = (
    "人工智能科技伦理审查与服务的规则、程序、表单与依据：逐条可查，逐条注明来源和把握程度。"
    "不是官方出版物，不构成法律意见，以发布机关公布的正式文本为准。"
)
CAUTION = (
    "引用时请注意：现行《办法》的全文未见，征求意见稿不是现行规定；"
    "每条事实的把握程度（confidence）见 facts.json，词的意思见 vocabularies.json。"
)
# Sections of the list, by the start of a page's address; pages of single provisions are left out.
SECTIONS: Mapping[str, re.Pattern[str]] = {
    "指引": re.compile(r"(?:start|guides)/[^/]+/"),
    "工具": re.compile(r"tools/(?:[^/]+/)?"),
    "条文库": re.compile(r"documents/(?:[^/]+/)?"),
    "表单": re.compile(r"downloads/|(?:forms|examples)/(?:[^/]+/)?"),
    "关于": re.compile(r"faq/|glossary/|correct/|about/(?:[^/]+/)?"),
}
_VALUE = re.compile(r'^(title|description): (".*")$', re.MULTILINE)


def files(pages: Iterable[Page], data: Mapping[str, bytes], base: str) -> dict[str, str]:
    """Return both files by name; ``base`` is the site's address with a slash, or empty."""
    return {"llms.txt": llms(pages, data_files(data), base), "robots.txt": robots(base)}


def llms(pages: Iterable[Page], data: Iterable[DataFile], base: str) -> str:
    """Return the list of data files and of main pages."""
    listed = list(pages)
    lines = [f"# {TITLE}", "", f"> {ABOUT}", "", CAUTION, "", "## 数据", ""]
    for file in data:
        lines.append(f"- [{file.title}]({base}data/{file.name}): JSON，{file.size_shown}")
    lines.append(f"- [更新记录]({base}feed.xml): Atom，条文、事实、规则和表单的变动")
    for name, pattern in SECTIONS.items():
        lines += ["", f"## {name}", "", *_links(listed, pattern, base)]
    return "\n".join(lines) + "\n"


def _links(pages: Iterable[Page], pattern: re.Pattern[str], base: str) -> Iterator[str]:
    for page in sorted(pages, key=lambda page: page.address):
        if pattern.fullmatch(page.address):
            matter = {name: json.loads(value) for name, value in _VALUE.findall(page.text)}
            yield f"- [{matter['title']}]({base}{page.address}): {matter['description']}"


def robots(base: str) -> str:
    """Return a file that allows everything; it names the sitemap only if the address is known."""
    return "User-agent: *\nAllow: /\n" + (f"Sitemap: {base}sitemap.xml\n" if base else "")
