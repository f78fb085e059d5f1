"""Scripts and styles in fewer signs, by the program that also bundles the npm parts."""

from __future__ import annotations

import functools
import json
import subprocess
from pathlib import Path

from lawbook.base.problem import Problem, ProblemsFound

# Beside the package, not beside the data: the program belongs to the code.
PROGRAM = Path(__file__).resolve().parents[3] / "node_modules/.bin/esbuild"
# Says under "browserslist" which browsers are the oldest that the site is written for.
_PACKAGE = PROGRAM.parents[2] / "package.json"
_ENOUGH = 64  # texts remembered: `lawbook serve` makes the same ones again after every change


@functools.cache
def target() -> str:
    """The oldest browsers as esbuild takes them: "chrome86,firefox115,safari15.4"."""
    said: list[str] = json.loads(_PACKAGE.read_text(encoding="utf-8"))["browserslist"]
    return ",".join(one.replace(" ", "") for one in said)


@functools.lru_cache(maxsize=_ENOUGH)
def minified(text: str, name: str) -> str:
    """A script or style, as the end of its name says, that does the same in fewer signs.

    Names at the outermost level are kept. Raises ProblemsFound where esbuild is not installed or
    cannot read the text.
    """
    if not PROGRAM.exists():
        raise ProblemsFound([Problem(name, "还没有安装 esbuild；请运行 make site")])
    command = [
        str(PROGRAM),
        "--minify",
        f"--loader={Path(name).suffix[1:]}",
        f"--target={target()}",
        *("--charset=utf8", "--legal-comments=none", "--log-level=error", "--color=false"),
    ]
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise ProblemsFound([Problem(name, f"不能压缩：{_first_line(done.stderr)}")])
    return done.stdout


def _first_line(said: str) -> str:
    return next(
        (line.strip() for line in said.splitlines() if line.strip()), "esbuild 没有说明原因"
    )
