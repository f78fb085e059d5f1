"""The inside of a paragraph, for content.py: runs, controls and fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree  # type: ignore[import-untyped]

from lawbook.base.shared import Shared
from lawbook.word.read import looks
from lawbook.word.read.elements import VAL, W, child, firsts
from lawbook.word.read.symbols import enclosed, lettered, symbol
from lawbook.word.read.unpack import Element

PICTURE: Shared[str] = "图片或图形"
EMBEDDED_OBJECT: Shared[str] = "嵌入对象"

if TYPE_CHECKING:
    from lawbook.word.read.content import Content, Paragraph
    from lawbook.word.read.hidden import Hidden

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
P, TBL, TR, TC, SDT, R, T = (f"{W}{tag}" for tag in ("p", "tbl", "tr", "tc", "sdt", "r", "t"))
SDT_PR, SDT_CONTENT, TAG = f"{W}sdtPr", f"{W}sdtContent", f"{W}tag"
CHECKBOX, CHECKED = f"{W14}checkbox", f"{W14}checked"
RUN_PR, BOLD, VANISH, RUN_STYLE, FONTS = (
    f"{W}{tag}" for tag in ("rPr", "b", "vanish", "rStyle", "rFonts")
)
_LOOK = frozenset((BOLD, VANISH, RUN_STYLE, FONTS)) | looks.TAGS
NAME, SYM, _ASCII, _HIGH = (f"{W}{tag}" for tag in ("name", "sym", "ascii", "hAnsi"))
_INSTRUCTION, _FIELD, _FIELD_KIND = (f"{W}{tag}" for tag in ("instrText", "fldChar", "fldCharType"))
_SIMPLE_FIELD, _FORMULA_TEXT = f"{W}fldSimple", f"{M}t"
BOOKMARK = f"{W}bookmarkStart"
TEXTBOX = f"{W}txbxContent"
GONE: set[object] = {f"{W}{tag}" for tag in ("del", "moveFrom", "rubyPr", "rt", "pPr", "rPr")}
GONE |= {
    f"{W}{tag}" for tag in ("sdtPr", "tblPr", "instrText", "delText", "trPr", "tcPr", "tblGrid")
}
GONE |= {f"{MC}Fallback", etree.Comment}
REVISIONS = {f"{W}{tag}" for tag in ("ins", "del", "moveFrom", "moveTo")}
SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
NOTES = {
    f"{W}footnoteReference": "脚注",
    f"{W}endnoteReference": "尾注",
    f"{W}drawing": PICTURE,
    f"{W}pict": PICTURE,
    f"{W}object": EMBEDDED_OBJECT,
}
EMBEDDED = {f"{W}altChunk", f"{W}subDoc"}
EMBEDDED_FILE: Shared[str] = "插入的另一份文件"
OFF = {"0", "false", "off", "none"}


class Runs:
    """Reads the inside of paragraphs into the content."""

    def __init__(self, content: Content, hidden: Hidden) -> None:
        self.content = content
        self.hidden = hidden
        self.in_hidden_row = False
        self.instructions: list[str] = []  # one for each field that has begun

    def inline(self, node: Element, made: Paragraph, tag: str) -> None:
        """Read the content of a node into a paragraph; ``tag`` is that of the control around it."""
        for inner in node:
            kind = inner.tag
            if kind == R:
                self._run(inner, made, tag)
            elif kind == SDT:
                self._control(inner, made, tag)
            elif kind == BOOKMARK:
                self.content.bookmarks.setdefault(inner.get(NAME, ""), made)
            elif kind == _SIMPLE_FIELD and (sign := enclosed(inner.get(f"{W}instr", ""))):
                made.pieces.append((sign, False, tag))
            elif kind == _FORMULA_TEXT:
                made.pieces.append((inner.text or "", False, tag))
            elif kind in EMBEDDED:
                self.content.note(EMBEDDED_FILE, made)
            elif kind not in GONE:
                self.content.revised |= kind in REVISIONS
                self.inline(inner, made, tag)
            elif kind in REVISIONS:
                self.content.revised = True

    def _control(self, node: Element, made: Paragraph, outer: str) -> None:
        tag = self.tag(node)
        if tag:
            self.content.controls.setdefault(tag, made)
            made.pieces.append(("", False, tag))  # a control without text has its position too
        inside = child(node, SDT_CONTENT)
        start = len(made.pieces)
        if inside is not None:
            self.inline(inside, made, tag or outer)
        if tag or (state := _state(node)) is None:
            return
        if not any(text for text, _, _ in made.pieces[start:]):
            made.pieces.append(("☑" if state else "□", False, outer))

    def tag(self, node: Element) -> str:
        """Return the tag of a control, empty if none; record the state of a check box."""
        properties = child(node, SDT_PR)
        own = None if properties is None else child(properties, TAG)
        if own is None:
            return ""
        tag = str(own.get(VAL, ""))
        state = _state(node)
        if state is not None:
            self.content.checked[tag] = state
        return tag

    def _run(self, node: Element, made: Paragraph, tag: str) -> None:
        look = firsts(child(node, RUN_PR), _LOOK)
        bold = BOLD in look and look[BOLD].get(VAL, "1") not in OFF
        hidden = self.in_hidden_row or self.hidden.is_hidden(look, made.style)
        font = _symbol_font(look.get(FONTS))
        seen = looks.how(look) if not looks.TAGS.isdisjoint(look) else ()
        for inner in node:
            kind = inner.tag
            if kind == RUN_PR:
                continue
            if kind == T:
                text = lettered(font, inner.text or "")
            else:
                text = self._field(inner, kind) or lettered(font, _text(inner, kind))
            if text and hidden:
                self.content.hide(text, made)
            elif text:
                if seen:
                    made.looks[len(made.pieces)] = seen
                made.pieces.append((text, bold, tag))
            elif kind != T and kind not in GONE:
                self._other(inner, made, tag)

    def _field(self, node: Element, kind: str) -> str:
        """Return the character that a field shows: a legacy check box, an enclosed character."""
        if kind == _INSTRUCTION and self.instructions:
            self.instructions[-1] += node.text or ""
        if kind != _FIELD:
            return ""
        if node.get(_FIELD_KIND) == "begin":
            self.instructions.append("")
            box = node.find(f"{W}ffData/{W}checkBox")
            return "" if box is None else _legacy(box)
        shown = enclosed(self.instructions[-1]) if self.instructions else ""
        if self.instructions and node.get(_FIELD_KIND) == "end":
            self.instructions.pop()
        elif self.instructions:
            self.instructions[-1] = ""
        return shown

    def _other(self, node: Element, made: Paragraph, tag: str) -> None:
        """Handle what else a run can contain: text boxes are read, pictures are reported."""
        boxes = [node] if node.tag == TEXTBOX else list(node.iter(TEXTBOX))
        if node.tag == f"{MC}AlternateContent":
            chosen = node.find(f"{MC}Choice")
            boxes = [] if chosen is None else list(chosen.iter(TEXTBOX))
        for box in boxes:
            for part in box.iter(P):
                made.pieces.append(("\n", False, tag))
                self.inline(part, made, tag)
        if not boxes:
            for note in node.iter(*NOTES):
                self.content.note(NOTES[note.tag], made)
            if node.tag == f"{W}ruby":
                self.inline(node, made, tag)


def _state(control: Element) -> bool | None:
    """Return whether the check box of a control is ticked; None for another control."""
    for properties in control.iterchildren(SDT_PR):
        for box in properties.iterchildren(CHECKBOX):
            if (state := child(box, CHECKED)) is not None:
                return state.get(f"{W14}val", "1") not in OFF
    return None


def _legacy(box: Element) -> str:
    """Return the character for a check box of older versions of Word, which shows no text."""
    state = box.find(f"{W}checked")
    state = box.find(f"{W}default") if state is None else state
    return "☑" if state is not None and state.get(f"{W}val", "1") not in OFF else "□"


def _symbol_font(fonts: Element | None) -> str:
    return "" if fonts is None else fonts.get(_ASCII) or fonts.get(_HIGH) or ""


def _text(node: Element, kind: str) -> str:
    """Return the text that a non-text part of a run stands for, empty if none."""
    if kind == SYM:
        return symbol(node.get(f"{W}font", ""), node.get(f"{W}char", ""))
    return SIGNS.get(kind, "")
