"""Files that lost what marks their fields: all is read, or named by the label people see."""

import hand_edits as hand
import pytest
from hand_edits import WAYS, Reader, Root, cell, inside, remove
from wordfile import FORMS, W, edited

from lawbook.library.library import Library
from lawbook.word.read.readback import read


def test_text_outside_the_fields_is_named(after: Reader) -> None:
    def edit(root: Root) -> None:
        root.find(f"{W}body")[-2].addprevious(hand.paragraph("另附说明一份，共三页"))

    notes = [str(note) for note in after(edit).notes]
    assert notes == ["栏目之外: 这段文字不属于任何栏目，没有读入：“另附说明一份，共三页”"]


def test_a_row_of_the_table_that_is_gone_is_named(after: Reader) -> None:
    def edit(root: Root) -> None:
        row = cell(root, "organiser").getparent()
        row.getparent().remove(row)

    assert after(edit).faults == (
        ("organiser", "在文件中没有找到这一栏；请从空白表中把这一栏复制回来再填"),
    )


def test_a_fixed_line_that_was_changed_is_known(after: Reader) -> None:
    def edit(root: Root) -> None:
        hand.replace_text(inside(root, "focus_base"), "人工智能应用领域")

    assert after(edit).altered == ("focus_base",)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ["pilot-plan-yunlan", "review-application-suifang"])
def test_every_field_comes_back_without(
    way: str, name: str, library: Library, files: dict[str, bytes]
) -> None:
    whole = read(library.forms, files[name], name)
    back = read(library.forms, edited(files[name], WAYS[way]), name)
    assert back.answers == whole.answers
    assert back.faults == ()
    assert back.altered == ()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("key", FORMS)
def test_a_blank_form_stays_empty_without(
    way: str, key: str, library: Library, files: dict[str, bytes]
) -> None:
    back = read(library.forms, edited(files[f"{key}-blank"], WAYS[way]), key)
    assert dict(back.answers.values) == {}
    assert back.faults == ()
    assert back.notes == ()


def _renamed(root: Root) -> None:
    """No control, no bookmark, and the labels of the contact as other offices print them."""
    hand.strip_controls(root)
    hand.strip_bookmarks(root)
    for old, new in (("联系电话", "手机号码"), ("邮箱", "电子邮箱"), ("联系人", "联系人姓名")):
        (label,) = [one for one in hand.xpath(root, "//w:t") if (one.text or "").strip() == old]
        label.text = new


def test_contact_fields_are_known_by_other_names_too(
    library: Library, files: dict[str, bytes]
) -> None:
    name = "review-application-suifang"
    whole = read(library.forms, files[name], name)
    back = read(library.forms, edited(files[name], _renamed), name)
    assert back.answers == whole.answers
    assert back.faults == ()


def test_the_fixed_line_may_stand_behind_its_word(after: Reader) -> None:
    def edit(root: Root) -> None:
        hand.strip_controls(root)
        hand.strip_bookmarks(root)
        for line in hand.xpath(root, "//w:p[starts-with(normalize-space(.), '必选：')]"):
            following = line.getnext()
            hand.replace_text(line, f"必选： {''.join(following.itertext())}")
            remove(following)

    back = after(edit)
    assert back.altered == ()
    assert (back.faults, back.notes) == ((), ())
