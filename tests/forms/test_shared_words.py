"""What both languages share stands in one place: the page's module is made from Python's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError
from scripts import asked

from lawbook.base.pattern import Pattern
from lawbook.base.text import EVERY_BLANK
from lawbook.library.library import Library
from lawbook.site import shared_words


def test_the_modules_of_the_page_are_fresh(root: Path) -> None:
    for file, script in shared_words.scripts().items():
        committed = (root / shared_words.ASSETS / file).read_text(encoding="utf-8")
        assert committed == script, f"{file}: run `make schemas`"


def test_a_file_that_is_too_large_is_refused_in_the_words_of_the_command_line(
    library: Library,
) -> None:
    act = {"act": "tooLarge", "length": (64 << 20) + 1, "name": "a.docx"}
    said = "a.docx: 文件超过 64 MB，不是 Word 文件；请核对文件"
    assert asked(library, [act]) == [{"refused": [said]}]


def test_no_shared_text_is_typed_a_second_time(root: Path) -> None:
    """A script that needs one of them imports it: no literal says the same again."""
    values = [value for file in shared_words.shared().values() for value in file.values()]
    long = [spelt for value in values if len(spelt := shared_words.spelt(value)[1:-1]) > 6]
    assert len(long) > 100
    for file in sorted((root / shared_words.ASSETS).rglob("*.js")):
        if not file.name.endswith("shared.js"):
            script = file.read_text(encoding="utf-8")
            typed = [text for text in long if f'"{text}"' in script or f"`{text}`" in script]
            assert typed == [], file.name


def test_a_blank_of_both_languages_is_one_for_each() -> None:
    assert all(sign.isspace() for sign in EVERY_BLANK)
    assert not {*"\x1c\x1f\x85\u180e\u200b\ufeff"} & {*EVERY_BLANK}


APART = {
    "named classes": [r"甲\s乙", r"\d+", r"[甲\w]", r"\b中", r"\A甲", r"甲\Z", "甲$", r"\p{L}"],
    "signs": [
        r"\0",
        r"\07",
        r"\x41",
        r"\a",
        r"\U00020000",
        r"\u{20000}",
        r"\N{DASH}",
        r"甲\-乙",
        r"[甲\、]",
    ],
    "signs that need no stroke": [
        r"\'",
        r"\"",
        r"\ ",
        r"\#",
        r"\&",
        r"\~",
        r"\甲",
        r"\_",
        r"[\']",
        "\\",
    ],
    "lone brackets": [
        "甲]",
        "[]甲]",
        "甲}",
        "甲{",
        "甲{ 1}",
        "甲{1",
        "甲{a}",
        "(甲",
        "甲)",
        "[甲",
    ],
    "groups": [
        "(?P<n>甲)",
        "(?<n>甲)",
        "(甲)(?(1)乙|丙)",
        "(?i)甲",
        "(?i:甲)",
        "(?-i:甲)",
        "(?#注)甲",
        "(?>甲)",
    ],
    "looks behind": ["(?<!甲)乙", "(?<=甲)乙", "(?<=甲)*"],
    "repeats": ["甲++", "甲?+", "甲{2}+", "甲{,3}", "甲{,}", "甲{5,3}", "甲**", "*甲", "甲{2}{3}"],
    "repeated looks": [
        "(?=甲)*",
        "(?!甲)+乙",
        "(?=甲)?",
        "(?=甲){2}",
        "(?!(?:甲|[)])){0,1}",
        r"甲|(?=\))*?",
    ],
}
ALIKE = [
    r"(?=[\s\S]*甲)(?![^乙]{0,3}丙)([\[【])\1[ \t\n\u3000]*\.[甲\-]{2,}\]\{甲{3}",
    r"(?:甲)?[\s\S]+乙(?![\s\S])",
    *(
        "(?=甲)(?=乙)丙*",
        r"(?=甲)\*",
        "(?!甲|[(])乙*",
        "(?:(?=甲)乙)*",
        "((?!甲)乙){2}",
        "[(?=甲)]*",
        "甲+?|乙{2,}?",
    ),
]


def test_browsers_take_what_is_taken(library: Library) -> None:
    patterns = [*(pattern for some in APART.values() for pattern in some), *ALIKE]
    taken = asked(library, [{"act": "takes", "pattern": pattern} for pattern in patterns])
    assert taken[-len(ALIKE) :] == [True] * len(ALIKE)
    refused = {pattern for pattern, is_taken in zip(patterns, taken, strict=True) if not is_taken}
    assert {*APART["repeated looks"], *APART["lone brackets"], "甲{,3}", "甲{,}"} - refused == set()


@pytest.mark.parametrize("pattern", [pattern for some in APART.values() for pattern in some])
def test_a_pattern_that_they_read_differently_is_refused(pattern: str) -> None:
    with pytest.raises(ValidationError, match="正则"):
        TypeAdapter(Pattern).validate_python(pattern)


@pytest.mark.parametrize("pattern", ALIKE)
def test_a_pattern_that_they_read_alike_is_taken(pattern: str) -> None:
    assert TypeAdapter(Pattern).validate_python(pattern) == pattern


# What a person wrote is asked in words that mean the same to both; these do not.
APART_IN_PYTHON = re.compile(r"(?<!\\)\\[swWdDb]|\.[lr]?strip\(\)|\.split\(\)")
APART_IN_SCRIPTS = re.compile(r"(?<!\\)\\[swWDb]|\.trim(?:Start|End)?\(\)")
TWINS = "forms/**/*.py word/read/*.py desk/*.py law/mention.py library/citations.py"


def test_no_twin_asks_what_each_language_answers_in_its_own_way(root: Path) -> None:
    python = [file for where in TWINS.split() for file in (root / "scripts/lawbook").glob(where)]
    scripts = [
        file
        for room in ("forms", "cites")
        for file in (root / "content/assets" / room).glob("*.js")
        if not file.name.endswith("shared.js")  # \\b is a sign there
    ]
    assert len(python) > 80
    assert len(scripts) > 80
    for files, apart in ((python, APART_IN_PYTHON), (scripts, APART_IN_SCRIPTS)):
        for file in files:
            for line in file.read_text(encoding="utf-8").splitlines():
                code = line.replace(r"[\s\S]", "")
                assert not apart.search(code), f"{file}: {line}"
