"""Family names, as ``data/rules/surnames.yml`` tells them from other words, and their spelling."""

from __future__ import annotations

from typing import Literal

from pydantic import Field as Setting

from lawbook.law.record import Record


class Surnames(Record):
    """``data/rules/surnames.yml``; signs stand beside each other in a text.

    ``particles`` are words of their own, ``adverbs`` given names that are. ``before`` and
    ``after``: a family name → the signs with which it makes another word. ``syllables``: each with
    the first of the common characters that is read so, in their order; ``readings``: a syllable →
    signs that are read so besides.
    """

    key: Literal["surnames"] = "surnames"
    particles: str = ""
    adverbs: str = ""
    before: dict[str, str] = Setting(default_factory=dict)
    after: dict[str, str] = Setting(default_factory=dict)
    syllables: str = ""
    readings: dict[str, str] = Setting(default_factory=dict)
