"""The names of documents, and where in a text such a name can occur."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lawbook.law.misnomer import Misnomers
from lawbook.law.spelling import PATTERNS

_BLANKS = "[ \t\u00a0\u3000]*"  # what folding turns into a blank, and what it leaves as one
_EACH_BLANK = (" ", "\t", "\u00a0", "\u3000")
_SIGNS = ("《", "第", "号", "附件", "复核清单")
_RELATIVE = re.compile(PATTERNS["relative"])
# One character class for all first characters: such a pattern is searched faster.
_MAY_BE_RELATIVE = re.compile("[本该上前此同][述一]?(?:办法|规定|实施意见|意见|条|款|项)")
_NO_NUMBER = "(?!)()()()"  # with the groups of a number


@dataclass(frozen=True)
class Names:
    """Names of documents: ``keys`` by name key, ``bare`` names without 《》, longest first.

    ``number`` are the 文号 as people write them, folded; ``current`` is the document meant by a
    citation without a name; ``draft`` is its draft. ``wrong`` tells which document a wrong title
    means.
    """

    keys: Mapping[str, str]
    bare: tuple[str, ...]
    numbers: Mapping[str, str]
    current: str
    draft: str = ""
    wrong: Misnomers = field(default_factory=Misnomers)

    @cached_property
    def scan(self) -> re.Pattern[str]:
        """Return a pattern of everything with which a citation can begin."""
        return self._scan(PATTERNS["number"])

    @cached_property
    def first_signs(self) -> re.Pattern[str]:
        """Return a pattern of a citation's first character, without 文号, and what may follow."""
        first = {name[:1] for name in self.bare} | set("《第附复本该上前此同")
        second = {name[1:2] for name in self.bare} | set(" \t件核述一办规实意条款项")
        after = f"(?:(?<=[《第])|(?=[{_in_any_case(second)}]))"
        return re.compile(f"[{_in_any_case(first)}]{after}")

    @cached_property
    def scan_without_numbers(self) -> re.Pattern[str]:
        """Return ``scan`` for a text without 号, so without 文号."""
        return self._scan(_NO_NUMBER)

    def _scan(self, number: str) -> re.Pattern[str]:
        bare = "|".join(map(_spaced, self.bare)) or "(?!)"
        parts = (PATTERNS["title"], f"({bare})", number)
        return re.compile(
            "|".join((*parts, f"({PATTERNS['relative']})", "(第|附件|复核清单)")), re.I | re.A
        )

    @cached_property
    def _hints(self) -> tuple[str, ...]:
        """Return words, one of which occurs in every text that cites more than 本办法 or 前款."""
        parts = {_plainest(name) for name in self.bare}
        least = [part for part in parts if not any(other in part for other in parts - {part})]
        return (*_SIGNS, *sorted(least))

    @cached_property
    def _hint(self) -> re.Pattern[str]:
        """Return a pattern of ``_hints``, with optional blanks inside names."""
        return re.compile("|".join((*_SIGNS, *map(_BLANKS.join, self._hints[len(_SIGNS) :]))))

    def may_stand_in(self, text: str) -> bool:
        """Return whether ``scan`` may find something; most answers in a form cite nothing."""
        for word in self._hints:
            if word in text:
                return True
        if any(map(text.__contains__, _EACH_BLANK)) and self._hint.search(text):
            return True
        return bool(_MAY_BE_RELATIVE.search(text) and _RELATIVE.search(text))


def _in_any_case(signs: set[str]) -> str:
    """Return characters in upper and lower case, escaped for a class of a pattern."""
    return re.escape("".join(sorted(signs | {sign.swapcase() for sign in signs})))


def _plainest(name: str) -> str:
    """Return the longest part of a name that is written in only one way, blanks aside."""
    return max(re.split("[^\u4e00-\u9fff]|年", name), key=len)


def _spaced(name: str) -> str:
    """Return the pattern of a short name: blanks inside, and 2023年的《办法》 for 2023年办法."""
    signs = "[ \t]*".join(map(re.escape, name))
    dated = re.match("[0-9]+年", name)
    return signs.replace("年[ \t]*", "年[ \t]*的?《?[ \t]*") + "》?" if dated else signs
