"""Write findings into a copy of a Word file, as comments at the fields they are about."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]

from lawbook.forms.values import clean
from lawbook.word.layout.package import DATE
from lawbook.word.read.elements import W
from lawbook.word.read.readback import ReadBack
from lawbook.word.read.runs import P, R
from lawbook.word.read.unpack import STRICT, Element, Package

_COMMENTS = "word/comments.xml"
_NUMBER = re.compile("[0-9]{1,9}")
_TYPES = "[Content_Types].xml"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_KIND = f"{_RELATIONS}/comments"
_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
AUTHOR = "检查"
FONT = "宋体"


@dataclass(frozen=True)
class Comment:
    """A comment's text (one paragraph a line) and the key of its field."""

    field: str
    lines: tuple[str, ...]


def commented(back: ReadBack, comments: Iterable[Comment]) -> bytes:
    """Return the file that was read, with comments; those without a field at the beginning."""
    labels = ((back.labels.get(comment.field), comment.lines) for comment in comments)
    placed = ((label.node if label else None, lines) for label, lines in labels)
    return with_comments(back.body.package, back.body.root, placed)


def with_comments(
    package: Package,
    root: Element,
    placed: Iterable[tuple[Element | None, tuple[str, ...]]],
    author: str = AUTHOR,
) -> bytes:
    """Return a Word file with comments, each at its paragraph (None: the first)."""
    part = package.xml(_COMMENTS)
    part = etree.Element(f"{W}comments", nsmap={"w": W[1:-1]}) if part is None else part
    known = [comment.get(f"{W}id", "") for comment in part]
    number = max((int(key) for key in known if _NUMBER.fullmatch(key)), default=-1) + 1
    first = next(root.iter(P))
    for paragraph, lines in placed:
        _mark(first if paragraph is None else paragraph, number)
        part.append(_comment(number, lines, author))
        number += 1
    changed = {package.main: root, _COMMENTS: part, **_links(package)}
    return _packed(package, changed)


def _comment(number: int, lines: tuple[str, ...], author: str) -> Element:
    comment = etree.Element(f"{W}comment")
    for name, value in (("id", str(number)), ("author", author), ("initials", author)):
        comment.set(f"{W}{name}", value)
    for line in lines:
        run = etree.SubElement(etree.SubElement(comment, P), R)
        fonts = etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}rFonts")
        for name, value in (("hint", "eastAsia"), ("eastAsia", FONT)):
            fonts.set(f"{W}{name}", value)
        etree.SubElement(run, f"{W}t").text = clean(line)
    return comment


def _mark(paragraph: Element, number: int) -> None:
    """Put a comment's range around everything in a paragraph."""
    start, end, run = (
        etree.Element(f"{W}{tag}") for tag in ("commentRangeStart", "commentRangeEnd", "r")
    )
    for element in (start, end, etree.SubElement(run, f"{W}commentReference")):
        element.set(f"{W}id", str(number))
    properties = paragraph.find(f"{W}pPr")
    paragraph.insert(0 if properties is None else 1, start)
    paragraph.append(end)
    paragraph.append(run)


def _links(package: Package) -> dict[str, Element]:
    """Return the parts that must refer to the comments' part, if they do not yet."""
    types, relations = package.xml(_TYPES), package.xml(package.relations)
    if types is not None and not any(
        override.get("PartName") == f"/{_COMMENTS}" for override in types
    ):
        etree.SubElement(
            types, f"{{{_TYPE}}}Override", PartName=f"/{_COMMENTS}", ContentType=_MEDIA
        )
    if relations is None:
        relations = etree.Element(f"{{{_REL}}}Relationships", nsmap={None: _REL})
    if not any(relation.get("Type") == _KIND for relation in relations):
        names = {relation.get("Id") for relation in relations}
        name = next(f"rIdComments{n}" for n in range(1, 999) if f"rIdComments{n}" not in names)
        etree.SubElement(
            relations, f"{{{_REL}}}Relationship", Id=name, Type=_KIND, Target="comments.xml"
        )
    return {_TYPES: types, package.relations: relations}


def _packed(package: Package, changed: dict[str, Element]) -> bytes:
    """Return all members in order, then the new ones; uncompressed, with fixed dates."""
    file = io.BytesIO()
    names = [*package.archive.namelist(), *(n for n in changed if n not in package.members)]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as made:
        for name in names:
            if name.endswith("/"):
                continue
            info = zipfile.ZipInfo(name, DATE)
            info.create_system = 0
            data = _bytes(changed[name]) if name in changed else package.read(name)
            if package.is_strict and name in changed:
                data = _strict(data)
            made.writestr(info, data)
    return file.getvalue()


def _strict(data: bytes) -> bytes:
    """Return a part with the names of Strict Open XML, like the other parts of its file."""
    names = {**STRICT, _STRICT_RELATIONS: _RELATIONS}
    for strict, usual in names.items():
        data = data.replace(usual.encode(), strict.encode())
    return data


def _bytes(root: Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
