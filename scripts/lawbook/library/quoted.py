"""Judge a quotation against the provision that it is said to come from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from lawbook.library import quotation
from lawbook.library.quotation import Change, compared, holds, marked, plain
from lawbook.library.resolving import article
from lawbook.library.shelf import Shelf, Volume
from lawbook.library.verdict import Finding

# Shorter words in quotation marks are terms, not sentences of a text.
TERM, SENTENCE = 6, 8


@dataclass(frozen=True)
class Quoted:
    """One quotation and the provision that it is said to come from."""

    shelf: Shelf
    volume: Volume
    reached: str
    quoted: list[str]
    introduced: bool

    @cached_property
    def joined(self) -> str:
        """Return all parts as one text."""
        return "".join(self.quoted)

    @property
    def sentence(self) -> bool:
        """Return whether it is long enough to be more than a term."""
        return len(self.joined) >= SENTENCE

    def verdict(self, base: Finding) -> Finding | None:
        """Return the finding on the quotation, or None if it may not be one of this text."""
        text = plain(self.volume.words(self.reached))
        if text and holds(text, self.quoted):
            note = "" if self.volume.whole else self.volume.mark
            return replace(base, verdict="same", detail=note)
        if text:
            return self._of_held(text, base)
        return self._of_unheld(base) if self.sentence or self.introduced else None

    def _of_held(self, text: str, base: Finding) -> Finding | None:
        if elsewhere := self._elsewhere():
            return replace(base, verdict="altered", wrong=True, detail=elsewhere)
        if self.sentence and self.volume.key == self.shelf.names.current and self._in_draft():
            elsewhere = "引号内的文字见于征求意见稿，与收录的正式文本不同"
            return replace(base, verdict="draft", wrong=True, detail=elsewhere)
        near = self._near(text, base)
        if near is None and self.volume.cut(self.reached):
            return self._of_unheld(base)
        return near or self._none(base)

    def _near(self, text: str, base: Finding) -> Finding | None:
        changes: list[Change] = []
        away = 0
        for part in self.quoted:
            distance, differing = compared(part, text)
            away, changes = away + distance, changes + differing
        long = len(self.joined) >= (4 if self.introduced else TERM)
        if not long or away > quotation.NEAR * len(self.joined):
            return None
        detail = f"与原文对照：{marked(changes)}"
        return replace(base, verdict="altered", wrong=True, detail=detail, changes=tuple(changes))

    def _none(self, base: Finding) -> Finding | None:
        if not (self.sentence and self.introduced and self.reached):
            return None
        detail = f"{self.volume.provisions[self.reached].display}没有引号内的文字"
        return replace(base, verdict="altered", wrong=True, detail=detail)

    def _elsewhere(self) -> str:
        """Return where in the same document a sentence really occurs."""
        if not self.sentence or not self.reached:
            return ""
        tops = dict.fromkeys((article(self.reached), *map(article, self.volume.provisions)))
        for key in (top for top in tops if top in self.volume.provisions):
            if not key.startswith("ch-") and holds(plain(self.volume.words(key)), self.quoted):
                return f"引号内的文字在{self._finest(key)}"
        return ""

    def _finest(self, key: str) -> str:
        inside = [inner for inner in self.volume.provisions if inner.startswith(f"{key}/")]
        exact = [inner for inner in inside if holds(plain(self.volume.words(inner)), self.quoted)]
        return self.volume.provisions[exact[-1] if exact else key].display

    def _of_unheld(self, base: Finding) -> Finding | None:
        if self.sentence and self.volume.key == self.shelf.names.current:
            reading = self._in_reading()
            if not reading and (elsewhere := self._in_draft()):
                detail = f"引号内的文字见于{elsewhere}；正式文本未收录，不能确认仍是这样写的"
                return replace(base, verdict="draft", wrong=True, detail=detail)
            if reading:
                detail = f"引号内的文字见于{reading}，条文的原话没有核对"
                return replace(base, verdict="article_only", detail=detail)
        detail = "引号内的文字没有核对"
        known = self.sentence and self.reached  # a whole document would be no answer
        return replace(base, verdict="article_only", detail=detail) if known else None

    def _in_draft(self) -> str:
        return self._in(self.shelf.volumes.get(self.shelf.names.draft))

    def _in_reading(self) -> str:
        others = (
            volume for volume in self.shelf.volumes.values() if volume.whole and not volume.draft
        )
        return next(filter(None, (self._in(volume) for volume in others)), "")

    def _in(self, volume: Volume | None) -> str:
        if volume is None or not holds(plain(volume.words("")), self.quoted):
            return ""
        inside = [key for key in volume.provisions if holds(plain(volume.words(key)), self.quoted)]
        return volume.provisions[inside[-1]].display if inside else volume.name
