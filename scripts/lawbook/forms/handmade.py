"""What people write by hand: telephone numbers and addresses as they spell them, ticks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lawbook.base.text import BLANKS, DASHES, half_width

SEVERAL = "；"  # stands between two numbers or addresses in one field
BETWEEN = "[;,、/|&\n]|[和或及与]"
BETWEEN_ADDRESSES = f"{BETWEEN}|[{BLANKS}]"
CALLED = (
    "^(?:联系|办公|固定|移动|值班|客服|咨询|服务|单位|电话|座机|总机|手机|传真|热线|号码?|方式|地址"
    "|(?:电子)?邮[箱件]|[Ee]-?[Mm][Aa][Ii][Ll]|mailto|[Tt][Ee][Ll]|[Ff][Aa][Xx]|[Pp]hone|[Mm]obile"
    "|[/、.])*:?"
)
EXTENSION = (
    "-?[(]?(?:转?分机号?|转|[Ee][Xx][Tt][.]?|[*#,])[:]?([0-9]{1,6})[)]?$|[(]([0-9]{1,6})[)]$"
)
# Beside a number, what it is or whose: no figures in it.
REMARK = "[(][^()0-9@]+[)]$"
AROUND = '<>.“”"☎☏✆📞📱✉📧'
AT = r"[(]at[)]|\[at\]"
NAMED_ADDRESS = '(?:"[^"]*"|“[^”]*”|[^<>()@;,、"“”])*[<(]([^<>()@]+@[^<>()@]+)[>)]'
PERSON = f"^[\u4e00-\u9fff·]+[{BLANKS}:(]+(?=[^{BLANKS}@]+@)"
# An address and more behind it: blanks between them are no slips.
GOES_ON = f"@[^{BLANKS}]+[.][A-Za-z\u4e00-\u9fff]{{2,}}[{BLANKS}]+[^{BLANKS}.@<(]"
AREA = "^[(]([0-9]{2,4})[)]-?"
AREA_ABROAD = "^[(](?:[+]|00)?86-?([0-9]{2,3})[)]-?"
COUNTRY = (
    "^(?:[(]?(?:[+]|00)86[)]?|[(]86[)]"
    "|86(?=-|1[3-9][0-9]{9}$|(?:10|2[0-9])-?[0-9]{8}|[3-9][0-9]{2}-?[0-9]{7,8}))-?(?:[(]0[)])?"
)
SERVICE = "^([48]00)([0-9]{3})([0-9]{4})$"
ABROAD = (
    "^[(]?(?:[+]|00)(?!86)(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[124]|9[0-58]|[2-9][0-9]{2})"
    "[)]?[-.]?(?:[(]0[)])?([0-9().-]{5,16})$"
)
CITIES = "^0[12]"  # area codes of three figures: 010 and 02x; the others have four
_BLANKS = re.compile(f"[{BLANKS}]")
_DASHES = str.maketrans(dict.fromkeys(DASHES, "-"))
_EXTENSION = re.compile(EXTENSION)

LINES = "_＿"  # of them people make lines to write on
_LINES = re.compile(f"[{LINES}]+")
_LEAST_LINE = 3
PART_OF_NAME = "[A-Za-z]|[0-9]{2}"  # beside a short line that is none

TICKS = "☑☒√✓✔■◼⬛●✗✘×▣🗹✅"
BOXES = "☐□○◻▢⬜"


def off_the_line(text: str) -> str:
    """The text without the lines on which it was written; __init__ and a_b are no lines.

    >>> off_the_line("____航运____"), off_the_line("_航运_ __init__ a_b"), off_the_line("a____b")
    ('    航运    ', ' 航运  __init__ a_b', 'a    b')
    """
    return _LINES.sub(_unruled, text)


def _unruled(run: re.Match[str]) -> str:
    beside = run.string[: run.start()][-1:] + run.string[run.end() :][:1]
    is_short = "＿" not in run[0] and len(run[0]) < _LEAST_LINE
    return run[0] if is_short and re.search(PART_OF_NAME, beside) else " " * len(run[0])


def fits(pattern: str, text: str) -> bool:
    """Whether a text, or each of several in it, is as the pattern wants it."""
    return all(re.fullmatch(pattern, part) for part in text.split(SEVERAL))


def fitting(pattern: str, text: str) -> str:
    """The text as the pattern wants it, where only the spelling differs; else as it is.

    That is width, blanks, dashes, the usual ways of writing a telephone number or an address,
    and several of them.

    >>> fitting("1[3-9][0-9]{9}", "+86 138-0000-0000、１３９ ００００ ００００")
    '13800000000；13900000000'
    >>> fitting("0[0-9]{2,3}-[0-9]{7,8}(-[0-9]{1,6})?", "（0571）88888888转8001")
    '0571-88888888-8001'
    """
    whole = _fitting(pattern, text)
    return whole if whole is not None else _several(pattern, text) or text


def _fitting(pattern: str, text: str, area: str = "") -> str | None:
    return next(
        (spelling for spelling in _spellings(text, area) if re.fullmatch(pattern, spelling)), None
    )


def _several(pattern: str, text: str) -> str:
    """Each of several numbers or addresses as it should be; nothing where one of them is not.

    A number without an area code has that of the number before it.
    """
    narrow = half_width(text)
    bare = re.sub(NAMED_ADDRESS, r" \1", narrow)
    ways = (BETWEEN, BETWEEN_ADDRESSES)
    return next(filter(None, (_parts(pattern, bare, way) for way in ways)), "")


def _parts(pattern: str, text: str, between: str) -> str:
    made: list[str] = []
    for part in filter(None, (part.strip(BLANKS) for part in re.split(between, text))):
        area = made[-1].partition("-")[0] + "-" if made and "-" in made[-1] else ""
        fitted = _fitting(pattern, part, area)
        if fitted is None:
            return ""
        made.append(fitted)
    return SEVERAL.join(made)


def _spellings(text: str, area: str) -> Iterator[str]:
    """What may be meant, the nearest first."""
    narrow = half_width(text)
    address = re.sub(PERSON, "", re.sub(NAMED_ADDRESS, r" \1", narrow).strip(BLANKS))
    if not re.search(GOES_ON, narrow):
        narrow, address = _BLANKS.sub("", narrow), _BLANKS.sub("", address)
    yield from (text, narrow, narrow.translate(_DASHES))
    address = address.translate(_DASHES)
    named = re.sub(CALLED, "", re.sub(REMARK, "", address).strip(AROUND))
    bare = re.sub(AT, "@", named.strip(AROUND)).replace("。", ".")
    yield bare
    yield from _numbers(re.sub(AREA_ABROAD, r"+86-\1-", bare))
    if area:
        yield area + bare


def _numbers(text: str) -> Iterator[str]:
    """Telephone numbers: without our country, with the area's dash and that of an extension.

    Without the code of the country, a nought stands in its place.
    """
    if abroad := re.match(ABROAD, text):
        yield f"+{abroad[1]}-{re.sub('[^0-9]', '', abroad[2])}"
    number = re.sub(COUNTRY, "", text)
    number = re.sub(AREA, r"\1-", number)
    match = _EXTENSION.search(number)
    extension = f"-{match[1] or match[2]}" if match else ""
    number = number[: match.start()] if match else number
    for head in ("", "0") if re.match(COUNTRY, text) else ("",):
        yield head + number + extension
        figures = head + re.sub("[-.]", "", number)
        yield re.sub(SERVICE, r"\1-\2-\3", figures) + extension
        if figures.startswith("0"):
            yield figures[1:] + extension
            end = 3 if re.match(CITIES, figures) else 4
            yield f"{figures[:end]}-{figures[end:]}{extension}"
