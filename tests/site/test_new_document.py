"""A maintainer brings in a small new document by YAML alone: no Python, no menu, no template."""

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from lawbook.base.problem import ProblemsFound
from lawbook.checks.across import checked
from lawbook.library.impact import impact
from lawbook.library.loading import load
from lawbook.site import build, testparts
from new_paper import KEY as FORM
from new_paper import put_into
from params import deep

Run = Callable[..., Result]
KEY = "wuling-2026"  # a fictional city
TEXT = "审查决定书应载明申诉受理窗口，依照《办法》第十六条办理。"
PERIOD = "委员会在受理申请后15日内作出审查决定。"
RAW = f"雾岭市人工智能伦理审查细则\n第一条【期限】{TEXT}\n{PERIOD}\n"
SOURCE = f"""\
key: {KEY}
title: 雾岭市人工智能伦理审查细则（虚构）
short: 《雾岭细则》
authority: local
status: in_force
file: {KEY}.txt
sha256: {hashlib.sha256(RAW.encode()).hexdigest()}
"""
DOCUMENT = f"""\
key: {KEY}
style:
  front: 题名
  art: 第{{han}}条
  par: 第{{han}}款
aliases:
  《办法》: measures-2026
provisions:
  - step: front
    text: 雾岭市人工智能伦理审查细则
  - step: art-1
    label: 第一条
    heading: 【期限】
    relates: [measures-2026/art-16]
    provisions:
      - step: par-1
        text: 审查决定书应载明申诉受理窗口，依照《办法》第十六条办理。
      - step: par-2
        text: 委员会在受理申请后15日内作出审查决定。
"""
# The rules of the fictional city: each goes behind the line that it names.
RULES = {
    ("vocabulary/places.yml", "terms:\n"): """\
  - {key: wuling, tag: 雾岭, label: 雾岭, description: 虚构的城市。}
""",
    ("rules/deadlines.yml", "\ndeadlines:\n"): f"""\
  - key: wuling-decision
    title: 作出审查决定（雾岭）
    triggers: [accepted]
    start_defined: true
    start: 受理申请之日
    length: 15
    unit: natural_day
    period: 受理申请后15日内
    actor: [committee]
    place: 雾岭
    instead_of: [decision]
    basis: [{KEY}/art-1/par-2]
    confidence: official
""",
    ("rules/obligations.yml", "\nobligations:\n"): f"""\
  - key: wuling-window
    who: [committee]
    what: 在审查决定书中载明申诉受理窗口。
    when: 作出审查决定时
    stage: 审查
    topic: 审查决定
    place: 雾岭
    basis: [{KEY}/art-1/par-1]
    confidence: official
""",
    ("rules/crosswalk.yml", "\nrows:\n"): f"""\
  - key: wuling-window
    topic: 申诉受理窗口
    local: {{wuling: [{KEY}/art-1/par-1]}}
    basis: [{KEY}/art-1/par-1]
    confidence: official
""",
    ("rules/crosswalk.yml", "  - key: locality\n", "    fills:\n"): f"""\
      - place: 雾岭
        extent: none
        text: 没有写明。
        basis: [{KEY}/art-1/par-1]
        confidence: official
""",
    ("rules/decision.yml", "  - key: unit\n", "    answers:\n"): f"""\
      - {{key: wuling, label: 单位在雾岭, basis: [{KEY}], confidence: official}}
""",
    ("rules/decision.yml", "\nconsequences:\n"): f"""\
  - key: wuling-window
    title: 雾岭：决定书载明申诉受理窗口
    kind: duty
    text: 在雾岭，审查决定书应载明申诉受理窗口。
    only_if: [{{term: starting}}, {{question: unit, answers: [wuling]}}]
    basis: [{KEY}/art-1/par-1]
    confidence: official
""",
}


