"""What goes into the index: every provision, fact, section, field and duty once."""

from pathlib import Path

import pytest

from lawbook import search
from lawbook.base.problem import ProblemsFound
from lawbook.library.library import Library
from lawbook.library.page import Page
from lawbook.search import sections, words
from lawbook.search.index import entries, groups

PAGE = Page(
    "guides/one.md",
    '---\ntitle: "一"\n---\n# 一 {#one}\n\n开头。\n\n## 二 {#two}\n\n'
    "- **30日**内\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n",
)


def test_sections_carry_their_anchor_and_plain_text() -> None:
    assert [(one.anchor, one.text) for one in sections.sections(PAGE)] == [
        ("one", "开头。"),
        ("two", "30日内\n甲 乙\n丙 丁"),
    ]


def test_every_provision_with_text_and_every_fact_can_be_reached(library: Library) -> None:
    found = tuple(entries(library, (), words.read(library.root.parent)))
    reached = {(one.url, part.anchor) for one in found for part in one.parts}
    for document in library.documents.values():
        for part in document.walk():
            page, _, anchor = library.url(part.citation).partition("#")
            assert not part.text or (page, anchor) in reached, part.citation
    anchors = {anchor for _, anchor in reached}
    for book in library.books.values():
        assert {fact.anchor for fact in book.facts} <= anchors


def test_fields_and_duties_are_entries(library: Library) -> None:
    keys = {one.key for one in entries(library, (), words.read(library.root.parent))}
    fields = sum(1 for form in library.forms.values() for _ in form.fields)
    assert sum(key.startswith("forms/") and "#" in key for key in keys) == fields
    rules = library.rules
    duties = (
        *rules.obligations.obligations,
        *rules.deadlines.deadlines,
        *rules.procedures.procedures,
    )
    assert sum(key.startswith("rules/") for key in keys) == len(duties) > 150


def test_a_duty_leads_to_the_list_of_duties_and_names_its_grounds(library: Library) -> None:
    found = {one.key: one for one in entries(library, (), words.read(library.root.parent))}
    duty = found["rules/obligations#appeal-in-3-days"]
    assert (duty.group, duty.url) == ("tools/obligations", "tools/obligations/")
    assert duty.parts[0].anchor == "duty-appeal-in-3-days"
    assert duty.citation == "《办法（征求意见稿）》第十六条第二款"
    steps = found["rules/procedures#appeal"]
    assert [part.anchor for part in steps.parts][:2] == ["procedure-appeal", "step-appeal-object"]


def test_every_entry_says_whose_words_it_holds_and_where_it_stands(library: Library) -> None:
    vocabulary = words.read(library.root.parent)
    homes = {one.key: one for one in groups(library, (PAGE,))}
    labels = {term.label for term in library.vocabularies["authorities"].terms}
    for one in entries(library, (PAGE,), vocabulary):
        assert one.citation, one.key
        assert one.kind in ("text", "guide", "form", "duty")
        assert homes[one.group].authority in labels, one.key
    for key in library.sources:
        assert key not in homes or homes[key].status, key
    assert homes["measures-2025-draft"].authority == "征求意见稿"
    assert homes["general-measures-2023"].status == "现行有效"


def test_the_draft_takes_the_wordings_of_the_text_in_force(library: Library) -> None:
    found = {one.key: one for one in entries(library, (), _only(words.read(library.root)))}
    said = found["measures-2026/art-17"].wordings
    assert said
    assert set(said) <= set(found["measures-2025-draft/art-17"].wordings)


def _only(read: words.Words) -> words.Words:
    """The wordings of documents: there are no pages here."""
    kept = {k: v for k, v in read.wordings.wordings.items() if k.startswith("measures-")}
    return words.Words(
        read.synonyms, words.WordingFile(key="wordings", wordings=kept), read.characters, read.file
    )


def _vocabulary(project: Path, name: str, text: str) -> None:
    (project / "data/vocabulary" / f"{name}.yml").write_text(text, encoding="utf-8")


def test_a_wording_of_nothing_is_refused_with_its_line(project: Path) -> None:
    from lawbook.library.loading import load

    _vocabulary(project, "wordings", "key: wordings\nwordings:\n  rule-2020/art-99: [什么]\n")
    with pytest.raises(ProblemsFound, match=r"wordings.yml:3: 没有 rule-2020/art-99"):
        search.check(load(project), ())


def test_a_synonym_needs_a_reason(project: Path) -> None:
    _vocabulary(project, "synonyms", "key: synonyms\ngroups:\n  - words: [叫停, 终止]\n")
    with pytest.raises(ProblemsFound, match=r"synonyms.yml:3: 缺少 why"):
        words.read(project)


def test_a_project_without_these_files_has_an_index_all_the_same(mini: Library) -> None:
    made = search.files(mini, (PAGE,))
    assert made["search/index.js"].startswith('lawbookData("search/index",{')
    assert made["search/texts.js"].startswith('lawbookData("search/texts",{"texts":[')
    assert '"docs": []' in made["search/search_index.js"]
