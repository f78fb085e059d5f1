"""Open a .docx from outside: refused by rule before anything in it is parsed.

Each refusal is one line that says what the person should do.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from lxml import etree  # type: ignore[import-untyped]

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.base.shared import Shared
from lawbook.word.read.refusals import (
    DAMAGED,
    EMPTY_WORD_FILE,
    ENCRYPTED,
    HAS_DTD,
    HAS_PASSWORD,
    INCOMPLETE,
    NO_BODY,
    NOT_UTF8,
    NOT_WORD,
    OLD_FORMAT,
    OTHER_KIND,
    OTHER_METHOD,
    PART_TOO_LARGE,
    PARTS_TWICE,
    PATH_OUTSIDE,
    RTF_FORMAT,
    SAVE_AS_DOCX,
    TOO_LARGE,
    TOO_MANY_PARTS,
    TOO_MANY_TAGS,
    UNPACKS_TOO_MUCH,
    WORD_FILE,
    WPS_FORMAT,
    XML_FORMAT,
)

Element = Any  # lxml comes without types

MEGABYTE = 1 << 20
LARGEST_FILE: Shared[int] = 64 * MEGABYTE
LARGEST_PART: Shared[int] = 16 * MEGABYTE
LARGEST_WHOLE: Shared[int] = 256 * MEGABYTE
LARGEST_XML: Shared[int] = 32 * MEGABYTE
MOST_PARTS: Shared[int] = 2000
MOST_TAGS: Shared[int] = 200_000  # a long plan has 6,000
DEEPEST_XML: Shared[int] = 200  # nesting depth; a table in a table in a control has 30
# The XML of a long form compresses 20 to 60 times; that of a bomb a thousand times.
LARGEST_RATIO: Shared[int] = 200
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # Word uses no other

_XML = (".xml", ".rels")
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DECLARATION = re.compile(r"^[ \t\r\n]*<\?xml[^>]*\?>")
_HEAD = 200  # of a file, to see what else it is
_OTHERS = {
    b"{\\rtf": RTF_FORMAT,
    b"<!doctype html": "网页",
    b"<html": "网页",
    b"mime-version:": "网页",
    b"<?xml": XML_FORMAT,
    b"%pdf": " PDF",
}
TOO_NESTED: Shared[str] = (
    "表格或其他内容一层套一层太多，不能读取；请把套在里面的表格改成文字后另存为 .docx"
)
_TAG = re.compile("<(/?)[^<>!?/][^<>]*>")
NOT_XML: Shared[str] = "文件内容不是有效的 XML；请重新获取或另存"
_DTD = re.compile(r"<!(?:DOCTYPE|ENTITY)")
_RELATIONS = re.compile(r"<(?:[A-Za-z0-9]+:)?Relationship[ \t\r\n][^>]*>")
_ATTRIBUTE = re.compile(r"[ \t\r\n](Type|Target)[ \t\r\n]*=[ \t\r\n]*[\"']([^\"']*)[\"']")
# Strict Open XML has the same elements under other names.
STRICT: Shared[dict[str, str]] = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    "http://purl.oclc.org/ooxml/officeDocument/math": (
        "http://schemas.openxmlformats.org/officeDocument/2006/math"
    ),
    "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes": (
        "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    ),
}
_STRICTLY = "http://purl.oclc.org/ooxml/"  # the beginning of all of them
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError),
    ValueError,  # a name that is not valid UTF-8
)


@dataclass(frozen=True)
class Package:
    """The members of a .docx that passed all rules; ``name`` is the file's name in messages."""

    name: str
    archive: zipfile.ZipFile
    members: frozenset[str]

    @cached_property
    def is_strict(self) -> bool:
        """Return whether the body is written as Strict Open XML."""
        return any(strict.encode() in self.read(self.main) for strict in STRICT)

    @cached_property
    def main(self) -> str:
        """Return the part with the body: the usual one, else the one that the package names."""
        return self._related("_rels/.rels", "officeDocument", "word/document.xml")

    def part(self, kind: str) -> str:
        """Return the part of a kind (``styles``, ``numbering``) that belongs to the body."""
        return self._related(self.relations, kind, f"word/{kind}.xml")

    @property
    def relations(self) -> str:
        """Return the part that says which parts belong to the body."""
        folder, _, name = self.main.rpartition("/")
        return f"{folder}/_rels/{name}.rels"

    def _related(self, relations: str, kind: str, usual: str) -> str:
        folder = PurePosixPath(relations).parent.parent
        text = self.read(relations).decode("utf-8", "replace")
        for relation in _RELATIONS.findall(text):
            said = dict(_ATTRIBUTE.findall(relation))
            target = said.get("Target", "")
            if said.get("Type", "").endswith(f"/{kind}"):
                return target[1:] if target.startswith("/") else str(folder / target)
        return usual

    def read(self, member: str) -> bytes:
        """Return the bytes of a member, empty if there is none. Raises ProblemsFound."""
        if member not in self.members:
            return b""
        info = self.archive.getinfo(member)
        try:
            with self.archive.open(info) as file:
                # Read at most one byte beyond the limit, so that a bomb with a false declared size
                # is never fully unpacked.
                return file.read(info.file_size + 1)
        except _BROKEN as error:
            raise _refused(self.name, DAMAGED) from error

    def xml(self, member: str) -> Element | None:
        """Return the root of an XML member, or None if there is none. Raises ProblemsFound."""
        data = self.read(member)
        return parsed(data, self.name) if data else None


