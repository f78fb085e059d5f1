"""The words, numbers and dates of answers, as checks compare them.

Full-width letters and digits are half width, blanks are removed, lines are split at line ends.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as part
from functools import cached_property, lru_cache
from typing import Literal

from lawbook.base.shared import Shared
from lawbook.forms.answers import Answers
from lawbook.forms.computed import computed
from lawbook.forms.conditions import chosen
from lawbook.forms.form import Field, Form
from lawbook.forms.plan import numbers as counting
from lawbook.forms.plan.endings import last
from lawbook.forms.plan.hints import Texts, numbered
from lawbook.forms.plan.pieces import folded
from lawbook.forms.values import Chosen, Value

_FIELD = re.compile(r"\{([a-z_0-9]+)\}")
_BRACKETS = re.compile("（[^（）]*）")

Spot = tuple[str | int, ...]
Fields = tuple[str, ...] | Literal["all"]
Entry = tuple[str, Spot, str]  # field, spot inside its answer, folded text
Units = counting.Units
DAY = counting.DAY


@dataclass(frozen=True)
class Hit:
    """A spot where a check finds something; ``words`` fill its message."""

    field: str
    spot: Spot = ()
    words: Mapping[str, str] = part(default_factory=dict)


@dataclass(frozen=True)
class Paper:
    """The answers to one form, indexed for searching.

    ``altered`` are the fixed fields whose text was changed; None if no Word file was read.
    """

    form: Form
    answers: Answers
    altered: tuple[str, ...] | None = None
    _numbers: dict[tuple[str, str], tuple[counting.Number, ...]] = part(
        default_factory=dict, init=False
    )
    _words: dict[str, str] = part(default_factory=dict, init=False)
    _plain: dict[str, str] = part(default_factory=dict, init=False)
    _of_fields: dict[Fields, tuple[int, ...]] = part(default_factory=dict, init=False)

    @cached_property
    def shown(self) -> Mapping[str, Value]:
        """Return the answers with what the form computes from them."""
        return {**self.answers.values, **computed(self.form, self.answers.values)}

    @cached_property
    def picked(self) -> Mapping[str, frozenset[str]]:
        """Return the options chosen in each field of boxes."""
        values = self.answers.values.items()
        return {key: chosen(value) for key, value in values if isinstance(value, tuple)}

    def text(self, key: str) -> str:
        """Return the folded text of a text field or date, empty if there is none."""
        if key not in self._plain:
            self._plain[key] = folded(self.answers.text(key))
        return self._plain[key]

    def words(self, key: str) -> str:
        """Return all folded texts of a field: its text, date, words beside boxes, cells."""
        if key not in self._words:
            some = "\n".join([self._all[n][2] for n in self._of_field.get(key, ())])
            self._words[key] = some or self.text(key)
        return self._words[key]

    def label(self, key: str) -> str:
        """Return a field's name in messages."""
        return self.form.field(key).called

    def texts(self, keys: Fields) -> Iterator[Entry]:
        """Yield the texts of some fields, or of all, in the form's order."""
        return map(self._all.__getitem__, self._numbered(keys))

    def matching(self, pattern: str, keys: Fields) -> Iterator[Entry]:
        """Yield the texts of some fields that contain a match of a pattern."""
        numbers = self._found.matching(pattern, self._numbered(keys))
        return map(self._all.__getitem__, numbers)

    def ending(self, pattern: str, keys: Fields) -> Iterator[Entry]:
        """Yield the texts of some fields that end as a match of a pattern can."""
        (some, but), lasts = last(pattern), self._lasts
        numbers = [n for n in self._numbered(keys) if (lasts[n] in some) is not but]
        return map(self._all.__getitem__, numbers)

    def holding(self, words: tuple[str, ...], keys: Fields) -> Iterator[Entry]:
        """Yield the texts of some fields that contain one of some words."""
        return map(self._all.__getitem__, self._found.holding(words, self._numbered(keys)))

    def standing(self, words: tuple[str, ...]) -> list[str]:
        """Return the words that may occur in a text; the others certainly do not."""
        return self._found.standing(words)

    def may_hold(self, words: tuple[str, ...]) -> bool:
        """Return whether one of some words may occur in a text."""
        return bool(self._found.standing(words))

    def _numbered(self, keys: Fields) -> Collection[int]:
        """Return the numbers of the texts of some fields."""
        if keys == "all":
            return range(len(self._all))
        if keys not in self._of_fields:
            held = [n for key in keys for n in self._of_field.get(key, ())]
            self._of_fields[keys] = tuple(sorted({*held}))
        return self._of_fields[keys]

    @cached_property
    def _all(self) -> tuple[Entry, ...]:
        values = self.answers.values
        return tuple(
            (field.key, spot, plain)
            for _, field in self.form.fields
            for spot, text in _texts(field, values.get(field.key))
            if (plain := folded(text))
        )

    @cached_property
    def _lasts(self) -> list[str]:
        return [text[-1] for _, _, text in self._all]

    @cached_property
    def _of_field(self) -> Mapping[str, list[int]]:
        return numbered(key for key, _, _ in self._all)

    @cached_property
    def _found(self) -> Texts:
        return Texts([text for _, _, text in self._all])

    @cached_property
    def joined(self) -> str:
        """Return all folded texts joined, to see at once what occurs in none."""
        return "\n".join(text for _, _, text in self._all)

    def numbers(self, sentence: str, unit: str, units: Units) -> tuple[counting.Number, ...]:
        """Return the numbers of a unit in a sentence, cached for all rules."""
        if (sentence, unit) not in self._numbers:
            self._numbers[sentence, unit] = tuple(counting.numbers(sentence, unit, units))
        return self._numbers[sentence, unit]

    def filled(self, pattern: str, *, exactly: bool = False) -> str | None:
        """Return a pattern with answers in place of their names; None if one of them is empty."""
        if "{" not in pattern:
            return pattern
        names = [name for name in _FIELD.findall(pattern) if name in self._keys]
        if not all(map(self.text, names)):
            return None
        quote: Callable[[str], str] = re.escape if exactly else str

        def answer(match: re.Match[str]) -> str:
            text = plain_name(self.text(match[1])) if exactly else self.text(match[1])
            return quote(text) if match[1] in names else match[0]

        return _FIELD.sub(answer, pattern)

    @cached_property
    def _keys(self) -> set[str]:
        return {field.key for _, field in self.form.fields}


