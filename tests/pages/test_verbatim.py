from collections.abc import Callable

import markdown
import pytest

from lawbook.library.library import Library
from lawbook.pages.functions import Functions
from lawbook.pages.verbatim import Verbatim, literal

EXTENSIONS = ["admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables"]


def html(text: str) -> str:
    return markdown.markdown(text, extensions=EXTENSIONS)


@pytest.mark.parametrize(
    "text",
    [
        "自*年*月*日起",
        "_甲_乙_",
        "[一](二)",
        "{#id}",
        "甲|乙",
        "`甲`",
        "A & B <c>",
        "甲~乙~",
        "\\*",
    ],
)
def test_markdown_and_browsers_leave_a_literal_as_it_is(text: str) -> None:
    import lxml.html  # type: ignore[import-untyped]

    for place in (f"{literal(text)}", f"- {literal(text)}", f"!!! note\n    {literal(text)}"):
        assert text in lxml.html.fromstring(html(place)).text_content()


def test_every_character_of_every_document_reaches_its_page(library: Library) -> None:
    import lxml.html

    show = Verbatim(library, library.url, anchors=False)
    for document in library.documents.values():
        for provision in document.provisions:
            if provision.joined() and not provision.summary:
                shown = lxml.html.fromstring(html(str(show.block(provision)))).text_content()
                assert "".join(shown.split()) == "".join(provision.joined().split())


def test_each_paragraph_and_item_has_its_permanent_link(
    library: Library, on: Callable[[str], Functions]
) -> None:
    page = on("documents/measures-2025-draft/art-12.md")
    text = Verbatim(library, page.link).block(library.find("measures-2025-draft/art-12"))
    for anchor in ("art-12-par-1", "art-12-par-1-item-1", "art-12-par-1-item-3"):
        assert f'id="{anchor}"' in text
        assert f'href="#{anchor}"' in text
    assert 'aria-label="第十二条第一款第（三）项的固定链接"' in text


def test_a_reference_in_the_text_is_a_link(
    library: Library, on: Callable[[str], Functions]
) -> None:
    page = on("documents/measures-2025-draft/art-10.md")
    text = Verbatim(library, page.link).block(library.find("measures-2025-draft/art-10"))
    assert 'href="../../general-measures-2023/art-5/"' in text
    assert ">《伦理办法》第五条</a>" in text


def test_a_block_is_one_line_so_that_indentation_cannot_break_it(library: Library) -> None:
    show = Verbatim(library, library.url)
    for document in library.documents.values():
        assert all("\n" not in show.block(provision) for provision in document.provisions)
