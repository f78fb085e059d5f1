"""Write a form that a command has begun, as a Word or answer file, and report what was done."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from lawbook.base import output
from lawbook.cli.batch import Outcome
from lawbook.cli.destination import STDOUT, Destination
from lawbook.cli.papers import WORD
from lawbook.forms.answer_file import answer_sheet
from lawbook.forms.answers import Answers
from lawbook.forms.form import Form

YAML = ".yml"
OUTPUT = click.option(
    "-o",
    "--output",
    "goal",
    required=True,
    type=click.Path(path_type=Path, allow_dash=True),
    help="写到哪个 .docx 文件（接着用 Word 写）或者 .yml 答案文件；- 表示标准输出。",
)


def target_of(goal: Path, name: str, bare: str = WORD) -> Path:
    """Return where a paper goes; ``bare`` is its ending if the goal has none.

    Raises ProblemsFound if there can be no such file.
    """
    ending = goal.suffix.lower() or bare
    ending = YAML if goal == STDOUT or ending in {YAML, ".yaml"} else WORD
    return Destination(goal, ending).of(f"{name}{ending}")


def begin(form: Form, answers: Answers, target: Path, told: Sequence[str]) -> Outcome:
    """Write a paper to its file, or to standard output."""
    from lawbook import word

    text = answer_sheet(form, answers, "" if target == STDOUT else target.stem)
    if target == STDOUT:
        return Outcome(0, tuple(told), text)
    is_word = target.suffix.lower() == WORD
    output.write(target, word.fill(form, answers) if is_word else text)
    return Outcome(0, tuple(told), written=target)
