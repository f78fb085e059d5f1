"""The words in force as far as they are known: made from the draft and the changes, exactly."""

import re
from pathlib import Path

import pytest

from lawbook.base import yamlfile
from lawbook.base.problem import ProblemsFound
from lawbook.law.amendment import Amended, amended, worded
from lawbook.law.document import Document, document
from lawbook.law.fact import FactBook, fact_book
from lawbook.law.redline import new, old
from lawbook.law.source import sha256
from lawbook.library.library import Library

OWN = "measures-2026"
WHOLE = {*range(1, 13), *range(34, 38)}

DRAFT = """
key: draft
style: {art: "第{han}条", par: "第{han}款", item: "第{han}项"}
aliases: {本办法: draft}
provisions:
  - step: art-1
    label: 第一条
    heading: 【期限】
    provisions:
      - step: par-1
        text: 应在30日内答复，应在30日内公布。依照本办法第二条办理。
        provisions:
          - {step: item-1, label: （一）, text: 甲类；}
  - step: art-2
    label: 第二条
    provisions:
      - {step: par-1, text: 前面不知道，后面知道。}
"""
BOOK = """
key: final
checked: 2026-01-01
style: {art: "第{han}条"}
provisions:
  - {step: art-1, topic: 期限}
  - {step: art-2, topic: 其他}
facts: []
"""
HEAD = "key: final\nmade_from: draft\nsource: copy\nwording:\n"


def read(text: str) -> tuple[Amended, Document, FactBook]:
    files = (yamlfile.decoded(one.encode(), name) for one, name in
             ((HEAD + text, "final.yml"), (DRAFT, "draft.yml"), (BOOK, "facts.yml")))  # fmt: skip
    made, draft, book = files
    return amended(made), document(draft), fact_book(book)


def made(text: str) -> FactBook:
    return worded(*read(text))


def faults(text: str) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        made(text)
    return [str(one) for one in found.value.problems]


def test_the_text_is_the_draft_without_what_went_with_what_came() -> None:
    book = made(
        "  - provision: art-1\n    changes:\n"
        "      - {after: '', insert: 委员会}\n"
        "      - {after: 答复，应在, delete: '30日', insert: 20个工作日}\n"
        "      - {at: par-1/item-1, delete: 甲, insert: 乙}\n"
    )
    article = book.provisions[0]
    assert article.joined() == (
        "第一条委员会应在30日内答复，应在20个工作日内公布。依照本办法第二条办理。（一）乙类；"
    )
    assert (article.topic, article.heading) == ("期限", "")
    assert book.aliases == {"本办法": "final"}
    assert book.provisions[1].joined() == ""


def test_a_part_that_was_seen_says_on_which_side_it_breaks_off() -> None:
    book = made("  - {provision: art-2/par-1, seen_from: 后面}\n")
    (part,) = book.provisions[1].provisions
    assert (part.text, part.cut) == ("后面知道。", "start")
    runs = book.redlines[part.citation]
    assert [(run.kind, run.text) for run in runs] == [
        ("unseen", "前面不知道，"),
        ("same", "后面知道。"),
    ]
    book = made("  - {provision: art-2, seen_up_to: 前面}\n")
    assert [(part.text, part.cut) for part in book.provisions[1].walk()] == [
        ("", ""),
        ("前面", "end"),
    ]


def test_what_looks_odd_in_a_part_is_said_of_its_article() -> None:
    book = made("  - {provision: art-2/par-1, seen_from: 后面, check: 请看开头。}\n")
    assert {str(one): words for one, words in book.to_check.items()} == {
        "final/art-2": "请看开头。"
    }


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("{after: 应在, delete: '30'}", "出现 2 次"),
        ("{after: 应于, delete: '30'}", "出现 0 次"),
        ("{after: 答复，应在}", "没有写 delete，也没有写 insert"),
        ("{at: par-2, delete: 甲}", "draft 中没有 art-1/par-2"),
    ],
)
def test_a_change_that_fits_nowhere_or_twice_is_named_with_its_line(change: str, said: str) -> None:
    (fault,) = faults(f"  - provision: art-1\n    changes:\n      - {change}\n")
    assert fault.startswith("final.yml:7: ")
    assert said in fault


