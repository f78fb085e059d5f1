"""Write files atomically, and leave files whose content did not change untouched."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from lawbook.base.problem import DISK_IS_FULL, DiskFull, Problem, ProblemsFound, reason

ROOM = "已经写好的文件是完整的，请腾出空间再做其余的"


def write(path: Path, content: bytes | str) -> bool:
    """Write ``content`` to ``path`` if it differs; return whether anything was written.

    The file appears whole or not at all: a temporary neighbour is renamed into place. Raises
    ProblemsFound when the path cannot be written, DiskFull when there is no room.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        if error.errno in DISK_IS_FULL:
            raise DiskFull([Problem(str(path), f"{reason(error)}，没有写成；{ROOM}")]) from error
        message = f"无法写入（{reason(error)}）；请换一个可以写入的位置"
        raise ProblemsFound([Problem(str(path), message)]) from error
    return True


def _replace(path: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        temporary.chmod(0o644)  # mkstemp gives 0600, which a web server could not read
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def remove_others(folder: Path, keep: Iterable[Path]) -> int:
    """Remove every file below ``folder`` that is not in ``keep``; return the number removed."""
    wanted = set(keep)
    if not folder.is_dir():
        return 0
    stale = [path for path in folder.rglob("*") if path.is_file() and path not in wanted]
    for path in stale:
        path.unlink()
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return len(stale)
