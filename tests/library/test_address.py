import pytest

from lawbook.library.address import address, markdown_link, relative


@pytest.mark.parametrize(
    ("page", "target", "link"),
    [
        ("", "documents/a/", "documents/a/"),
        ("", "", "./"),
        ("a/", "", "../"),
        ("documents/a/art-1/", "documents/a/art-2/#art-2-par-1", "../art-2/#art-2-par-1"),
        ("documents/a/", "documents/a/#ch-1", "#ch-1"),
        ("documents/a/", "documents/a/", "./"),
        ("downloads/", "files/plan.docx", "../files/plan.docx"),
    ],
)
def test_a_link_is_relative_to_the_page_it_stands_on(page: str, target: str, link: str) -> None:
    assert relative(page, target) == link


def test_an_index_stands_at_its_folder() -> None:
    assert address("forms/pilot-plan/index.md") == "forms/pilot-plan/"
    assert address("faq.md") == "faq/"


def test_markdown_files_link_to_markdown_files() -> None:
    assert markdown_link("index.md", "guides/rules.md") == "guides/rules.md"
    assert markdown_link("guides/rules.md", "guides/roles.md") == "roles.md"
