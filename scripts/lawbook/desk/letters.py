"""The kinds of rules over what letters tell: no name, no vote, each number once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lawbook.base.names import MASK, bare, closed_up, masked
from lawbook.desk.case import Entry
from lawbook.desk.places import Places
from lawbook.desk.standing import Standing
from lawbook.forms.findings import texts
from lawbook.library.library import Library
from lawbook.rules.letterrule import Audience, Distinct, Unnamed, Unsaid, Unsure

Hit = dict[str, str]
# Where a sentence or a clause ends; the text is in its usual width.
STOP = r'[，。；：、！？（）《》“”‘’…,;:!?()\[\]"/|<>]'
_HAN = re.compile("[一-龥]+")
# What stands for a sign of a name that is not told; a star is one of them before it is taken off.
MASKS = "×xX○〇●△□某"
_STAR = re.compile("[*＊]")


def _letters(now: Standing, audience: Audience) -> Iterator[Entry]:
    return (entry for entry in now.case.entries if entry.answers and entry.act.audience == audience)


def _texts(library: Library, entry: Entry, besides: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What a letter says, each text with what its field is called."""
    assert entry.answers is not None
    for _, field in library.forms[entry.act.key].fields:
        if field.key not in besides:
            for _, _, text in texts(field, entry.answers.values.get(field.key)):
                yield field.label, text


def _people(library: Library, now: Standing, places: Iterable[str]) -> set[str]:
    named = (Places(library).names(now.case.entries, place) for place in places)
    return {name for some in named for name in map(bare, some) if len(name) > 1}


