"""Word files to be read by both sides: every fixture of tests/word, and files made from a seed."""

from __future__ import annotations

import contextlib
import functools
import inspect
import io
import itertools
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import bare_word
import hand_edits as hand
import hand_ticks
import hostile
import official_fillings
import test_hand_boxes
import test_hand_lists
import test_hand_losses
import test_hand_merges
import test_hand_texts
import test_left_labels
import test_mutations
import test_unpack
from wordfile import EXAMPLES, FORMS, edited, example

from lawbook import word
from lawbook.library.library import Library
from lawbook.word import office
from lawbook.word.read.readback import ReadBack

Files = dict[str, bytes]
EDITED = (test_hand_boxes, test_hand_lists, test_hand_losses, test_hand_merges, test_hand_texts)


def made(library: Library) -> Files:
    """Both blank forms and every example, filled."""
    found = {f"{key}-blank": word.blank(library.forms[key]) for key in FORMS}
    return found | {name: word.fill(*example(library, name)) for name in library.examples}


def official(library: Library, dice: Random, count: int) -> Files:
    """The official template filled by hand, so many times in each of its shapes."""
    form = library.forms["pilot-plan"]
    return {
        f"{shape} {number}": official_fillings.Filling(form, shape, dice).file
        for shape in official_fillings.SHAPES
        for number in range(count)
    }


def by_hand(library: Library, files: Mapping[str, bytes], seed: int | None = None) -> Files:
    """Every file that the tests of edits by hand read: they run here until they read it.

    With a seed: every second of them; each file loses something in one way or is spelt in one way,
    not both in all; and of the ways to tick every fourth.
    """
    whole = seed is None
    turns = slice(None) if seed is None else slice(seed % 4, None, 4)
    seen: Files = {}
    for name, test, words in list(_readings())[slice(None) if whole else slice(seed % 2, None, 2)]:
        with contextlib.suppress(RecordedError):
            test(**words, after=_recorder(files, seen, name))
    for turn, (way, edit) in enumerate(hand.WAYS.items()):
        some = files if whole else dict(list(files.items())[2 * turn :: 2 * len(hand.WAYS)])
        seen |= {f"{name} without {way}": edited(data, edit) for name, data in some.items()}
    ticks = list(itertools.product(EXAMPLES, hand_ticks.WAYS))
    for name, way in ticks[turns]:
        seen[f"{name} {way}"] = hand_ticks.ticked(files[name], way)
    for line in hand_ticks.WRITTEN[turns]:
        seen[f"ticks: {line}"] = hand_ticks.with_participants(library, *line.split("\n"))
    for look in (*hand_ticks.LOOKS, "<w:strike/>"):
        seen[f"look: {look}"] = hand_ticks.looking(library, look, {"企业", "其他"})
    for name, (rows, _) in test_left_labels.CASES.items():
        body = bare_word.table(test_left_labels.cells(rows))
        seen[f"labels: {name}"] = test_left_labels.plan(body)
    for turn, (way, write) in enumerate(SPELLINGS.items()):
        some = files if whole else dict(list(files.items())[2 * turn + 1 :: 2 * len(SPELLINGS)])
        seen |= {f"{name} {way}": _rewritten(data, write) for name, data in some.items()}
    return seen


def _readings() -> Iterator[tuple[str, Callable[..., None], dict[str, Any]]]:
    """Each test of an edit by hand with each set of its words."""
    for name, test in (
        pair for module in EDITED for pair in inspect.getmembers(module, inspect.isfunction)
    ):
        if name.startswith("test_") and "after" in inspect.signature(test).parameters:
            for number, words in enumerate(_parameters(test)):
                yield f"{name} {number}", test, words


def _inside_texts(xml: str) -> str:
    """Comments, instructions and marked sections in the middle of texts, line ends of Windows."""
    odd = "<!-- a -->", "<?b c?>", "<![CDATA[<&]]>", "&#13;", "\r\n", "&#x85;", "\u2028", "\u2003"
    *pieces, last = xml.split("</w:t>")
    made = (f"{piece}{odd[n % len(odd)]}丙</w:t>" for n, piece in enumerate(pieces))
    return "".join(made) + last.replace("><", ">\r\n<")


def _other_prefix(xml: str) -> str:
    return re.sub("(</?| )w:", r"\1word:", xml).replace("xmlns:w=", "xmlns:word=")


SPELLINGS: dict[str, Callable[[str], bytes]] = {
    "in UTF-16": lambda xml: xml.encode("utf-16"),
    "in UTF-16, the other way round": lambda xml: b"\xfe\xff" + xml.encode("utf-16-be"),
    "with a mark at the beginning": lambda xml: xml.encode("utf-8-sig"),
    "with oddities inside texts": lambda xml: _inside_texts(xml).encode(),
    "with another prefix": lambda xml: _other_prefix(xml).encode(),
}


