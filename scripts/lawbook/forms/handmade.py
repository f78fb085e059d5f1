"""Interpret what people write by hand: telephone numbers and addresses, ticks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lawbook.base.shared import Shared
from lawbook.base.text import BLANKS, half_width, one_dash
from lawbook.forms import telephone
from lawbook.forms.telephone import ASIDE

LONGEST: Shared[int] = 500  # maximum length of a line that is searched for numbers or addresses
SEVERAL: Shared[str] = "；"  # separates two numbers or addresses in one field
BETWEEN: Shared[str] = "[;,、/|&\n]|[和或及与]"
BETWEEN_ADDRESSES: Shared[str] = f"{BETWEEN}|[{BLANKS}]"
CALLED: Shared[str] = (
    "^(?:联系|办公室?|固定|移动|值班|客服|咨询|服务|单位|工作|个人|常用|备用|[Qq]{2}|前台|总台"
    "|电话|座机|总机|手机|传真|热线|号码?|方式|地址"
    "|(?:电子)?邮[箱件]|[Ee]-?[Mm][Aa][Ii][Ll]|mailto|[Tt][Ee][Ll]|[Ff][Aa][Xx]|[Pp]hone|[Mm]obile"
    "|[/、.])*:?"
)
# In a text with other words: an address, or everything from the first digit to the last.
BETWEEN_WORDED: Shared[str] = "[;,、|&\n]|[和或及与]"
CORE: Shared[str] = (
    "^[^A-Za-z0-9+(@]*([A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+)[^A-Za-z0-9@]*$"
    "|^[^0-9+(@]*([0-9+(].*?[)]?)[^0-9@]*$"
)
AROUND: Shared[str] = '<>.。“”"【】《》〈〉「」☎☏✆📞📱✉📧'
AT: Shared[str] = r"[(]at[)]|\[at\]"
NAMED_ADDRESS: Shared[str] = '(?:"[^"]*"|“[^”]*”|[^<>()@;,、"“”])*[<(]([^<>()@]+@[^<>()@]+)[>)]'
PERSON: Shared[str] = f"^[\u4e00-\u9fff·]+[{BLANKS}:(]+(?=[^{BLANKS}@]+@)"
# An address and more after it: blanks between them are no typing errors.
GOES_ON: Shared[str] = f"@[^{BLANKS}]+[.][A-Za-z\u4e00-\u9fff]{{2,}}[{BLANKS}]+[^{BLANKS}.@<(]"
_BLANKS = re.compile(f"[{BLANKS}]")

LINES: Shared[str] = "_＿"  # with which people draw lines to write on
_LINES = re.compile(f"[{LINES}]+")
_LEAST_LINE = 3
PART_OF_NAME: Shared[str] = "[A-Za-z]|[0-9]{2}"  # beside a short line that is no such line

TICKS: Shared[str] = "☑☒√✓✔■◼⬛●✗✘×▣🗹✅◉⊙⊠⊗☓✕✖🗸🗷🗵"
LETTER_TICKS: Shared[str] = "XxVvＸＶ"  # in place of a box
BOXES: Shared[str] = "☐□○◻▢⬜"


def off_the_line(text: str) -> str:
    """Return the text without the lines it was written on; __init__ and a_b are no lines.

    >>> off_the_line("____航运____"), off_the_line("_航运_ __init__ a_b"), off_the_line("a____b")
    ('    航运    ', ' 航运  __init__ a_b', 'a    b')
    """
    return _LINES.sub(_unruled, text)


def _unruled(run: re.Match[str]) -> str:
    beside = run.string[: run.start()][-1:] + run.string[run.end() :][:1]
    is_short = "＿" not in run[0] and len(run[0]) < _LEAST_LINE
    return run[0] if is_short and re.search(PART_OF_NAME, beside) else " " * len(run[0])


def fits(pattern: str, text: str) -> bool:
    """Return whether a text, or each of several in it, matches the pattern."""
    return all(re.fullmatch(pattern, part) for part in text.split(SEVERAL))


def fitting(pattern: str, text: str) -> str:
    """Return the text in a spelling that matches the pattern if there is one; else as it is.

    That covers width, blanks, dashes, the usual ways of writing a telephone number or an address,
    and several of them.

    >>> fitting("1[3-9][0-9]{9}", "+86 138-0000-0000、１３９ ００００ ００００")
    '13800000000；13900000000'
    >>> fitting("0[0-9]{2,3}-[0-9]{7,8}(-[0-9]{1,6})?", "（0571）88888888转8001")
    '0571-88888888-8001'
    """
    if len(text) > LONGEST:
        return text
    whole = _fitting(pattern, text)
    return whole if whole is not None else _several(pattern, text) or text


def amid(pattern: str, text: str) -> str:
    """Return the numbers or addresses among other words, if there are no other digits.

    >>> amid("1[3-9][0-9]{9}", "张三 138 0000 0000"), amid("1[3-9][0-9]{9}", "13800000000转8001")
    ('13800000000', '')
    """
    if len(text) > LONGEST:
        return ""
    ways = (BETWEEN_WORDED, f"{BETWEEN_WORDED}|[{BLANKS}]+(?=[\u4e00-\u9fff])")
    return next(filter(None, (_cores(pattern, half_width(text), way) for way in ways)), "")


def _cores(pattern: str, text: str, between: str) -> str:
    cores = filter(None, (re.search(CORE, part) for part in re.split(between, text)))
    fitting_cores = [_fitting(pattern, match[1] or match[2]) for match in cores]
    return SEVERAL.join(filter(None, fitting_cores)) if all(fitting_cores) else ""


def _fitting(pattern: str, text: str, heads: tuple[str, ...] = ()) -> str | None:
    return next(
        (spelling for spelling in _spellings(text, heads) if re.fullmatch(pattern, spelling)), None
    )


def _heads(before: str) -> tuple[str, ...]:
    """Return the prefixes that a number may share with the one before it: area, or all digits."""
    area, dash, rest = before.partition("-")
    number = before.rpartition("-")[0] + "-" if "-" in rest else ""
    return tuple(filter(None, (area + dash if dash else "", number)))


def _several(pattern: str, text: str) -> str:
    """Return each of several numbers or addresses normalised; empty if one of them is invalid.

    A number without an area code has that of the number before it.
    """
    narrow = half_width(text)
    bare = re.sub(NAMED_ADDRESS, r" \1", narrow)
    ways = (BETWEEN, BETWEEN_ADDRESSES)
    return next(filter(None, (_parts(pattern, bare, way) for way in ways)), "")


def _parts(pattern: str, text: str, between: str) -> str:
    parts: list[str] = []
    for part in filter(None, (part.strip(BLANKS) for part in re.split(between, text))):
        fitted = _fitting(pattern, part, _heads(parts[-1]) if parts else ())
        if fitted is None:
            return ""
        parts.append(fitted)
    return SEVERAL.join(parts)


def _spellings(text: str, heads: tuple[str, ...]) -> Iterator[str]:
    """Yield the readings of what was written, the closest first."""
    narrow = half_width(text)
    address = re.sub(PERSON, "", re.sub(NAMED_ADDRESS, r" \1", narrow).strip(BLANKS))
    if not re.search(GOES_ON, narrow):
        narrow, address = _BLANKS.sub("", narrow), _BLANKS.sub("", address)
    yield from (text, narrow, one_dash(narrow))
    address = one_dash(address)
    yield (bare := re.sub(AT, "@", _uncalled(re.sub(f"{ASIDE}$", "", address))).replace("。", "."))
    yield from telephone.spellings(_uncalled(telephone.plain(text)))
    for head in heads:
        yield head + bare


def _uncalled(text: str) -> str:
    """Return the text without a word such as 电话 or 邮箱 before it."""
    return re.sub(CALLED, "", text.strip(AROUND)).strip(AROUND)
