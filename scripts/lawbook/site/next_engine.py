"""Build the site with the next engine (Zensical) from the same ``mkdocs.yml`` and pages.

Readers do not get this build: it shows, whenever the tests run, that a change of engine remains
possible (see decision 0011).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.site import build, versions

# What an engine may read; it resolves symbolic links, so these must be copies.
READ = ("mkdocs.yml", "templates/theme")


def built_by_next(root: Path, folder: Path) -> Path:
    """Build the site with the next engine below ``folder``; return where it is.

    Raises ProblemsFound with the faults of the data, or the engine's messages, warnings included.
    """
    shutil.rmtree(folder, ignore_errors=True)
    for name in READ:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (root / name).is_dir():
            shutil.copytree(root / name, target)
        else:
            shutil.copyfile(root / name, target)
    version = build.generate(root, folder / build.PAGES)
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", "mkdocs.yml"]
    plain = os.environ | {"NO_COLOR": "1"}
    done = subprocess.run(
        command, cwd=folder, env=plain, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ProblemsFound([Problem("zensical", (done.stdout + done.stderr).strip())])
    versions.apply(folder / "site", version)
    return folder / "site"
