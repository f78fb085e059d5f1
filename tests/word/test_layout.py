"""Page and type as GB/T 9704 has them, and what a reader of the file's structure needs."""

import itertools
import re

import pytest
from wordfile import FILES, W, example, part, tree

from lawbook import word
from lawbook.library.library import Library

MM = 1440 / 25.4


@pytest.mark.parametrize("name", FILES)
def test_the_type_area_is_156_by_225_mm_with_22_lines(name: str, files: dict[str, bytes]) -> None:
    for section in tree(files[name]).iter(f"{W}sectPr"):
        size, margin, grid = (section.find(f"{W}{tag}") for tag in ("pgSz", "pgMar", "docGrid"))
        assert size is not None and margin is not None and grid is not None
        place = {side: int(margin.get(f"{W}{side}", "")) for side in ("top", "bottom", "left")}
        wide = int(size.get(f"{W}w", "")) - place["left"] - int(margin.get(f"{W}right", ""))
        high = int(size.get(f"{W}h", "")) - place["top"] - place["bottom"]
        assert round(place["top"] / MM) == 37
        assert round(place["left"] / MM) == 28
        assert (round(wide / MM), round(high / MM)) == (156, 225)
        assert grid.get(f"{W}type") == "lines"
        assert high // int(grid.get(f"{W}linePitch", "")) == 22


@pytest.mark.parametrize("name", FILES)
def test_every_run_names_its_chinese_font(name: str, files: dict[str, bytes]) -> None:
    for file in ("word/document.xml", "word/footer-odd.xml", "word/footer-even.xml"):
        runs = part(files[name], file).split("<w:r>")[1:]
        assert runs
        for run in runs:
            head = run.partition("</w:rPr>")[0]
            assert "w:eastAsia=" in head
            assert 'w:hint="eastAsia"' in head
            assert "Theme" not in head


@pytest.mark.parametrize("name", FILES)
def test_every_font_and_style_that_is_used_is_declared(name: str, files: dict[str, bytes]) -> None:
    xml, styles = part(files[name]), part(files[name], "word/styles.xml")
    fonts = part(files[name], "word/fontTable.xml")
    for font in set(re.findall(r'w:eastAsia="([^"]+)"', xml)):
        assert f'<w:font w:name="{font}"><w:altName' in fonts
    for style in set(re.findall(r'<w:[pr]Style w:val="([^"]+)"', xml)):
        assert f'w:styleId="{style}"' in styles


@pytest.mark.parametrize("name", FILES)
def test_tables_have_grid_caption_and_repeating_heads(name: str, files: dict[str, bytes]) -> None:
    tables = list(tree(files[name]).iter(f"{W}tbl"))
    for table in tables:
        assert table.find(f"{W}tblGrid/{W}gridCol") is not None
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None
    lists = [table for table in tables if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None]
    # The application lists people and risks, the plan its contacts.
    assert len(lists) == (2 if name.startswith("review") else 1)


def test_page_numbers_stand_outside_between_dashes(files: dict[str, bytes]) -> None:
    for side, place in (("odd", "right"), ("even", "left")):
        footer = part(files["pilot-plan-blank"], f"word/footer-{side}.xml")
        assert f'<w:jc w:val="{place}"/>' in footer
        assert re.sub("<[^>]+>", "", footer).strip() == "— 1 —"
    assert "<w:evenAndOddHeaders/>" in part(files["pilot-plan-blank"], "word/settings.xml")


def test_the_number_of_a_control_is_its_own(files: dict[str, bytes]) -> None:
    for data in files.values():
        numbers = re.findall(r'<w:id w:val="(\d+)"/>', part(data))
        assert len(numbers) == len(set(numbers))


def test_titles_are_headings(files: dict[str, bytes]) -> None:
    xml = part(files["review-application-blank"])
    for style, words in (("Title", "人工智能科技伦理审查申请书"), ("Heading", "一、基本情况")):
        assert re.search(f'<w:pStyle w:val="{style}"/>(?:(?!</w:p>).)*{words}', xml)
    styles = part(files["review-application-blank"], "word/styles.xml")
    assert 'w:styleId="Heading"><w:name w:val="heading 1"/>' in styles


def test_no_list_follows_another_without_a_heading(library: Library) -> None:
    for name in library.examples:
        blocks = tree(word.fill(*example(library, name)))[0]
        styles = [block.find(f"{W}pPr/{W}pStyle") for block in blocks]
        shown = [
            block.tag
            for block, style in zip(blocks, styles, strict=True)
            if style is None or style.get(f"{W}val") != "TableEnd"
        ]
        assert (f"{W}tbl", f"{W}tbl") not in set(itertools.pairwise(shown)), name


def test_short_labels_and_dates_have_room_in_the_columns_of_a_list(library: Library) -> None:
    body = part(word.blank(library.forms["pilot-tasks"]))
    heads, width = {}, '<w:tcW w:w="([0-9]+)"[^>]*/>'
    for cell in re.findall("<w:tc>.*?</w:tc>", body):
        if '"SmallHead"' in cell:
            heads[re.sub("<[^>]*>", "", cell)] = int(re.findall(width, cell)[0])
    assert heads["开始"] >= 1340  # 2027-01-01 in type of 10.5 points, on one line
    assert heads["编号"] >= 2 * 210 + 120
    assert heads["序号"] >= 2 * 210 + 120
    assert heads["任务"] > heads["路径"]
    assert '<w:tblCellMar><w:left w:w="60"' in body
