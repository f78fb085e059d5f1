import pytest

from lawbook.law.reference import references

ALIASES = {"本办法": "m", "《伦理办法》": "g", "《办法》": "f"}


def found(text: str) -> list[tuple[str, list[str]]]:
    return [
        (text[one.start : one.end], [str(citation) for citation in one.citations])
        for one in references(text, ALIASES)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("属于本办法第二条所列范围", [("本办法第二条", ["m/art-2"])]),
        (
            "依照《伦理办法》第五条至第八条进行",
            [("《伦理办法》第五条", ["g/art-5"]), ("第八条", ["g/art-6", "g/art-7", "g/art-8"])],
        ),
        (
            "本办法第三条、第五条和第七条",
            [("本办法第三条", ["m/art-3"]), ("第五条", ["m/art-5"]), ("第七条", ["m/art-7"])],
        ),
        (
            "本办法第十二条第一款第（三）项",
            [
                ("本办法第十二条", ["m/art-12"]),
                ("第一款", ["m/art-12/par-1"]),
                ("第（三）项", ["m/art-12/par-1/item-3"]),
            ],
        ),
        (
            "本办法第十二条第一款和第二款",
            [
                ("本办法第十二条", ["m/art-12"]),
                ("第一款", ["m/art-12/par-1"]),
                ("第二款", ["m/art-12/par-2"]),
            ],
        ),
        ("《办法》第三节及附件规定", [("《办法》第三节", ["f/sec-3"]), ("附件", ["f/annex"])]),
        ("《办法》第26条之一", [("《办法》第26条之一", ["f/art-26-1"])]),
        ("本办法规定的，另见第九条", []),
        ("《办法》对附件的说明", []),
        ("没有引用", []),
    ],
)
def test_references_are_read_as_a_lawyer_reads_them(
    text: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert found(text) == expected


def test_without_aliases_nothing_is_found() -> None:
    assert list(references("本办法第二条", {})) == []
