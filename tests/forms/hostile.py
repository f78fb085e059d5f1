"""Answers and answer files that nobody would write, made from a seed."""

from __future__ import annotations

import datetime
from random import Random
from typing import Any

from answersets import FRAGMENTS

from lawbook.forms.answers import HEAD, Answers
from lawbook.forms.form import UNASKED, Field, Form
from lawbook.forms.values import Chosen, Value

SIGNS = (
    "云澜市一二三四（）：。、☐☑√■ \t\n\u00a0\u3000ａ１２－|*-<>&'\"\\{}%=@\0\x0b\x1f\x7f\x85\r"
    "\ufffe\uffff\ufeff\u2028\u2029\u200b\u202e\ud800\udfff😀𠮷👩‍👩‍👧é\u0301ﬁİßſＫ#?,[]!~`^$ "
)
PIECES = (
    *FRAGMENTS[:5],
    *FRAGMENTS[6:],
    "\r\n\r\n",
    "一、",
    "（二）目标",
    "十一、很长的标题" * 6 + "。",
    "- ",
    "-  项",
    "**",
    "***粗***",
    "** **",
    "||",
    "|-|",
    "| a | b |\n| :-: | --- |\n| c \\| d |",
    "|甲|\n\n|乙|丙|丁|\n|---|\n",
    "|x\\|\n|y|",
    "\\|",
    "2026年12月1日",
    "2026-2-30",
    "0000-01-01",
    "9999-12-31",
    "null",
    "- a: b",
    "key: |-\n  x",
    *(f"一、{'字' * n}。{'后' * (n % 3)}" for n in range(36, 39)),
    *(f"（一）{'😀' * n}" for n in range(36, 39)),
    *(f"|{'头' * n}|a|\n|b|" for n in range(197, 201)),
    "|",
    "**粗体一、**（一）",
    "13800000000",
    "lianxi@example.com",
    "010-00000000-1",
    *(f"[{sign}]" for sign in "\x1c\x85\u180e\u200b\u2003\u2028\ufeff"),
)


def text(dice: Random) -> str:
    """A text: nothing, a few odd signs, pieces that mean something, or far too much of them."""
    kind = dice.random()
    if kind < 0.08:
        return ""
    if kind < 0.4:
        return "".join(dice.choices(SIGNS, k=dice.randint(1, 40)))
    if kind < 0.46:
        return "".join(_any_sign(dice) for _ in range(dice.randint(1, 20)))
    if kind < 0.48:
        return dice.choice(("长", "😀", "字 ", "<&>", "|x|\n", "**b**a")) * dice.randint(500, 3000)
    if kind < 0.6:
        return dice.choice(PIECES)
    made = (piece(dice) for _ in range(dice.randint(2, 8)))
    return dice.choice(("", "\n", " ")).join(made)


def _any_sign(dice: Random) -> str:
    """Any sign but those of symbol fonts, which are read as what they show (√, ☑)."""
    code = dice.randint(0, 0x10FFFF)
    return "�" if 0xF020 <= code <= 0xF0FF else chr(code)


def piece(dice: Random) -> str:
    if dice.random() < 0.5:
        return dice.choice(PIECES)
    return "".join(dice.choices(SIGNS, k=dice.randint(0, 6)))


def answers(dice: Random, form: Form) -> Answers:
    """Answers of a form: any of its fields with anything in them."""
    share = dice.choice((0.1, 0.5, 1.0))
    values: dict[str, Value] = {}
    for _, field in form.fields:
        if field.kind not in UNASKED and dice.random() < share:
            values[field.key] = value(dice, form, field)
    head = [dice.choice(("", "", text(dice))) for _ in range(2)]
    return Answers(form.key, values, title=head[0], mark=head[1])


def value(dice: Random, form: Form, field: Field) -> Value:
    if field.kind == "date":
        return datetime.date.fromordinal(dice.randint(1, datetime.date.max.toordinal()))
    if field.kind in {"choice", "choices"}:
        most = 1 if field.kind == "choice" else len(field.options)
        keys = dice.sample([one.key for one in field.options], dice.randint(0, most))
        again = dice.choices(keys, k=1) if keys and dice.random() < 0.1 else []
        return tuple(Chosen(key, text(dice)) for key in (*keys, *again))
    if field.kind == "rows":
        count = dice.choice((0, 1, 2, 3, 12))
        return tuple(tuple(text(dice) for _ in field.columns) for _ in range(count))
    hint = dice.choice((*form.hints(field), "")) if dice.random() < 0.2 else ""
    return hint + text(dice)


