"""Which boxes are ticked and what stands beside them, however a person ticked them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lawbook.base.text import BLANKS, COLONS
from lawbook.forms.form import Field, Option
from lawbook.forms.handmade import BOXES, TICKS, off_the_line
from lawbook.forms.normal import solid
from lawbook.forms.values import Chosen
from lawbook.word.read.cells import after_words
from lawbook.word.read.content import Paragraph

_OVER = "\ufe0f\u20de\u20dd"  # they stand over the character before them
_SIGNS = TICKS + BOXES + _OVER
_BETWEEN_WORDS = "、，；。,;"
_OPEN, _CLOSE = "[(（\\[【]", "[)）\\]】]"
_BESIDE = COLONS + BLANKS
_BEHIND = re.compile(f"[{BLANKS}]*{_OPEN}[{BLANKS}]*([{_SIGNS}]*)[{BLANKS}]*{_CLOSE}")
_BEFORE = f"(?:{_OPEN}[{BLANKS}]*[{_SIGNS}]*[{BLANKS}]*{_CLOSE}|[{_SIGNS}][{_OVER}]*)[{BLANKS}]*"
_IN_BRACKETS = re.compile("[（(]([^（）()]+)[)）]")  # 其他（航运）
_LEAD = re.compile(f"[{_SIGNS}{BLANKS}()（）\\[\\]【】]*")
_BETWEEN = re.compile("[\t\n]|[ \u3000]{2}")


@dataclass
class _Part:
    """The stretch of one option: its box, its label, what stands beside it."""

    option: Option
    text: str = ""
    ticked: bool = False
    own: str = ""  # the words in the form's own control beside the label


@dataclass(frozen=True)
class Ticked:
    """The ticked options of a field, the words that belong to none of them, what is doubtful."""

    items: tuple[Chosen, ...]
    lost: list[str]
    doubt: str = ""


def chosen(
    field: Field, lines: list[Paragraph], checked: dict[str, bool], before: str = ""
) -> Ticked:
    """The ticks of a field.

    ``before`` is what stands beside the label of the field: a tick there belongs to the first.
    """
    text, boxes = _joined(field, lines)
    starts = _starts(field, before + text, {key: len(before) + n for key, n in boxes.items()})
    parts, lost = _parts(field, before + text, starts)
    for part in parts:
        part.own = _own(field, part.option, lines)
    options = [_read(part, parts, number) for number, part in enumerate(parts)]
    doubt = "" if boxes else _doubt(field, parts, before + text)
    for part in parts:
        tag = f"{field.key}.{part.option.key}"
        if tag in checked and not _has_sign(part.text):
            part.ticked = part.ticked or checked[tag]
    result = tuple(
        Chosen(part.option.key, words if part.option.requires_text else "")
        for part, words in zip(parts, options, strict=True)
        if part.ticked
    )
    for part, words in zip(parts, options, strict=True):
        if words and not (part.ticked and part.option.requires_text):
            lost.append(f"{part.option.label}：{words}")
    return Ticked(result, lost, doubt)


def _doubt(field: Field, parts: list[_Part], text: str) -> str:
    """What to say of options without any tick; options left alone without boxes are chosen."""
    if not parts or any(part.ticked for part in parts):
        return ""
    labels = "、".join(part.option.label for part in parts)
    some_gone = len(parts) < len(field.options)
    if _BEHIND.search(text) or any(sign in BOXES for sign in text):
        told = f"只留下“{labels}”，前面没有打勾，按没有选读取；请在选中的前面打勾"
        return told if some_gone else ""
    if not some_gone:
        return f"“{labels}”前面没有方框和勾，按没有选读取；请在选中的前面打勾"
    for part in parts:
        part.ticked = True
    return f"没有方框，按留下的“{labels}”都已选读取；请核对"


def _joined(field: Field, lines: list[Paragraph]) -> tuple[str, dict[str, int]]:
    """The text of the lines and where in it the control of each box begins."""
    tags = {f"{field.key}.{option.key}": option.key for option in field.options}
    text = ""
    boxes: dict[str, int] = {}
    for line in lines:
        for piece, _, tag in line.pieces:
            if tag in tags:
                boxes.setdefault(tags[tag], len(text))
            text += piece
        text += "\n"
    return text, boxes


def _own(field: Field, option: Option, lines: list[Paragraph]) -> str:
    """What stands in the form's own control beside an option: nothing of it is taken away."""
    tag = f"{field.key}.{option.key}.text"
    texts = (text for line in lines for text, _, own in line.pieces if own == tag)
    return "".join(texts).strip(BLANKS)


