import json
import re
from pathlib import Path

import pytest

from lawbook.library.page import Page, front_matter
from lawbook.site import guidepost

LINK = re.compile(r"- \[([^\]]+)\]\(([^)]+)\): .+")
PATHS = (
    "index.md", "start/lead.md", "guides/procedure.md", "tools/index.md", "tools/deadlines.md",
    "documents/index.md", "documents/a/index.md", "documents/a/art-1.md", "forms/plan/index.md",
    "downloads.md", "about/index.md", "about/changes.md", "faq.md",
)  # fmt: skip
PAGES = [Page(one, front_matter({"title": f"甲“{one}”", "description": "乙"})) for one in PATHS]
DATA = {
    "facts.json": json.dumps({"title": "事实", "$schema": "schemas/facts.schema.json"}).encode(),
    "schemas/facts.schema.json": b"{}",
}


def written(base: str = "") -> str:
    return guidepost.files(PAGES, DATA, base)["llms.txt"]


def test_it_begins_as_the_proposal_says() -> None:
    lines = written().splitlines()
    assert lines[0] == "# 人工智能科技伦理审查与服务指南"
    assert lines[2].startswith("> ")
    assert [line for line in lines if line.startswith("#")][1:] == [
        "## 数据", "## 指引", "## 工具", "## 条文库", "## 表单", "## 关于",
    ]  # fmt: skip


def test_a_section_holds_nothing_but_links() -> None:
    _, *sections = re.split(r"^## .*$", written(), flags=re.MULTILINE)
    for section in sections:
        lines = [line for line in section.splitlines() if line]
        assert lines
        assert all(LINK.fullmatch(line) for line in lines), lines


def test_it_lists_data_and_main_pages_not_single_articles_or_records_of_decisions() -> None:
    assert [match[2] for match in LINK.finditer(written())] == [
        "data/facts.json", "feed.xml",
        "guides/procedure/", "start/lead/", "tools/", "tools/deadlines/",
        "documents/", "documents/a/", "downloads/", "forms/plan/",
        "about/", "about/changes/", "faq/",
    ]  # fmt: skip
    assert "[甲“guides/procedure.md”](guides/procedure/): 乙" in written()


def test_links_are_whole_where_the_address_is_known() -> None:
    base = "https://example.org/guide/"
    assert all(match[2].startswith(base) for match in LINK.finditer(written(base)))


@pytest.mark.parametrize(
    ("base", "last"),
    [("", "Allow: /"), ("https://example.org/", "Sitemap: https://example.org/sitemap.xml")],
)
def test_robots_may_read_everything(base: str, last: str) -> None:
    text = guidepost.files(PAGES, DATA, base)["robots.txt"]
    assert text.splitlines()[0] == "User-agent: *"
    assert text.splitlines()[-1] == last
    assert "Disallow" not in text


def test_every_link_of_the_built_list_leads_to_a_file(root: Path) -> None:
    site = root / "site"
    for match in LINK.finditer((site / "llms.txt").read_text(encoding="utf-8")):
        link = match[2].rstrip("/")
        names = (link, f"{link}.html", f"{link}/index.html")
        assert any((site / name).is_file() for name in names), match[0]
