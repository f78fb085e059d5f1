"""Answers in other words, for benchmarks: what was made of one file must not help with the next."""

from __future__ import annotations

from dataclasses import replace

from lawbook.forms.answers import Answers

LONG = 30
FIRST, MANY = 0x9000, 0xFA0  # rare Han signs, which no rule knows


def varied(answers: Answers, number: int) -> Answers:
    """The answers with two signs more in the middle of each long text, others for each number."""
    signs = chr(FIRST + number % MANY) + chr(FIRST + number * 7 % MANY)
    values = {
        key: value[: len(value) // 2] + signs + value[len(value) // 2 :]
        if isinstance(value, str) and len(value) > LONG
        else value
        for key, value in answers.values.items()
    }
    return replace(answers, values=values)
