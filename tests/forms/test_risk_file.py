"""The application follows the final text: what older files say is read, what is new is asked."""

from __future__ import annotations

from typing import Any

import chromium
from readbacks import NAME, act, differences, said
from scripts import as_maps, asked, in_browser
from wordfile import example, repacked

from lawbook import word
from lawbook.base.yamlfile import YamlFile
from lawbook.forms.answers import reading
from lawbook.library.library import Library
from lawbook.word.read.readback import read

KEY = "review-application"
EXAMPLE = "review-application-suifang"
NOW = "科技伦理风险评估情况、防控及应急处理预案"
BEFORE = "科技伦理风险评估情况及防控预案"
NEW = ("necessity", "earlier_reviews", "risks")


def _tree(library: Library, *without: str) -> dict[str, Any]:
    given = library.examples[EXAMPLE].tree
    assert isinstance(given, dict) and isinstance(given["answers"], dict)
    kept = {key: value for key, value in given["answers"].items() if key not in without}
    return {"form": KEY, "answers": kept}


def test_an_answer_file_from_before_is_read_and_only_advised_to_say_more(library: Library) -> None:
    form = library.forms[KEY]
    tree = _tree(library, *NEW)
    read_ = reading(form, YamlFile("甲.yml", tree))
    assert read_.faults == read_.findings == read_.notes == ()
    for label in ("必要性", "既往科技伦理审查情况", "风险清单"):
        assert any(label in one.message for one in read_.advice), label
    [theirs] = asked(library, [{"act": "reading", "key": KEY, "tree": as_maps(tree)}])
    assert [one["message"] for one in theirs["advice"]] == [one.message for one in read_.advice]
    assert theirs["answers"]["values"] == in_browser(read_.answers)["values"]


def test_credentials_of_institutions_are_required(library: Library) -> None:
    tree = _tree(library, "institutions")
    (finding,) = reading(library.forms[KEY], YamlFile("甲.yml", tree)).findings
    assert "相关机构资质" in str(finding)
    [theirs] = asked(library, [{"act": "reading", "key": KEY, "tree": as_maps(tree)}])
    assert [one["message"] for one in theirs["findings"]] == [finding.message]


def test_a_word_file_with_the_former_title_is_read_without_a_word_left_over(
    library: Library,
) -> None:
    filled = word.fill(*example(library, EXAMPLE))

    def retitled(xml: str) -> str:
        assert NOW in xml
        return xml.replace(NOW, BEFORE)

    data = repacked(filled, retitled)
    back = read(library.forms, data, NAME)
    assert back.faults == ()
    assert not [note for note in back.notes if "防控预案" in str(note)]
    assert in_browser(back.answers)["values"] == in_browser(example(library, EXAMPLE)[1])["values"]
    (answer,) = chromium.asked(library, [act(library, data)])
    assert differences(said(library, data), answer) == []