def tree(dice: Random, form: Form) -> Any:
    """An answer file's tree: mostly of the right shape, with anything in it."""
    if dice.random() < 0.01:
        return dice.choice(([], "text", None, {}, {"answers": []}))
    made: dict[str, Any] = {"form": form.key}
    if dice.random() < 0.03:
        made["form"] = dice.choice((None, "pilot", ["x"], {"a": None}, text(dice)))
    for key in ("key", "title", "mark"):
        if dice.random() < 0.3:
            made[key] = dice.choice((text(dice), text(dice), None, ["x"]))
    if dice.random() < 0.05:
        made[mistaken(dice, [*HEAD, *HEAD.values()])] = None
    share = dice.choice((0.2, 0.6, 1.0))
    wild = dice.choice((0.0, 0.0, 0.03, 0.4))  # the share of answers of a wrong shape
    given = {
        field.key: anything(dice) if dice.random() < wild else raw(dice, field, wild)
        for _, field in form.fields
        if dice.random() < share and (field.kind not in UNASKED or dice.random() < wild)
    }
    if dice.random() < wild:
        words = [word for _, field in form.fields for word in (field.key, field.called)]
        given |= {mistaken(dice, words): text(dice) for _ in range(dice.randint(1, 3))}
    keys = dice.sample(list(given), len(given))
    return made | {"answers": {key: given[key] for key in keys}}


def mistaken(dice: Random, words: list[str]) -> str:
    """A word that is nearly one of some, or not at all."""
    kind = dice.random()
    if kind < 0.1:
        return text(dice)
    if kind < 0.2:  # long
        return dice.choice(words) * dice.randint(10, 60) + dice.choice(words)
    word = list(dice.choice(words))
    for _ in range(dice.randint(0, 4)):
        place = dice.randint(0, len(word))
        put = dice.choices("_abcdeopt系联人时间1", k=dice.randint(0, 2))
        word[place : place + dice.randint(0, 2)] = put
    return "".join(word)


DAYS = (
    "2000-2-29",
    "1900-02-29",
    "2100年2月29日",
    "2024-02-29",
    "2026-04-31",
    "2026-12-31",
    "0001-1-1",
)
WRITTEN = ("{:04}-{}-{}", "{:04}年{}月{:02}日", " {:04}-{:02}月{}日\n", "{}-{}-{}")


def raw(dice: Random, field: Field, wild: float) -> Any:
    """An answer as a file holds it."""
    if field.kind == "date" and dice.random() < 0.2:
        return dice.choice(DAYS if dice.random() < wild else DAYS[:1])
    if field.kind == "date":
        year, month, day = dice.randint(0, 9999), dice.randint(0, 13), dice.randint(0, 32)
        if dice.random() >= wild:
            year, month, day = max(year, 1), month % 12 + 1, day % 28 + 1
        return dice.choice(WRITTEN).format(year, month, day)
    if field.kind in {"choice", "choices"}:
        items = [option(dice, field, wild) for _ in range(dice.randint(0, 4))]
        return items if field.kind == "choices" else (items[0] if items else None)
    if field.kind == "rows":
        return [row(dice, field, wild) for _ in range(dice.choice((0, 1, 2, 5)))]
    made = text(dice)
    return made if field.kind == "long_text" or dice.random() < wild else made.replace("\n", "")


def option(dice: Random, field: Field, wild: float) -> Any:
    one = dice.choice(field.options)
    word = dice.choice((one.key, one.label))
    if dice.random() < wild:
        word = mistaken(dice, [word])
    kind = dice.random()
    if kind < wild:
        return anything(dice)
    if kind < 0.5 and (one.requires_text or dice.random() < wild):
        return {word: dice.choice((None, text(dice)))}
    return f" {word}\n" if kind > 0.9 else word


def row(dice: Random, field: Field, wild: float) -> Any:
    if dice.random() < wild:
        return anything(dice)
    made = {one.key: cell(dice, one.options) for one in field.columns if dice.random() < 0.8}
    if dice.random() < wild:
        made[mistaken(dice, [one.key for one in field.columns])] = text(dice)
    return made


def cell(dice: Random, options: tuple[str, ...]) -> Any:
    return dice.choice((*options, text(dice), text(dice), None))


def anything(dice: Random) -> Any:
    choices = (None, "", text(dice), [], {}, [text(dice)], {text(dice): text(dice)}, [[None]])
    return dice.choice((*choices, {"a": "b", "c": {}}, [{"a": None, "b": "x"}], [{}]))
