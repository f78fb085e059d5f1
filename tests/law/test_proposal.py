"""A text that is brought in again gives the tree that people made of it, and loses nothing."""

from pathlib import Path

import pytest

from lawbook.law.document import Document
from lawbook.law.fidelity import squeeze
from lawbook.law.proposal import Proposal, proposal
from lawbook.library.library import Library

KEYS = ("measures-2025-draft", "beijing-2024", "interpretation-2026", "pilot-plan-2026")
Words = dict[str, tuple[str, str, str]]


def words(document: Document) -> Words:
    return {
        str(part.citation): (squeeze(part.label), squeeze(part.heading), squeeze(part.text))
        for part in document.walk()
    }


def right(made: Words, wanted: Words) -> float:
    return sum(made.get(key) == said for key, said in wanted.items()) / len(wanted)


@pytest.fixture
def raw(root: Path, library: Library) -> dict[str, str]:
    folder = root / "data/sources"
    return {key: (folder / f"{library.sources[key].file}").read_text("utf-8") for key in KEYS}


def like_draft(text: str, library: Library) -> Proposal:
    return proposal(text, "new", library.documents["measures-2025-draft"])


@pytest.mark.parametrize("key", KEYS)
def test_the_texts_we_hold_come_out_as_they_stand(
    key: str, raw: dict[str, str], library: Library
) -> None:
    made = proposal(raw[key], key, library.documents[key])
    wanted = words(library.documents[key])
    share = right(words(made.document), wanted)
    print(f"{key}: {share:.1%} of {len(wanted)} provisions")
    assert share >= 0.99
    assert len(words(made.document)) == len(wanted)
    assert made.faults == ()


CHANGES = {
    "beijing-2024": [("生物安全和生态环境", "生物安全、数据安全和生态环境"),
                     ("特此通知", "请贯彻执行"), ("坚持伦理先行与协同共治理念", "坚持伦理先行"),
                     ("市科协及相关", "市科协以及相关")],
    "interpretation-2026": [("不超过12个月", "不超过9个月"), ("凝聚行业共识", "凝聚共识"),
                            ("推动职业体系和课程体系建设", "推动职业体系建设")],
    "pilot-plan-2026": [("主要包括各项工作的时间安排", "包括各项工作的起止时间"),
                        ("阐述推进本地区", "说明推进本地区")],
}  # fmt: skip


@pytest.mark.parametrize("key", CHANGES)
def test_a_new_edition_keeps_its_borders_where_words_changed(
    key: str, raw: dict[str, str], library: Library
) -> None:
    text, wanted = raw[key], words(library.documents[key])
    for before, after in CHANGES[key]:
        text = text.replace(before, after)
        wanted = {
            name: (said[0], said[1], said[2].replace(before, after))
            for name, said in wanted.items()
        }
    changed = sum(one != wanted[name] for name, one in words(library.documents[key]).items())
    assert changed >= 1
    made = proposal(text, key, library.documents[key])
    assert right(words(made.document), wanted) >= 0.99
    assert made.faults == ()


def test_page_numbers_become_repairs_and_every_odd_line_is_named(
    raw: dict[str, str], library: Library
) -> None:
    text = raw["measures-2025-draft"].replace("\n\n透明、确保", "\n\n— 3 —\n\n透明、确保")
    text = text.replace("日起施行。\n", "日起施行。\n\n某某部\n2030年1月1日\n", 1)
    made = like_draft(text, library)
    assert made.faults == ()
    assert right(words(made.document), words_of(library)) >= 0.98  # the closing lines are new
    (repair,) = made.document.repairs
    assert (repair.before, repair.after) == (
        "制风险、保持公开—3—透明、确保可控可",
        "制风险、保持公开透明、确保可控可",
    )
    said = "\n".join(made.unknown)
    for line in ("—3—", "某某部", "2030年1月1日"):
        assert line in said


def words_of(library: Library) -> Words:
    found = words(library.documents["measures-2025-draft"])
    return {key.replace("measures-2025-draft", "new"): said for key, said in found.items()}


def test_a_reference_at_the_start_of_a_line_is_no_article(library: Library) -> None:
    made = like_draft("第一条 依照本办法\n第二条的规定办理。\n第二条 施行。\n", library)
    assert [str(one.citation) for one in made.document.walk()] == [
        "new/art-1", "new/art-1/par-1", "new/art-2", "new/art-2/par-1",
    ]  # fmt: skip
    assert made.document.provisions[0].joined() == "第一条依照本办法第二条的规定办理。"


def test_contents_before_the_text_are_no_chapters(library: Library) -> None:
    contents = "某办法\n目录\n第一章 总则\n第二章 附则\n"
    text = contents + "第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。\n"
    made = like_draft(text, library)
    assert [str(one.step) for one in made.document.provisions] == ["front", "ch-1", "ch-2"]
    assert made.faults == ()


def test_inserted_articles_and_subitems_are_read_and_gaps_named(library: Library) -> None:
    text = "第一条 有下列情形之一的：\n（一）甲，包括：\n1.子；\n2.丑。\n"
    text += "第一条之一 乙。\n第三条 丙。\n"
    made = like_draft(text, library)
    assert [str(one.citation) for one in made.document.walk()] == [
        "new/art-1", "new/art-1/par-1", "new/art-1/par-1/item-1", "new/art-1/par-1/item-1/sub-1",
        "new/art-1/par-1/item-1/sub-2", "new/art-1-1", "new/art-1-1/par-1", "new/art-3",
        "new/art-3/par-1",
    ]  # fmt: skip
    assert made.unknown == ("条号不连续，请核对：第三条丙。",)


def test_labels_alone_on_a_line_take_the_next_and_items_in_one_line_are_named(
    library: Library,
) -> None:
    text = "第一章\n总则\n第一条\n有下列情形的：\n（一）\n甲；\n（二）乙。\n"
    text += "第二条 包括：（一）丙；（二）丁。\n"
    made = like_draft(text.replace("\n", "\r\n"), library)
    assert [part.joined() for part in made.document.walk() if part.step.unit == "art"] == [
        "第一条有下列情形的：（一）甲；（二）乙。",
        "第二条包括：（一）丙；（二）丁。",
    ]
    assert [str(part.citation) for part in made.document.walk() if part.text] == [
        "new/art-1/par-1", "new/art-1/par-1/item-1", "new/art-1/par-1/item-2", "new/art-2/par-1",
    ]  # fmt: skip
    assert made.document.provisions[0].heading == "总则"
    assert made.faults == ()
    assert len(made.unknown) == 2