def _texts(field: Field, value: Value | None) -> Iterator[tuple[Spot, str]]:
    if isinstance(value, str):
        yield (), value
    for number, item in enumerate(value if isinstance(value, tuple) else ()):
        if isinstance(item, Chosen):
            yield (), item.text
        elif isinstance(item, tuple):
            cells = zip(field.columns, item, strict=True)
            yield from (((number, column.key), text) for column, text in cells)


Day = tuple[int, int, int]
FULL_DAY: Shared[re.Pattern[str]] = re.compile("([0-9][0-9]{3})年([0-9]{1,2})月(?:([0-9]{1,2})日)?")
PERIOD: Shared[re.Pattern[str]] = re.compile(
    "([0-9][0-9]{3})年([0-9]{1,2})月(?:([0-9]{1,2})日)?(?:至|到|[-—–～~]{1,2})"
    "(?:([0-9]{4})年)?(?:([0-9]{1,2})月)?(?:([0-9]{1,2})日)?"
)


def last_day(year: int, month: int, day: str | None) -> Day:
    """Return a day of a month, its last one if none is given."""
    if day:
        return year, month, int(day)
    return year, month, calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 31


@lru_cache(maxsize=512)
def periods(text: str) -> tuple[tuple[Day, Day, str], ...]:
    """Return the periods in a text: first day, last day, as written."""
    return tuple(_periods(text)) if "月" in text else ()


def _periods(text: str) -> Iterator[tuple[Day, Day, str]]:
    for match in PERIOD.finditer(text):
        year, month = int(match[1]), int(match[2])
        if match[4] or match[5] or match[6]:
            end = last_day(int(match[4] or year), int(match[5] or month), match[6])
            yield (year, month, int(match[3] or 1)), end, match[0]


def whole_days(text: str) -> Iterator[tuple[Day, str]]:
    """Yield the dates with a year; a month without day counts as its last day."""
    for match in FULL_DAY.finditer(text):
        yield last_day(int(match[1]), int(match[2]), match[3]), match[0]


def latest(text: str) -> tuple[Day, str] | None:
    """Return the latest date in a text, including ends of periods, and as written."""
    days = [*whole_days(text), *((end, words) for _, end, words in periods(text))]
    return max(days, key=lambda pair: pair[0], default=None)


def plain_name(text: str) -> str:
    """Return a name without bracketed additions: （虚构）, （集团）."""
    return _BRACKETS.sub("", text)
