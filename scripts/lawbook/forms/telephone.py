"""Read telephone numbers as people spell them: by their digits, whatever is between these."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lawbook.base.shared import Shared
from lawbook.base.text import BLANKS, COLONS, half_width, one_dash

# The kinds of numbers in our forms: fixed, mobile, service, short, foreign.
NUMBER = (
    "(0[0-9]{2,3}-[0-9]{7,8}(-[0-9]{1,6})?)|(1[3-9][0-9]{9})|([48]00-[0-9]{3}-[0-9]{4}(-[0-9]{1,6})?)"
    "|(1[02][0-9]{3}|9[56][0-9]{3,4})|([+]([1-79][0-9]{0,2}|8[0-57-9][0-9]?)-[0-9]{5,14})"
)
# Blanks separate digits as a dash does; any other means nothing.
PARTING = f"[{BLANKS}_·•~:]+"
IDLE_BEFORE = f"(^|[^0-9)]){PARTING}"
IDLE_AFTER = f"{PARTING}(?![0-9(])"
# Beside a number, its kind or owner: no digits in it.
ASIDE = "[(][^()0-9@]+[)]"
EXTENSION = (
    "[- ]?[(]?(?:公司|单位|电话|座机|总机|总台|前台|办公室|值班室)*"
    "(?:(?:请|再|后|加)*[转接拨](?:分机|内线)?(?:号码?)?|(?:分机|内线)(?:号码?)?"
    "|[Ee][Xx][Tt](?:ension)?[.]?|[Xx*#,])[-: ]*([0-9]{1,6})(?:号|分机)*[)]?$"
)
LAST = "[-(]([0-9]{1,6})[)]?$"  # separated by a character: an extension rather than more digits
AREA_ABROAD = "^[(](?:[+]|00)?86[- ]?([0-9]{2,3})[)][- ]?"
COUNTRY = (
    "^(?:[(]?(?:[+]|00)86[)]?|[(]86[)]|86(?=[- ]|1[3-9](?:[- ]?[0-9]){9}$"
    "|(?:10|2[0-9])(?:[- ]?[0-9]){8}|[3-9][0-9]{2}(?:[- ]?[0-9]){7,8}))[- ]?(?:[(]0[)])?"
)
SERVICE = "^([48]00)([0-9]{3})([0-9]{4})$"
ABROAD = (
    "^[(]?(?:[+]|00)(?!86)(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[124]|9[0-58]|[2-9][0-9]{2})"
    "[)]?[-. ]?(?:[(]0[)])?([0-9(). -]{5,20})$"
)
CITIES = "^0[12]"  # area codes of three digits: 010 and 02x; the others have four
FIGURES_ONLY = "^[(). -]*[0-9][0-9(). -]*$"
BETWEEN_MENTIONS = f"[;,、/|&\n；，{COLONS}]|[和或及与]"
MENTION = "[(（]?[+＋]?[0-9０-９].*[0-9０-９][)）]?"
BRACKETED = "^[(（]([^()（）]+)[)）]$"
LONGEST = 80  # no number is longer, whatever is in it
TELEPHONE: Shared[dict[str, str | int]] = {
    "LONGEST": LONGEST,
    "NUMBER": NUMBER,
    "PARTING": PARTING,
    "IDLE_BEFORE": IDLE_BEFORE,
    "IDLE_AFTER": IDLE_AFTER,
    "ASIDE": ASIDE,
    "EXTENSION": EXTENSION,
    "LAST": LAST,
    "AREA_ABROAD": AREA_ABROAD,
    "COUNTRY": COUNTRY,
    "SERVICE": SERVICE,
    "ABROAD": ABROAD,
    "CITIES": CITIES,
    "FIGURES_ONLY": FIGURES_ONLY,
    "BETWEEN_MENTIONS": BETWEEN_MENTIONS,
    "MENTION": MENTION,
    "BRACKETED": BRACKETED,
}


def plain(text: str) -> str:
    """Return half-width text, one kind of dash, blanks only between digits; "" if too long."""
    if len(text) > LONGEST:
        return ""
    line = one_dash(half_width(text))
    line = re.sub(PARTING, " ", re.sub(IDLE_AFTER, "", re.sub(IDLE_BEFORE, r"\1", line)))
    return re.sub(ASIDE, "", line)


def spellings(text: str) -> Iterator[str]:
    """Yield the numbers that a plain text may mean: without country code, with usual dashes.

    Without the country code, a zero takes its place.

    >>> "010-12345678-801" in spellings("010 1234 5678-801")
    True
    """
    text = re.sub(AREA_ABROAD, r"+86-\1-", text)
    if abroad := re.match(ABROAD, text):
        yield f"+{abroad[1]}-{re.sub('[^0-9]', '', abroad[2])}"
    heads = ("", "0") if re.match(COUNTRY, text) else ("",)
    for figures, extension in _readings(re.sub(COUNTRY, "", text)):
        for head in heads:
            yield from _shapes(head + figures, extension)


def _readings(text: str) -> Iterator[tuple[str, str]]:
    """Yield digits of the number and its extension, the likelier first."""
    match = re.search(EXTENSION, text)
    number = text[: match.start()] if match else text
    if not re.match(FIGURES_ONLY, number):
        return
    groups = re.findall("[0-9]+", number)
    whole = ("".join(groups), f"-{match[1]}" if match else "")
    parted = ("".join(groups[:-1]), f"-{groups[-1]}")
    if match or len(groups) == 1:
        yield whole
    else:
        yield from (parted, whole) if re.search(LAST, number) else (whole, parted)


def _shapes(figures: str, extension: str) -> Iterator[str]:
    yield re.sub(SERVICE, r"\1-\2-\3", figures) + extension
    if figures.startswith("0"):
        yield figures[1:] + extension
        end = 3 if re.match(CITIES, figures) else 4
        yield f"{figures[:end]}-{figures[end:]}{extension}"


def respelt(text: str) -> str:
    """Return a text with each number in it normalised, everything else unchanged.

    >>> respelt("沈示意，(0571) 8765 4321 转12；李某某 138 0013 8000")
    '沈示意，0571-87654321-12；李某某 13800138000'
    """
    parts = re.split(f"({BETWEEN_MENTIONS})", text)
    return "".join(re.sub(MENTION, _spelt, part, flags=re.DOTALL) for part in parts)


def _spelt(match: re.Match[str]) -> str:
    if inner := re.match(BRACKETED, match[0]):
        return match[0].replace(inner[1], respelt(inner[1]))
    known = (spelling for spelling in spellings(plain(match[0])) if re.fullmatch(NUMBER, spelling))
    return next(known, match[0])
