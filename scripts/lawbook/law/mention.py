"""Where a text names provisions: by a document's name, by its number, or by an article alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lawbook.base.text import EVERY_BLANK
from lawbook.law.citation import Step
from lawbook.law.document_names import Names
from lawbook.law.spelling import (
    LONGEST_RANGE,
    PATTERNS,
    UNITS,
    fold,
    name_key,
    numbers,
    under,
    value,
)

Steps = tuple[Step, ...]
_RE = {name: re.compile(pattern) for name, pattern in PATTERNS.items()}
LONGEST_BEFORE = 30
_ABOVE_ITEMS = frozenset({"annex", "art", "par", "part", "item", "q"})


@dataclass(frozen=True)
class Mention:
    """A stretch ``text[start:end]`` that names provisions of one document.

    ``steps`` has one entry for each provision (a range names all between), none for the document
    alone. ``how`` says what led to the document:
    ``named``, ``misnamed`` (a wrong title), ``number``, ``before`` (named before in the paragraph),
    ``assumed`` (nothing names it), ``relative`` (本办法, 前款) or ``foreign``.
    """

    start: int
    end: int
    how: str
    document: str = ""
    name: str = ""
    steps: tuple[Steps, ...] = ()
    number: str = ""
    open: bool = False
    title: bool = False


def mentions(text: str, names: Names, *, loose: bool = False) -> list[Mention]:
    """All citations of a text; ``loose`` also takes 第三问 or 附件第二项 without any name."""
    return list(_Reader(text, names, loose).read()) if names.may_stand_in(text) else []


class _Reader:
    """Reads one text from left to right, keeping the document named last."""

    def __init__(self, text: str, names: Names, loose: bool) -> None:
        self.raw, self.text, self.names, self.loose = text, fold(text), names, loose
        self.local: dict[str, str] = {}  # 以下简称: name key → document, or "" for another law
        self.last: Mention | None = None
        self.number: tuple[int, str] = (-1, "")
        heads = (_RE["heading"].finditer(self.text), _RE["inline"].finditer(text))
        self.headings = {match.end() for ends in heads for match in ends}
        self.first = _RE["loose" if loose else "named"]
        self.own = len(self.headings) > 1 and not loose
        self.scan = names.scan if "号" in text else names.scan_without_numbers

    def read(self) -> Iterator[Mention]:
        position = 0
        while match := self._next(position):
            title, bare, prefix, year, count, relative, _ = match.groups()
            if title is not None:
                mentioned, position = self._titled(match, self.raw[slice(*match.span(1))])
            elif bare is not None:
                mentioned, position = self._bare(match, self.raw[slice(*match.span(2))])
            elif prefix is not None:
                mentioned, position = self._numbered(match, prefix, year, count)
            elif relative is not None:
                mentioned, position = self._relative(match)
            else:
                mentioned, position = self._article(match)
            yield from mentioned

    def _next(self, position: int) -> re.Match[str] | None:
        """Return the next place at which a citation may begin."""
        if self.scan is self.names.scan:
            return self.scan.search(self.text, position)
        some = self.names.first_signs.finditer(self.text, position)
        return next(filter(None, (self.scan.match(self.text, sign.start()) for sign in some)), None)

    def _titled(self, match: re.Match[str], title: str) -> tuple[list[Mention], int]:
        after = _RE["after"].match(self.text, match.end())
        assert after is not None
        draft = bool(after[2]) or "征求意见稿" in title + after[1]
        mention = self._of_name(title, match.start(), draft)
        number = _RE["number"].search(after[1])
        noted = number[0] if number else ""
        if not noted and 0 <= match.start() - self.number[0] <= 3:
            noted = self.number[1]
        mention = replace(mention, number=noted, title=True, end=match.end())
        if alias := _RE["alias"].search(after[1]):
            self.local[name_key(alias[1])] = mention.document
        return self._with_steps(
            mention, after.end(), match.end() + len(after[1].rstrip(EVERY_BLANK))
        )

    def _of_name(self, name: str, start: int, draft: bool) -> Mention:
        key = name_key(name)
        base = _RE["draft"].sub("", key)
        document = self.local.get(key, self.names.keys.get(key, ""))
        spoken = draft or bool(_RE["openly"].search(name))
        if spoken and self.names.keys.get(key) != self.names.draft:
            known = self.local.get(base, self.names.keys.get(base, ""))
            meant = base in self.names.wrong.drafts or known == self.names.current
            document = self.names.draft if meant else ""
        how = "named" if document else "foreign"
        if not document and key not in self.local and not spoken:
            document = self.names.wrong.meant(key)
            how = "misnamed" if document else "foreign"
        return Mention(start, start, how, document, name, open=spoken)

    def _bare(self, match: re.Match[str], bare: str) -> tuple[list[Mention], int]:
        after = _RE["after"].match(self.text, match.end())
        assert after is not None
        before = self.text[max(0, match.start() - LONGEST_BEFORE) : match.start()]
        mention = self._of_name(bare, match.start(), bool(after[2]) or "征求意见稿" in after[1])
        number = _RE["number"].search(after[1])
        mention = replace(mention, number=number[0] if number else "", end=match.end())
        if before and not _RE["before"].search(before) and not self.loose:
            mention = replace(mention, how="foreign", document="")
        chain, end = self._with_steps(mention, after.end(), match.end())
        return [mention for mention in chain if mention.steps or mention.number or self.loose], end

    def _numbered(
        self, match: re.Match[str], prefix: str, year: str, count: str
    ) -> tuple[list[Mention], int]:
        self.number = (match.end(), match[0])
        known = (
            document
            for number, document in self.names.numbers.items()
            if (f"{prefix}[{year}]{count}号").endswith(number)
        )
        document = next(known, "")
        if not document:
            return [], match.end()
        mention = Mention(match.start(), match.end(), "number", document, match[0])
        chain, end = self._with_steps(mention, match.end(), match.end())
        return [mention for mention in chain if mention.steps or self.loose], end

    def _relative(self, match: re.Match[str]) -> tuple[list[Mention], int]:
        into = _RE["into"].match(self.text, match.end())
        end = into.end() if into else match.end()
        mention = Mention(match.start(), match.end(), "relative", name=match[0])
        before = self.text[max(0, match.start() - 1) : match.start()]
        chain, after = self._chain(mention, end, _RE["step"])
        article = match[0][-1] in "条款项"
        if not chain and (not article or before in {*"基根原样文"}):
            return [], match.end()
        return chain or [mention], max(after, match.end())

    def _article(self, match: re.Match[str]) -> tuple[list[Mention], int]:
        start = match.start()
        heading = any(start < end <= start + 12 for end in self.headings) and not self.loose
        first = self.first if self.loose else _RE["step"]
        step = first.match(self.text, start)
        if step is None or heading or (UNITS.get(step[2]) != "art" and not self.loose):
            return [], match.end() if step is None else step.end()
        line = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        if foreign := _RE["foreign"].search(line[-LONGEST_BEFORE:]):
            whole = Mention(start, start, "foreign", name=foreign[1])
        elif self.last and "\n" not in self.text[self.last.end : start]:
            how = {"foreign": "foreign", "misnamed": "foreign"}.get(self.last.how, "before")
            whole = replace(self.last, start=start, how=how, steps=(), number="", title=False)
        else:
            lost = self.own or (self.last is not None and not self.last.document)
            document = "" if lost else self.names.current
            whole = Mention(start, start, "relative" if lost else "assumed", document)
        chain, end = self._chain(whole, start, first)
        if foreign:
            self.last = replace(whole, end=end)
        return chain, end

    def _with_steps(self, mention: Mention, position: int, end: int) -> tuple[list[Mention], int]:
        """Return the mention with the steps that follow it; ``end`` is its end without steps."""
        if mention.document or _RE["kinds"].search(name_key(mention.name)):
            self.last = mention
        chain, after = self._chain(mention, position, self.first)
        if chain:
            self.last = replace(mention, end=after)
        return (chain, after) if chain else ([replace(mention, end=max(end, mention.end))], end)

    def _chain(
        self, mention: Mention, position: int, first: re.Pattern[str]
    ) -> tuple[list[Mention], int]:
        """Return a mention for each member of 第十二条第一款、第二款和第十四条, and their end."""
        listed: list[Mention] = []
        members: list[Steps] = []
        kept: Steps = ()
        start, end = mention.start, position
        joined = ranged = False
        if first is self.first and (opinion := _RE["opinion"].match(self.text, position)):
            kept = (Step("part", (value(opinion[1]),)), Step("item", (value(opinion[2]),)))
            members, end = [kept], opinion.end()
            position, joined, ranged = self._onwards(end)
        while token := self._token(position, _RE["step"] if kept else first, kept):
            groups = [
                [under(kept, step, joined=joined or n > 0) for step in group]
                for n, group in enumerate(token[0])
            ]
            if members and joined:
                listed.append(replace(mention, start=start, end=end, steps=tuple(members)))
                start = token[1]
                groups[0] = [*(_between(kept, groups[0][0]) if ranged else ()), *groups[0]]
            for group in groups[:-1]:
                listed.append(replace(mention, start=start, end=token[2], steps=tuple(group)))
                start = token[1]
            members, kept, end = groups[-1], groups[-1][-1], token[2]
            position, joined, ranged = self._onwards(end)
        if members:
            listed.append(replace(mention, start=start, end=end, steps=tuple(members)))
        return listed, end

    def _onwards(self, end: int) -> tuple[int, bool, bool]:
        """Return where the next step can begin, whether it is joined on, and whether by 至."""
        if join := _RE["join"].match(self.text, end):
            return join.end(), True, join[1] in {"至", "到", "-", "~"}
        into = _RE["into"].match(self.text, end)
        return (into.end() if into else end), False, False

    def _token(
        self, position: int, pattern: re.Pattern[str], kept: Steps
    ) -> tuple[list[list[Step]], int, int] | None:
        if match := pattern.match(self.text, position):
            if match[4]:
                number = value(match[5]) if match[5] else 1
                return [[Step("annex", (number,) if number > 1 else ())]], *match.span()
            unit = UNITS[match[2]]
            inserted = (value(match[3]),) if match[3] else ()
            groups = [[Step(unit, (n, *inserted)) for n in run] for run in numbers(match[1])]
            return groups, *match.span()
        above = kept[-1].unit if kept else ""
        match = _RE["paren"].match(self.text, position) if above in _ABOVE_ITEMS else None
        return ([[Step("item", (value(match[1]),))]], *match.span()) if match else None


def _between(first: Steps, last: Steps) -> list[Steps]:
    """Return all steps between two that differ in their last number: 第五条至第八条."""
    if first[:-1] != last[:-1] or first[-1].unit != last[-1].unit:
        return []
    if not first[-1].number or not last[-1].number:
        return []
    numbers_between = range(first[-1].number[0] + 1, last[-1].number[0])
    if len(numbers_between) > LONGEST_RANGE:
        return []
    return [(*first[:-1], Step(first[-1].unit, (number,))) for number in numbers_between]
