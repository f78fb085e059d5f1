"""What Microsoft's validator and LibreOffice make of the files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from wordfile import FILES, repacked, solid, text

from lawbook.word import office


@pytest.mark.parametrize("name", FILES)
def test_microsofts_validator_reports_nothing(
    name: str, tmp_path: Path, files: dict[str, bytes], validate: Callable[[Path], list[str]]
) -> None:
    (tmp_path / "form.docx").write_bytes(files[name])
    assert validate(tmp_path / "form.docx") == []


def test_the_validator_does_report_faults(
    tmp_path: Path, files: dict[str, bytes], validate: Callable[[Path], list[str]]
) -> None:
    old, new = '<w:vAlign w:val="center"/>', '<w:vAlign w:val="middle"/>'
    bad = tmp_path / "bad.docx"
    bad.write_bytes(repacked(files["pilot-plan-blank"], lambda xml: xml.replace(old, new, 1)))
    faults = validate(bad)
    assert len(faults) == 1
    assert "'middle'" in faults[0]


@pytest.mark.deep
def test_libreoffice_reads_the_same_text(tmp_path: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    office.converted(tmp_path.glob("*.docx"), "txt:Text (encoded):UTF8", tmp_path)
    for name, data in files.items():
        converted = (tmp_path / f"{name}.txt").read_text(encoding="utf-8-sig")
        assert solid(converted).replace("•", "") == solid(text(data)).replace("•", ""), name
