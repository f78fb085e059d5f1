"""One broken file per fault; each says where it goes and, word for word, what must be said."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from lawbook.checks.across import CHECKS, problems
from lawbook.law.source import sha256
from lawbook.library.library import Library

BROKEN = sorted((Path(__file__).parents[1] / "broken").iterdir())
RAW = "data/sources/rule-2020.txt"


def test_the_small_project_has_no_faults(mini: Library) -> None:
    assert problems(mini) == ()


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_each_fault_is_said_in_just_these_words(
    path: Path, project: Path, run: Callable[..., Result]
) -> None:
    raw = sha256((project / RAW).read_bytes())
    text = path.read_text(encoding="utf-8").replace("RAW", raw)
    (place,) = re.findall(r"place: (\S+)", text)
    (project / place).parent.mkdir(exist_ok=True)
    (project / place).write_text(text, encoding="utf-8")
    result = run("--root", project, "check")
    expected = [line.strip() for line in re.findall(r"fault: (.*?)(?: -->)?\n", text)]
    said = [line for line in result.stderr.splitlines() if not line.startswith("共 ")]
    assert sorted(said) == sorted(expected)
    assert (result.exit_code, result.stdout) == (1, "")


def test_faults_of_several_files_come_at_once(project: Path, run: Callable[..., Result]) -> None:
    for name in ("duplicate-key", "unknown-key", "basis-that-dangles"):
        (path,) = (one for one in BROKEN if one.stem == name)
        text = path.read_text(encoding="utf-8")
        (project / re.findall(r"place: (\S+)", text)[0]).write_text(text, encoding="utf-8")
    said = run("--root", project, "check").stderr
    assert [line.partition(":")[0] for line in said.splitlines()] == [
        "data/facts/method-2019.yml",
        "data/forms/note.yml「联系人」",
        "data/vocabulary/statuses.yml",
        "data/vocabulary/statuses.yml",
        "共 4 处问题。",
    ]


def test_every_rule_explains_itself() -> None:
    assert all((check.__doc__ or "").strip().endswith(".") for check in CHECKS)
