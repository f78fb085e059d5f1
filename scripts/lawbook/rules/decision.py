"""The self-test as data: questions, the names that hold, the verdict and what follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, model_validator
from pydantic import Field as Setting

from lawbook.law.record import FieldKey, Key, Record, Text, no_key_twice
from lawbook.rules.condition import Conditions
from lawbook.rules.duration import periods
from lawbook.rules.rule import Based, Ground, Named, Rule

Kind = Literal["finding", "duty", "where", "material", "form", "deadline", "note"]
Level = Literal["need", "ask"]
Button = Literal["fill", "deadlines", "print", "sheet", "criteria", "record"]


class Part(Record):
    """A stretch of the self-test: the situation, the facts, who reviews."""

    key: Key
    title: Text


class Answer(Named):
    """An answer. One ``alone`` excludes all others; of those with the same ``clash``, one is given.

    ``only_if``: it is offered only if this holds. ``why`` says what it leads to.
    """

    label: Text
    alone: bool = False
    clash: Key | None = None
    only_if: Conditions = ()
    why: Text | None = None


class Question(Rule):
    """One question; of kind ``several`` if more than one answer may be given.

    It is asked if all of ``only_if`` hold. ``statements`` are shown before the answers.
    ``human_judgement``: some of its answers need judgement, so it has an answer ``unsure``.
    """

    kind: Literal["one", "several"] = "one"
    only_if: Conditions = ()
    part: Key
    ask: Text
    help: Text | None = None
    statements: tuple[Text, ...] = ()
    human_judgement: bool = False
    answers: Annotated[tuple[Answer, ...], AfterValidator(no_key_twice), Setting(min_length=2)]

    def answer(self, key: str) -> Answer | None:
        """Return the answer of a key, if the question has it."""
        return next((answer for answer in self.answers if answer.key == key), None)

    @model_validator(mode="after")
    def _answers_fit(self) -> Question:
        keys = [answer.key for answer in self.answers]
        if self.human_judgement and "unsure" not in keys:
            raise ValueError(f"问题 {self.key} 由人判断，须有答案 unsure（说不清）")
        if self.kind == "one" and any(answer.alone or answer.clash for answer in self.answers):
            raise ValueError(f"问题 {self.key} 只能选一个答案，不写 alone 和 clash")
        return self


class Term(Record):
    """A name for a condition on a sheet, which may use the names above it."""

    key: Key
    only_if: Annotated[Conditions, Setting(min_length=1)]


class Ours(Rule):
    """A statement that may be our own reading of its grounds (本指南的理解)."""

    understood: bool = False


class Wording(Record):
    """Words that are used if all of ``only_if`` hold."""

    only_if: Conditions = ()
    text: Text


class Reason(Ours):
    """Why a review is needed (``need``) or the committee is asked first (``ask``).

    ``found``: the texts inserted at ``{found}``: those that hold, one after another.
    """

    level: Level
    only_if: Annotated[Conditions, Setting(min_length=1)]
    title: Text
    text: Text
    found: tuple[Wording, ...] = ()

    @model_validator(mode="after")
    def _found_has_its_place(self) -> Reason:
        if ("{found}" in self.text) != bool(self.found):
            raise ValueError(f"理由 {self.key} 的 {{found}} 和 found 应同时写出")
        return self

    def with_words(self, words: Iterable[str]) -> Reason:
        """Return this reason with these words for ``{found}`` in its text."""
        return self.model_copy(update={"text": self.text.replace("{found}", "、".join(words))})

    @property
    def full_text(self) -> str:
        """Return the text with every wording that it may have."""
        return self.with_words(wording.text for wording in self.found).text


class Listed(Rule):
    """An item of a list for expert re-review: when it applies, when the committee is asked.

    ``hit`` and ``maybe`` are the names of terms.
    """

    title: Text
    hit: Key
    maybe: Key


class Limit(Wording, Based):
    """Words that state a number of days, hours or months, with what they rest on."""

    basis: Annotated[tuple[Ground, ...], Setting(min_length=1)]
    deadlines: tuple[Key, ...] = ()


class Slot(Record):
    """A part of a verdict's sentence: the first wording that holds, or nothing."""

    key: Key
    title: Text
    says: tuple[Limit | Wording, ...]

    @model_validator(mode="after")
    def _numbers_have_grounds(self) -> Slot:
        for wording in self.says:
            if periods(wording.text) and not isinstance(wording, Limit):
                raise ValueError(f"“{wording.text}”写了期限，须写 basis 和 confidence")
        return self


