"""LibreOffice's part, if it is installed: other formats in, PDF out."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from lawbook.base.problem import Problem, ProblemsFound

READABLE = (".doc", ".rtf", ".odt", ".wps")
_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
SECONDS = 300


def program() -> str | None:
    """Return LibreOffice's command, or None."""
    return next((path for name in _PROGRAMS if (path := shutil.which(name))), None)


def converted(paths: Iterable[Path], target: str, folder: Path) -> None:
    """Convert files in one call; each result stands in ``folder`` under its file's name.

    Macros never run and nothing is fetched: the profile is new and empty. Raises ProblemsFound
    where LibreOffice is missing or gives up; a file that it cannot read gives no result.
    """
    files = [str(path) for path in paths]
    command = program()
    if command is None:
        message = "读取 .doc、.rtf、.odt 和生成 PDF 需要 LibreOffice；请安装，或另存为 .docx"
        raise ProblemsFound([Problem(files[0], message)])
    with tempfile.TemporaryDirectory(prefix="lawbook-") as profile:
        options = [f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore"]
        call = [command, *options, "--convert-to", target, "--outdir", str(folder), *files]
        try:
            subprocess.run(call, check=True, capture_output=True, timeout=SECONDS, env=_settings())
        except (subprocess.SubprocessError, OSError) as error:
            message = "LibreOffice 没有完成转换；请在 Word 或 WPS 中另存为 .docx"
            raise ProblemsFound([Problem(files[0], message)]) from error


def _settings() -> dict[str, str]:
    """Return settings with a fixed date, for bytes as reproducible as LibreOffice allows."""
    return os.environ | {"SOURCE_DATE_EPOCH": "1767225600"}
