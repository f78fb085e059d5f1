"""A text given as an older text and its changes: built from both, never typed again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.base.yamlfile import Path_, YamlFile
from lawbook.law.citation import Citation, CitationError
from lawbook.law.document import Document, Provision, Style
from lawbook.law.fact import FactBook
from lawbook.law.record import Key, Record, Text
from lawbook.law.redline import Run, Runs, joined, new


class ChangeRecord(Record):
    """One change: after given words of the older text, some are taken out and some put in."""

    at: Text | None = None
    after: str = ""
    delete: str = ""
    insert: str = ""


class WordingRecord(Record):
    """A provision of which words were seen: all of it, or up to or from the words named.

    ``check`` says what looks odd and has to be compared with the official text.
    """

    provision: Text
    changes: tuple[ChangeRecord, ...] = ()
    labels: dict[str, Text] = {}
    seen_up_to: Text | None = None
    seen_from: Text | None = None
    check: Text | None = None


class AmendedRecord(Record):
    """A file of ``data/documents`` whose text is made from another document."""

    key: Key
    made_from: Key
    source: Key
    wording: tuple[WordingRecord, ...]


@dataclass(frozen=True)
class Amended:
    """An amended document as read; its text is built once the older document is loaded."""

    key: str
    record: AmendedRecord
    file: YamlFile


def amended(file: YamlFile) -> Amended:
    """Return an amended document from its file. Raises ProblemsFound."""
    record = file.validated(AmendedRecord)
    return Amended(record.key, record, file)


def is_amended(file: YamlFile) -> bool:
    """Return whether a file of ``data/documents`` is of this kind."""
    return isinstance(file.tree, dict) and "made_from" in file.tree


def worded(made: Amended, older: Document, book: FactBook) -> FactBook:
    """Return the book with the known words added to its tree. Raises ProblemsFound.

    Its chapters, topics and facts stay; provisions of the older text are added below them.
    """
    maker = _Maker(made, older, book)
    for number, record in enumerate(made.record.wording):
        maker.take(number, record)
    if maker.problems:
        raise ProblemsFound(maker.problems)
    aliases = {name: made.key if key == older.key else key for name, key in older.aliases.items()}
    return replace(
        book,
        provisions=tuple(_with(part, maker.made) for part in book.provisions),
        style=Style({**older.style.forms, **book.style.forms}),
        aliases=aliases,
        redlines=maker.redlines,
        to_check=maker.to_check,
        copy=made.record.source,
    )


Numbered = Iterable[tuple[int, ChangeRecord]]


@dataclass(frozen=True)
class _Seen:
    """One record of the file: its place, its citation, its changes by provision."""

    record: WordingRecord
    path: Path_
    wanted: Citation
    changes: Mapping[Citation, list[tuple[int, ChangeRecord]]]


class _Maker:
    """Makes the provisions of each record, collecting faults."""

    def __init__(self, made: Amended, older: Document, book: FactBook) -> None:
        self.file, self.key, self.older = made.file, made.key, older
        self.parts = {part.citation: part for part in older.walk()}
        self.known = {part.citation: part for part in book.walk()}
        self.made: dict[Citation, Provision] = {}
        self.redlines: dict[Citation, Runs] = {}
        self.to_check: dict[Citation, str] = {}
        self.problems: list[Problem] = []

    def take(self, number: int, record: WordingRecord) -> None:
        """Make the provision of a record, below its article or annex."""
        path: Path_ = ("wording", number)
        wanted = self._citation(record.provision, (*path, "provision"))
        if wanted is None:
            return
        top = Citation(self.key, wanted.steps[:1])
        if top not in self.known or top in self.made:
            why = "已经写过" if top in self.made else "不在事实的条目中"
            self._fault((*path, "provision"), f"{top} {why}；请核对")
            return
        seen = _Seen(record, path, wanted, self._by_provision(record, wanted, path))
        self.made[top] = self._copied(top, seen)
        if record.check:
            self.to_check[top] = record.check
        for target, changes in seen.changes.items():
            if target not in self.redlines:
                at = (*path, "changes", changes[0][0])
                self._fault(at, f"{target} 没有自己的文字；请核对 at")

    def _citation(self, steps: str, path: Path_) -> Citation | None:
        try:
            citation = Citation.parse(f"{self.key}/{steps}")
        except CitationError as error:
            self._fault(path, str(error))
            return None
        if self._before(citation) not in self.parts:
            self._fault(path, f"{self.older.key} 中没有 {steps}；请核对")
            return None
        return citation

    def _by_provision(
        self, record: WordingRecord, wanted: Citation, path: Path_
    ) -> dict[Citation, list[tuple[int, ChangeRecord]]]:
        changes: dict[Citation, list[tuple[int, ChangeRecord]]] = {}
        deep = any(step.unit == "par" for step in wanted.steps)
        for number, change in enumerate(record.changes):
            steps = change.at or ("" if deep else "par-1")
            full = record.provision + (f"/{steps}" if steps else "")
            target = self._citation(full, (*path, "changes", number))
            if target is not None:
                changes.setdefault(target, []).append((number, change))
        return changes

    def _before(self, citation: Citation) -> Citation:
        return Citation(self.older.key, citation.steps)

    def _fault(self, path: Path_, message: str) -> None:
        self.problems.append(self.file.problem(path, message))

    def _copied(self, here: Citation, seen: _Seen) -> Provision:
        part, was = self.parts[self._before(here)], self.known.get(here)
        below = [Citation(self.key, child.citation.steps) for child in part.provisions]
        inside = [citation for citation in below if _touch(citation, seen.wanted)]
        runs: Runs = ()
        if part.text and here.starts_with(seen.wanted):
            runs = self._runs(part.text, seen, seen.changes.get(here, ()))
            self.redlines[here] = runs
        steps = "/".join(map(str, here.steps[len(seen.wanted.steps) :]))
        copied = Provision(
            citation=here,
            where=self.file.where((*seen.path, "provision")),
            parent=here.parent,
            label=seen.record.labels.get(steps, part.label),
            heading="" if part.heading.startswith("【") else part.heading,
            text=new(runs),
            provisions=tuple(self._copied(citation, seen) for citation in inside),
            cut=_cut(seen.record) if runs else "",
        )
        if was is None:
            return copied
        return replace(
            copied, where=was.where, parent=was.parent, topic=was.topic, relates=was.relates
        )

    def _runs(self, text: str, seen: _Seen, changes: Numbered) -> Runs:
        start, end = 0, len(text)
        if (words := seen.record.seen_from) and self._once(text, words, seen, "seen_from"):
            start = text.index(words)
        if (words := seen.record.seen_up_to) and self._once(text, words, seen, "seen_up_to"):
            end = text.index(words) + len(words)
        changed = self._changed(text, seen, (start, end), changes)
        return joined([Run("unseen", text[:start]), *changed, Run("unseen", text[end:])])

    def _once(self, text: str, words: str, seen: _Seen, name: str) -> bool:
        count = text.count(words)
        if count != 1:
            self._fault((*seen.path, name), f"“{words}”出现 {count} 次；应恰好 1 次")
        return count == 1

    def _changed(
        self, text: str, seen: _Seen, span: tuple[int, int], changes: Numbered
    ) -> Iterator[Run]:
        start, end = span
        for number, change in changes:
            here: Path_ = (*seen.path, "changes", number)
            if not change.delete and not change.insert:
                self._fault(here, "没有写 delete，也没有写 insert；请写出改动")
                continue
            offsets = [
                at for at in _offsets(text, change) if start <= at <= end - len(change.delete)
            ]
            if len(offsets) != 1:
                words = f"after“{change.after}”加 delete“{change.delete}”"
                message = (
                    f"{words}在前一处改动之后出现 {len(offsets)} 次；应恰好 1 次，请改写 after"
                )
                self._fault(here, message)
                continue
            yield Run("same", text[start : offsets[0]])
            yield Run("out", change.delete)
            yield Run("in", change.insert)
            start = offsets[0] + len(change.delete)
        yield Run("same", text[start:end])


def _touch(citation: Citation, other: Citation) -> bool:
    return citation.starts_with(other) or other.starts_with(citation)


def _cut(record: WordingRecord) -> Literal["", "start", "end"]:
    if record.seen_up_to:
        return "end"
    return "start" if record.seen_from else ""


def _offsets(text: str, change: ChangeRecord) -> Iterator[int]:
    """Yield each offset where a change fits; without words before it, only the very beginning."""
    words = change.after + change.delete
    for at in range(len(text) - len(words) + 1):
        if text.startswith(words, at) and (change.after or at == 0):
            yield at + len(change.after)


def _with(part: Provision, made: Mapping[Citation, Provision]) -> Provision:
    """Return a provision of the book with a new one in its place, or below it."""
    if part.citation in made:
        return made[part.citation]
    return replace(part, provisions=tuple(_with(child, made) for child in part.provisions))
