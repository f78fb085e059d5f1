"""The feed against the requirements of RFC 4287, one by one."""

import datetime
import re
from urllib.parse import urlsplit

import lxml.etree
import pytest

from lawbook.export import feed
from lawbook.library.library import Library

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
BASE = "https://example.org/guide/"
# The grammar of RFC 4287 (appendix B), as far as this feed uses it.
GRAMMAR = """\
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom"
         datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><element name="feed">
    <attribute name="xml:lang"><data type="language"/></attribute>
    <interleave>
      <element name="author"><element name="name"><data type="token"/></element></element>
      <ref name="id"/><ref name="title"/><ref name="updated"/>
      <oneOrMore><ref name="link"/></oneOrMore>
    </interleave>
    <oneOrMore><ref name="entry"/></oneOrMore>
  </element></start>
  <define name="entry"><element name="entry"><interleave>
    <ref name="id"/><ref name="title"/><ref name="updated"/><ref name="link"/>
    <oneOrMore><element name="category">
      <attribute name="term"/><optional><attribute name="label"/></optional>
    </element></oneOrMore>
    <element name="summary"><text/></element>
  </interleave></element></define>
  <define name="id"><element name="id"><data type="anyURI"/></element></define>
  <define name="title"><element name="title"><text/></element></define>
  <define name="updated"><element name="updated"><data type="dateTime"/></element></define>
  <define name="link"><element name="link">
    <attribute name="rel"><choice><value>alternate</value><value>self</value></choice></attribute>
    <attribute name="type"/><attribute name="href"><data type="anyURI"/></attribute>
  </element></define>
</grammar>"""


def tree(library: Library, base: str = BASE) -> lxml.etree._Element:
    return lxml.etree.fromstring(feed.feed(library, base).encode())


@pytest.mark.parametrize("base", [BASE, ""])
def test_it_keeps_to_the_grammar(base: str, library: Library) -> None:
    grammar = lxml.etree.RelaxNG(lxml.etree.fromstring(GRAMMAR))
    grammar.assertValid(tree(library, base))


def test_every_change_is_an_entry_the_newest_first(library: Library) -> None:
    titles = [one.findtext(f"{ATOM}title") for one in tree(library).iter(f"{ATOM}entry")]
    assert titles == [one.title for one in library.changes]
    assert len(titles) >= 5


def test_every_date_has_a_time_and_a_zone(library: Library) -> None:
    moments = [str(one.text) for one in tree(library).iter(f"{ATOM}updated")]
    assert all(MOMENT.fullmatch(one) for one in moments)
    assert moments[0] == max(moments)
    assert datetime.datetime.fromisoformat(moments[0]).utcoffset() == datetime.timedelta(hours=8)


def test_ids_are_whole_different_and_need_no_host(library: Library) -> None:
    ids = [str(one.text) for one in tree(library).iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("urn:uuid:") for one in ids)
    assert ids == [str(one.text) for one in tree(library, "").iter(f"{ATOM}id")]


def test_an_id_never_changes() -> None:
    # A reader's program would show every entry again.
    assert feed._id("texts-first") == "urn:uuid:7eae47d8-7e90-5f6c-8d34-3f39924b5466"
    assert feed._id("feed") == "urn:uuid:4bed3e67-79c0-5e78-8653-4fa63af6a9cc"


def test_links_are_whole_where_the_address_is_known(library: Library) -> None:
    links = [one.attrib for one in tree(library).iter(f"{ATOM}link")]
    assert all(one["href"].startswith(BASE) for one in links)
    assert [one["href"] for one in links if one["rel"] == "self"] == [f"{BASE}feed.xml"]


def test_links_are_relative_where_it_is_not(library: Library) -> None:
    links = [one.attrib for one in tree(library, "").iter(f"{ATOM}link")]
    assert not any(urlsplit(one["href"]).scheme for one in links)
    assert [one for one in links if one["rel"] == "self"] == []


def test_an_entry_leads_to_its_place_on_the_page(library: Library) -> None:
    (entry,) = (
        one
        for one in tree(library).iter(f"{ATOM}entry")
        if one.findtext(f"{ATOM}id") == feed._id("texts-first")
    )
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == f"{BASE}about/changes/#texts-first"
    assert (entry.findtext(f"{ATOM}summary") or "").endswith(
        "见《办法（征求意见稿）》、《办法》官方解读、《北京实施意见》、《行动实施方案（模板）》、专家观点。"
    )
