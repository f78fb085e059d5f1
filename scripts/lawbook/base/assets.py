"""The site's styles, scripts and drawings: drawings are copied, modules are bundled by entry.

Every file that a page waits for costs a round trip on a slow link, so
``content/assets/entries.yml`` names, for each file that reaches the reader, the one module it
starts from; esbuild adds what that module imports.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from lawbook.base import yamlfile
from lawbook.base.problem import Problem, ProblemsFound

FOLDER = "assets"
LIST = f"{FOLDER}/entries.yml"
_MODULES = frozenset({".js", ".css"})
_NO_ASSETS = frozenset({".md", ".yml", ".ts", *_MODULES})


def drawings(content: Path) -> Iterator[tuple[str, bytes]]:
    """Yield path below ``content`` and bytes of every file that is neither page nor module."""
    for file in sorted(content.rglob("*")):
        if file.is_file() and file.suffix not in _NO_ASSETS:
            yield file.relative_to(content).as_posix(), file.read_bytes()


def entries(content: Path) -> Mapping[str, Path]:
    """Return the module that each file starts from, keyed by the file's path in the site.

    Raises ProblemsFound with every module that does not exist.
    """
    if not (content / LIST).is_file():
        return {}
    file = yamlfile.read(content / LIST, f"content/{LIST}")
    listed = file.tree if isinstance(file.tree, dict) else {}
    modules = {str(path): content / FOLDER / str(module) for path, module in listed.items()}
    problems = [
        Problem(file.where((path,)), f"没有文件 {listed[path]}")
        for path, module in modules.items()
        if not module.is_file()
    ]
    if problems:
        raise ProblemsFound(problems)
    return modules