def _starts(field: Field, text: str, boxes: dict[str, int]) -> dict[str, int]:
    """Where the stretch of each option begins: at its box, else at the signs before its label."""
    if len(boxes) == len(field.options):
        return boxes
    starts: dict[str, int] = {}
    position = 0
    before = "(?!)" if _ticks_stand_behind(field, text) else _BEFORE
    for option in field.options:
        label = _spaced(_label(option, text))
        match = re.compile(before + label).search(text, position)
        match = match or re.compile(label).search(text, position)
        if option.key in boxes and (match is None or boxes[option.key] <= match.start()):
            starts[option.key] = boxes[option.key]
        elif match is not None:
            starts[option.key] = match.start()
        if match is not None:
            position = match.end()
    return starts


def _label(option: Option, text: str) -> str:
    """The label by which a text names an option: today's, or one of an older version."""
    known = (option.label, *option.formerly)
    return next((one for one in known if re.search(_spaced(one), text)), option.label)


def _spaced(label: str) -> str:
    return f"[{BLANKS}]*".join(map(re.escape, solid(label)))


def _ticks_stand_behind(field: Field, text: str) -> bool:
    """Whether ticks stand in brackets behind the labels, as in 企业（√）."""
    labels = [re.search(_spaced(_label(option, text)), text) for option in field.options]
    first = min(filter(None, labels), key=lambda match: match.start(), default=None)
    if first is None or _LEAD.fullmatch(text[: first.start()].strip(BLANKS) or "-"):
        return False
    return _BEHIND.match(text, first.end()) is not None


def _parts(field: Field, text: str, starts: dict[str, int]) -> tuple[list[_Part], list[str]]:
    options = {option.key: option for option in field.options}
    order = sorted(starts, key=lambda key: starts[key])
    if not order:
        words = text.strip(BLANKS)
        return [], [words] if words else []
    ends = [*(starts[key] for key in order[1:]), len(text)]
    parts = [
        _Part(options[key], text[starts[key] : end]) for key, end in zip(order, ends, strict=True)
    ]
    head = text[: starts[order[0]]]
    if any(sign in TICKS for sign in head):
        parts[0].ticked = True
        head = head.strip(_SIGNS + BLANKS)
    rest = head.strip(BLANKS)
    return parts, [rest] if rest else []


def _read(part: _Part, parts: list[_Part], number: int) -> str:
    """Sets whether a part is ticked; gives the words beside its label."""
    lead = _LEAD.match(part.text)
    signs = lead[0] if lead else ""
    part.ticked = part.ticked or any(sign in TICKS for sign in signs)
    rest = part.text[len(signs) :]
    label = _label(part.option, rest)
    words = after_words(rest, label)
    if words is None:
        return rest.strip(BLANKS)
    tail = rest[_end_of_label(rest, label) :]
    head, own, _ = tail.partition(part.own) if part.own else (tail, "", "")
    if behind := _BEHIND.match(head):
        part.ticked = part.ticked or any(sign in TICKS for sign in behind[1])
        tail = tail[behind.end() :]
        words = tail.strip(BLANKS)
    if part.option.requires_text:
        return _beside(words, own)
    if any(sign in TICKS for sign in tail):
        following = parts[number + 1] if number + 1 < len(parts) else None
        owner = following if following and _belongs_to_next(tail, following) else part
        owner.ticked = True
    return words.strip(_SIGNS + BLANKS + _BETWEEN_WORDS)


def _beside(words: str, own: str) -> str:
    """The words beside a label, without line and brackets around; what is in its control stays."""
    if not own and (inside := _IN_BRACKETS.fullmatch(words)):
        return inside[1]
    written = off_the_line(words)
    start, end = len(written) - len(written.lstrip(_BESIDE)), len(written.rstrip(BLANKS))
    first, last = (words.index(own), words.index(own) + len(own)) if own else (end, 0)
    return words[min(start, first) : max(end, last)]


def _end_of_label(text: str, label: str) -> int:
    """The place after a label that may have blanks in it."""
    wanted = len(solid(label))
    seen = 0
    for number, sign in enumerate(text):
        seen += bool(solid(sign))
        if seen == wanted:
            return number + 1
    return len(text)


def _belongs_to_next(tail: str, following: _Part) -> bool:
    """A tick after a gap stands before the next box, one right after a label is that label's."""
    gap = tail[: next(n for n, sign in enumerate(tail) if sign in TICKS)]
    return bool(_BETWEEN.search(gap)) and _has_sign(following.text)


def _has_sign(text: str) -> bool:
    lead = _LEAD.match(text)
    return lead is not None and any(sign in _SIGNS for sign in lead[0])
