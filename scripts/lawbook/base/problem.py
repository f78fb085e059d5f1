"""A fault in the data or in what a person typed: where it is, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One fault, one line.

    ``where`` is ``file:line`` for data and the visible label for answers in a form.

    >>> print(Problem("data/forms/plan.yml:3", "缺少 basis；请写出依据的条款"))
    data/forms/plan.yml:3: 缺少 basis；请写出依据的条款
    """

    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by file and line (line 9 before line 10).

    >>> [p.where for p in in_order([Problem("a.yml:10", "x"), Problem("a.yml:9", "x")])]
    ['a.yml:9', 'a.yml:10']
    """
    return tuple(sorted(set(problems), key=lambda problem: _natural(str(problem))))


def _natural(text: str) -> list[tuple[int, str]]:
    return [(int(part) if part.isdigit() else -1, part) for part in re.split(r"([0-9]+)", text)]


class ProblemsFound(Exception):  # noqa: N818 - it reads as what happened
    """Bad data, all faults at once; a bug is another exception."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
