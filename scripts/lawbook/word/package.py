"""The .docx package: parts in one order, stored, all of one date, so that bytes repeat."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parents[3] / "templates" / "word"
_PLACE = re.compile("@[A-Z]+@")
DATE = (1980, 1, 1, 0, 0, 0)

# Part in the package and its template, in the order in which they are packed.
PARTS = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "package-rels.xml",
    "docProps/app.xml": "app.xml",
    "docProps/core.xml": "core.xml",
    "docProps/custom.xml": "custom.xml",
    "word/_rels/document.xml.rels": "document-rels.xml",
    "word/document.xml": "document.xml",
    "word/fontTable.xml": "fontTable.xml",
    "word/footer-even.xml": "footer-even.xml",
    "word/footer-odd.xml": "footer-odd.xml",
    "word/header.xml": "header.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}


@cache
def template(name: str) -> str:
    """The text of a template in templates/word."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def packed(fillings: dict[str, dict[str, str]]) -> bytes:
    """The package's bytes; ``fillings`` are part → place (``@BODY@``) → XML."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as package:
        for part, name in PARTS.items():
            info = zipfile.ZipInfo(part, DATE)
            info.create_system = 0  # else the bytes would tell on which system they were made
            package.writestr(info, _filled(template(name), fillings.get(part, {})))
    return file.getvalue()


def _filled(text: str, filling: dict[str, str]) -> bytes:
    # One pass over the template: what is put in is not searched, an answer may say @TITLE@.
    return _PLACE.sub(lambda match: filling[match[0]], text).encode()
