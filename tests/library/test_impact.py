"""What rests on a provision: found directly, through facts, and through rules."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from lawbook.law.citation import Citation
from lawbook.library.holdings import UnknownCitation
from lawbook.library.impact import KINDS, Impact, impact
from lawbook.library.library import Library
from lawbook.library.loading import load


def found(library: Library, target: str) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for one in impact(library, target).mentions():
        groups.setdefault(one.kind, []).append(one.name)
    return groups


def test_a_paragraph_of_the_draft_carries_facts_rules_and_pages(library: Library) -> None:
    groups = found(library, "measures-2025-draft/art-16/par-2")
    facts = [name.partition(" ")[0] for name in groups["事实"]]
    assert "measures-2026#art-16-appeal-days" in facts
    assert "measures-2026#art-16-change" in facts  # rests on the whole article
    assert "measures-2026#art-16-days" not in facts  # rests on the first paragraph
    assert "deadlines/appeal" in groups["规则"]
    assert "obligations/redecide-in-7-days" in groups["规则"]
    assert "deadlines/tracking" not in groups["规则"]
    assert "documents/measures-2025-draft/art-16/" in mentions_of(library, "生成网页", groups)
    assert any("art-16-appeal-days" in name for name in groups["手写网页"])


def mentions_of(library: Library, kind: str, groups: dict[str, list[str]]) -> list[str]:
    assert groups[kind]
    mentions = impact(library, "measures-2025-draft/art-16/par-2").mentions()
    return [one.where for one in mentions if one.kind == kind]


def test_what_stands_between_is_said(library: Library) -> None:
    ways = {
        one.name: one.via
        for one in impact(library, "measures-2025-draft/art-27").mentions()
        if one.kind == "规则"
    }
    assert ways["deadlines/emergency-before-re-review"] == "measures-2026#art-27-36-hours"
    assert ways["decision/questions/urgent/yes"] == ""
    assert ways["decision/consequences/hours-36"] == "measures-2026#art-27-36-hours"
    assert ways["crosswalk/rows/art-27"] == ""


def test_a_reading_and_beijing_are_found_from_the_article_they_speak_of(library: Library) -> None:
    names = found(library, "measures-2026/art-22")["条款"]
    assert "《办法》官方解读第四问第二段" in names
    assert "《北京实施意见》第四部分第（三）项" in names


def test_text_that_names_an_article_is_found(library: Library) -> None:
    names = found(library, "general-measures-2023/art-27")["条款"]
    assert names == ["《办法（征求意见稿）》第二十三条第一款"]


def test_words_that_were_made_from_the_draft_name_articles_too(library: Library) -> None:
    assert "《办法》第九条第一款" in found(library, "general-measures-2023/art-4")["条款"]
    assert "《办法》第十二条第一款" in found(library, "measures-2026/art-2")["条款"]


def test_fields_are_found_with_their_form_and_its_page(library: Library) -> None:
    groups = found(library, "measures-2025-draft/art-12/par-1/item-3")
    assert "人工智能科技伦理审查申请书「承诺书」" in groups["表单栏目"]
    assert "人工智能科技伦理审查申请书「跟踪与报告安排」" not in groups["表单栏目"]
    mentions = impact(library, "measures-2025-draft/art-12/par-1/item-3").mentions()
    assert "forms/review-application/" in [one.where for one in mentions]


def test_beijings_responsible_units_bear_on_obligations(library: Library) -> None:
    rules = found(library, "beijing-2024/part-2/item-2/duty-1")["规则"]
    assert "obligations/beijing-register-committee" in rules
    assert "obligations/beijing-staff" not in rules


def test_a_fact_can_be_asked_for(library: Library) -> None:
    groups = found(library, "measures-2026#art-26-limit")
    assert "decision/consequences/exempt-maybe" in groups["规则"]
    assert set(groups["事实"]) == {
        "measures-2026#art-26-limit 与其他监管措施的衔接只免去专家复核，不免去单位自己的伦理审查。"
    }


def test_a_whole_document_carries_everything_that_names_it(library: Library) -> None:
    groups = found(library, "interpretation-2026")
    counts = Counter({kind: len(names) for kind, names in groups.items()})
    assert counts["规则"] > 100
    assert {"事实", "表单栏目", "规则", "检索词", "手写网页", "生成网页", "测试"} == set(groups)


def test_groups_come_in_one_order_and_nothing_twice(library: Library) -> None:
    mentions = impact(library, "measures-2025-draft").mentions()
    kinds = [one.kind for one in mentions]
    assert kinds == sorted(kinds, key=KINDS.index)
    assert len({(one.kind, one.where, one.name) for one in mentions}) == len(mentions)


def test_near_is_at_below_or_above_but_not_beside(library: Library) -> None:
    one = Impact(library, Citation.parse("measures-2025-draft/art-16/par-2"))
    near = {
        name: one.near(Citation.parse(f"measures-2025-draft{name}"))
        for name in ("", "/art-16", "/art-16/par-1", "/art-16/par-2", "/art-17")
    }
    assert near == {
        "": False, "/art-16": True, "/art-16/par-1": False, "/art-16/par-2": True, "/art-17": False,
    }  # fmt: skip


def test_an_unknown_target_names_the_nearest(library: Library) -> None:
    with pytest.raises(UnknownCitation, match="没有 measures-2026/art-38；现有："):
        impact(library, "measures-2026/art-38")
    with pytest.raises(UnknownCitation, match="没有文件 measures-2027"):
        impact(library, "measures-2027")
    with pytest.raises(UnknownCitation, match="没有事实 measures-2026#nothing"):
        impact(library, "measures-2026#nothing")


def test_search_terms_in_a_folder_of_their_own_are_found(root: Path, project: Path) -> None:
    folder = project / "data" / "synonyms"
    folder.mkdir()
    (folder / "words.yml").write_text("- {say: 甲, find: rule-2020/art-2/par-1}\n", "utf-8")
    small = load(project)
    mentions = impact(small, "rule-2020/art-2").mentions()
    assert ("检索词", "data/synonyms/words.yml:1") in [(one.kind, one.where) for one in mentions]


def test_pages_of_a_provision_get_the_rules_that_rest_on_it(library: Library) -> None:
    ids = [one.id for one, _ in impact(library, "measures-2026/art-17").rules()]
    assert {"deadlines/tracking", "obligations/track-12-months", "crosswalk/rows/art-17"} <= set(
        ids
    )


def test_the_tools_and_the_articles_that_show_a_rule_are_named(library: Library) -> None:
    mentions = impact(library, "measures-2026/art-16").mentions()
    pages = {one.where for one in mentions if one.kind == "生成网页"}
    assert {"tools/deadlines/", "tools/navigator/", "tools/outcomes/"} <= pages
    assert {"tools/obligations/", "guides/procedure/", "tools/crosswalk/"} <= pages
    # The 30 days of the 2023 Measures stand beside those of Article 16 in one deadline's basis.
    shown = [one.record.basis for one, _ in impact(library, "measures-2026/art-16").rules()]
    grounds = {str(ground) for basis in shown for ground in basis if "#" not in str(ground)}
    for citation in grounds:
        assert f"documents/{library.page_of(citation)}/" in pages, citation


def test_a_new_document_by_yaml_alone_has_its_impact(project: Path) -> None:
    text = (project / "data/documents/rule-2020.yml").read_text("utf-8")
    for folder, suffix in (("documents", "yml"), ("sources", "yml"), ("sources", "txt")):
        old = project / "data" / folder / f"rule-2020.{suffix}"
        shutil.copy(old, project / "data" / folder / f"rule-2030.{suffix}")
    (project / "data/documents/rule-2030.yml").write_text(text.replace("2020", "2030"), "utf-8")
    source = project / "data/sources/rule-2030.yml"
    source.write_text(source.read_text("utf-8").replace("2020", "2030"), "utf-8")
    mentions = impact(load(project), "rule-2030/art-2").mentions()
    assert ("生成网页", "documents/rule-2030/art-2/") in [(one.kind, one.where) for one in mentions]
