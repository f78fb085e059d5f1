"""How long `lawbook check` takes, beside merely parsing the same YAML files with PyYAML.

Run by `make bench`; prints seconds (best of five) and the ratio. Tests assert no times.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from lawbook.checks.across import checked

ROOT = Path(__file__).resolve().parents[2]


def best(action: Callable[[], object], rounds: int = 5) -> float:
    """The shortest of several runs, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def parse_only(loader: type) -> None:
    """Parse every YAML file of the data with one of PyYAML's loaders, and nothing more."""
    for path in sorted((ROOT / "data").rglob("*.yml")):
        yaml.load(path.read_text(encoding="utf-8"), Loader=loader)


def main() -> None:
    """Print the figures."""
    command = [sys.executable, "-m", "lawbook", "check"]
    whole = best(lambda: subprocess.run(command, cwd=ROOT, check=True, capture_output=True))
    inside = best(lambda: checked(ROOT))
    python, c = (
        best(lambda: parse_only(yaml.SafeLoader)),
        best(lambda: parse_only(yaml.CSafeLoader)),
    )
    print(f"lawbook check, whole command        {whole:6.2f} s")
    print(f"reading and all rules, in process   {inside:6.2f} s")
    print(
        f"PyYAML SafeLoader, parsing only     {python:6.2f} s   check takes {inside / python:.2f} ×"
    )
    print(f"PyYAML CSafeLoader, parsing only    {c:6.2f} s   check takes {inside / c:.2f} ×")


main()