@pytest.fixture(scope="module", params=["generated", deep("built")])
def project(
    request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The real project with the new document: all that the site is made of, or the site itself."""
    copy = tmp_path_factory.mktemp("new") / "project"
    for name in ("data", "content", "templates"):
        shutil.copytree(root / name, copy / name)
    for name in ("mkdocs.yml", "CHANGELOG.md"):
        shutil.copy(root / name, copy / name)
    (copy / f"data/sources/{KEY}.txt").write_text(RAW, encoding="utf-8")
    (copy / f"data/sources/{KEY}.yml").write_text(SOURCE, encoding="utf-8")
    (copy / f"data/documents/{KEY}.yml").write_text(DOCUMENT, encoding="utf-8")
    for (name, *after), lines in RULES.items():
        put_in(copy / "data" / name, after, lines)
    places = copy / "data/vocabulary/places.yml"  # the national place is known by its mark
    text = places.read_text(encoding="utf-8")
    places.write_text(text.replace("label: 全国\n", "label: 各地\n"), encoding="utf-8")
    put_into(copy)  # a kind of document, too
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(testparts, "office", lambda: None)  # no PDF of forms that did not change
        if request.param == "built":
            assert build.site(copy) is True
            return copy
        build.generate(copy, copy / "site")
        return copy


def put_in(file: Path, after: list[str], lines: str) -> None:
    text, place = file.read_text(encoding="utf-8"), 0
    for mark in after:
        place = text.index(mark, place) + len(mark)
    file.write_text(text[:place] + lines + text[place:], encoding="utf-8")


def page(project: Path, path: str) -> str:
    """A page; or the text of which it is made, in which a heading names its place in braces."""
    site = project / "site"
    files = (site / path / "index.html", site / path / "index.md", site / f"{path}.md")
    text = next(file for file in files if file.is_file()).read_text(encoding="utf-8")
    return re.sub(r"\{#([\w-]+)\}", r'id="\1"', text)


def test_its_pages_are_made(project: Path) -> None:
    article = page(project, f"documents/{KEY}/art-1")
    assert "审查决定书应载明申诉受理窗口" in article
    assert 'id="art-1-par-1"' in article
    assert "地方文件" in article
    assert "审查决定书应载明申诉受理窗口" in page(project, f"documents/{KEY}")


def test_a_new_kind_of_document_has_its_page_its_files_and_its_place_at_the_desk(
    project: Path,
) -> None:
    form = page(project, f"forms/{FORM}")
    for words in ("现场核查告知书（虚构）", "核查地点", "作出决定的期限", "核查事项"):
        assert words in form, words
    assert (project / f"site/data/forms/{FORM}.js").is_file()
    assert (project / f"site/files/{FORM}-blank.docx").is_file()
    assert "现场核查告知书" in page(project, "tools/committee")


def test_links_lead_to_it_and_from_it(project: Path) -> None:
    assert f"{KEY}/" in page(project, "documents")
    assert f"{KEY}/art-1" in page(project, "documents/measures-2026/art-16")
    assert "measures-2026/art-16" in page(project, f"documents/{KEY}/art-1")
    assert f'id="source-{KEY}"' in page(project, "about/sources")


def _held(project: Path, name: str) -> Any:
    script = (project / f"site/search/{name}.js").read_text(encoding="utf-8")
    return json.JSONDecoder().raw_decode(script, script.index(",") + 1)[0]


def _keys(index: Any, heads: Any) -> list[str]:
    pairs = zip(heads["home"], heads["key"], strict=True)
    return [key.replace("~", index["groups"][home][0], 1) for home, key in pairs]


def test_the_search_index_holds_it(project: Path) -> None:
    index, texts = (_held(project, name) for name in ("index", "texts"))
    late = dict(zip(texts["late"], _keys(index, texts["heads"]), strict=True))
    early = iter(_keys(index, index["heads"]))
    keys = [late.get(at) or next(early) for at in range(len(texts["texts"]))]
    found = [
        key
        for key, words, text in zip(keys, texts["wordings"], texts["texts"], strict=True)
        if "申诉受理窗口" in str([words, *text])
    ]
    assert found[0] == f"{KEY}/art-1"
    assert "tools/crosswalk#nation-wuling" in found
    assert any(one.endswith("wuling-window") for one in found)


def test_its_impact_is_known(project: Path) -> None:
    mentions = impact(load(project), "measures-2026/art-16").mentions()
    assert any(KEY in one.where for one in mentions)


def test_a_new_city_stands_in_the_tables_of_duties_deadlines_and_the_crosswalk(
    project: Path,
) -> None:
    assert 'id="place-wuling"' in page(project, "tools/obligations")
    assert 'id="duty-wuling-window"' in page(project, "tools/obligations")
    assert 'id="deadline-wuling-decision"' in page(project, "tools/deadlines")
    crosswalk = page(project, "tools/crosswalk")
    assert "雾岭的责任单位" in crosswalk
    assert "<dt>雾岭</dt><dd><b>没有补充</b>：没有写明。" in crosswalk


def test_a_new_city_is_named_beside_its_duty_and_its_deadline_and_the_national_place_never(
    project: Path,
) -> None:
    duties = page(project, "tools/obligations")
    line = "在审查决定书中载明申诉受理窗口。</a> <small>委员会，雾岭</small>"
    assert duties.count(line) == 2  # by stage, by topic
    assert "，各地</small>" not in duties
    assert 'id="place-nation"' in duties
    assert duties.count("在北京，学习和遵守科技伦理要求") == 1  # what a role does there, only there
    deadlines = page(project, "tools/deadlines")
    assert "（雾岭）</dd>" in deadlines
    assert "（各地）" not in deadlines
    assert "各地的规定：" in deadlines
    book = json.loads((project / "site/data/tools/deadlines.json").read_text(encoding="utf-8"))
    assert book["national"] == "各地"
    assert {limit["place"] for limit in book["deadlines"]} == {"各地", "雾岭", "北京"}


def test_a_row_has_its_address_whatever_the_order_of_places(project: Path) -> None:
    crosswalk = page(project, "tools/crosswalk")
    first, _, rest = crosswalk.partition('id="nation-beijing"')
    assert crosswalk.index('id="nation-wuling"') < len(first)  # the first of the places
    assert '<tr id="row-staff"' in rest  # the address that was given out
    assert '<tr id="row-wuling-staff"' in first
    assert '<tr id="row-wuling-wuling-window"' in first


def test_pages_that_list_places_or_local_documents_list_the_new_one(project: Path) -> None:
    crosswalk = page(project, "tools/crosswalk")
    assert "#nation-wuling" in crosswalk.partition('id="draft-final"')[0]
    assert "用语，雾岭、北京补充了多少" in crosswalk
    assert "各地和雾岭、北京" in page(project, "tools")
    for path, times in (("start/reader", 2), ("about", 1), ("guides/rules", 1)):
        assert page(project, path).count("《雾岭细则》") >= times, path  # the reader's table, too


def test_a_new_city_can_be_chosen_on_the_pages(project: Path) -> None:
    book = json.loads((project / "site/data/tools/deadlines.json").read_text(encoding="utf-8"))
    assert book["places"] == [
        {"key": "wuling", "label": "雾岭"},
        {"key": "beijing", "label": "北京"},
    ]
    tree = json.loads((project / "site/data/tools/navigator.json").read_text(encoding="utf-8"))
    asked = next(one for one in tree["questions"] if one["key"] == "unit")
    assert "单位在雾岭" in [one["label"] for one in asked["answers"]]


def test_the_command_counts_its_deadline_in_place_of_the_national_one(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    told = run("deadlines", "--trigger", "accepted", "--date", "2026-12-01", "--place", "雾岭")
    assert "作出审查决定（雾岭）：2026-12-16" in told.output
    assert "2026-12-31" not in told.output
    assert "申诉受理窗口" in run("obligations", "--place", "雾岭").output
    told = run("route", "stage=new", "work=build", "territory=home", "people=none", "effects=none",
               "traits=none", "rules=none", "reviewer=own-able", "unit=wuling", "urgent=no",
               "confirm=all")  # fmt: skip
    assert "雾岭：决定书载明申诉受理窗口" in told.output


def test_a_place_that_no_vocabulary_knows_is_named(project: Path, tmp_path: Path) -> None:
    copy = tmp_path
    for name in ("data", "content"):
        shutil.copytree(project / name, copy / name)
    file = copy / "data/rules/obligations.yml"
    file.write_text(file.read_text().replace("place: 雾岭", "place: 雾领"), encoding="utf-8")
    with pytest.raises(ProblemsFound, match="地方“雾领”不在词表 places 中；可写：雾岭、各地、北京"):
        checked(copy)
