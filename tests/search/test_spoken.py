"""Words that no text uses lead to the entries that say what they mean."""

from dataclasses import replace
from pathlib import Path

import pytest

from lawbook import search
from lawbook.base.problem import ProblemsFound
from lawbook.library.library import Library
from lawbook.library.loading import load
from lawbook.search import index as whole
from lawbook.search import spoken, words
from lawbook.search.entry import Entry, Group, Part
from lawbook.search.postings import Postings, postings, read
from lawbook.search.words import Spoken, WordingFile

GROUP = Group("k", "甲", "k/")
TEXTS = ("系统失控", "突发状况", "正文抽风", "无关", "失控之后的状况")


def found(*groups: Spoken) -> Postings:
    entries = [Entry(text, "text", "k", "", "k/", (Part("", text),)) for text in TEXTS]
    own = postings(entries, (GROUP,), str, (), homes=False)
    return spoken.widened(own, groups, str, len(entries))


def numbers(posted: Postings, term: str) -> list[int]:
    return [read(one)[0] for one in posted.get(term, ())]


def test_a_spoken_word_has_its_own_entries_and_those_of_what_it_means() -> None:
    made = found(Spoken(say=("抽风",), mean=("失控",), why="-"))
    assert numbers(made, "抽风") == [0, 2, 4]
    assert numbers(made, "失控") == [0, 4]
    shares = dict(read(one) for one in made["抽风"])
    assert shares[0] < dict(read(one) for one in made["失控"])[0]


def test_all_pairs_of_what_is_meant_must_stand_in_an_entry() -> None:
    made = found(Spoken(say=("状态",), mean=("突发状况", "无此话"), why="-"))
    assert numbers(made, "状态") == [1]


def test_a_longer_word_is_kept_under_its_rarest_pair() -> None:
    made = found(Spoken(say=("系统宕机",), mean=("失控",), why="-"))
    assert numbers(made, "系统") == [0]
    assert numbers(made, "统宕") == [0, 4]
    assert "宕机" not in made


def test_what_means_nothing_adds_no_term() -> None:
    made = found(Spoken(say=("空话",), mean=("无此话",), why="-"))
    assert "空话" not in made


def test_a_spoken_word_takes_no_room_in_the_first_file(library: Library) -> None:
    vocabulary = words.read(library.root)
    unworded = replace(vocabulary, wordings=WordingFile(key="wordings", wordings={}))
    entries = tuple(whole.entries(library, (), unworded))
    made = whole.index(entries, whole.groups(library, ()), vocabulary)
    assert "抽风" not in made["search/index.js"]
    assert any('"抽风":' in text for path, text in made.items() if path.startswith("search/t/"))


def test_a_word_that_means_what_nobody_says_is_refused_with_its_line(project: Path) -> None:
    text = (
        "key: synonyms\nspoken:\n"
        "  - {say: [叫停], mean: [本规则], why: 有}\n  - {say: [喊停], mean: [无此话], why: 无}\n"
    )
    (project / "data/vocabulary/synonyms.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ProblemsFound, match=r"synonyms.yml:4: 没有一处写着“无此话”") as caught:
        search.check(load(project), ())
    assert "本规则" not in str(caught.value)
