"""What people write by hand: telephone numbers and addresses as they spell them, ticks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lawbook.base.shared import Shared
from lawbook.base.text import BLANKS, half_width, one_dash
from lawbook.forms import telephone
from lawbook.forms.telephone import ASIDE

LONGEST: Shared[int] = 500  # characters of a line in which numbers or addresses are looked for
SEVERAL: Shared[str] = "；"  # stands between two numbers or addresses in one field
BETWEEN: Shared[str] = "[;,、/|&\n]|[和或及与]"
BETWEEN_ADDRESSES: Shared[str] = f"{BETWEEN}|[{BLANKS}]"
CALLED: Shared[str] = (
    "^(?:联系|办公室?|固定|移动|值班|客服|咨询|服务|单位|工作|个人|常用|备用|[Qq]{2}|前台|总台"
    "|电话|座机|总机|手机|传真|热线|号码?|方式|地址"
    "|(?:电子)?邮[箱件]|[Ee]-?[Mm][Aa][Ii][Ll]|mailto|[Tt][Ee][Ll]|[Ff][Aa][Xx]|[Pp]hone|[Mm]obile"
    "|[/、.])*:?"
)
# Both in a text with other words: an address, or all from the first figure to the last.
BETWEEN_WORDED: Shared[str] = "[;,、|&\n]|[和或及与]"
CORE: Shared[str] = (
    "^[^A-Za-z0-9+(@]*([A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+)[^A-Za-z0-9@]*$"
    "|^[^0-9+(@]*([0-9+(].*?[)]?)[^0-9@]*$"
)
AROUND: Shared[str] = '<>.。“”"【】《》〈〉「」☎☏✆📞📱✉📧'
AT: Shared[str] = r"[(]at[)]|\[at\]"
NAMED_ADDRESS: Shared[str] = '(?:"[^"]*"|“[^”]*”|[^<>()@;,、"“”])*[<(]([^<>()@]+@[^<>()@]+)[>)]'
PERSON: Shared[str] = f"^[\u4e00-\u9fff·]+[{BLANKS}:(]+(?=[^{BLANKS}@]+@)"
# An address and more behind it: blanks between them are no slips.
GOES_ON: Shared[str] = f"@[^{BLANKS}]+[.][A-Za-z\u4e00-\u9fff]{{2,}}[{BLANKS}]+[^{BLANKS}.@<(]"
_BLANKS = re.compile(f"[{BLANKS}]")

LINES: Shared[str] = "_＿"  # of them people make lines to write on
_LINES = re.compile(f"[{LINES}]+")
_LEAST_LINE = 3
PART_OF_NAME: Shared[str] = "[A-Za-z]|[0-9]{2}"  # beside a short line that is none

TICKS: Shared[str] = "☑☒√✓✔■◼⬛●✗✘×▣🗹✅◉⊙⊠⊗☓✕✖🗸🗷🗵"
LETTER_TICKS: Shared[str] = "XxVvＸＶ"  # in the place of a box
BOXES: Shared[str] = "☐□○◻▢⬜"


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
    if len(text) > LONGEST:
        return text
    whole = _fitting(pattern, text)
    return whole if whole is not None else _several(pattern, text) or text


def amid(pattern: str, text: str) -> str:
    """The numbers or addresses in a text that holds other words beside them, but no other figures.

    >>> amid("1[3-9][0-9]{9}", "张三 138 0000 0000"), amid("1[3-9][0-9]{9}", "13800000000转8001")
    ('13800000000', '')
    """
    if len(text) > LONGEST:
        return ""
    ways = (BETWEEN_WORDED, f"{BETWEEN_WORDED}|[{BLANKS}]+(?=[\u4e00-\u9fff])")
    return next(filter(None, (_cores(pattern, half_width(text), way) for way in ways)), "")


def _cores(pattern: str, text: str, between: str) -> str:
    cores = filter(None, (re.search(CORE, part) for part in re.split(between, text)))
    made = [_fitting(pattern, match[1] or match[2]) for match in cores]
    return SEVERAL.join(filter(None, made)) if all(made) else ""


def _fitting(pattern: str, text: str, heads: tuple[str, ...] = ()) -> str | None:
    return next(
        (spelling for spelling in _spellings(text, heads) if re.fullmatch(pattern, spelling)), None
    )


def _heads(before: str) -> tuple[str, ...]:
    """What a number may lack that the one before it has: its area, or all but the extension."""
    area, dash, rest = before.partition("-")
    number = before.rpartition("-")[0] + "-" if "-" in rest else ""
    return tuple(filter(None, (area + dash if dash else "", number)))


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
        fitted = _fitting(pattern, part, _heads(made[-1]) if made else ())
        if fitted is None:
            return ""
        made.append(fitted)
    return SEVERAL.join(made)


def _spellings(text: str, heads: tuple[str, ...]) -> Iterator[str]:
    """The readings of what was written, the closest first."""
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
    """The text without a word such as 电话 or 邮箱 before it."""
    return re.sub(CALLED, "", text.strip(AROUND)).strip(AROUND)
