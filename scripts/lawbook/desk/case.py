"""A case: the papers and events of one application, in order, as one file holds them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

import yaml

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.base.text import nearest, trimmed
from lawbook.base.yamlfile import Path_, Tree, YamlFile
from lawbook.forms.answer_file import tree_of
from lawbook.forms.answers import Answers, reading
from lawbook.forms.values import Chosen
from lawbook.library.library import Library
from lawbook.rules.caseflow import Act, Ask
from lawbook.rules.counting import WRITTEN, is_counted

NUMBER = re.compile(r"[0-9A-Za-z一-龥][0-9A-Za-z一-龥_-]{0,39}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
HEAD = {"case": "案号", "mark": "标注", "place": "所在地", "entries": "经过"}
_WRITTEN = {True: ("paper", "answers", "said"), False: ("event", "said", "answers")}
PARTS = {"paper": "文书", "event": "事项", "day": "日期", "answers": "答案", "said": "内容"}


# There are hundreds of cases of a thousand lines: use the C emitter if it is there.
class _Writer(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """A YAML writer that emits multi-line texts as ``|-`` blocks."""


def _text(writer: _Writer, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    node: yaml.ScalarNode = writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)
    return node


_Writer.add_representer(str, _text)


@dataclass(frozen=True)
class Entry:
    """A paper with its answers, or an event with its details; and its day."""

    act: Act
    day: datetime.date
    answers: Answers | None = None
    said: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    where: str = ""

    def text(self, key: str) -> str:
        """Return the text in a field of a paper, or in a detail of an event."""
        return self.answers.text(key) if self.answers else self.said.get(key, "")

    def option(self, key: str) -> str:
        """Return the first option ticked in a field, or the word of an event; empty if none."""
        return next(iter(self.options(key)), "") or self.said.get(key, "")

    def options(self, key: str) -> tuple[str, ...]:
        """Return the options ticked in a field."""
        value = self.answers.values.get(key, ()) if self.answers else ()
        items = value if isinstance(value, tuple) else ()
        return tuple(item.option for item in items if isinstance(item, Chosen))

    def fits(self, when: Mapping[str, tuple[str, ...]]) -> bool:
        """Return whether each field has one of the options asked for."""
        return all(self.option(key) in wanted for key, wanted in when.items())

    def date(self, key: str) -> datetime.date | None:
        """Return the day in a field; without a field ``day``, the entry's own day."""
        value = self.answers.values.get(key) if self.answers else None
        if isinstance(value, datetime.date):
            return value
        return self.day if key == "day" else None


@dataclass(frozen=True)
class Case:
    """One case; ``number`` is its name, ``mark`` says that it is fictional.

    ``members``: the members of the committee, if the case's folder lists them.
    """

    number: str
    entries: tuple[Entry, ...] = ()
    mark: str = ""
    place: str = ""
    where: str = ""
    members: tuple[str, ...] = ()

    def papers(self, key: str) -> tuple[Entry, ...]:
        """Return the entries of an act, the newest last."""
        return tuple(entry for entry in self.entries if entry.act.key == key)

    def numbered(self, key: str) -> Iterator[tuple[int, Entry]]:
        """Yield the entries of an act, each with its index in the case."""
        return ((n, entry) for n, entry in enumerate(self.entries) if entry.act.key == key)

    def newest(self, key: str) -> Entry | None:
        """Return the newest entry of an act, if any."""
        return next(reversed(self.papers(key)), None)

    def with_entry(self, entry: Entry) -> Case:
        """Return the case with one more entry."""
        return replace(self, entries=(*self.entries, entry))


def read_case(library: Library, file: YamlFile) -> Case:
    """Return the case in a file. Raises ProblemsFound with every fault in it."""
    return case_of(library, file, (), file.tree)


def case_of(library: Library, file: YamlFile, path: Path_, tree: Tree) -> Case:
    """Return the case at a path of a file. Raises ProblemsFound."""
    reader = _Reader(library, file)
    case = reader.case(path, tree)
    if reader.problems or case is None:
        raise ProblemsFound(reader.problems)
    return case


