"""The verdict on a citation, and the report on all citations of a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from lawbook.law.vocabulary import Vocabulary
from lawbook.library.quotation import Change

UNCHECKED = ("not_held", "article_only")


@dataclass(frozen=True)
class Finding:
    """A citation, what it says of itself, and what we say of it.

    ``verdict`` is a key of the vocabulary; ``wrong``: it must be corrected; ``detail`` is one line,
    ``changes`` the comparison of a quotation. ``citation``, ``display`` and ``url`` are those of
    the provision found, ``mark`` and ``checked`` describe its text.
    """

    start: int
    end: int
    text: str
    verdict: str
    wrong: bool = False
    detail: str = ""
    display: str = ""
    url: str = ""
    mark: str = ""
    checked: str = ""
    citation: str = ""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Report:
    """All findings on a text, in order."""

    findings: tuple[Finding, ...]
    words: Vocabulary

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """Return the findings that must be corrected."""
        return tuple(finding for finding in self.findings if finding.wrong)

    @property
    def summary(self) -> str:
        """Return the summary: 共 n 处，核对 m 处，未核对 k 处及原因."""
        return summary((finding.verdict for finding in self.findings), self.words)


def summary(verdicts: Iterable[str], words: Vocabulary) -> str:
    """Return the first line of every report."""
    counted = Counter(verdicts)
    total, left = sum(counted.values()), sum(counted[key] for key in UNCHECKED)
    why = "；".join(f"{words[key].label} {counted[key]} 处" for key in UNCHECKED if counted[key])
    counts = f"共 {total} 处，核对 {total - left} 处，未核对 {left} 处"
    return counts + (f"（{why}）" if why else "")
