"""Open a .docx that came from outside: refused by rule before anything in it is parsed.

Whatever is refused is refused with one line that says what the person should do.
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

Element = Any  # lxml comes without types

MEGABYTE = 1 << 20
LARGEST_FILE: Shared[int] = 64 * MEGABYTE
LARGEST_PART: Shared[int] = 16 * MEGABYTE
LARGEST_WHOLE: Shared[int] = 256 * MEGABYTE
LARGEST_XML: Shared[int] = 32 * MEGABYTE
MOST_PARTS: Shared[int] = 2000
MOST_TAGS: Shared[int] = 200_000  # a long plan has 6,000
DEEPEST_XML: Shared[int] = (
    200  # elements one inside the other; a table in a table in a control has 30
)
# XML of a long form packs 20 to 60 times; a bomb packs a thousand times.
LARGEST_RATIO: Shared[int] = 200
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # Word uses no other

_XML = (".xml", ".rels")
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DECLARATION = re.compile(r"^[ \t\r\n]*<\?xml[^>]*\?>")
_HEAD = 200  # of a file, to see what else it is
_OTHERS = {
    b"{\\rtf": " RTF 格式",
    b"<!doctype html": "网页",
    b"<html": "网页",
    b"mime-version:": "网页",
    b"<?xml": " XML 格式",
    b"%pdf": " PDF",
}
_NESTED = "表格或其他内容一层套一层太多，不能读取；请把套在里面的表格改成文字后另存为 .docx"
_TAG = re.compile("<(/?)[^<>!?/][^<>]*>")
_NO_XML = "文件内容不是有效的 XML；请重新获取或另存"
_DTD = re.compile(r"<!(?:DOCTYPE|ENTITY)")
_RELATIONS = re.compile(r"<(?:[A-Za-z0-9]+:)?Relationship[ \t\r\n][^>]*>")
_ATTRIBUTE = re.compile(r"[ \t\r\n](Type|Target)[ \t\r\n]*=[ \t\r\n]*[\"']([^\"']*)[\"']")
# Strict Open XML says the same things under names of its own.
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
_STRICTLY = "http://purl.oclc.org/ooxml/"  # all of them begin so
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError),
    ValueError,  # a name that is no UTF-8
)


@dataclass(frozen=True)
class Package:
    """The members of a .docx that passed all rules; ``name`` is how messages call the file."""

    name: str
    archive: zipfile.ZipFile
    members: frozenset[str]

    @cached_property
    def is_strict(self) -> bool:
        """Whether the body is written as Strict Open XML."""
        return any(strict.encode() in self.read(self.main) for strict in STRICT)

    @cached_property
    def main(self) -> str:
        """The part with the body: the usual one, else the one that the package names."""
        return self._related("_rels/.rels", "officeDocument", "word/document.xml")

    def part(self, kind: str) -> str:
        """The part of a kind (``styles``, ``numbering``) that belongs to the body."""
        return self._related(self.relations, kind, f"word/{kind}.xml")

    @property
    def relations(self) -> str:
        """The part that says which parts belong to the body."""
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
        """The bytes of a member, empty where there is none. Raises ProblemsFound."""
        if member not in self.members:
            return b""
        info = self.archive.getinfo(member)
        try:
            with self.archive.open(info) as file:
                # Asked for one byte more than there should be, it never unpacks all of a bomb
                # whose declared size is false.
                return file.read(info.file_size + 1)
        except _BROKEN as error:
            raise _refused(self.name, "文件已损坏，内容读不出来；请重新获取") from error

    def xml(self, member: str) -> Element | None:
        """The root of an XML member, None where there is none. Raises ProblemsFound."""
        data = self.read(member)
        return parsed(data, self.name) if data else None


def unpacked(data: bytes, name: str) -> Package:
    """The package of a .docx. Raises ProblemsFound with the one reason to refuse it."""
    if len(data) > LARGEST_FILE:
        raise _too_large(name, " Word 文件")
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
        raise _refused(name, "不是 Word 文件（缺少正文）；请核对文件")
    return package


def bounded(stream: BinaryIO, name: str, wanted: str) -> bytes:
    """The bytes of a stream, never more than what is wanted can have. Raises ProblemsFound."""
    data = stream.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise _too_large(name, wanted)
    return data


def _too_large(name: str, wanted: str) -> ProblemsFound:
    return _refused(name, f"文件超过 {LARGEST_FILE // MEGABYTE} MB，不是{wanted}；请核对文件")


def _refused(name: str, reason: str) -> ProblemsFound:
    return ProblemsFound([Problem(name, reason)])


def _of_ole(data: bytes, name: str) -> str:
    if _ENCRYPTED in data:
        return "文件设有打开密码；请去掉密码后再提交"
    kind = " WPS 文字（.wps）" if name.lower().endswith(".wps") else "旧版 .doc "
    return f"内容是{kind}格式；请用 Word 或 WPS 另存为 .docx"


def _of_no_zip(data: bytes) -> str:
    if data.startswith(b"PK"):
        return "文件不完整（没有传完或已损坏）；请重新获取"
    start = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if kind := next((kind for sign, kind in _OTHERS.items() if start.startswith(sign)), ""):
        return f"内容是{kind}，不是 Word 文件；请用 Word 或 WPS 打开后另存为 .docx"
    return "不是 Word 文件（.docx）；请核对文件" if data else "文件是空的；请重新获取"


def _reason(members: list[zipfile.ZipInfo]) -> str:
    """Why a package is refused; empty for a sound one."""
    names = [info.filename for info in members]
    if len(names) > MOST_PARTS:
        return f"文件内含 {len(names)} 个部分，不是正常的 Word 文件"
    if len({name.lower() for name in names}) < len(names):
        return "文件内有重名的部分，无法确定以哪个为准；请重新另存为 .docx"
    for info in members:
        if reason := _of_member(info):
            return reason
    xml = [info for info in members if info.filename.endswith(_XML)]
    for some, most in ((members, LARGEST_WHOLE), (xml, LARGEST_XML)):
        if sum(info.file_size for info in some) > most:
            return f"文件展开后超过 {most // MEGABYTE} MB，已拒绝打开"
    return ""


def _of_member(info: zipfile.ZipInfo) -> str:
    path = info.filename.replace("\\", "/")
    if path.startswith("/") or ".." in path.split("/") or ":" in path:
        return f"文件内有越界的路径 {info.filename}，已拒绝打开"
    if info.flag_bits & 1:
        return "文件内容已加密；请去掉密码后再提交"
    if info.compress_type not in METHODS:
        return "文件的压缩方式不是 Word 所用的；请重新另存为 .docx"
    most = LARGEST_PART if info.filename.endswith(_XML) else LARGEST_FILE
    ratio = info.file_size / max(info.compress_size, 1)
    if info.file_size > most or (info.file_size > MEGABYTE and ratio > LARGEST_RATIO):
        return f"文件内的 {info.filename} 展开后异常大，已拒绝打开"
    return ""


# Entities are never resolved and nothing is fetched; a DTD is refused before this parser sees it.
# How large and how deep a text may be is our own rule, the same in the browser.
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
    """The root of an XML text in UTF-8 or UTF-16, without DTD. Raises ProblemsFound."""
    # The declaration goes, so that the parser cannot read other characters than were searched here.
    text = _DECLARATION.sub("", _decoded(data, name), count=1)
    for strict, usual in STRICT.items() if _STRICTLY in text else ():
        text = text.replace(strict, usual)
    if "!" in text and _DTD.search(text):  # a form without "!" is not searched sign by sign
        raise _refused(name, "文件内有文档类型声明（DTD），已拒绝打开；请重新另存为 .docx")
    if text.count("<") > MOST_TAGS:
        raise _refused(name, "文件内容异常多，不是填写好的表单；已拒绝打开")
    try:
        top = etree.fromstring(text.encode(), _PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _refused(name, _NESTED if _is_nested(text) else _NO_XML) from error
    if _TOO_DEEP(top):
        raise _refused(name, _NESTED)
    return top


def _is_nested(text: str) -> bool:
    """Whether a text that the parser refuses has too many elements one inside the other."""
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
        raise _refused(name, "文件内容的编码不是 UTF-8；请重新另存为 .docx") from error
