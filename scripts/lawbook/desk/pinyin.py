"""Find names spelled in Latin letters: Luo Ming, MING Luo, Luó Míng, luoming."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from lawbook.base import unseen
from lawbook.rules.surnames import Surnames

_GONE = re.compile(f"[{''.join(unseen.UNSEEN.values())}]")
_TONES = re.compile("[\u0300-\u036f]")
_BETWEEN = r"[ ,.·'’\u00a0-]{0,2}"
UNKNOWN = "[a-z]{1,6}"


def plain(text: str) -> str:
    """Return a text without tone marks, half width; its spaces stay.

    >>> plain("Luó Ｍíng，ＬＶ")
    'Luo Ming,LV'
    """
    wide = _GONE.sub("", unicodedata.normalize("NFKC", text))
    return unicodedata.normalize("NFC", _TONES.sub("", unicodedata.normalize("NFD", wide)))


class Pinyin:
    """The readings of characters."""

    def __init__(self, surnames: Surnames) -> None:
        syllables = surnames.syllables.split(" ")
        self._firsts = [_code(syllable[-1]) for syllable in syllables]
        self._syllables = [syllable[:-1] for syllable in syllables]
        self._own = {sign: key for key, signs in surnames.readings.items() for sign in signs}

    def of(self, sign: str) -> str:
        """Return how a character is read; empty if that is not known."""
        if sign in self._own:
            return self._own[sign]
        index = bisect_right(self._firsts, _code(sign)) if _is_common(sign) else 0
        return self._syllables[index - 1] if index else ""

    def patterns(self, family: str, given: str) -> Iterator[tuple[re.Pattern[str], bool]]:
        """Yield patterns that spell a name, in either order, and whether all readings are known."""
        known = [self.of(sign) for sign in family + given]
        if not all(known[: len(family)]):
            return
        some = [spelt.replace("v", "(?:v|u|yu)") or UNKNOWN for spelt in known]
        first, second = _joined(some[: len(family)]), _joined(some[len(family) :])
        for head, tail in ((first, second), (second, first)):
            pattern = f"(?:^|[^A-Za-z])({head}{_BETWEEN}{tail})(?![A-Za-z])"
            yield (
                re.compile(pattern, re.IGNORECASE | re.ASCII),
                all(known),
            )  # ı is no i to a browser


def spelled(
    pinyin: Pinyin, parts: Iterable[tuple[str, str]], text: str
) -> Iterator[tuple[str, bool]]:
    """Yield the names that a text spells; certain if two of its words are capitalised."""
    seen = plain(text)
    for family, given in parts:
        for pattern, known in pinyin.patterns(family, given):
            for match in pattern.finditer(seen):
                capitals = sum("A" <= sign <= "Z" for sign in match[1])
                yield match[1], known and capitals > 1


def _joined(syllables: list[str]) -> str:
    return _BETWEEN.join(syllables)


def _code(sign: str) -> int:
    return int.from_bytes(sign.encode("gb2312", "replace"))


def _is_common(sign: str) -> bool:
    return 0xB0A1 <= _code(sign) <= 0xD7F9
