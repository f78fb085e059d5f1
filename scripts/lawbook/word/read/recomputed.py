"""Text in a file where the form computes: never read, but compared with the answers."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from lawbook.base.dates import shown_date
from lawbook.base.problem import Problem
from lawbook.base.shared import Shared
from lawbook.forms.answers import Answers
from lawbook.forms.computed import computed, with_ways
from lawbook.forms.form import Form
from lawbook.forms.normal import one_line, solid
from lawbook.forms.values import Value

COMPUTED_NOW: Shared[str] = "按现在的内容是“{text}”"
NOT_COMPUTED: Shared[str] = "现在算不出"
COMPUTED_NOT_READ: Shared[str] = "这一栏是算出的，文件中的“{text}”没有读入；{now}"


def recomputed(form: Form, answers: Answers, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a note for each field that computes something else than the file has.

    ``texts`` are the words of the file by field.
    """
    values, told = computed(form, answers.values), with_ways(form, answers.values)
    for key, text in texts.items():
        if solid(text) not in {solid(_words(values.get(key))), solid(told.get(key, ""))}:
            now = COMPUTED_NOW.format(text=one_line(told[key])) if key in told else NOT_COMPUTED
            message = COMPUTED_NOT_READ.format(text=one_line(text), now=now)
            yield Problem(f"「{form.field(key).called}」", message)


def _words(value: Value | None) -> str:
    if isinstance(value, datetime.date):
        return shown_date(value)
    return value if isinstance(value, str) else ""
