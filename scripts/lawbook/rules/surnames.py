"""Family names (``data/rules/surnames.yml``): how to tell them from words, and their spelling."""

from __future__ import annotations

from typing import Literal

from pydantic import Field as Setting

from lawbook.law.record import Record


class Surnames(Record):
    """``data/rules/surnames.yml``; characters are written side by side in one text.

    ``particles`` are words of their own, ``adverbs`` given names that are. ``before`` and
    ``after``: a family name → the characters with which it forms another word. ``syllables``: each
    with the first of the common characters that has this reading, in their order; ``readings``: a
    syllable → further characters with that reading.
    """

    key: Literal["surnames"] = "surnames"
    particles: str = ""
    adverbs: str = ""
    before: dict[str, str] = Setting(default_factory=dict)
    after: dict[str, str] = Setting(default_factory=dict)
    syllables: str = ""
    readings: dict[str, str] = Setting(default_factory=dict)