class Verdict(Record):
    """A verdict on a sheet; the first whose conditions hold is given.

    ``early``: it is certain before the last question. ``says`` and ``slots`` form its sentence;
    ``next`` are the next steps. ``paper`` is what the button ``sheet`` writes, ``trigger`` the
    moment from which the button ``deadlines`` counts.
    """

    key: Key
    only_if: Conditions = ()
    early: bool = False
    says: Annotated[tuple[Wording, ...], Setting(min_length=1)]
    slots: tuple[Slot, ...] = ()
    buttons: Annotated[tuple[Button, ...], Setting(min_length=1)]
    paper: Text | None = None
    trigger: tuple[Wording, ...] = ()
    next: Annotated[tuple[Wording, ...], Setting(min_length=1)]

    @model_validator(mode="after")
    def _buttons_have_what_they_need(self) -> Verdict:
        if ("sheet" in self.buttons) != (self.paper is not None):
            raise ValueError(f"结论 {self.key} 的按钮 sheet 和 paper 应同时写出")
        if ("deadlines" in self.buttons) != bool(self.trigger):
            raise ValueError(f"结论 {self.key} 的按钮 deadlines 和 trigger 应同时写出")
        return self


class Consequence(Named):
    """What follows if all of ``only_if`` hold; ``understood``: as this guide reads it.

    No result has it together with one that it ``excludes``.
    """

    title: Text
    text: Text
    kind: Kind
    only_if: Conditions = ()
    excludes: tuple[Key, ...] = ()
    understood: bool = False
    deadlines: tuple[Key, ...] = ()
    forms: tuple[Key, ...] = ()


class Fill(Record):
    """What a sheet fills in a form: a box of a choice, or a short text.

    With a ``column`` the text begins a row of a list.
    """

    key: Key
    only_if: Annotated[Conditions, Setting(min_length=1)]
    form: Key
    field: FieldKey
    column: FieldKey | None = None
    option: FieldKey | None = None
    text: Text | None = None
    said: Text

    @model_validator(mode="after")
    def _one_of_the_two(self) -> Fill:
        if (self.option is None) == (self.text is None):
            raise ValueError(f"栏目 {self.field} 应写 option 或 text，且只写一个")
        return self


class Rows(Record):
    """A row of a list for each answer that is ticked, with the answer's words in one column."""

    key: Key
    question: Key
    form: Key
    field: FieldKey
    column: FieldKey
    said: Text

    def fills(self, question: Question) -> Iterator[Fill]:
        """Yield what each answer fills, under its own key."""
        taken = {"form": self.form, "field": self.field, "column": self.column, "said": self.said}
        for answer in question.answers:
            if not answer.alone:
                ticked = {"question": question.key, "answers": [answer.key]}
                own = {"key": f"{self.key}-{answer.key}", "text": answer.label}
                yield Fill.model_validate({**taken, **own, "only_if": [ticked]})


class Pointer(Record):
    """A help for judging: a focus of the review, or the example nearest to the case.

    ``far``: no example is near; this one only shows how to write.
    """

    only_if: Annotated[Conditions, Setting(min_length=1)]
    criterion: Key | None = None
    example: Key | None = None
    far: bool = False

    @model_validator(mode="after")
    def _one_of_the_two(self) -> Pointer:
        if (self.criterion is None) == (self.example is None):
            raise ValueError("应写 criterion 或 example，且只写一个")
        return self


class Plain(Record):
    """The plain answer to a question, from which tables of outcomes start."""

    question: Key
    answers: tuple[Key, ...]


class Decision(Record):
    """``data/rules/decision.yml``. Each list may use the names of those before it.

    The questions are asked in the order of the file, so they form no cycle. ``plain`` is a sheet on
    which no fact is ticked.
    """

    key: Literal["decision"] = "decision"
    plain: tuple[Plain, ...] = ()
    parts: tuple[Part, ...] = ()
    questions: Annotated[tuple[Question, ...], AfterValidator(no_key_twice)] = ()
    terms: tuple[Term, ...] = ()
    lists: tuple[Listed, ...] = ()
    reasons: Annotated[tuple[Reason, ...], AfterValidator(no_key_twice)] = ()
    verdicts: tuple[Verdict, ...] = ()
    consequences: Annotated[tuple[Consequence, ...], AfterValidator(no_key_twice)] = ()
    fills: tuple[Fill, ...] = ()
    rows: tuple[Rows, ...] = ()
    pointers: tuple[Pointer, ...] = ()

    @cached_property
    def filled(self) -> tuple[Fill, ...]:
        """Return everything that a sheet may fill: boxes, words, rows."""
        asked = [(rows, self.question(rows.question)) for rows in self.rows]
        fills = (fill for rows, question in asked if question for fill in rows.fills(question))
        return (*self.fills, *fills)

    @cached_property
    def _by_key(self) -> dict[str, Question]:
        return {question.key: question for question in self.questions}

    def question(self, key: str) -> Question | None:
        """Return the question of a key, if there is one."""
        return self._by_key.get(key)
