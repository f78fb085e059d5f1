"""Find people's names in a text, each certain or possible.

A name inside other words does not count: 提高老师的参与 does not name 高. The characters on both
sides decide; if only one side suggests a name, a person has to look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lawbook.base.names import MASK, closed_up, masked
from lawbook.desk.pinyin import Pinyin, spelled
from lawbook.rules.letterrule import Unnamed
from lawbook.rules.surnames import Surnames

# Where a sentence or clause ends, in half-width text.
STOP = r'[，。；：、！？（）《》“”‘’…【】〔〕「」『』,;:!?()\[\]"/|<>]'
# What masks a character of a name; stars are replaced by one before others are removed.
MASKS = "×xX○〇●△□■"
# What separates family and given name in a name that is torn apart.
TORN = r'[(/,、|:\[【〔「『“"]'
# A family name that ends at least this many words may end any: 平台方, 使用方.
ENDS_MANY = 25
NOT_LATIN, END = "^|[^A-Za-z]", "(?![A-Za-z])"
_HAN = re.compile("[一-龥]+")
_STAR = re.compile("[*＊_＿]")
Way = tuple[re.Pattern[str], str]
Sightings = Iterator[tuple[str, bool]]


class Sides(NamedTuple):
    """The context of a match: text before and after, and which sides suggest a name.

    ``spoke``: a verb follows of which only people are the subject.
    """

    head: str
    tail: str
    left: bool
    right: bool
    spoke: bool


class Names:
    """Finds the names of some people; a family name shared with ``others`` identifies nobody."""

    def __init__(
        self, check: Unnamed, surnames: Surnames, people: set[str], others: set[str]
    ) -> None:
        self.check, self.surnames, self.others = check, surnames, others
        self.people = sorted(people)
        self.parts = [self._cut(name) for name in self.people if _HAN.fullmatch(name)]
        of_others = {name[0] for name in others}
        self.families = {family for family, _ in self.parts if family[0] not in of_others}
        self.pinyin = Pinyin(surnames)
        called = f"{check.always}|{check.titles}"
        self.left = re.compile(f"(?:^|{STOP}|{check.before})$")
        long = "|".join(word for word in check.before.split("|") if len(word) > 1)
        self.left_long = re.compile(f"(?:{long})$")
        self.left_word = re.compile(f"(?:{check.before})$")
        self.right = re.compile(f"$|{STOP}|{check.spoke}|{check.after}|{called}")
        self.right_word = re.compile(f"{check.spoke}|{called}")
        self.theirs = re.compile(f"(?:{check.theirs})$")
        self.spoke = re.compile(f"{check.spoke}|{check.always}")
        self.ways = [*self._whole(), *self._called(), *self._latin(), *self._unknown(of_others)]
        self.torn = [*self._torn(), *self._masked()]
        self.loose = self._loose()

    def sightings(self, text: str) -> Sightings:
        """Return each name in a text, and whether it is certain."""
        closed = closed_up(text)
        yield from self._judged(self.ways, closed)
        yield from self._judged(self.torn, closed_up(_STAR.sub("×", text)))
        yield from ((name, False) for name in self._hidden(closed))
        yield from spelled(self.pinyin, self.parts, text)

    def _cut(self, name: str) -> tuple[str, str]:
        size = 2 if len(name) > 2 and re.fullmatch(self.check.compound, name[:2]) else 1
        return name[:size], name[size:]

    def _whole(self) -> Iterator[Way]:
        """Yield patterns of whole names, and of given names that stand alone."""
        short = {(family, given) for family, given in self.parts if len(family + given) == 2}
        words = {two for two in short if two[1] in self.surnames.after.get(two[0], "")}
        yield from _way("sure", "", _any(set(self.people) - set(map("".join, short))))
        yield from (
            way for family, given in sorted(short - words) for way in _way("short", family, given)
        )
        yield from _way("word", "", _any(map("".join, words)))
        yield from _way("compound", "", _any(family for family in self.families if len(family) > 1))
        yield from _way("given", "", _any(given for _, given in self.parts if len(given) > 1))
        alone = _any(given for _, given in self.parts if len(given) == 1)
        spoke = f"(?={self.check.spoke}|{self.check.always})"
        yield from _way("single", "", alone and alone + spoke)
        yield from _way("single", "", alone and f"阿{alone}")

    def _called(self) -> Iterator[Way]:
        """Yield patterns of a family name with a title or form of address: 张老师, 老张."""
        some, check = _any(self.families), self.check
        called = f"(?:{check.always}|{check.titles})"
        yield from _way("sure", "", some and f"(?:姓{some}的?|{some}姓的?){called}")
        yield from _way("called", some, f"(?:{check.always})")
        yield from _way("titled", some, f"(?:{check.titles}|{check.weak})")
        yield from _way("small", "", some and f"[小老]{some}")

    def _latin(self) -> Iterator[Way]:
        """Yield patterns of a family name's initial, and of names partly in Latin letters."""
        check = self.check
        read = {family: "".join(map(self.pinyin.of, family)) for family in self.families}
        first = _any(spelt[0].upper() for spelt in read.values() if spelt)
        head = f"{first}(?:{check.always})"
        yield from _way("sure", "", first and head, NOT_LATIN)
        yield from _way("hint", "", first and f"{first}(?:某|{check.titles})", NOT_LATIN)
        for family, given in self.parts:
            spelt = "".join(map(self.pinyin.of, family))
            if spelt and len(given) > 1:
                head = _any([*_cased(spelt), spelt[0].upper()])
                yield from _way("sure", "", f"{head}{given}", NOT_LATIN)
            given_spelt = [self.pinyin.of(sign) for sign in given]
            if all(given_spelt):
                yield from _way("sure", "", f"{family}{_any(_cased(''.join(given_spelt)))}{END}")

    def _unknown(self, of_others: set[str]) -> Iterator[Way]:
        """Yield patterns of people addressed as members are, but not among those known."""
        known = {*self.surnames.particles, *self.families, *of_others}
        some = "".join(sorted({*self.surnames.before, *self.surnames.after} - known))
        spoke = f"(?={self.check.spoke})"
        called = f"(?:{self.check.always}|{self.check.titles}){spoke}"
        yield from _way("unknown", some and f"[{some}]", called)

    def _torn(self) -> Iterator[Way]:
        """Yield patterns of names with separators between their characters, or a mask: 张□明."""
        for family, given in self.parts:
            if len(family + given) > 2:
                masks = f"[{MASKS}某]{{1,2}}{given[-1]}|{given[0]}[{MASKS}某]"
                pattern = f"{family}(?:{TORN}{given}|{masks})"
                yield from _way("sure", "", pattern)

    def _masked(self) -> Iterator[Way]:
        """Yield patterns of family names with a mask for the given name."""
        some = _any(self.families)
        rest = f"(?:某某|某人?(?!{self.check.some})|[{MASKS}]{{2}}{END}|[{MASKS[3:]}])"
        yield from _way("masked", some, rest)
        yield from _way("titled", some, f"[{MASKS[:3]}](?![A-Za-z0-9×])")

    def _judged(self, ways: Iterable[Way], text: str) -> Sightings:
        for pattern, kind in ways:
            for match in pattern.finditer(text):
                head, tail = text[: match.start("n")], text[match.end("n") :]
                sure = self._is_sure(kind, match["f"] or match["n"], head, tail)
                if sure is not None:
                    yield match["n"], sure

    def _is_sure(self, kind: str, name: str, head: str, tail: str) -> bool | None:
        """Return whether a match is certain to be a name; None if it is no name."""
        if kind in {"sure", "hint"}:
            return kind == "sure"
        some = self.left.search(head), self.right.match(tail), self.right_word.match(tail)
        sides = Sides(head, tail, *map(bool, some))
        if kind in _APART:
            return self._apart(kind, name, sides)
        return None if self._is_joined(head, name) else self._by_family(kind, name, sides)

    def _by_family(self, kind: str, name: str, sides: Sides) -> bool | None:
        """Return whether a match with a family name first is certain; None if it is no name."""
        head, _, left, right, spoke = sides
        if name in self.surnames.particles:
            return False if left and spoke else None
        if kind == "unknown" or self.theirs.search(head):
            return False
        ends_many = len(self.surnames.before.get(name[0], "")) >= ENDS_MANY
        if not left and ends_many:
            return False if spoke else None
        if kind == "short":
            return right and (left or spoke)
        sure = right or kind == "called" or (kind == "masked" and left and not ends_many)
        return sure or (False if left else None)

    def _apart(self, kind: str, name: str, sides: Sides) -> bool | None:
        """Return whether a match without family name is certain; None if it is no name."""
        head, tail, left, right, spoke = sides
        if kind == "word":
            return False if left and self.spoke.match(tail) else None
        if kind == "compound":
            return left if right else (False if left else None)
        if kind == "given":
            is_whole = head.endswith(tuple(family for family, _ in self.parts))
            return left if spoke and not is_whole else None
        if kind == "single":
            is_called = bool(re.match(self.check.always, tail))
            return is_called if left and (is_called or name not in self.surnames.adverbs) else None
        if name[1] in self.surnames.particles or name[0] in self.surnames.before.get(name[1], ""):
            return None
        return True if right else (False if self.left_word.search(head) else None)

    def _is_joined(self, head: str, family: str) -> bool:
        """Return whether a family name and what precedes it form a word: 提高, not 会上方."""
        if self.left_long.search(head):
            return False
        last = head[-1:]
        return bool(last) and last not in "小老" and last in self.surnames.before.get(family[0], "")

    def _loose(self) -> re.Pattern[str]:
        some = _any(self.families)
        titles = _loosened(f"{self.check.always}|{self.check.titles}")
        called = some and f"{_loosened(some)}(?P<title>{titles})"
        return re.compile("|".join(filter(None, (_loosened(_any(self.people)), called))) or "(?!)")

    def _hidden(self, text: str) -> Iterator[str]:
        """Yield what may be a name written in characters outside simplified Chinese."""
        seen = masked(text)
        for match in self.loose.finditer(seen) if MASK in seen else ():
            head, tail = seen[: match.start()], seen[match.end() :]
            is_apart = self.left.search(head) and self.right.match(tail)
            told = (match.groupdict().get("title") or match[0]).strip(MASK) or is_apart
            name = text[match.start() : match.end()]
            if MASK in match[0] and told and name not in self.others:
                yield name


_APART = {"word", "compound", "given", "single", "small"}


def _way(kind: str, family: str, rest: str, before: str = "") -> Iterator[Way]:
    """Yield patterns that find a name (group ``n``), and the family name that backs it (``f``)."""
    if rest and (family or kind not in {"called", "titled", "masked", "unknown", "short"}):
        yield re.compile(f"(?P<h>{before})(?P<n>(?P<f>{family}){rest})"), kind


def _cased(word: str) -> tuple[str, ...]:
    return word, word.capitalize(), word.upper()


def _any(words: Iterable[str]) -> str:
    """Return a pattern of some words, the longest first; without words it never matches."""
    ordered = sorted(sorted(set(words)), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else ""


def _loosened(pattern: str) -> str:
    """Return a pattern that also accepts a mask for each Chinese character outside brackets."""
    return re.sub(r"\[[^\]]*\]|[一-龥]", lambda sign: _or_mark(sign[0]), pattern)


def _or_mark(part: str) -> str:
    return part if part[0] == "[" else f"[{part}{MASK}]"