def test_changes_stand_in_the_order_of_the_text() -> None:
    one, other = (
        "      - {after: 日内公, delete: 布, insert: 开}\n",
        "      - {delete: 应, insert: 须}\n",
    )
    head = "  - provision: art-1\n    changes:\n"
    assert made(head + other + one).provisions[0].provisions[0].text.startswith("须在30日内答复")
    (fault,) = faults(head + one + other)
    assert "final.yml:8" in fault


def test_a_provision_stands_once_and_exists() -> None:
    assert "art-9" in faults("  - provision: art-9\n")[0]
    assert "已经写过" in faults("  - provision: art-1\n  - provision: art-1\n")[0]
    assert "出现 0 次" in faults("  - {provision: art-2, seen_from: 没有的话}\n")[0]


def test_the_measures_are_the_draft_minus_deletions_plus_insertions(
    library: Library, root: Path
) -> None:
    """Counted from the file itself, by another way than the one that makes the text."""
    record = yamlfile.read(root / f"data/documents/{OWN}.yml").tree
    book, draft = library.books[OWN], library.documents[record["made_from"]]
    parts = {str(part.citation): part for part in draft.walk()}
    changes = 0
    for entry in record["wording"]:
        listed = entry.get("changes", [])
        changes += len(listed)
        texts: dict[str, str] = {}
        for change in reversed(listed):  # from the end, so that earlier places stay where they are
            at = f"{entry['provision']}/{change.get('at', 'par-1')}"
            text = texts.get(at, parts[f"{draft.key}/{at}"].text)
            words = change.get("after", "") + change.get("delete", "")
            where = text.rindex(words) if change.get("after") else 0
            kept = text[: where + len(change.get("after", ""))]
            texts[at] = kept + change.get("insert", "") + text[where + len(words) :]
        for at, text in texts.items():
            assert library.find(f"{OWN}/{at}").text == text, at
    assert changes == 43
    for citation, runs in book.redlines.items():
        steps = "/".join(map(str, citation.steps))
        assert old(runs) == parts[f"{draft.key}/{steps}"].text
        assert new(runs) == library.find(citation).text


def test_sixteen_articles_and_the_annex_are_whole_and_two_in_part(library: Library) -> None:
    for number in range(1, 38):
        article = library.find(f"{OWN}/art-{number}")
        known = "".join(part.text for part in article.walk())
        cut = {part.cut for part in article.walk()} - {""}
        assert (bool(known), bool(cut)) == (number in WHOLE | {13, 33}, number in {13, 33})
        if number in WHOLE:
            older = library.find(f"measures-2025-draft/art-{number}")
            assert len(list(article.walk())) == len(list(older.walk()))
    annex = library.find(f"{OWN}/annex")
    assert [part.label for part in annex.provisions] == ["一、", "二、", "三、", ""]
    assert not re.search("【|】", "".join(part.joined() for part in library.books[OWN].provisions))


def test_the_words_are_those_that_were_read(library: Library) -> None:
    """What a change of the table would alter: sentences as they stand, and a hash of all."""
    assert library.find(f"{OWN}/art-37/par-1").text == "本办法自印发之日起施行。"
    assert "保持公开透明、保护隐私安全、确保可控可信的人工" in library.find(f"{OWN}/art-3").joined()
    assert (
        "提供人工智能科技活动伦理审查、复核、培训、咨询等服务。服务中心不得对同一人工智能科技活动"
        "同时提供审查和复核服务。服务中心应建立" in library.find(f"{OWN}/art-11").joined()
    )
    assert (
        "责任主体，应按照《伦理办法》第四条有关要求，设立人工智能科技伦理委员会"
        in library.find(f"{OWN}/art-9").joined()
    )
    words = "\n".join(part.label + part.text for part in library.books[OWN].walk() if part.text)
    assert (
        sha256(words.encode()) == "71a4e0699def83cebafd514b5b7a5006a65c0490bd6da72dbbb2e4240027df47"
    )


def test_references_in_the_words_lead_to_the_text_in_force(library: Library) -> None:
    found = library.references_in(library.find(f"{OWN}/art-12/par-1"))
    assert [str(one) for ref in found for one in ref.citations] == [f"{OWN}/art-2"]
    found = library.references_in(library.find(f"{OWN}/art-9/par-1"))
    assert [str(one) for ref in found for one in ref.citations] == ["general-measures-2023/art-4"]
