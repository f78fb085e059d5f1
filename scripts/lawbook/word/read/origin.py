"""Recognise which form a file is, in which version, and the text around the answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.base.shared import Shared
from lawbook.base.text import BLANKS
from lawbook.forms.form import Form
from lawbook.forms.former_names import words_of
from lawbook.forms.normal import one_line, solid
from lawbook.word.read.body import Body
from lawbook.word.read.cells import name as named
from lawbook.word.read.content import Content, Paragraph
from lawbook.word.read.elements import W
from lawbook.word.read.runs import EMBEDDED_FILE
from lawbook.word.read.unpack import Element, Package

OTHER_TITLE: Shared[str] = "《{own}》，不是《{wanted}》"
WRONG_FILE: Shared[str] = "这是{titles}；请核对文件"
NOTES_NOT_READ: Shared[str] = "{what}的文字没有读入：{texts}；要点请写进正文"
NO_ORIGIN: Shared[str] = "文件里没有表单的名称和版本，按《{title}》的栏目读取"
OLD_BLANK: Shared[str] = (
    "文件由 {old} 版空白表填写，现行的是 {today} 版；已按现行版的栏目读取，请核对"
)
REVISIONS: Shared[str] = "文件中有修订：插入的文字已读入，删除的没有；请接受或拒绝修订后提交"
PASTE_AS_TEXT: Shared[str] = "请把内容粘贴成文字"
WRITE_AS_TEXT: Shared[str] = "请把要点写成文字"
CANNOT_READ: Shared[str] = "{where}的{what}不能读入；{remedy}"
HIDDEN_TEXT: Shared[str] = "{where}的隐藏文字没有读入：“{words}”；要读入的，请先在 Word 中取消隐藏"
FIELD_OF: Shared[str] = "“{label}”一栏"

_VT = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"
_DC = "{http://purl.org/dc/elements/1.1/}"


@dataclass(frozen=True)
class Origin:
    """Which form a file is, in which version (empty: unknown); the text around answers."""

    form: str
    version: str = ""
    title: str = ""
    mark: str = ""
    notes: tuple[Problem, ...] = ()


def origin(forms: Mapping[str, Form], body: Body, wanted: str = "") -> Origin:
    """Return a body as one of the forms. Raises ProblemsFound for any other file."""
    package, content, name = body.package, body.content, body.package.name
    said = _properties(package)
    key, version = said.get("FormKey", ""), said.get("FormVersion", "")
    recognised = key if key in forms else wanted or _recognised(forms, content, key, name)
    if wanted and wanted != recognised:
        titles = OTHER_TITLE.format(own=forms[recognised].title, wanted=forms[wanted].title)
        raise ProblemsFound([Problem(name, WRONG_FILE.format(titles=titles))])
    notes = tuple(_notes(forms[recognised], content, key, version, _footnotes(package)))
    title, mark = _title(package), _mark(package)
    return Origin(recognised, version, title, mark, notes)


def _properties(package: Package) -> dict[str, str]:
    """Return the document's own properties by name; the first of each name counts."""
    root = package.xml("docProps/custom.xml")
    said: dict[str, str] = {}
    for element in () if root is None else root.iterchildren("*"):
        text = "".join(element.itertext(f"{_VT}lpwstr")).strip(BLANKS)
        said.setdefault(element.get("name"), text)
    return said


def _recognised(forms: Mapping[str, Form], content: Content, key: str, name: str) -> str:
    """Return the key of the form most of whose labels are in a file that does not name it."""
    texts = _texts_of(content)
    shares = {candidate: _share(form, content, texts) for candidate, form in forms.items()}
    best = max(shares, key=lambda candidate: shares[candidate])
    if shares[best] >= 0.5:
        return best
    known = "、".join(f"《{form.title}》" for form in forms.values())
    other = f"是另一份表单（{key}）" if key else "不是本指南的表单"
    raise ProblemsFound([Problem(name, f"这个文件{other}；能读的有：{known}")])


def _texts_of(content: Content) -> set[str]:
    """Return what may be a label: every line and cell, and the text before a colon."""
    lines = list(content.paragraphs())
    cells = {id(line.cell): line.cell for line in lines if line.cell}
    texts = {named(line.text) for line in lines} | {named(cell.text) for cell in cells.values()}
    return texts | {named(re.split("[：:]", text, maxsplit=1)[0]) for text in texts}


def _share(form: Form, content: Content, texts: set[str]) -> float:
    """Return the share of the form's fields whose label or control is in a document."""
    there = sum(
        any(key in content.controls for key in (field.key, *field.formerly))
        or any(f"f_{key}" in content.bookmarks for key in (field.key, *field.formerly))
        or not texts.isdisjoint(map(named, words_of(section, field)))
        for section, field in form.fields
    )
    return there / len(form.fields)


def _footnotes(package: Package) -> list[Problem]:
    """Return the words of footnotes and endnotes, which belong to no field."""
    notes = []
    for what, part in (("脚注", "footnotes"), ("尾注", "endnotes")):
        root = package.xml(package.part(part))
        kept = [] if root is None else [note for note in root if not note.get(f"{W}type")]
        texts = [one_line("".join(_texts(note))) for note in kept]
        said = "、".join(f"“{text}”" for text in texts if text)
        if said:
            notes.append(Problem("", NOTES_NOT_READ.format(what=what, texts=said)))
    return notes


def _notes(
    form: Form, content: Content, key: str, version: str, footnotes: list[Problem]
) -> list[Problem]:
    notes = []
    if not key:
        notes.append(Problem("", NO_ORIGIN.format(title=form.title)))
    elif version != form.version:
        old = OLD_BLANK.format(old=version or "未写明", today=form.version)
        notes.append(Problem("", old))
    if content.revised:
        notes.append(Problem("", REVISIONS))
    for what, paragraph in content.notes:
        remedy = PASTE_AS_TEXT if what == EMBEDDED_FILE else WRITE_AS_TEXT
        notes.append(
            Problem("", CANNOT_READ.format(where=_where(paragraph), what=what, remedy=remedy))
        )
    notes += footnotes
    for text, paragraph in content.hidden:
        if solid(text):
            line = HIDDEN_TEXT.format(where=_where(paragraph), words=one_line(text))
            notes.append(Problem("", line))
    return notes


def _where(paragraph: Paragraph) -> str:
    line, cell = one_line(paragraph.text)[:20], paragraph.cell
    row = cell.table.rows[cell.row] if cell else []
    label = one_line(row[0].text)[:20] if row and row[0] is not cell else ""
    if line:
        return f"“{line}”处"
    return FIELD_OF.format(label=label) if label else "文件中"


def _title(package: Package) -> str:
    root = package.xml("docProps/core.xml")
    title = None if root is None else root.find(f"{_DC}title")
    return "" if title is None else title.text or ""


def _mark(package: Package) -> str:
    """Return the words printed on every page: the text of the headers, each once."""
    texts: list[str] = []
    for member in sorted(package.members):
        if member.startswith("word/header") and member.endswith(".xml"):
            root = package.xml(member)
            paragraphs = () if root is None else root.iter(f"{W}p")
            lines = ("".join(_texts(paragraph)) for paragraph in paragraphs)
            texts += [line for line in lines if solid(line) and line not in texts]
    return "\n".join(texts)


def _texts(paragraph: Element) -> list[str]:
    signs = {f"{W}t": None, f"{W}tab": "\t", f"{W}br": "\n"}
    return [signs[node.tag] or node.text or "" for node in paragraph.iter(*signs)]