def _rewritten(data: bytes, write: Callable[[str], bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, write(part.decode()) if name == "word/document.xml" else part)
    return file.getvalue()


def _parameters(test: Callable[..., None]) -> Iterator[dict[str, Any]]:
    marks = [mark.args for mark in getattr(test, "pytestmark", [])]
    for values in itertools.product(*(list(args[1]) for args in marks)):
        yield {args[0]: value for args, value in zip(marks, values, strict=True)}


class RecordedError(Exception):
    """The file that a test reads is taken; what the test finds in it is not asked here."""


def _recorder(files: Mapping[str, bytes], seen: Files, name: str) -> Callable[..., ReadBack]:
    def after(edit: hand.Edit, of: str = "pilot-plan-blank") -> ReadBack:
        seen[f"{name} {len(seen)}"] = edited(files[of], edit)
        raise RecordedError

    return after


@functools.cache
def unsound() -> Files:
    """Every file that tests/word/test_unpack.py has refused, and some of other programs."""
    found = {name: make() for name, (make, _) in test_unpack.CASES.items()}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "bomb.docx")
        test_unpack.bomb(path)
        found["bomb"] = path.read_bytes()
    found["a bomb that lies about its size"] = _lying(found["bomb"])
    found |= {"pdf": b"%PDF-1.7\n%", "rtf": b"{\\rtf1 x}", "wps": test_unpack.OLE, "odt": _odt()}
    return found | _odd_packages()


def _odt() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<office/>")
    return file.getvalue()


def _odd_packages() -> Files:
    """Packages with odd XML or an odd shape; what each is called says what is odd."""
    bodies = {
        "an empty document": "",
        "an entity that nobody declared": "<w>&nbsp;</w>",
        "200 deep": "<w>" * 200 + "</w>" * 200,
        "201 deep": "<w>" * 201 + "</w>" * 201,
        "a prefix that nobody declared": "<w:document/>",
        "a control character": "<w>\x0b</w>",
        "a sign that is none": "<w>\ufffe</w>",
        "two roots": "<w/><w/>",
        "two declarations": "<?xml version='1.0'?><?xml version='1.0'?><w/>",
        "two byte order marks": "\ufeff\ufeff<w/>",
        "text of ten million letters": f"<w>{'a' * 10_000_001}</w>",
        "a name of fifty thousand letters": f"<{'a' * 50_001}/>",
        "a comment, an instruction, a cdata section": "<w>a<!--b--><?c d?><![CDATA[&e;]]></w>",
        "an element called parsererror": "<w><parsererror/></w>",
        "as many elements as may be": test_unpack.tags(199_998),
        "more elements than that": test_unpack.tags(200_000),
    }
    stored = {f"odd: {name}": _stored(body.encode()) for name, body in bodies.items()}
    packed = {
        "odd: packed as Word never packs": _packed(zipfile.ZIP_BZIP2, "word/document.xml"),
        "odd: LZMA": _packed(zipfile.ZIP_LZMA, "word/document.xml"),
        "odd: many small parts of XML": _packed(
            zipfile.ZIP_DEFLATED, *(f"word/header{n}.xml" for n in range(40)), size=1 << 20
        ),
        "odd: a name in another code": _packed(zipfile.ZIP_STORED, "word/é:.xml"),
        "odd: before it something else": b"MZ" + bytes(900) + _stored(b"<w/>"),
        "odd: a comment behind": _stored(b"<w/>", comment=b"PK\x05\x06 is not the end"),
        "odd: false size": _lying(_stored(b"<w>" + bytes(9999) + b"</w>")),
    }
    return stored | packed


def _stored(document: bytes, comment: bytes = b"") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
        archive.comment = comment
    return file.getvalue()


def _packed(method: int, *names: str, size: int = 9) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name in names:
            archive.writestr(name, bytes(size))
    return file.getvalue()


def _lying(data: bytes, size: int = 100) -> bytes:
    """The package with another size said of its last member."""
    start = data.rindex(b"PK\x01\x02")
    return data[: start + 24] + size.to_bytes(4, "little") + data[start + 28 :]


def faulty(library: Library) -> Files:
    """Each plan of tests/word/test_mutations.py with one fault, filled."""
    return {
        name: word.fill(library.forms[answers.form], answers)
        for name, answers, _, _ in test_mutations.mutants(library)
    }


def saved_by_libreoffice(files: Mapping[str, bytes], ways: tuple[str, ...], folder: Path) -> Files:
    """Files with and without controls, saved by LibreOffice in other formats and back."""
    found: Files = {}
    for way in ways:
        place = folder / way
        place.mkdir()
        for name, data in files.items():
            (place / f"{name}.docx").write_bytes(data)
            (place / f"{name}-stripped.docx").write_bytes(edited(data, hand.strip_controls))
        office.converted(sorted(place.glob("*.docx")), way, place / "middle")
        office.converted(sorted((place / "middle").iterdir()), "docx", place / "end")
        for path in sorted((place / "end").iterdir()):
            found[f"{path.stem} after {way}"] = path.read_bytes()
    return found


def filled(library: Library, dice: Random, count: int) -> Files:
    """Forms filled with answers that nobody would write."""
    keys = [dice.choice(FORMS) for _ in range(count)]
    return {
        f"filled {n}": word.fill(library.forms[key], hostile.answers(dice, library.forms[key]))
        for n, key in enumerate(keys)
    }
