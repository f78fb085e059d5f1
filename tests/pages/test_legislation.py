"""JSON-LD in the pages of provisions: valid, escaped, and no more than is known."""

import json
import re
from typing import Any

from lawbook.law.citation import Citation
from lawbook.law.document import Provision
from lawbook.library.library import Library
from lawbook.library.page import Page
from lawbook.pages.legislation import script

Made = dict[str, Page]
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def said(made: Made, citation: str) -> dict[str, Any]:
    found = SCRIPT.findall(made[f"documents/{citation}.md"].text)
    assert len(found) == 1
    tree: dict[str, Any] = json.loads(found[0])
    return tree


def test_an_article_known_by_facts_gives_no_text(made: Made) -> None:
    assert said(made, "measures-2026/art-16") == {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "legislationIdentifier": "measures-2026/art-16",
        "name": "《办法》第十六条",
        "inLanguage": "zh-CN",
        "isPartOf": {
            "@type": "Legislation",
            "name": "人工智能科技伦理审查与服务办法（试行）",
            "legislationIdentifier": "工信部联科〔2026〕75号",
            "sameAs": "https://www.miit.gov.cn/jgsj/kjs/wjfb/art/2026/"
            "art_2995f16b28504ddcbb604e918eb15759.html",
        },
        "alternativeHeadline": "审查决定与申诉",
        "legislationLegalForce": "https://schema.org/InForce",
    }


def test_a_superseded_draft_is_not_in_force_and_gives_its_text(made: Made) -> None:
    draft = said(made, "measures-2025-draft/art-37")
    assert draft["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert draft["text"] == "第三十七条【施行日期】本办法自*年*月*日起施行。"


def test_legal_force_is_left_out_where_it_is_not_known(made: Made) -> None:
    assert "legislationLegalForce" not in said(made, "pilot-plan-2026/part-1")


def test_a_reading_and_a_view_are_no_legislation(made: Made, library: Library) -> None:
    reading = said(made, "interpretation-2026/q-3")
    assert reading["@type"] == "CreativeWork"
    assert reading["identifier"] == "interpretation-2026/q-3"
    assert {one["@type"] for one in reading["about"]} == {"Legislation"}
    for provision in library.pages("expert-view-2024"):
        assert "text" not in said(made, str(provision.citation))


def test_every_page_of_a_provision_has_it_once(made: Made, library: Library) -> None:
    for holder in library.holders:
        for provision in library.pages(holder.key):
            assert said(made, str(provision.citation))["name"] == library.display(
                provision.citation
            )


def test_signs_of_markup_cannot_leave_the_script(library: Library) -> None:
    evil = Provision(
        citation=Citation.parse("measures-2025-draft/art-1"),
        where="",
        parent=Citation("measures-2025-draft"),
        text='</script><script>alert("&")</script>',
    )
    html = script(library, evil)
    assert html.count("<") == 2
    inner = SCRIPT.findall(html)[0]
    assert json.loads(inner)["text"] == '</script><script>alert("&")</script>'
