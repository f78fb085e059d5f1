"""A file untouched since it was filled in: its answers are where they were put.

They are extracted by the form's own marks and filled in again. Only if that reproduces the file
byte for byte are they its answers; any other file is read as people see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from types import MappingProxyType
from zipfile import ZIP_STORED

from lawbook.base import dates
from lawbook.base.problem import ProblemsFound
from lawbook.forms import passage
from lawbook.forms.answers import Answers
from lawbook.forms.form import Field, Form
from lawbook.forms.normal import is_made, normalised
from lawbook.forms.passage import ITEM
from lawbook.forms.values import Chosen, Row, Value
from lawbook.word.layout.docx import fill
from lawbook.word.layout.markup import ON
from lawbook.word.layout.package import CUSTOM, pieces
from lawbook.word.read.unpack import Package

_TEXT = re.compile('<w:t xml:space="preserve">([^<]*)</w:t>|<w:(br|tab)/>')
_SIGNS = {"br": "\n", "tab": "\t"}
_TAG, _BEFORE, _AFTER = '<w:tag w:val="', "</w:sdtPr><w:sdtContent>", "</w:sdtContent>"
_HINT = "<w:showingPlcHdr/>"
_RUN, _PARAGRAPH = "<w:r><w:rPr>", '<w:p><w:pPr><w:pStyle w:val="'
_LINES = frozenset({"Passage", "PassageItem", "TableHead1", "TableHead2"})
_BEGINS, _ENDS = '<w:t xml:space="preserve">', "</w:t>"
_BOLD = "<w:b/>"
_LABEL = 'w:name="f_'


def untouched(forms: Mapping[str, Form], package: Package, data: bytes) -> Answers | None:
    """Return the answers of an untouched file; None for any other, and for letters."""
    if any(info.compress_type != ZIP_STORED for info in package.archive.infolist()):
        return None  # repacked, as by every program that saves it
    try:
        said = _filled(package, CUSTOM) or {}
        form = forms.get(unescape(said.get("@KEY@", "")))
        if form is None or form.computes or any(section.letter for section in form.sections):
            return None
        parts = [_filled(package, part) for part in _PARTS]
    except ProblemsFound:
        return None  # a broken part is reported by whoever reads on
    texts = {slot: xml for part in parts for slot, xml in (part or {}).items()}
    if len(texts) < len(_PARTS):
        return None
    answers = _answers(form, texts)
    again = normalised(form, answers)
    same = not again.changes and again.answers == answers and fill(form, answers) == data
    return again.answers if same else None


_PARTS = ("docProps/core.xml", "word/header.xml", "word/document.xml")


def _filled(package: Package, part: str) -> dict[str, str] | None:
    """Return what was put into the slots of a part's template; None if it was not made from it."""
    text = package.read(part).decode("utf-8", "replace")
    first, *rest = pieces(part)
    if not text.startswith(first):
        return None
    texts, at = {}, len(first)
    for slot, after in zip(rest[::2], rest[1::2], strict=True):
        end = text.find(after, at)
        if end < 0:
            return None
        texts[slot], at = text[at:end], end + len(after)
    return texts


def _answers(form: Form, texts: Mapping[str, str]) -> Answers:
    title, body = unescape(texts["@TITLE@"]), texts["@BODY@"]
    controls, labels = _controls(body), _labels(body)
    asked = [field for _, field in form.fields if field.kind != "fixed"]
    values = {field.key: _value(field, body, controls, labels) for field in asked}
    kept: dict[str, Value] = {key: value for key, value in values.items() if value}
    title = "" if is_made(form, title) else title
    return Answers(form.key, MappingProxyType(kept), title=title, mark=_text(texts["@MARK@"]))


def _controls(body: str) -> dict[str, list[str]]:
    """Return the XML in the controls of each tag; an instruction is no answer."""
    controls: dict[str, list[str]] = {}
    for piece in body.split(_TAG)[1:]:
        tag, _, rest = piece.partition('"')
        properties, _, rest = rest.partition(_BEFORE)
        inside = "" if _HINT in properties else rest.partition(_AFTER)[0]
        controls.setdefault(tag, []).append(inside)
    return controls


def _labels(body: str) -> dict[str, int]:
    """Return the offset of each field's label."""
    labels: dict[str, int] = {}
    at = body.find(_LABEL)
    while at >= 0:
        begins = at + len(_LABEL)
        labels.setdefault(body[begins : body.find('"', begins)], at)
        at = body.find(_LABEL, begins)
    return labels


def _value(
    field: Field, body: str, controls: Mapping[str, list[str]], labels: Mapping[str, int]
) -> Value | None:
    if field.kind == "long_text":
        return "\n".join(_lines(field, body, labels))
    if field.kind in {"choice", "choices"}:
        return tuple(_ticked(field, controls))
    if field.kind == "rows":
        return tuple(row for row in _rows(field, controls) if any(row))
    text = "".join(map(_text, controls.get(field.key, ())[:1]))
    return dates.date(text) if field.kind == "date" else text


def _ticked(field: Field, controls: Mapping[str, list[str]]) -> Iterator[Chosen]:
    for option in field.options:
        tag = f"{field.key}.{option.key}"
        if any(ON in inside for inside in controls.get(tag, ())):
            yield Chosen(option.key, "".join(map(_text, controls.get(f"{tag}.text", ()))))


def _rows(field: Field, controls: Mapping[str, list[str]]) -> Iterator[Row]:
    tags = [f"{field.key}.{column.key}" for column in field.columns]
    columns = [list(map(_text, controls.get(tag, ()))) for tag in tags]
    return zip(*columns, strict=False)


def _lines(field: Field, body: str, labels: Mapping[str, int]) -> Iterator[str]:
    """Yield the lines of a long answer: what follows its label, up to the next one."""
    start = body.find("<w:bookmarkEnd", labels.get(field.key, -1))
    beside, _, below = body[start : body.find("<w:bookmarkStart", start)].partition("</w:p>")
    if first := _marked(beside):
        yield first
    for paragraph in below.split(_PARAGRAPH)[1:]:
        style, _, rest = paragraph.partition('"/>')
        if style in _LINES and (line := _marked(rest.partition("</w:p>")[0])):
            yield (ITEM if style == "PassageItem" else "") + line


def _marked(runs: str) -> str:
    if _BOLD not in runs:
        return _text(runs)
    told = ((_text(run), _BOLD in run) for run in runs.split(_RUN)[1:])
    return passage.marked(passage.joined(part for part in told if part[0]))


def _text(xml: str) -> str:
    if xml.count("<w:t") == 1 and _BEGINS in xml and "<w:br/>" not in xml:
        return unescape(xml.partition(_BEGINS)[2].partition(_ENDS)[0])
    tokens = _TEXT.findall(xml)
    return "".join(_SIGNS[sign] if sign else unescape(text) for text, sign in tokens)
