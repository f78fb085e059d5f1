"""The same form and answers give the same bytes, in a package of plain, known parts."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from wordfile import EXAMPLES, FILES, FORMS, example

from lawbook import word
from lawbook.library.loading import load
from lawbook.word.layout.package import PARTS


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_second_build_gives_the_same_bytes(
    name: str, root: Path, files: dict[str, bytes]
) -> None:
    form, answers = example(load(root), name)
    assert word.fill(form, answers) == files[name]
    assert word.blank(form) == files[f"{form.key}-blank"]


@pytest.mark.deep
def test_another_process_gives_the_same_bytes(root: Path, files: dict[str, bytes]) -> None:
    program = (
        "import sys; from pathlib import Path; from lawbook.library.loading import load; "
        "from lawbook import word; "
        "sys.stdout.buffer.write(word.blank(load(Path(sys.argv[1])).forms[sys.argv[2]]))"
    )
    for key in FORMS:
        command = [sys.executable, "-c", program, str(root), key]
        done = subprocess.run(command, check=True, capture_output=True, timeout=60)
        assert done.stdout == files[f"{key}-blank"]


@pytest.mark.parametrize("name", FILES)
def test_the_parts_are_stored_in_one_order_and_of_one_date(
    name: str, files: dict[str, bytes]
) -> None:
    with zipfile.ZipFile(io.BytesIO(files[name])) as package:
        assert package.namelist() == list(PARTS)
        for info in package.infolist():
            assert info.compress_type == zipfile.ZIP_STORED
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert "@" not in package.read(info).decode().replace("lx@example.com", "")
            ElementTree.fromstring(package.read(info))
