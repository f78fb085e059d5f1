"""Old addresses: each has a page that leads to one that exists, without another host."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

import lxml.html
import pytest

from lawbook.base.problem import ProblemsFound
from lawbook.site import redirects

ROOT = Path(__file__).resolve().parents[2]
FORMS = (
    "pilot-plan pilot-request pilot-summary pilot-tasks registration-activity "
    "registration-committee rereview-application rereview-opinion review-acceptance review-appeal "
    "review-application review-decision review-minutes review-opinion review-pledge review-refusal "
    "review-supplement review-tracking yearly-report"
)
FORMER = {
    "tools/procedures": "guides/procedure/#steps",
    "guides/committees": "start/committee/#set-up",
    "guides/pilot": "start/city/#programme",
    "about/confidence": "about/sources/#levels",
    "about/disclaimer": "about/sources/#disclaimer",
    **{f"forms/{key}/fill": f"forms/{key}/" for key in FORMS.split()},
}


def test_every_former_address_still_leads_somewhere() -> None:
    assert {one.old: one.target for one in redirects.moved(ROOT)} == FORMER


@pytest.mark.parametrize("old", FORMER)
def test_a_former_address_names_the_new_one_three_times(old: str) -> None:
    page = lxml.html.fromstring(redirects.files(ROOT)[f"{old}/index.html"])
    new = FORMER[old]
    way = posixpath.relpath(new.partition("#")[0], old) + "/" + "".join(new.partition("#")[1:])
    assert page.xpath("//a/@href") == [way]
    assert page.xpath("//noscript/meta/@content") == [f"0; url={way}"]
    assert page.xpath("//link[@rel='canonical']/@href") == [way.partition("#")[0]]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_where_the_site_stands_is_told_whole() -> None:
    made = redirects.files(ROOT, "https://example.org/guide/")["guides/pilot/index.html"]
    assert re.findall(r"https?://[^\"]+", made) == ["https://example.org/guide/start/city/"]


def test_a_project_without_the_list_has_none(tmp_path: Path) -> None:
    assert redirects.files(tmp_path) == {}


def test_a_fault_in_the_list_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    list_ = "key: redirects\nmoved:\n  - {from: tools/a}\n"
    (tmp_path / "data" / "redirects.yml").write_text(list_, encoding="utf-8")
    with pytest.raises(ProblemsFound, match=r"data/redirects\.yml:3"):
        redirects.moved(tmp_path)
