"""Which document a wrong title means: 人工智能科技伦理管理服务办法, 科技伦理审查规定."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lawbook.law.spelling import PATTERNS

# As a share of a title's length: five characters of 人工智能科技伦理审查与服务办法.
NEAR = 0.34


@dataclass(frozen=True)
class Misnomers:
    """``titles`` are our documents', ``drafts`` a draft's without 征求意见稿 (→ the one in force).

    ``others`` are titles of other documents that resemble ours and are right as they are.
    """

    titles: Mapping[str, str] = field(default_factory=dict)
    drafts: Mapping[str, str] = field(default_factory=dict)
    others: frozenset[str] = frozenset()

    def meant(self, key: str) -> str:
        """Return the document whose title is nearest to ``key`` (a name key), "" if none is near.

        The rules of a province or a unit often have the title of ours behind their own name.
        """
        if key in self.drafts:
            return self.drafts[key]
        if key in self.others or not re.search(PATTERNS["kinds"], key):
            return ""
        if re.search(PATTERNS["own"], key):
            return ""
        near = [(distance(key, title) / len(title), title) for title in self.titles]
        share, title = min(near, default=(1.0, ""))
        return self.titles[title] if share <= NEAR else ""


def distance(word: str, other: str) -> int:
    """Return the Levenshtein distance of two words.

    >>> distance("科技伦理审查规定", "科技伦理审查办法")
    2
    """
    row = list(range(len(other) + 1))
    for n, sign in enumerate(word, start=1):
        before, row[0] = row[0], n
        for m, letter in enumerate(other, start=1):
            before, row[m] = row[m], min(row[m] + 1, row[m - 1] + 1, before + (sign != letter))
    return row[-1]