def unpacked(data: bytes, name: str) -> Package:
    """Return the package of a .docx. Raises ProblemsFound with the one reason to refuse it."""
    if len(data) > LARGEST_FILE:
        raise _too_large(name, WORD_FILE)
    if data.startswith(_OLE):
        raise _refused(name, _of_ole(data, name))
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise _refused(name, _of_no_zip(data)) from error
    if reason := _reason(archive.infolist()):
        raise _refused(name, reason)
    package = Package(name, archive, frozenset(archive.namelist()))
    if package.main not in package.members:
        raise _refused(name, NO_BODY)
    return package


def bounded(stream: BinaryIO, name: str, wanted: str) -> bytes:
    """Return the bytes of a stream, up to the limit of what is wanted. Raises ProblemsFound."""
    data = stream.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise _too_large(name, wanted)
    return data


def _too_large(name: str, wanted: str) -> ProblemsFound:
    return _refused(name, TOO_LARGE.format(most=LARGEST_FILE // MEGABYTE, wanted=wanted))


def _refused(name: str, reason: str) -> ProblemsFound:
    return ProblemsFound([Problem(name, reason)])


def _of_ole(data: bytes, name: str) -> str:
    if _ENCRYPTED in data:
        return HAS_PASSWORD
    kind = WPS_FORMAT if name.lower().endswith(".wps") else OLD_FORMAT
    return SAVE_AS_DOCX.format(kind=kind)


def _of_no_zip(data: bytes) -> str:
    if data.startswith(b"PK"):
        return INCOMPLETE
    start = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if kind := next((kind for sign, kind in _OTHERS.items() if start.startswith(sign)), ""):
        return OTHER_KIND.format(kind=kind)
    return NOT_WORD if data else EMPTY_WORD_FILE


def _reason(members: list[zipfile.ZipInfo]) -> str:
    """Return why a package is refused; empty for a sound one."""
    names = [info.filename for info in members]
    if len(names) > MOST_PARTS:
        return TOO_MANY_PARTS.format(count=len(names))
    if len({name.lower() for name in names}) < len(names):
        return PARTS_TWICE
    for info in members:
        if reason := _of_member(info):
            return reason
    xml = [info for info in members if info.filename.endswith(_XML)]
    for some, most in ((members, LARGEST_WHOLE), (xml, LARGEST_XML)):
        if sum(info.file_size for info in some) > most:
            return UNPACKS_TOO_MUCH.format(most=most // MEGABYTE)
    return ""


def _of_member(info: zipfile.ZipInfo) -> str:
    path = info.filename.replace("\\", "/")
    if path.startswith("/") or ".." in path.split("/") or ":" in path:
        return PATH_OUTSIDE.format(path=info.filename)
    if info.flag_bits & 1:
        return ENCRYPTED
    if info.compress_type not in METHODS:
        return OTHER_METHOD
    most = LARGEST_PART if info.filename.endswith(_XML) else LARGEST_FILE
    ratio = info.file_size / max(info.compress_size, 1)
    if info.file_size > most or (info.file_size > MEGABYTE and ratio > LARGEST_RATIO):
        return PART_TOO_LARGE.format(part=info.filename)
    return ""


# Entities are never resolved and nothing is fetched; a DTD is refused before this parser runs.
# Limits of size and depth are our own, the same in the browser.
_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=True,
    remove_pis=True,
    collect_ids=False,
)
_TOO_DEEP = etree.XPath("/*" * (DEEPEST_XML + 1))


def parsed(data: bytes, name: str) -> Element:
    """Return the root of an XML text in UTF-8 or UTF-16, without DTD. Raises ProblemsFound."""
    # Without the declaration the parser cannot read other characters than were checked here.
    text = _DECLARATION.sub("", _decoded(data, name), count=1)
    for strict, usual in STRICT.items() if _STRICTLY in text else ():
        text = text.replace(strict, usual)
    if "!" in text and _DTD.search(text):  # without "!" no character has to be searched
        raise _refused(name, HAS_DTD)
    if text.count("<") > MOST_TAGS:
        raise _refused(name, TOO_MANY_TAGS)
    try:
        top = etree.fromstring(text.encode(), _PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _refused(name, TOO_NESTED if _is_nested(text) else NOT_XML) from error
    if _TOO_DEEP(top):
        raise _refused(name, TOO_NESTED)
    return top


def _is_nested(text: str) -> bool:
    """Return whether a text that the parser refuses is nested too deeply."""
    depth = most = 0
    for match in _TAG.finditer(text):
        depth += -1 if match[1] else 0 if match[0].endswith("/>") else 1
        most = max(most, depth)
    return most > DEEPEST_XML


def _decoded(data: bytes, name: str) -> str:
    wide = data[:2] in {b"\xff\xfe", b"\xfe\xff"}
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(name, NOT_UTF8) from error
