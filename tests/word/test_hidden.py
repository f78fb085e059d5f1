"""Text that a style hides, as Word takes styles: what rests on what, and two that cancel out."""

import pytest
from hand_edits import element

from lawbook.word.read.elements import firsts
from lawbook.word.read.hidden import Hidden
from lawbook.word.read.runs import RUN_STYLE, VANISH

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES = f"""<w:styles xmlns:w="{_W}">
<w:style w:styleId="Remark"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:styleId="Note"><w:basedOn w:val="Remark"/></w:style>
<w:style w:styleId="Shown"><w:basedOn w:val="Remark"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
<w:style w:styleId="Round"><w:basedOn w:val="Round"/></w:style>
</w:styles>""".encode()


@pytest.mark.parametrize(
    ("run", "paragraph", "expected"),
    [
        ("", "", False),
        ("<w:vanish/>", "", True),
        ('<w:vanish w:val="false"/>', "Remark", False),
        ('<w:rStyle w:val="Remark"/>', "", True),
        ('<w:rStyle w:val="Note"/>', "", True),
        ('<w:rStyle w:val="Shown"/>', "", False),
        ("", "Note", True),
        ('<w:rStyle w:val="Remark"/>', "Note", False),
        ('<w:rStyle w:val="Round"/>', "unknown", False),
    ],
)
def test_hidden_by_a_style(run: str, paragraph: str, expected: bool) -> None:
    look = firsts(element(f"<w:rPr>{run}</w:rPr>"), {VANISH, RUN_STYLE})
    assert Hidden(STYLES).is_hidden(look, paragraph) is expected


def test_hidden_by_default() -> None:
    every = "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
    styles = f'<w:styles xmlns:w="{_W}">{every}</w:styles>'.encode()
    assert Hidden(styles).is_hidden({}, "")
    assert not Hidden(b"").is_hidden({}, "")
