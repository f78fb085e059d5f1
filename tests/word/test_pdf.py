from pathlib import Path

import pytest

from lawbook.word.pdf import pdf

pytestmark = pytest.mark.deep


def test_a_pdf_is_made_twice_with_the_same_bytes(tmp_path: Path, files: dict[str, bytes]) -> None:
    path = tmp_path / "pilot-plan.docx"
    path.write_bytes(files["pilot-plan-blank"])
    (first,), (second,) = (pdf([path], tmp_path / name) for name in ("one", "two"))
    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes().startswith(b"%PDF-")
