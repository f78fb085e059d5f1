"""Consistent usage: the word this guide writes for a thing, and those that it does not."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from lawbook.law.record import Record, Text


class Usage(Record):
    """A word that this guide uses, and the words that it does not use for the same thing.

    ``never`` are other words for the same thing; ``unless`` are files of the project that may
    contain them, because they read what people write.
    """

    write: Text
    means: Text
    never: tuple[Text, ...] = ()
    unless: tuple[Text, ...] = ()


class UsageFile(Record):
    """``data/vocabulary/usage.yml``: the words that the glossary shows and the check holds."""

    key: Literal["usage"]
    words: Annotated[tuple[Usage, ...], Setting(min_length=1)]
