"""Answers for programs and models, each naming whose words it gives.

Each answer is a tree of plain values. Whatever is cited comes with citation, authority, mark and
the day of the last check; ``held: false`` means that this guide does not have it, which never means
that it does not exist.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from lawbook.base import jsontext, yamlfile
from lawbook.base.problem import ProblemsFound
from lawbook.checks import filled_form
from lawbook.forms.answers import reading_of
from lawbook.forms.form import OUR_ADVICE
from lawbook.law.citation import Citation
from lawbook.library import citing, grounds
from lawbook.library.citations import report
from lawbook.library.library import Library
from lawbook.library.quotation import plain
from lawbook.library.shelf import shelf
from lawbook.rules.counting import due, notes, start_of
from lawbook.rules.routing import route
from lawbook.rules.rule import Based, FactId, Ground

Tree = dict[str, object]
NOT_HELD = "本指南未收录，或者没有找到；这不等于不存在。请核对官方原文，不要自行补写。"
MOST_FOUND = 10


@dataclass(frozen=True)
class Machine:
    """The answers about one project."""

    library: Library

    def find(self, words: str) -> Tree:
        """Return the provisions whose words are nearest to a question."""
        pairs = _pairs(words)
        scored = sorted(
            ((_share(pairs, text), str(citation)) for citation, text in self._texts()),
            key=lambda score: (-score[0], score[1]),
        )
        nearest = [
            self._provision(Citation.parse(key))
            for share, key in scored[:MOST_FOUND]
            if share > 0.3
        ]
        return {"held": bool(nearest), "found": nearest} | ({} if nearest else {"note": NOT_HELD})

    def cite(self, citation: str) -> Tree:
        """Return the provisions that a citation names, in any usual spelling."""
        try:
            answers = citing.answers(self.library, citation)
        except ProblemsFound as error:
            return {"held": False, "why": _lines(error), "note": NOT_HELD}
        return {
            "held": True,
            "found": [
                self._provision(answer.citation)
                | {
                    "notes": list(answer.notes),
                    "others": [self._name(other) for other in answer.others],
                }
                for answer in answers
            ],
        }

    def citations(self, text: str) -> Tree:
        """Return each citation of a text with its verdict."""
        words = self.library.vocabularies["verdicts"]
        result = report(shelf(self.library), words, text)
        findings = [
            asdict(finding)
            | {"verdict": words[finding.verdict].label, "must_change": finding.wrong}
            for finding in result.findings
        ]
        for row in findings:
            row.pop("wrong")
            document = str(row["citation"]).partition("/")[0]
            known = shelf(self.library).volumes.get(document)
            row["authority"] = known.authority if known else ""
        return {"summary": result.summary, "citations": findings, "note": NOT_HELD}

    def route(self, answers: Mapping[str, str]) -> Tree:
        """Return the next question, or the verdict with its reasons and consequences."""
        try:
            result = route(self.library.rules.decision, dict(answers))
        except ProblemsFound as refused:
            return {"why": _lines(refused)}
        told: Tree = {
            "verdict": result.sentence if result.verdict else None,
            "reasons": [{"text": reason.text} | self._grounds(reason) for reason in result.reasons],
            "next": list(result.next),
            "result": [
                {"kind": consequence.kind, "title": consequence.title, "text": consequence.text}
                | self._grounds(consequence)
                for consequence in result.consequences
            ],
            "unused": list(result.unused),
        }
        if result.question is None:
            return told
        known = {answer.key: answer.label for answer in result.question.answers}
        asked = {"key": result.question.key, "ask": result.question.ask, "answers": known}
        return {"question": asked | self._grounds(result.question)} | told

    def deadlines(
        self, trigger: str, date: str, listed: bool | None = None, place: str | None = None
    ) -> Tree:
        """Return the deadlines that run from a date."""
        book = self.library.rules.deadlines
        if trigger not in {trigger.key for trigger in book.triggers}:
            return {
                "why": "没有这个起算事项",
                "known": {trigger.key: trigger.label for trigger in book.triggers},
            }
        if place is not None and place not in book.local_places:
            return {"why": "没有这个地方的期限", "known": list(book.local_places)}
        try:
            start = start_of(date, "date")
        except ProblemsFound as refused:
            return {"why": _lines(refused)}
        calendar = self.library.work_calendar
        ends = [
            due(start, deadline, calendar)
            for deadline in book.after(trigger, listed=listed, place=place)
        ]
        return {
            "deadlines": [
                {
                    "title": end.deadline.title,
                    "period": end.deadline.period,
                    "last_day": str(end.plain) if end.plain else None,
                    "rolled": str(end.rolled) if end.rolled else None,
                    "notes": list(notes(end, book, calendar)),
                }
                | self._grounds(end.deadline)
                for end in ends
            ]
        }

    def form_check(self, answers: str) -> Tree:
        """Return what has to be corrected in an answer file (YAML or JSON)."""
        try:
            file = yamlfile.parse(*jsontext.unnamed(answers, "answers"))
            read = reading_of(self.library.forms, file)
            remarks = filled_form.remarks(self.library, read.answers)
        except ProblemsFound as refused:
            return {"why": _lines(refused), "known": list(self.library.forms)}
        return {
            "must_change": sum(not remark.advice for remark in remarks),
            "remarks": [_remark(remark) for remark in remarks],
            "checked_on": str(self.library.newest_check),
        }

    def _texts(self) -> Iterator[tuple[Citation, str]]:
        for key in shelf(self.library).volumes:
            for part in self.library.holder(key).walk():
                own = part.heading + part.topic + part.text
                facts = "".join(fact.fact for fact in self.library.facts_on(part.citation))
                yield part.citation, plain(own + facts)

    def _name(self, citation: Citation) -> Tree:
        volume = shelf(self.library).volumes[citation.document]
        return {
            "citation": str(citation),
            "name": self.library.display(citation),
            "authority": volume.authority,
            "status": volume.status,
        }

    def _provision(self, citation: Citation) -> Tree:
        volume = shelf(self.library).volumes[citation.document]
        key = "/".join(map(str, citation.steps))
        text = volume.words(key) if key else ""
        facts = self.library.facts_on(citation)
        return self._name(citation) | {
            "full_form": citing.full_form(self.library, citation),
            "address": self.library.url(citation),
            "mark": volume.mark if text else volume.authority,
            "checked_on": volume.checked,
            "text_held": bool(text),
            "text": text,
            "facts": [
                {
                    "fact": fact.fact,
                    "mark": grounds.term(self.library, fact).label,
                    "checked_on": str(fact.checked),
                }
                for fact in facts
            ],
        }

    def _grounds(self, record: Based) -> Tree:
        """Return what a statement rests on; empty for our own advice."""
        key = grounds.mark(self.library, record)
        understood = bool(getattr(record, "understood", False))
        words = self.library.vocabularies["confidences"]
        return {
            "mark": "本指南的理解" if understood else words[key].label if key else OUR_ADVICE,
            "basis": [self._ground(ground) for ground in record.basis],
            "checked_on": str(self.library.newest_check),
        }

    def _ground(self, ground: Ground) -> Tree:
        if isinstance(ground, FactId):
            fact = self.library.fact(ground)
            return self._name_of(fact.provision) | {
                "fact": fact.fact,
                "mark": grounds.term(self.library, fact).label,
                "checked_on": str(fact.checked),
            }
        return self._name_of(ground)

    def _name_of(self, citation: Citation) -> Tree:
        if citation.document in shelf(self.library).volumes:
            return self._name(citation)
        return {"citation": str(citation), "name": self.library.display(citation)}


def _pairs(words: str) -> frozenset[str]:
    text = plain(words)
    return frozenset(text[n : n + 2] for n in range(len(text) - 1))


def _share(pairs: frozenset[str], text: str) -> float:
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0


def _lines(fault: ProblemsFound) -> str:
    return "；".join(problem.message for problem in fault.problems)


def _remark(remark: filled_form.Remark) -> Tree:
    return {
        "field": remark.field,
        "place": remark.where,
        "reason": remark.reason,
        "basis": remark.basis,
        "remedy": remark.remedy,
        "advice": remark.advice,
    }
