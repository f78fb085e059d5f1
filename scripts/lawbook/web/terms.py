"""How the search cuts text, in Python: the twin of ``assets/search/text.js``.

Only a large site needs it, whose postings are made when the site is built; a test runs both on
the same texts and compares them term by term.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator

from lawbook.numerals import from_han

_NUMERAL = "[〇零一二两三四五六七八九十百千]+|[0-9]+"
_UNIT = "工作日|自然日|小时|钟头|部分|[天日月年周条款项章节人名位问号类种次]"
_COUNTED = re.compile(f"({_NUMERAL})[)）]?个?({_UNIT})")
_SHARE = re.compile(f"({_NUMERAL})分之({_NUMERAL})|([0-9]+)/([0-9]+)")
_ARTICLE = re.compile(r"\bart-?([0-9]+)", re.ASCII)
_SAME = {"天": "日", "自然日": "日", "名": "人", "位": "人", "钟头": "小时"}
_RUN = re.compile(
    "[\u3400-\u9fff\u3007\uf900-\ufaff\ud800-\udfff0-9a-z]+",
)


def folding(traditional: str) -> Callable[[str], str]:
    """A function that gives text in one form, sign for sign."""
    known = {pair[0]: pair[1] for pair in traditional.split(" ") if len(pair) == 2}

    def sign(one: str) -> str:
        if one not in known:
            folded = unicodedata.normalize("NFKC", one).lower()
            known[one] = folded if len(folded) == 1 else one
        return known[one]

    return lambda text: "".join(map(sign, _units(text)))


def _units(text: str) -> str:
    """Text in the units that browsers count: signs beyond the basic plane become two."""
    if all(ord(sign) < 0x10000 for sign in text):
        return text
    data = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(data[at] + 256 * data[at + 1]) for at in range(0, len(data), 2))


def terms(folded: str) -> Counter[str]:
    """All terms of a folded text with their frequency.

    >>> sorted(terms("三十日内"))
    ['#30日', '三十', '内', '十日', '日内']
    """
    return Counter((*_pairs(folded), *_numbers(folded)))


def _pairs(folded: str) -> Iterator[str]:
    for run in _RUN.findall(folded):
        yield from (run[at : at + 2] for at in range(len(run) - 1))
        yield run[-1]


def _numbers(folded: str) -> Iterator[str]:
    for numeral, unit in _COUNTED.findall(folded):
        yield f"#{from_han(numeral)}{_SAME.get(unit, unit)}"
    for below, above, first, second in _SHARE.findall(folded):
        yield f"#{from_han(above)}/{from_han(below)}" if below else f"#{first}/{second}"
    for number in _ARTICLE.findall(folded):
        yield f"#{int(number)}条"
