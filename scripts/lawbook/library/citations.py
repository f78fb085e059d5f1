"""The citations of a text, each with a verdict: does it exist, and is it quoted correctly?

What this guide does not hold is never called right, and never said not to exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from lawbook.base.text import EVERY_BLANK
from lawbook.law.citation import Step
from lawbook.law.mention import Mention, Steps, mentions
from lawbook.law.spelling import PATTERNS, RANK, UNITS, fold, under
from lawbook.law.vocabulary import Vocabulary
from lawbook.library import quotation
from lawbook.library.quotation import Quotation
from lawbook.library.quoted import Quoted
from lawbook.library.resolving import Resolved, resolve
from lawbook.library.shelf import Shelf, Volume
from lawbook.library.verdict import Finding, Report

# The maximum distance of a quotation from its citation, in characters.
NEAR = 40
_BASIS, _ASIDE = re.compile(PATTERNS["basis"]), re.compile(PATTERNS["aside"])
_LEAD = re.compile(PATTERNS["lead"])


def report(shelf: Shelf, words: Vocabulary, text: str) -> Report:
    """Return a report on the citations of a text."""
    if not shelf.names.may_stand_in(text):
        return Report((), words)
    return Report(tuple(_Checker(shelf, words, text).findings()), words)


class _Checker:
    def __init__(self, shelf: Shelf, words: Vocabulary, text: str) -> None:
        self.shelf, self.text, self.words = shelf, text, words
        self.mentions = mentions(text, shelf.names)
        self.quotes = self._attached(quotation.quotations(text)) if self.mentions else {}

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def order(self) -> dict[str, int]:
        return {key: number for number, key in enumerate(self.words.keys)}

    def findings(self) -> Iterator[Finding]:
        for number, mention in enumerate(self.mentions):
            finding = self._of(self._within(mention), self.quotes.get(number, []))
            if finding is not None:
                yield finding

    def _attached(self, quotes: list[Quotation]) -> dict[int, list[Quotation]]:
        """Return each quotation by the citation before it, else by the one after it."""
        attached: dict[int, list[Quotation]] = {}
        for quote in quotes:
            before = [n for n, mention in enumerate(self.mentions) if mention.end <= quote.start]
            after = [n for n, mention in enumerate(self.mentions) if mention.start >= quote.end]
            if before and self._joined(self.mentions[before[-1]].end, quote.start):
                attached.setdefault(before[-1], []).append(quote)
            elif after and self._joined(quote.end, self.mentions[after[0]].start):
                attached.setdefault(after[0], []).append(quote)
        return attached

    def _joined(self, start: int, end: int) -> bool:
        return end - start <= NEAR and not re.search("[。;\n]", self.folded[start:end])

    def _within(self, mention: Mention) -> Mention:
        """Resolve 本办法第三条, 本条 and 前款 inside a quotation to the law that is quoted."""
        owner = self._quoting(mention) if mention.how == "relative" else None
        meant = _meant(mention.name, owner.steps[-1:]) if owner else None
        if owner is None or meant is None:
            return mention
        steps = tuple(_below(meant, steps) for steps in mention.steps or ((),))
        return replace(mention, how="named", document=owner.document, steps=steps)

    def _quoting(self, mention: Mention) -> Mention | None:
        """Return the citation to which the quotation around a mention belongs."""
        for number, quotes in self.quotes.items():
            inside = any(q.start <= mention.start and mention.end <= q.end for q in quotes)
            if inside and self.mentions[number].document:
                return self.mentions[number]
        return None

    def _of(self, mention: Mention, quotes: list[Quotation]) -> Finding | None:
        text = self.text[mention.start : mention.end]
        plainly = Finding(mention.start, mention.end, text, "not_held")
        if not mention.document or mention.how in {"foreign", "relative"}:
            is_resolvable = bool(mention.steps) or mention.how == "relative"
            return replace(plainly, detail=_unknown(mention)) if is_resolvable else None
        volume = self.shelf.volumes[mention.document]
        plainly = _shown(volume, Resolved("not_held"), plainly)
        findings = [
            *self._of_name(mention, volume, plainly),
            *self._of_steps(mention, volume, plainly),
        ]
        reached = resolve(volume, mention.steps[-1]).key if mention.steps else ""
        for quote in quotes:
            findings += self._of_quote(mention, volume, reached, quote, plainly)
        if not findings:
            return None
        worst = min(findings, key=lambda finding: self.order[finding.verdict])
        details = dict.fromkeys(finding.detail for finding in (worst, *findings) if finding.detail)
        return replace(
            worst, wrong=any(finding.wrong for finding in findings), detail="；".join(details)
        )

    def _of_name(self, mention: Mention, volume: Volume, base: Finding) -> Iterator[Finding]:
        if mention.how == "misnamed":
            detail = f"没有《{mention.name}》这个名称；现行文件是《{volume.title}》"
            yield replace(base, verdict="misnamed", wrong=True, detail=detail)
        if mention.number and volume.number and not _same_number(mention.number, volume.number):
            detail = f"{volume.name}的文号是{volume.number}"
            yield replace(base, verdict="number", wrong=True, detail=detail)
        if volume.draft and (mention.steps or self._as_basis(mention)):
            wrong = self._as_basis(mention) and not self._aside(mention)
            yield replace(base, verdict="draft", wrong=wrong, detail=_not_in_force(volume))

    def _as_basis(self, mention: Mention) -> bool:
        return bool(_BASIS.search(self.folded[max(0, mention.start - 12) : mention.start]))

    def _aside(self, mention: Mention) -> bool:
        """Return whether the sentence itself says that the draft is only compared."""
        start = max(self.folded.rfind(sign, 0, mention.start) for sign in "。;\n") + 1
        ends = [n for sign in "。;\n" if (n := self.folded.find(sign, mention.end)) >= 0]
        rest = (
            self.folded[start : mention.start] + self.folded[mention.end : min(ends, default=None)]
        )
        return bool(_ASIDE.search(rest))

    def _of_steps(self, mention: Mention, volume: Volume, base: Finding) -> Iterator[Finding]:
        reached = [resolve(volume, steps) for steps in mention.steps]
        if not reached:
            return
        worst = min(reached, key=lambda resolved: self.order[resolved.verdict])
        finding = _shown(volume, worst, replace(base, detail=worst.nearest))
        if mention.how == "assumed":
            assumed = f"没有写明文件，按{volume.name}核对"
            finding = replace(finding, detail="；".join(filter(None, (finding.detail, assumed))))
        yield finding

    def _of_quote(
        self, mention: Mention, volume: Volume, reached: str, quote: Quotation, base: Finding
    ) -> Iterator[Finding]:
        quoted = quotation.parts(quote.text)
        if (mention.steps and not reached) or not quoted:
            return
        judged = Quoted(self.shelf, volume, reached, quoted, self._introduced(mention, quote))
        if finding := judged.verdict(base):
            yield _shown(volume, Resolved(finding.verdict, reached), finding)

    def _introduced(self, mention: Mention, quote: Quotation) -> bool:
        if quote.start < mention.end:
            return True
        between = self.folded[mention.end : quote.start]
        return not between.strip(EVERY_BLANK) or bool(_LEAD.search(between))


def _same_number(written: str, other: str) -> bool:
    def key(number: str) -> str:
        return re.sub(r"[ \t]|第(?=[0-9])", "", re.sub(r"[\[\](<>)]", "|", fold(number)))

    return key(written).endswith(key(other))


def _meant(name: str, owner: tuple[Steps, ...]) -> Steps | None:
    """Return the steps that 前款 or 本条 means in ``owner``; empty for the law, None if unclear."""
    unit = UNITS.get(name[-1:], "")
    if not unit:
        return () if name else None
    kept = tuple(step for steps in owner for step in steps if RANK[step.unit] <= RANK[unit])
    if not kept or kept[-1].unit != unit:
        return None
    number = kept[-1].number
    if name[0] not in "前上":
        return kept
    return (*kept[:-1], Step(unit, (number[0] - 1,))) if len(number) == 1 < number[0] else None


def _below(kept: Steps, steps: Steps) -> Steps:
    for step in steps:
        kept = under(kept, step, joined=False)
    return kept


def _unknown(mention: Mention) -> str:
    if mention.name[-1:] in UNITS and mention.how == "relative":
        return f"“{mention.name}”指哪一处，文中看不出"
    if mention.how == "relative":
        return f"“{mention.name}”指哪份文件，文中看不出" if mention.name else "没有写明是哪份文件"
    return f"本指南未收录《{mention.name}》；未核对不等于没有这一条"


def _not_in_force(volume: Volume) -> str:
    return f"{volume.name}没有法律效力，只供对照"


def _shown(volume: Volume, resolved: Resolved, base: Finding) -> Finding:
    provision = volume.provisions.get(resolved.key)
    return replace(
        base,
        verdict=resolved.verdict,
        wrong=base.wrong or resolved.verdict in {"no_article", "no_part"},
        display=provision.display if provision else volume.name,
        url=provision.url if provision else f"documents/{volume.key}/",
        mark=volume.mark if volume.whole else volume.authority,
        checked=volume.checked,
        citation=f"{volume.key}/{resolved.key}" if provision else volume.key,
    )
