"""Fifteen deliberate breakages: Microsoft's validator and our lint together catch all but one."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lint import lint
from wordfile import repacked

Change = Callable[[str], str]
# What neither catches: the bytes are a valid document, only its page is not the one meant.
MISSED = {"a page as wide as the paper"}


def once(old: str, new: str) -> Change:
    return lambda xml: re.sub(old, new, xml, count=1)


CELL = r"<w:p>(?:(?!<w:p>|</w:p>).)*?职务(?:(?!</w:p>).)*?</w:p>(?=</w:tc>)"
BREAKAGES: dict[str, Change] = {
    "a word that is no alignment": once('<w:vAlign w:val="center"/>', '<w:vAlign w:val="middle"/>'),
    "an element that does not exist": once("<w:body>", "<w:body><w:paragraph/>"),
    "a width that is no number": once('<w:tcW w:w="[0-9]+"', '<w:tcW w:w="wide"'),
    "a paragraph inside a paragraph": once("<w:p><w:pPr>", "<w:p><w:p/><w:pPr>"),
    "properties after the text": once(
        r"<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)(<w:t(?:(?!</w:t>).)*</w:t>)", r"<w:r>\2\1"
    ),
    "a header that does not exist": once('r:id="rIdHeader"', 'r:id="rIdNowhere"'),
    "a cell without paragraph": once(CELL, ""),
    "a bookmark without end": once(r'<w:bookmarkEnd w:id="\d+"/>', ""),
    "a bookmark twice": once('w:name="f_organiser"', 'w:name="f_city"'),
    "a row wider than the grid": once('<w:gridSpan w:val="4"/>', '<w:gridSpan w:val="5"/>'),
    "a control out of order": once(
        r'(<w:alias w:val="申报城市"/>)(<w:tag w:val="city"/>)', r"\2\1"
    ),
    "two controls of one number": lambda xml: re.sub(
        r'(<w:tag w:val="recommender"/><w:id w:val=")\d+',
        lambda m: m[1] + _number(xml),
        xml,
        count=1,
    ),
    "a table without grid": once(r"<w:tblGrid>.*?</w:tblGrid>", ""),
    "a style that is not declared": once(
        '<w:pStyle w:val="TableText"/>', '<w:pStyle w:val="Gone"/>'
    ),
    "a page as wide as the paper": once('w:left="1588"', 'w:left="0"'),
}


def _number(xml: str) -> str:
    match = re.search(r'<w:tag w:val="city"/><w:id w:val="(\d+)"', xml)
    assert match
    return match[1]


@pytest.mark.deep
def test_validator_and_lint_together_catch_all_but_the_one_that_is_named(
    tmp_path: Path, files: dict[str, bytes], validate: Callable[[Path], list[str]]
) -> None:
    assert len(BREAKAGES) == 15
    missed = set()
    for number, (name, change) in enumerate(BREAKAGES.items()):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(repacked(files["pilot-plan-blank"], change))
        if not lint(path.read_bytes()) and not validate(path):
            missed.add(name)
    assert missed == MISSED
