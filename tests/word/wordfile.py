"""Reading Word files in tests, without the code that wrote them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from lxml import etree  # type: ignore[import-untyped]

from lawbook.forms.answers import Answers, read_answers
from lawbook.forms.form import Form
from lawbook.library.library import Library

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FORMS = ("pilot-plan", "review-application")
EXAMPLES = ("pilot-plan-yunlan", "review-application-suifang")
FILES = (*(f"{key}-blank" for key in FORMS), *EXAMPLES)


def example(library: Library, name: str) -> tuple[Form, Answers]:
    form = library.form_of_example(name)
    return form, read_answers(form, library.examples[name])


def part(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def tree(data: bytes) -> Element:
    return ElementTree.fromstring(part(data))


def paragraphs(root: Element) -> Iterator[str]:
    """The text of each paragraph, content controls included."""
    for paragraph in root.iter(f"{W}p"):
        yield "".join(
            {f"{W}tab": "\t", f"{W}br": "\n"}.get(node.tag, node.text or "")
            for node in paragraph.iter()
            if node.tag in {f"{W}t", f"{W}tab", f"{W}br"}
        )


def text(data: bytes) -> str:
    return "\n".join(paragraphs(tree(data)))


def solid(words: str) -> str:
    """Words without any blank, to compare what programs set differently."""
    return re.sub(r"\s", "", words)


def tags(root: Element) -> list[str]:
    return [str(tag.get(f"{W}val")) for tag in root.iter(f"{W}tag")]


def repacked(data: bytes, change: Callable[[str], str]) -> bytes:
    """The file after a change of its document's XML; a change that changes nothing is a bug."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            xml = old.read(name).decode()
            changed = change(xml) if name == "word/document.xml" else xml
            assert name != "word/document.xml" or changed != xml
            new.writestr(name, changed)
    return made.getvalue()


def deflated(data: bytes) -> bytes:
    """The same package compressed, which is what most programs spend their time on."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return made.getvalue()


def edited(data: bytes, edit: Callable[[Element], object]) -> bytes:
    """The file after an edit of its document's tree."""

    def change(xml: str) -> str:
        root = etree.fromstring(xml.encode())
        edit(root)
        return str(etree.tostring(root, encoding="unicode"))

    return repacked(data, change)
