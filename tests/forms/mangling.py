"""Word files that were changed anywhere: elements, numbers of lists, bytes."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Mapping
from random import Random
from typing import Any

import hand_edits as hand
from lxml import etree  # type: ignore[import-untyped]
from wordfile import W, deflated, edited

Files = dict[str, bytes]


def mangled(files: Mapping[str, bytes], dice: Random, count: int) -> Files:
    """Files whose document was changed anywhere: elements gone, doubled, moved, renamed."""
    found: Files = {}
    for number in range(count):
        name = dice.choice(list(files))
        first = dice.choice((None, *hand.WAYS.values()))
        found[f"mangled {number} {name}"] = edited(files[name], _mangling(dice, first))
    return found


def _mangling(dice: Random, first: hand.Edit | None) -> hand.Edit:
    """Some changes, after the document has perhaps lost its controls or bookmarks."""

    def change(root: Any) -> None:
        if first is not None:
            first(root)
        for _ in range(dice.choice((1, 2, 5, 20, 60))):
            _mangle(root, dice)

    return change


TAGS = ("p", "r", "t", "tbl", "tr", "tc", "sdt", "ins", "del", "moveFrom", "br", "tab", "ruby")
WORDS = (
    *(
        "☑",
        "√",
        "12",
        "２０２６年９月３日",
        "2026\u00a0年 9 月\t3 日",
        "😀",
        "其他：甲",
        "联系人",
        "：",
        "、",
    ),
    *(" ", "　", "\n", "\r", "\u2028", "\x85", "\u2003", "\ufeff"),
)


def _mangle(root: Any, dice: Random) -> None:
    nodes = [node for node in root.iter() if node.getparent() is not None]
    node = dice.choice(nodes)
    act = dice.randrange(7)
    parent = node.getparent()
    if act == 0 and parent.getparent() is not None:
        parent.remove(node)
    elif act == 1:
        node.addnext(copy.deepcopy(node))
    elif act == 2:
        other = dice.choice(nodes)
        if node not in [*other.iterancestors(), other]:
            other.append(node)
    elif act == 3:
        node.tag = f"{W}{dice.choice(TAGS)}"
    elif act == 4:
        texts = list(root.iter(f"{W}t"))
        text = dice.choice(texts) if texts else node
        words = list(text.text or "")
        words.insert(dice.randint(0, len(words)), dice.choice(WORDS))
        text.text = "".join(words)
    elif act == 5 and node.attrib:
        key = dice.choice(list(node.attrib))
        node.set(key, dice.choice(("", "0", "1", "7", "x", "false", "f_city", "city", "F0FE", "²")))
    else:
        made = etree.SubElement(node, f"{W}{dice.choice(TAGS)}")
        made.text = dice.choice(WORDS)


def broken(files: Mapping[str, bytes], dice: Random, count: int) -> Files:
    """Files of which some bytes are others, or missing."""
    found: Files = {}
    for number in range(count):
        name = dice.choice(list(files))
        data = bytearray(files[name] if dice.random() < 0.3 else deflated(files[name]))
        if dice.random() < 0.2:
            del data[dice.randrange(len(data)) :]
        for _ in range(dice.choice((1, 1, 3, 30))):
            if data:
                near = dice.random() < 0.6  # the directory stands at the end
                first = max(len(data) - 900, 0) if near else 0
                data[dice.randrange(first, len(data))] = dice.randrange(256)
        found[f"broken {number} {name}"] = bytes(data)
    return found


LISTS = f"""<w:numbering xmlns:w="{W[1:-1]}">
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="x"/><w:lvlText w:val="%1.%2.%3 %9%%"/></w:lvl>
<w:lvl w:ilvl="9"><w:lvlText w:val="never"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="8">
<w:lvl w:ilvl="0"><w:start w:val="98"/><w:numFmt w:val="ideographDigital"/>
<w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="none"/><w:lvlText w:val="none"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="gone"/></w:num></w:numbering>"""


def numbered(files: Mapping[str, bytes], dice: Random, count: int) -> Files:
    """Files with paragraphs in lists that Word numbers, some of them by their style."""
    found: Files = {}
    for number in range(count):
        name = dice.choice(list(files))
        found[f"numbered {number} {name}"] = _with_lists(edited(files[name], _numbering(dice)))
    return found


def _numbering(dice: Random) -> hand.Edit:
    def change(root: Any) -> None:
        paragraphs = list(root.iter(f"{W}p"))
        for paragraph in dice.sample(paragraphs, min(40, len(paragraphs))):
            properties = paragraph.find(f"{W}pPr")
            if properties is None:
                properties = hand.element("<w:pPr></w:pPr>")
                paragraph.insert(0, properties)
            level, list_ = dice.choice("00012389x"), dice.choice("112230")
            made = f'<w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/>'
            if dice.random() < 0.2:
                made = '<w:numId w:val="1"/>'
            if dice.random() < 0.2:
                properties.insert(0, hand.element('<w:pStyle w:val="Listed"/>'))
            else:
                properties.append(hand.element(f"<w:numPr>{made}</w:numPr>"))

    return change


def _with_lists(data: bytes) -> bytes:
    style = (
        '<w:style w:type="paragraph" w:styleId="Listed"><w:pPr><w:numPr><w:ilvl w:val="1"/>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/styles.xml":
                part = part.replace(b"</w:styles>", style.encode())
            new.writestr(name, LISTS if name == "word/numbering.xml" else part)
    return file.getvalue()