class _Reader:
    """Reads one case, collecting every fault."""

    def __init__(self, library: Library, file: YamlFile) -> None:
        self.library, self.file = library, file
        self.problems: list[Problem] = []

    def case(self, path: Path_, tree: Tree) -> Case | None:
        if not isinstance(tree, dict) or "case" not in tree:
            self._fault(path, "不是案件文件；案件文件写有 case（案号）和 entries（经过）")
            return None
        self._only(path, tree, HEAD)
        texts = {key: self._text(tree.get(key)) for key in ("case", "mark", "place")}
        for key in texts:
            if not isinstance(tree.get(key, ""), str):
                self._fault((*path, key), f"{HEAD[key]}应是文字")
        if not NUMBER.fullmatch(texts["case"]):
            shown = texts["case"][:20]
            self._fault((*path, "case"), f"案号“{shown}”不能用；请写成 2026-001 这样的编号")
        listed = tree.get("entries")
        if not isinstance(listed, list) or not listed:
            self._fault((*path, "entries"), "缺少 entries；每件文书、事项一项")
            return None
        made = [self._entry((*path, "entries", n), item) for n, item in enumerate(listed)]
        entries = tuple(entry for entry in made if entry)
        first = self.library.rules.cases.opening
        if made[0] and made[0].act.key != first.key:
            message = f"第一项是{made[0].act.label}；案件的第一项应是{first.label}，请补上"
            self._fault((*path, "entries", 0), message)
        where = self.file.where(path)
        return Case(texts["case"], entries, texts["mark"], texts["place"], where)

    def _entry(self, path: Path_, tree: Tree) -> Entry | None:
        if not isinstance(tree, dict) or ("paper" in tree) == ("event" in tree):
            self._fault(path, "写 paper（文书）或者 event（事项），只写一个")
            return None
        self._only(path, tree, PARTS)
        kind, own, other = _WRITTEN["paper" in tree]
        if other in tree:
            message = f"{PARTS[kind]}的内容不写在 {other} 下；请写在 {own} 下"
            self._fault((*path, other), message)
        act = self._act(path, tree)
        day = self._day((*path, "day"), tree.get("day"), "日期")
        if act is None or day is None:
            return None
        where = self.file.where(path)
        if "paper" in tree:
            answers = self._answers(path, act, tree.get("answers"))
            return None if answers is None else Entry(act, day, answers, where=where)
        return Entry(act, day, said=MappingProxyType(self._said(path, act, tree)), where=where)

    def _act(self, path: Path_, tree: dict[str, Tree]) -> Act | None:
        kind = "paper" if "paper" in tree else "event"
        flow = self.library.rules.cases
        known = {act.key: act for act in (flow.papers if kind == "paper" else flow.events)}
        word = self._text(tree[kind])
        if word not in known:
            labels = {key: act.label for key, act in known.items()}
            message = f"没有{PARTS[kind]}“{word[:30]}”；{nearest(word[:40], labels)}"
            self._fault((*path, kind), message)
        return known.get(word)

    def _answers(self, path: Path_, act: Act, tree: Tree) -> Answers | None:
        inner = {"form": act.key, "answers": tree}
        depth = len((*path, "answers"))
        lines = {
            ("answers", *at[depth:]): line
            for at, line in self.file.lines.items()
            if at[:depth] == (*path, "answers")
        }
        lines[()] = self.file.lines.get(path, 1)
        read = reading(
            self.library.forms[act.key], YamlFile(self.file.name, inner, lines), checked=False
        )
        self.problems += read.faults
        return None if read.faults else read.answers

    def _said(self, path: Path_, act: Act, tree: dict[str, Tree]) -> dict[str, str]:
        details = tree.get("said") or {}
        if not isinstance(details, dict):
            self._fault((*path, "said"), "said 下逐项写“名称: 内容”")
            return {}
        texts = {key: self._text(value) for key, value in details.items()}
        for message in said_faults(act, texts):
            self._fault((*path, "said"), message)
        return texts

    def _day(self, path: Path_, tree: Tree, what: str) -> datetime.date | None:
        day = counted_day(self._text(tree))
        if day is None:
            self._fault(path, f"{what}应{WRITTEN}")
        return day

    def _only(self, path: Path_, tree: Mapping[str, Tree], known: Mapping[str, str]) -> None:
        for key in tree:
            if key not in known:
                self._fault((*path, key), f"不认识的键 {key[:30]}；可用的键：{'、'.join(known)}")

    def _text(self, tree: Tree) -> str:
        return trimmed(tree) if isinstance(tree, str) else ""

    def _fault(self, path: Path_, message: str) -> None:
        self.problems.append(self.file.problem(path, message))


def said_faults(act: Act, said: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with the details of an event."""
    known = {ask.key: ask for ask in act.asks}
    for key in said:
        if key not in known:
            can = "、".join(f"{asked.key}（{asked.label}）" for asked in act.asks) or "无"
            yield f"{act.label}没有 {key[:30]} 这一项；可写：{can}"
    for ask in act.asks:
        yield from _ask_faults(act, ask, said.get(ask.key, ""))


def _ask_faults(act: Act, ask: Ask, text: str) -> Iterator[str]:
    if ask.required and not text:
        yield f"{act.label}没有写“{ask.label}”（{ask.key}）"
    if text and ask.options and text not in ask.options:
        yield f"“{ask.label}”写的是“{text[:20]}”；可写：{'、'.join(ask.options)}"
    if text and ask.kind == "date" and counted_day(text) is None:
        yield f"“{ask.label}”写的是“{text[:20]}”；应{WRITTEN}"


def counted_day(text: str) -> datetime.date | None:
    """Return an entry's day if its year is one from which deadlines run, as the page does."""
    day = day_of(text)
    return day if day and is_counted(day.year) else None


def day_of(text: str) -> datetime.date | None:
    """Return the day written as 2026-12-01, or None if the text is not one."""
    try:
        return datetime.date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def case_tree(library: Library, case: Case) -> dict[str, Any]:
    """Return a case as the tree of its file."""
    head = {"case": case.number, "mark": case.mark, "place": case.place}
    tree: dict[str, Any] = {key: text for key, text in head.items() if text}
    tree["entries"] = [_entry_tree(library, entry) for entry in case.entries]
    return tree


def _entry_tree(library: Library, entry: Entry) -> dict[str, Any]:
    if entry.answers is None:
        tree: dict[str, Any] = {"event": entry.act.key, "day": entry.day.isoformat()}
        return tree | ({"said": dict(entry.said)} if entry.said else {})
    answers = tree_of(library.forms[entry.act.key], entry.answers)
    return {"paper": entry.act.key, "day": entry.day.isoformat(), "answers": answers}


def case_file(library: Library, case: Case) -> str:
    """Return the text of a case's file, which reads back as the same case."""
    return yaml.dump(
        case_tree(library, case), Dumper=_Writer, allow_unicode=True, sort_keys=False, width=1 << 20
    )
