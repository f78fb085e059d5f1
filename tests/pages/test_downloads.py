"""What the site offers to take away, in the order in which people look for it."""

from pathlib import Path

from lawbook.library.library import Library
from lawbook.pages.downloads import downloads

FILES = {
    "pilot-plan-wangxi.docx": b"x" * 1001,
    "pilot-plan-yunlan.docx": b"x",
    "pilot-plan-blank.pdf": b"x" * 93_000,
    "pilot-plan-blank.docx": b"x" * 81_295,
    "other.docx": b"x",
}


def test_the_blank_comes_first_then_its_pdf_then_the_example_the_form_names(
    library: Library,
) -> None:
    assert [(one.name, one.kind) for one in downloads(library, FILES)] == [
        ("pilot-plan-blank.docx", "blank"),
        ("pilot-plan-blank.pdf", "pdf"),
        ("pilot-plan-yunlan.docx", "example"),
        ("pilot-plan-wangxi.docx", "example"),
    ]


def test_each_file_says_what_it_is_and_how_large(library: Library) -> None:
    shown = {one.name: (one.title, one.size_shown) for one in downloads(library, FILES)}
    form = "“人工智能科技伦理审查与服务先导计划”行动实施方案"
    assert shown["pilot-plan-blank.docx"] == (f"{form}（空白模板）", "Word 文件，82 KB")
    assert shown["pilot-plan-blank.pdf"] == (
        f"{form}（空白模板，打印用）",
        "PDF 文件，93 KB",
    )
    assert shown["pilot-plan-wangxi.docx"] == (f"望汐市{form}（虚构示例）", "Word 文件，2 KB")


def test_the_site_offers_a_pdf_beside_each_blank(root: Path) -> None:
    from lawbook.site import build

    build.site(root)
    for form in ("pilot-plan", "review-application"):
        assert (root / "site/files" / f"{form}-blank.pdf").read_bytes()[:5] == b"%PDF-"
