"""Answer sets as hypothesis makes them: every field, every kind of sign, every length."""

from __future__ import annotations

import datetime
import os

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from lawbook.forms.answers import Answers
from lawbook.forms.form import UNASKED, Field, Form
from lawbook.forms.values import Chosen

# `make bench` sets LAWBOOK_EXAMPLES=1000; 200 are enough for the deep tests, 20 for every run.
MANY = settings(
    max_examples=int(os.environ.get("LAWBOOK_EXAMPLES", "200")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),  # shrinking takes minutes; the seed is fixed
)
FEW = settings(MANY, max_examples=20)
SIGNS = st.one_of(
    st.characters(exclude_categories=()),  # surrogates and control characters too
    st.sampled_from(
        "云澜市一二三（）：。、☐☑√■ \t\n\u00a0\u3000ａ１２３－|*-<>&'\"\\{}%=@😀𠮷\0\x0b\r\ufffe"
    ),
)
FRAGMENTS = (
    "{{ 7*7 }}{% x %}${y}@BODY@",
    "]]><!-- --><w:p/>&amp;&#0;",
    "**粗**字**\n- 项\n- ",
    "| 甲 | 乙\\| |\n|---|---|\n| 丙 |\n\n|丁|戊|",
    "一、目标\n（一）总体。内容\n1.第一\n（1）细",
    "一段很长的文字。" * 1250,  # 10,000 characters
    "\ud800\udfff\x85\u2028\x1c",
    "１３８００００００００",
)
SPECIAL = st.sampled_from(FRAGMENTS)
TEXT = st.one_of(st.text(SIGNS, max_size=60), SPECIAL)


def _chosen(field: Field) -> st.SearchStrategy[tuple[Chosen, ...]]:
    most = 1 if field.kind == "choice" else None
    keys = st.lists(
        st.sampled_from([option.key for option in field.options]), unique=True, max_size=most
    )
    words = st.lists(TEXT, min_size=len(field.options), max_size=len(field.options))
    return st.builds(lambda k, w: tuple(map(Chosen, k, w)), keys, words)


def _value(field: Field, form: Form) -> st.SearchStrategy[object]:
    if field.kind == "date":
        return st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31))
    if field.kind in {"choice", "choices"}:
        return _chosen(field)
    if field.kind == "rows":
        row = st.tuples(*(TEXT for _ in field.columns))
        few, many = st.lists(row, max_size=4), st.lists(row, min_size=48, max_size=50)
        return st.one_of(few, few, few, many).map(tuple)
    hints = st.sampled_from([*form.hints(field), ""])
    beside = st.builds(lambda hint, text: hint + text, hints, TEXT)
    return st.one_of(TEXT, TEXT, TEXT, beside)


def answer_sets(form: Form) -> st.SearchStrategy[Answers]:
    """Answers of a form: any of its fields with anything in them."""
    fields = {
        field.key: _value(field, form) for _, field in form.fields if field.kind not in UNASKED
    }
    values = st.fixed_dictionaries({}, optional=fields)
    return st.builds(
        lambda made, title, mark: Answers(form.key, made, title=title, mark=mark),
        values,
        st.one_of(st.just(""), TEXT),
        st.one_of(st.just(""), TEXT),
    )
