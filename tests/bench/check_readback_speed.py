"""How long the page needs to check a dropped Word file, beside the command line's own time.

Run by `make bench`; prints milliseconds for the longest plan as it was filled in, as LibreOffice
saved it again, and for files that are refused. The goal is less than 300 ms.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(1, str(Path(__file__).parents[1] / "word"))
sys.path.insert(1, str(Path(__file__).parents[1] / "forms"))
sys.path.insert(1, str(Path(__file__).parents[1]))

import readback_cases as cases
from chromium import asked
from readbacks import act, said

from conftest import ROOT
from lawbook.checks.across import checked

PLAN = "pilot-plan-wangxi"
PLAN_FORM = "pilot-plan"
TIMES = 20


def main() -> None:
    """Print the figures; a difference between page and command line stops the run."""
    library = checked(ROOT)
    plan = cases.made(library)[PLAN]
    files = {"as it was filled in": plan}
    with tempfile.TemporaryDirectory() as folder:
        saved = cases.saved_by_libreoffice({PLAN: plan}, ("docx",), Path(folder))
    files["as LibreOffice saved it"] = saved[f"{PLAN} after docx"]
    unsound = cases.unsound()
    files |= {name: unsound[name] for name in ("bomb", "odd: as many elements as may be")}
    print(f"{'check of ' + PLAN:38}{'first':>8}{'later':>8}{'command line':>14}   ms")
    for name, data in files.items():
        answers = asked(library, [act(library, data, PLAN_FORM)] * TIMES)
        first, *later = (sum(one["ms"]) for one in answers)
        start = time.perf_counter()
        assert ("refused" in said(library, data, PLAN_FORM)) == ("refused" in answers[0])
        own = (time.perf_counter() - start) * 1000
        print(f"{name:38}{first:8.0f}{statistics.median(later):8.0f}{own:14.0f}")


if __name__ == "__main__":
    main()