def _any(words: Iterable[str]) -> str:
    """A pattern of some words, the longest first; of none where there are none."""
    ordered = sorted(sorted(set(words)), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else ""


class _Names:
    """How people may be named: surely, where the name stands apart, or where a word says so."""

    def __init__(self, check: Unnamed, people: set[str], others: set[str]) -> None:
        families = {name[:size] for name in people for size in (1, 2) if len(name) > size}
        of_others = {name[0] for name in others}
        kept = {name for name in families if _HAN.fullmatch(name) and name[0] not in of_others}
        compound = {name for name in kept if re.fullmatch(check.compound, name)}
        some = _any(kept)
        patterns = (
            (
                _any(name for name in people if len(name) > 2),
                some and f"{some}(?:{check.always})|姓{some}",
            ),
            (
                _any({name for name in people if len(name) == 2} | compound),
                some and f"{some}(?:{check.titles})",
            ),
            (some and f"{some}(?:{check.weak})", some and f"[小老]{some}"),
        )
        self.ways = [_either(*pair) for pair in patterns]
        self.after = re.compile(f"$|{STOP}|{check.after}|{check.always}|{check.titles}")
        titles = _loose(f"{check.always}|{check.titles}")
        self.loose = _either(_loose(_any(people)), some and f"{_loose(some)}(?P<title>{titles})")
        self.others = others
        self.parts = _Parts(check, people)
        self.before = (
            re.compile(f"(?:^|{STOP}|{check.before})$"),
            re.compile(f"(?:{check.before})$"),
        )

    def found(self, text: str) -> Iterator[tuple[str, bool]]:
        """Each name in a text, and whether it is surely one."""
        sure, apart, weak = self.ways
        yield from ((match[0], True) for match in sure.finditer(text))
        for way, before in zip((apart, weak), self.before, strict=True):
            for match in way.finditer(text):
                head, tail = text[: match.start()], text[match.end() :]
                yield match[0], bool(before.search(head) or self.after.match(tail))

    def of_parts(self, text: str) -> Iterator[tuple[str, bool]]:
        """What names somebody in parts: the given name, one that is torn apart or masked."""
        yield from ((match[0], True) for match in self.parts.torn.finditer(text))
        for match in self.parts.given.finditer(text):
            head = text[: match.start()]
            if not head.endswith(self.parts.families):
                yield match[0], bool(self.before[0].search(head))

    def hidden(self, text: str) -> Iterator[str]:
        """What may be a name written in other characters than those of simplified texts."""
        seen = masked(text)
        for match in self.loose.finditer(seen) if MASK in seen else ():
            head, tail = seen[: match.start()], seen[match.end() :]
            is_apart = self.before[0].search(head) and self.after.match(tail)
            told = (match.groupdict().get("title") or match[0]).strip(MASK) or is_apart
            found = text[match.start() : match.end()]
            if MASK in match[0] and told and found not in self.others:
                yield found


class _Parts:
    """The parts of names: a given name before a word, a name that is torn apart or masked."""

    def __init__(self, check: Unnamed, people: set[str]) -> None:
        some = {name for name in people if len(name) > 2 and _HAN.fullmatch(name)}
        size = {name: 2 if re.fullmatch(check.compound, name[:2]) else 1 for name in some}
        self.families = tuple({name[: size[name]] for name in some})
        given = {name[size[name] :] for name in some}
        long, short = (
            {one for one in given if len(one) > 1},
            {one for one in given if len(one) == 1},
        )
        words = f"{check.after}|{check.always}|{check.titles}"
        self.given = _either(
            f"{_any(long)}(?={words})" if long else "",
            f"{_any(short)}(?={check.always})" if short else "",
        )
        masked_ = f"[{MASKS}]{{1,2}}"
        self.torn = _either(
            *(
                f"{name[: size[name]]}(?:[(/,、|]{name[size[name] :]}|{masked_}{name[-1]})"
                for name in sorted(some)
            )
        )


def _either(*patterns: str) -> re.Pattern[str]:
    """What one of some patterns finds, the empty ones left out; nothing where all are empty."""
    return re.compile("|".join(filter(None, patterns)) or "(?!)")


def _loose(pattern: str) -> str:
    """A pattern in which a mark may stand for each Chinese character, but not within brackets."""
    return re.sub(r"\[[^\]]*\]|[一-龥]", lambda one: _or_mark(one[0]), pattern)


def _or_mark(part: str) -> str:
    return part if part[0] == "[" else f"[{part}{MASK}]"


Found = list[tuple[str, bool]]


def _named_in(library: Library, now: Standing, check: Unnamed) -> list[tuple[Entry, str, Found]]:
    """The names in each text of the letters, found once for the rule and that which only warns."""
    if check not in now.names:
        now.names[check] = [*_names_in(library, now, check)]
    return now.names[check]


def _names_in(
    library: Library, now: Standing, check: Unnamed
) -> Iterator[tuple[Entry, str, Found]]:
    of_folder = {name for name in map(bare, now.case.members) if len(name) > 1}
    people = _people(library, now, check.people) | of_folder
    names = _Names(check, people, _people(library, now, check.others))
    for entry in _letters(now, check.audience):
        for label, text in _texts(library, entry, check.besides):
            words = closed_up(text)
            found = [*names.found(words), *((name, False) for name in names.hidden(words))]
            found += names.of_parts(closed_up(_STAR.sub("×", text)))
            if found:
                yield entry, label, found


def _named(library: Library, now: Standing, check: Unnamed, *, sure: bool) -> Iterator[Hit]:
    for entry, label, found in _named_in(library, now, check):
        told = {name for name, is_sure in found if is_sure}
        for name in dict.fromkeys(name for name, is_sure in found if is_sure == sure):
            if sure or name not in told:
                yield {"label": entry.act.label, "field": label, "found": name}


def unnamed(library: Library, now: Standing, check: Unnamed) -> Iterator[Hit]:
    """Each person that a letter surely names, and where."""
    return _named(library, now, check, sure=True)


def unsure(library: Library, now: Standing, check: Unsure) -> Iterator[Hit]:
    """What may be a name, or a part of other words."""
    for rule in library.rules.cases.rules:
        if rule.key == check.rule and isinstance(rule.checks, Unnamed):
            yield from _named(library, now, rule.checks, sure=False)


def unsaid(library: Library, now: Standing, check: Unsaid) -> Iterator[Hit]:
    """What a letter says that it should not, and where."""
    for entry in _letters(now, check.audience):
        for label, text in _texts(library, entry, check.besides):
            if found := re.search(check.pattern, closed_up(text)):
                said = next(filter(None, found.groups()), found[0])
                yield {"label": entry.act.label, "field": label, "found": said}


def distinct(library: Library, now: Standing, check: Distinct) -> Iterator[Hit]:  # noqa: ARG001
    """What two letters both say in a field."""
    seen: dict[str, str] = {}
    for entry in _letters(now, check.audience):
        said = entry.text(check.field)
        if said and said in seen:
            yield {"label": entry.act.label, "found": said, "other": seen[said]}
        seen.setdefault(said, entry.act.label)
