import pytest

from lawbook.law.vocabulary import Vocabulary
from lawbook.library.library import Library


def test_a_term_is_found_by_its_key(mini: Library) -> None:
    assert mini.vocabularies["statuses"]["in_force"].label == "现行有效"
    assert "in_force" in mini.vocabularies["statuses"]
    assert "gone" not in mini.vocabularies["statuses"]


def test_an_unknown_term_is_an_error(mini: Library) -> None:
    with pytest.raises(KeyError):
        mini.vocabularies["statuses"]["gone"]


def test_the_national_place_is_a_place(library: Library) -> None:
    assert library.national == "全国"
    words = library.vocabularies["places"].model_dump() | {"national": "nations"}
    with pytest.raises(ValueError, match="没有词 nations；可写：nation、beijing"):
        Vocabulary.model_validate(words)


def test_official_and_expert_can_never_be_confused(library: Library) -> None:
    labels = [term.label for term in library.vocabularies["authorities"].terms]
    assert labels == [
        "官方原文",
        "征求意见稿",
        "官方解读",
        "地方文件",
        "专家观点",
        "公开来源转述",
        "本指南编写",
    ]


def test_readers_see_seven_marks_of_confidence(library: Library) -> None:
    marks = {term.key: term.label for term in library.vocabularies["confidences"].terms}
    assert marks == {
        "official": "原文载明",
        "reading": "官方解读载明",
        "two": "两源互证",
        "one": "待核实",
        "draft": "仅见于征求意见稿",
        "ours": "本指南的理解",
        "unknown": "未见原文",
    }
