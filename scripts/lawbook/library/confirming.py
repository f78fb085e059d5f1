"""Compare facts with the provisions they are about: what a person should look at before signing."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from lawbook.base.numerals import from_han
from lawbook.base.problem import Problem, ProblemsFound
from lawbook.base.yamlfile import YamlFile
from lawbook.law.document import Provision
from lawbook.law.fact import Fact
from lawbook.library.library import Library

Verdict = Literal["found", "contradicts", "not_found"]
WORDS = {"found": "原文中有", "contradicts": "与原文不符", "not_found": "原文中没有找到"}
_N = "[〇零一二两三四五六七八九十百千0-9]+"
_AMOUNT = re.compile(rf"({_N})(个工作日|工作日|日|天|小时|个月|年|名|人|次)")
_FRACTION = re.compile(rf"({_N})分之({_N})")
_SAME_UNIT = {"个工作日": "工作日", "天": "日", "名": "人"}
PERSONS = (
    "委员会", "服务中心", "负责人", "申请人", "主任委员", "副主任委员", "顾问专家", "专家组",
    "主管部门", "牵头单位", "地方", "中央企业", "社会团体", "科技部", "工业和信息化部",
)  # fmt: skip
# A fact is in our own words: half of its character pairs in the text are enough.
COVERED = 0.5


@dataclass(frozen=True)
class Held:
    """A fact beside its provision, with the verdict and the reason for it."""

    fact: Fact
    provision: Provision
    verdict: Verdict
    why: str


def held(library: Library, key: str) -> tuple[Held, ...]:
    """Return the facts of a book whose provisions have words. Raises ProblemsFound if none do."""
    book = library.books.get(key)
    if book is None:
        known = "、".join(library.books)
        raise ProblemsFound([Problem("", f"没有事实 {key}；现有：{known}")])
    facts = tuple(_held(library, book.facts))
    if not facts:
        raise ProblemsFound([Problem("", f"{key} 没有可以对照的文字；请先收录原文")])
    return facts


def _held(library: Library, facts: Iterable[Fact]) -> Iterator[Held]:
    for fact in facts:
        if not fact.provision.steps or fact.kind != "content":
            continue
        if not library.exists(fact.provision):
            continue
        provision = library.find(fact.provision)
        words = provision.joined()
        if any(part.text for part in provision.walk()):
            verdict, why = judged(fact.fact, words)
            cut = any(part.cut for part in provision.walk())
            if cut and verdict != "found":
                verdict, why = "not_found", f"{why}；这一条只见到一部分文字"
            if "征求意见稿" in fact.fact:
                why = f"{why}；写的是征求意见稿，照原文改写后再签名"
            yield Held(fact, provision, verdict, why)


def judged(fact: str, words: str) -> tuple[Verdict, str]:
    """Return the verdict on a sentence, by its numbers and fractions, its persons, then its words.

    >>> judged("委员会应在20日内作出决定。", "委员会应在申请受理后的30日内作出决定")
    ('contradicts', '20日：原文写的是30日')
    """
    stated, own = _amounts(words), _amounts(fact)
    for unit, numbers in own.items():
        if missing := sorted(numbers - stated.get(unit, set())):
            said = "、".join(f"{number}{unit}" for number in missing)
            others = "、".join(f"{number}{unit}" for number in sorted(stated.get(unit, set())))
            if others:
                return "contradicts", f"{said}：原文写的是{others}"
            return "not_found", f"{said}：原文中没有"
    persons = [person for person in PERSONS if person in fact and person not in words]
    if persons:
        return "not_found", f"{'、'.join(persons)}：原文中没有"
    pairs = _pairs(fact)
    share = len(pairs & _pairs(words)) / len(pairs) if pairs else 0.0
    if share >= COVERED:
        return "found", f"用字有{share:.0%}见于原文"
    return "not_found", f"用字只有{share:.0%}见于原文"


def _amounts(text: str) -> dict[str, set[str]]:
    """Return the numbers of a text by unit; fractions have a unit of their own."""
    amounts: dict[str, set[str]] = {}
    for match in _FRACTION.finditer(text):
        whole, part = from_han(match[1]), from_han(match[2])
        amounts.setdefault("（几分之几）", set()).add(f"{part}/{whole}")
    for match in _AMOUNT.finditer(_FRACTION.sub("", text)):
        unit = _SAME_UNIT.get(match[2], match[2])
        amounts.setdefault(unit, set()).add(str(from_han(match[1])))
    return amounts


def _pairs(text: str) -> set[str]:
    signs = re.sub(r"[^\w]", "", text)
    return {signs[at : at + 2] for at in range(len(signs) - 1)}


def signed(file: YamlFile, text: str, ids: Collection[str], name: str, day: datetime.date) -> str:
    """Return the file of facts with those named signed: official, based on their own provision.

    Only the lines of those facts change. Raises ProblemsFound if a line has an unusual form.
    """
    lines = text.split("\n")
    problems: list[Problem] = []
    # From the end, so that earlier line numbers stay valid.
    for number in range(len(file.tree["facts"]) - 1, -1, -1):
        record = file.tree["facts"][number]
        if f"{file.tree['key']}#{record['key']}" in ids:
            problems += _sign(file, lines, number, (name, day))
    if problems:
        raise ProblemsFound(problems)
    return "\n".join(lines)


def _sign(
    file: YamlFile, lines: list[str], number: int, by: tuple[str, datetime.date]
) -> Iterator[Problem]:
    record, (name, day) = file.tree["facts"][number], by
    at = file.lines[("facts", number, "confidence")] - 1
    match = re.fullmatch(r"(\s+)confidence: \w+(\s*#.*)?", lines[at])
    if match is None:
        yield file.problem(("facts", number, "confidence"), "请写成单独一行 confidence: …")
        return
    if "征求意见稿" in record["fact"]:
        yield file.problem(
            ("facts", number, "fact"), f"{record['key']} 写的是征求意见稿；请照原文改写，再签名"
        )
        return
    indent, own = match[1], record["provision"]
    basis = list(dict.fromkeys((own, *record.get("basis", ()))))
    new = {"basis": f"[{', '.join(basis)}]", "seen": "true", "signed": name, "checked": str(day)}
    line_of = {key: file.lines.get(("facts", number, key)) for key in new}
    block = line_of["basis"] and not re.fullmatch(r"\s+basis: \[.*\]", lines[line_of["basis"] - 1])
    if block:
        yield file.problem(("facts", number, "basis"), "请写成一行 basis: […]")
        return
    for key, line in line_of.items():
        if line is not None:
            lines[line - 1] = f"{indent}{key}: {new[key]}"
    added = [f"{indent}{key}: {new[key]}" for key, line in line_of.items() if line is None]
    lines[at : at + 1] = [f"{indent}confidence: official", *added]
