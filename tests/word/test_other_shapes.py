"""Files in another shape or with other labels than ours: read whole, or told how to be saved."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from hand_edits import NS, Root, label, replace_text, reread, xpath
from wordfile import W, example, part

from lawbook import word
from lawbook.base.problem import ProblemsFound
from lawbook.forms.normal import normalised
from lawbook.library.library import Library
from lawbook.word.read.readback import read
from lawbook.word.remarks import Comment, commented

STRICT = {
    NS["w"]: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes": (
        "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes"
    ),
}


@pytest.mark.parametrize(
    ("key", "words"),
    [("contact_mobile", "手机号码"), ("contact_email", "电子邮箱"), ("contact_phone", "办公电话")],
)
def test_a_label_in_other_words_is_known(library: Library, key: str, words: str) -> None:
    answers = example(library, "pilot-plan-yunlan")[1]

    def edit(root: Root) -> None:
        place = label(root, key)
        replace_text(place, words)
        for mark in xpath(place, ".//w:bookmarkStart"):
            mark.getparent().remove(mark)
        cell = place.getparent().getnext()
        for control in xpath(cell, ".//w:sdt"):
            control.getparent().append(control.find(f"{W}sdtContent")[0])
            control.getparent().remove(control)

    back = reread(library, "pilot-plan-yunlan", edit)
    assert back.answers.values[key] == answers.values[key]
    assert back.faults == ()


def test_a_file_with_an_older_label_of_an_option_is_read(library: Library) -> None:
    _, answers = example(library, "review-application-suifang")

    def edit(root: Root) -> None:
        (text,) = (one for one in root.iter(f"{W}t") if (one.text or "").strip() == "未列入")
        text.text = " 未纳入"

    back = reread(library, "review-application-suifang", edit)
    assert back.answers.values["review_list"] == answers.values["review_list"]
    assert back.faults == ()


def repacked(data: bytes, change: Callable[[str, str], tuple[str, str]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(*change(name, old.read(name).decode()))
    return made.getvalue()


def as_strict(name: str, text: str) -> tuple[str, str]:
    for usual, strict in STRICT.items():
        text = text.replace(usual, strict)
    return name, text


def under_another_name(name: str, text: str) -> tuple[str, str]:
    text = text.replace("word/document.xml", "word/document2.xml")
    return name.replace("document.xml", "document2.xml"), text


def with_macros(name: str, text: str) -> tuple[str, str]:
    usual = "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return name, text.replace(usual, "vnd.ms-word.document.macroEnabled.main+xml")


@pytest.mark.parametrize("change", [as_strict, under_another_name, with_macros])
def test_a_file_in_another_shape_is_read_whole(
    library: Library, change: Callable[[str, str], tuple[str, str]]
) -> None:
    form, answers = example(library, "pilot-plan-yunlan")
    data = word.fill(form, answers)
    assert repacked(data, change) != data
    back = read(library.forms, repacked(data, change), "方案.docx")
    assert back.answers.values == normalised(form, answers).answers.values
    assert back.origin.form == form.key


def test_comments_in_a_strict_file_are_strict_too(library: Library) -> None:
    data = repacked(word.fill(*example(library, "pilot-plan-yunlan")), as_strict)
    back = read(library.forms, data, "方案.docx")
    made = commented(back, [Comment("city", ("请核对",))])
    usual, strict = NS["w"], STRICT[NS["w"]]
    for name in ("word/document.xml", "word/comments.xml"):
        assert strict in part(made, name)
        assert usual not in part(made, name)
    assert "purl.oclc.org/ooxml/officeDocument/relationships/comments" in part(
        made, "word/_rels/document.xml.rels"
    )
    assert read(library.forms, made, "方案.docx").answers == back.answers


def test_a_file_of_wps_is_told_how_to_be_saved(library: Library) -> None:
    ole = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(512)
    with pytest.raises(ProblemsFound) as found:
        read(library.forms, ole, "方案.wps")
    assert [one.message for one in found.value.problems] == [
        "内容是 WPS 文字（.wps）格式；请用 Word 或 WPS 另存为 .docx"
    ]


def test_a_comment_whose_number_is_none_is_passed_over(library: Library) -> None:
    data = word.fill(*example(library, "pilot-plan-yunlan"))
    said = [Comment("city", ("请核对",))]

    def odd(name: str, text: str) -> tuple[str, str]:
        comments = name == "word/comments.xml"
        return name, text.replace('w:id="0"', 'w:id="一"') if comments else text

    once = repacked(commented(read(library.forms, data, "方案.docx"), said), odd)
    twice = part(commented(read(library.forms, once, "方案.docx"), said), "word/comments.xml")
    assert 'w:id="一"' in twice
    assert 'w:id="0"' in twice
