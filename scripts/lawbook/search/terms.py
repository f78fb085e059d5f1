"""How the search cuts text, in Python: the twin of ``assets/search/text.js``.

Only a large site needs it, whose postings are made when the site is built; a test runs both on
the same texts and compares them term by term.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from operator import add

from lawbook.base.numerals import from_han

_NUMERAL = "[〇零一二两三四五六七八九十百千]+|[0-9]+"
_UNIT = "工作日|自然日|小时|钟头|部分|项(?!目)|[天日月年周条款章节人名位问号类种次]"
_COUNTED = re.compile(f"({_NUMERAL})[)）]?个?({_UNIT})")
_SHARE = re.compile(f"({_NUMERAL})分之({_NUMERAL})|([0-9]+)/([0-9]+)")
_ARTICLE = re.compile(r"\bart-?([0-9]+)", re.ASCII)
_SAME = {"天": "日", "自然日": "日", "名": "人", "位": "人", "钟头": "小时"}
_DIGIT = re.compile("[〇零一二两三四五六七八九十百千0-9]")
_RUN = re.compile(
    "[\u3400-\u9fff\u3007\uf900-\ufaff\ud800-\udfff0-9a-z]+",
)


class _Folding(dict[int, str]):
    """A table for ``str.translate`` that learns each sign when it first meets it."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        folded = unicodedata.normalize("NFKC", sign).lower()
        self[code] = folded if len(folded) == 1 else sign
        return self[code]


def folding(traditional: str) -> Callable[[str], str]:
    """A function that gives text in one form, sign for sign."""
    pairs = (pair for pair in traditional.split(" ") if len(pair) == 2)
    table = _Folding({ord(pair[0]): pair[1] for pair in pairs})
    return lambda text: _units(text).translate(table)


def _units(text: str) -> str:
    """Text in the units that browsers count: signs beyond the basic plane become two."""
    if text.isascii() or max(text) < "\U00010000":
        return text
    data = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(data[at] + 256 * data[at + 1]) for at in range(0, len(data), 2))


def terms(folded: str) -> Counter[str]:
    """All terms of a folded text with their frequency.

    >>> sorted(terms("三十日内"))
    ['#30日', '三十', '内', '十日', '日内']
    """
    found: list[str] = []
    for run in _RUN.findall(folded):
        found += map(add, run, run[1:])
        found.append(run[-1])
    found += _numbers(folded)
    return Counter(found)


def _numbers(folded: str) -> Iterator[str]:
    if _DIGIT.search(folded) is None:
        return
    for found in _COUNTED.finditer(folded):
        numeral, unit = found.groups()
        if unit == "号" and folded.startswith("月", max(found.start() - 1, 0)):
            unit = "日"  # 3月31号
        yield f"#{from_han(numeral)}{_SAME.get(unit, unit)}"
    for below, above, first, second in _SHARE.findall(folded):
        yield f"#{from_han(above)}/{from_han(below)}" if below else f"#{first}/{second}"
    for number in _ARTICLE.findall(folded):
        yield f"#{int(number)}条"
