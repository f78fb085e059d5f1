"""Decide where a command puts its files, for all of them before the first is written.

Writing never loses anything: no two files go to one path, no input is overwritten, and existing
files stay as they are unless ``--force`` is given.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import click

from lawbook.base.problem import Problem, ProblemsFound

Decorated = TypeVar("Decorated", bound=Callable[..., object])

STDOUT = Path("-")
FORCE = click.option("--force", is_flag=True, help="已经有同名文件时，用新的替换它。")


@dataclass(frozen=True)
class Destination:
    """What follows ``-o``: one file with the ending, a folder, or ``-`` for standard output.

    ``many``: whether there is more than one file to write, so that only a folder will do.
    """

    target: Path
    ending: str
    many: bool = False

    def of(self, name: str) -> Path:
        """Return the path of the file with this name. Raises ProblemsFound if there can be none."""
        if self.target == STDOUT:
            if self.many:
                raise self._fault("多份文件不能写到标准输出；请用 -o 写文件夹")
            return STDOUT
        if self.target.is_dir():
            return self.target / name
        if self.target.exists() and not self.target.is_file():
            raise self._fault("不是普通文件；要写到标准输出，请用 -o -")
        ending = self.target.suffix.lower()
        if self.many and (ending == self.ending or self.target.exists()):
            raise self._fault("这是一个文件的名称，而要写的不止一份；请用 -o 写文件夹")
        if self.many or not ending:
            return self.target / name
        if ending != self.ending:
            advice = f"写文件，请以 {self.ending} 结尾；写文件夹，请先建好这个文件夹"
            raise self._fault(f"这里写出的是 {self.ending} 文件；{advice}")
        return self.target

    def _fault(self, message: str) -> ProblemsFound:
        return ProblemsFound([Problem(f"-o {self.target}", message)])


def keep_apart(pairs: Sequence[tuple[str, Path]], inputs: Sequence[Path], *, force: bool) -> None:
    """Raise ProblemsFound if writing would lose a file; ``pairs``: what is written, and where.

    The problems name every path that two files share, that is an input, or that exists.
    """
    sources: dict[str, list[str]] = defaultdict(list)
    targets: dict[str, Path] = {}
    for source, target in pairs:
        if target != STDOUT:
            sources[_same(target)].append(source)
            targets.setdefault(_same(target), target)
    read = {_same(path) for path in inputs}
    problems = []
    for key, names in sources.items():
        if len(names) > 1:
            advice = f"{'、'.join(names)} 都会写成这个文件；请改名，或者分开写进几个文件夹"
            problems.append(Problem(str(targets[key]), advice))
        elif key in read:
            problems.append(Problem(str(targets[key]), "这是读取的文件，不能写在它上面；请换名称"))
        elif not force and (targets[key].exists() or targets[key].is_symlink()):
            problems.append(Problem(str(targets[key]), EXISTS))
    if problems:
        raise ProblemsFound(problems)


EXISTS = "已经有这个文件，没有改动它；请换名称或者文件夹，要替换它请加 --force"


def _same(path: Path) -> str:
    """Return one key for all names that some file system treats as one: by case, by composition."""
    return unicodedata.normalize("NFC", str(path.resolve())).casefold()
