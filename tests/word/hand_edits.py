"""What people and programs do to a form: each a small change of the document's own XML."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from wordfile import W, edited, example

from lawbook import word
from lawbook.library.library import Library
from lawbook.word.read.readback import ReadBack, read

Root = etree._Element
Edit = Callable[[Root], None]
Reader = Callable[..., ReadBack]
NS = {"w": W[1:-1], "w14": "http://schemas.microsoft.com/office/word/2010/wordml"}


def xpath(root: Root, path: str, **values: str) -> list[Root]:
    return list(root.xpath(path, namespaces=NS, **values))


def element(xml: str) -> Root:
    names = " ".join(f'xmlns:{key}="{value}"' for key, value in NS.items())
    return etree.fromstring(f"<x {names}>{xml}</x>")[0]


def run(text: str, more: str = "") -> Root:
    return element(f'<w:r><w:rPr>{more}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>')


def paragraph(text: str) -> Root:
    made = element("<w:p></w:p>")
    made.append(run(text))
    return made


def control(root: Root, tag: str, number: int = 0) -> Root:
    return xpath(root, "//w:sdt[w:sdtPr/w:tag/@w:val=$tag]", tag=tag)[number]


def inside(root: Root, tag: str, number: int = 0) -> Root:
    return control(root, tag, number).find(f"{W}sdtContent")


def cell(root: Root, key: str) -> Root:
    """The cell of an answer: beside the label's, or below it in a group of long answers."""
    name = f"f_{key}"
    label = xpath(root, "//w:bookmarkStart[@w:name=$name]/ancestor::w:tc[1]", name=name)[0]
    right = label.getnext()
    if right is not None:
        return right
    return label.getparent().getnext().findall(f"{W}tc")[-1]


def label(root: Root, key: str) -> Root:
    name = f"f_{key}"
    return xpath(root, "//w:bookmarkStart[@w:name=$name]/ancestor::w:p[1]", name=name)[0]


def replace_text(node: Root, text: str) -> None:
    """The text of the first run of a node changed, all other runs emptied."""
    first, *others = node.iter(f"{W}t")
    first.text = text
    for other in others:
        other.text = ""


def write(root: Root, tag: str, text: str, number: int = 0) -> None:
    """Type over the hint of a control, as Word does it."""
    found = control(root, tag, number)
    for hint in found.findall(f"{W}sdtPr/{W}showingPlcHdr"):
        hint.getparent().remove(hint)
    replace_text(found.find(f"{W}sdtContent"), text)


def unwrap(node: Root) -> None:
    """Take a control away and leave what is in it."""
    parent, content = node.getparent(), node.find(f"{W}sdtContent")
    place = parent.index(node)
    for child in reversed(list(content)):
        parent.insert(place, child)
    parent.remove(node)


def strip_controls(root: Root) -> None:
    for found in list(root.iter(f"{W}sdt")):
        if found.find(f"{W}sdtContent") is not None:
            unwrap(found)


def strip_bookmarks(root: Root) -> None:
    for tag in ("bookmarkStart", "bookmarkEnd"):
        for found in list(root.iter(f"{W}{tag}")):
            found.getparent().remove(found)


def strip_tags(root: Root) -> None:
    for found in xpath(root, "//w:sdtPr/w:tag"):
        found.getparent().remove(found)


def tick(root: Root, tag: str, sign: str) -> None:
    replace_text(inside(root, tag), sign)


def split_runs(root: Root) -> None:
    """Every run of two or more characters becomes two runs, with proofing marks between."""
    for found in list(root.iter(f"{W}r")):
        texts = found.findall(f"{W}t")
        if len(texts) == 1 and len(texts[0].text or "") > 1:
            twin = copy.deepcopy(found)
            middle = len(texts[0].text) // 2
            twin.find(f"{W}t").text = texts[0].text[middle:]
            texts[0].text = texts[0].text[:middle]
            found.addnext(twin)
            found.addnext(element("<w:proofErr></w:proofErr>"))


def tracked(kind: str, text: str) -> Root:
    made = element(f'<w:{kind} w:id="9000" w:author="甲" w:date="2026-09-03T00:00:00Z"></w:{kind}>')
    inner = run(text)
    if kind in {"del", "moveFrom"}:
        inner.find(f"{W}t").tag = f"{W}delText"
    made.append(inner)
    return made


def table(rows: tuple[tuple[str, ...], ...]) -> Root:
    made = element("<w:tbl></w:tbl>")
    for row in rows:
        line = etree.SubElement(made, f"{W}tr")
        for text in row:
            etree.SubElement(line, f"{W}tc").append(paragraph(text))
    return made


def rows(root: Root, key: str) -> list[Root]:
    name = f"{key}.name"
    path = "(//w:sdt[w:sdtPr/w:tag/@w:val=$name])[1]/ancestor::w:tbl[1]"
    return list(xpath(root, path, name=name)[0].findall(f"{W}tr"))


def columns_swapped(root: Root, key: str, one: int, other: int) -> None:
    for row in rows(root, key):
        cells = row.findall(f"{W}tc")
        first, second = copy.deepcopy(cells[one]), copy.deepcopy(cells[other])
        row.replace(cells[one], second)
        row.replace(cells[other], first)


WAYS: dict[str, Callable[[Root], Any]] = {
    "tags": strip_tags,
    "bookmarks": strip_bookmarks,
    "controls": strip_controls,
    "controls and bookmarks": lambda root: (
        strip_controls(root),
        strip_bookmarks(root),
    ),
    "nothing, but runs split": split_runs,
}


def notes(back: ReadBack) -> list[str]:
    return [str(note) for note in back.notes]


def row(node: Root) -> Root:
    return node if node.tag == f"{W}tr" else next(node.iterancestors(f"{W}tr"))


def remove(node: Root) -> None:
    node.getparent().remove(node)


def fill(root: Root, key: str, text: str) -> None:
    place = cell(root, key)
    for old in place.findall(f"{W}p"):
        place.remove(old)
    place.append(paragraph(text))


def merge(node: Root, value: str) -> None:
    """Merge a cell with the one above or below, as Word does."""
    properties = node.find(f"{W}tcPr")
    if properties is None:
        properties = etree.Element(f"{W}tcPr")
        node.insert(0, properties)
    etree.SubElement(properties, f"{W}vMerge").set(f"{W}val", value)


def reread(library: Library, name: str, edit: Callable[[Root], object]) -> ReadBack:
    """What is read of a filled example after an edit of its XML."""
    data = edited(word.fill(*example(library, name)), edit)
    return read(library.forms, data, "方案.docx")
