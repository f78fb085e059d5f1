"""What Microsoft's validator and LibreOffice make of the files."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from wordfile import FILES, repacked, solid, text

from lawbook.library.library import Library


@pytest.mark.parametrize("name", FILES)
def test_microsofts_validator_reports_nothing(
    name: str, folder: Path, validate: Callable[[Path], list[str]]
) -> None:
    assert validate(folder / f"{name}.docx") == []


def test_the_validator_does_report_faults(
    tmp_path: Path, files: dict[str, bytes], validate: Callable[[Path], list[str]]
) -> None:
    old, new = '<w:vAlign w:val="center"/>', '<w:vAlign w:val="middle"/>'
    bad = tmp_path / "bad.docx"
    bad.write_bytes(repacked(files["pilot-plan-blank"], lambda xml: xml.replace(old, new, 1)))
    faults = validate(bad)
    assert len(faults) == 1
    assert "'middle'" in faults[0]


@pytest.mark.parametrize("name", FILES)
def test_libreoffice_reads_the_same_text(name: str, folder: Path, files: dict[str, bytes]) -> None:
    converted = (folder / f"{name}.txt").read_text(encoding="utf-8-sig")
    assert solid(converted).replace("•", "") == solid(text(files[name])).replace("•", "")


@pytest.mark.parametrize("name", FILES)
def test_the_printed_pages_show_every_label(
    name: str, folder: Path, library: Library, files: dict[str, bytes]
) -> None:
    done = subprocess.run(
        ["pdftotext", "-raw", folder / f"{name}.pdf", "-"], check=True, capture_output=True
    )
    printed = solid(done.stdout.decode())
    form = next(form for key, form in library.forms.items() if name.startswith(key))
    for _, item in form.fields:
        if item.key != form.layout.title.field:
            assert solid(item.label) in printed
    assert "—1—" in printed
    assert "\ufffd" not in printed
