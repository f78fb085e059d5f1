"""A Word file with a footnote, as Word writes it."""

from __future__ import annotations

import zipfile
from pathlib import Path

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CALL = '<w:r><w:footnoteReference w:id="7"/></w:r>'
_PART = (
    f'<w:footnotes xmlns:w="{_W}"><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
    '<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote></w:footnotes>'
)


def add_footnote(file: Path, after: str, *pieces: str) -> None:
    """Call a footnote in the paragraph that ends with ``after``; its text stands in pieces."""
    runs = "".join(f"<w:r><w:t>{piece}</w:t></w:r>" for piece in pieces)
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    body = members["word/document.xml"].decode()
    mark = f"{after}</w:t></w:r>"
    assert body.count(mark) == 1
    members["word/document.xml"] = body.replace(mark, mark + _CALL).encode()
    members["word/footnotes.xml"] = _PART.format(runs).encode()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
