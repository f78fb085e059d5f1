"""Answer files as they are broken by hand: signs lost, doubled, typed in the wrong place."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SIGNS = [
    *":-?[]{},#&*!|>'\"%@` \t\n\r\\甲“\u00a0\u3000\ufeff~😀=0",
    *("\r\n", "- ", ": ", "  ", "\n\n", "---", "...", "<<", "!!str ", "&a ", "*a", "|+", ">-"),
    *("|2", "% ", "# ", "? ", "\n- ", "\n  ", "\n\t", '""', "''", '"\n'),
]
SMALL = """form: review-application
answers:
  leader: 甄样例
  review_list:
    - opinion
    - other: 说明
  people:
    - name: 甲
      work: |-
        一
        二
    - {name: 乙, work: "丙"}
  purpose: >-
    折
    行
  x: [a, b]
  y: '单引'
"""


def mangled(dice: Random, texts: list[str], count: int) -> Iterator[str]:
    """So many texts, each changed in one to three places."""
    for _ in range(count):
        text = dice.choice(texts)
        for _ in range(dice.choice((1, 1, 1, 2, 3))):
            text = _lines(dice, text) if dice.random() < 0.2 else _signs(dice, text)
        yield text


def _signs(dice: Random, text: str) -> str:
    place = dice.randrange(len(text) + 1)
    act = dice.randrange(4)
    if act == 0:
        return text[:place] + text[place + dice.choice((1, 1, 2, 5, 20)) :]
    if act == 1:
        other = dice.randrange(len(text) + 1)
        return text[:place] + text[other : other + dice.randrange(30)] + text[place:]
    return text[:place] + dice.choice(SIGNS) + text[place + (act == 2) :]


def _lines(dice: Random, text: str) -> str:
    lines = text.split("\n")
    number = dice.randrange(len(lines))
    act = dice.randrange(4)
    if act == 0:
        lines[number] = " " * dice.randrange(4) + lines[number]
    elif act == 1:
        lines[number] = lines[number].lstrip()
    elif act == 2:
        lines.insert(dice.randrange(len(lines)), lines[number])
    else:
        del lines[number]
    return "\n".join(lines)
