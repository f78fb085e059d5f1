"""Compare page and command line on many Word files: ``python tests/forms/readback_many.py 1000``.

As many filled forms, as many mangled ones, twice as many broken ones, every plan with a seeded
fault, and every example after LibreOffice saved it as .docx, .odt, .doc and .rtf.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "word"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import mangling
import readback_cases as cases
from readbacks import different
from scripts import ROOT

from lawbook.library.loading import load


def main(count: int, seed: int) -> int:
    """Print each difference, and how many there are of how many files."""
    library = load(ROOT)
    files = cases.made(library)
    dice = Random(seed)
    print(f"seed {seed}")
    with tempfile.TemporaryDirectory() as folder:
        ways = ("docx", "odt", "doc", "rtf")
        kinds = {
            "filled": cases.filled(library, dice, count),
            "mangled": mangling.mangled(files, dice, count),
            "broken": mangling.broken(files, dice, 2 * count),
            "numbered": mangling.numbered(files, dice, count // 4),
            "with faults": cases.faulty(library),
            "after LibreOffice": cases.saved_by_libreoffice(files, ways, Path(folder)),
        }
    total = 0
    for kind, some in kinds.items():
        found = different(library, some)
        print(f"{kind}: {len(found)} differences in {len(some)} files", *found[:9], sep="\n  ")
        total += len(found)
    return total


if __name__ == "__main__":
    COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    SEED = int(sys.argv[2]) if len(sys.argv) > 2 else time.time_ns()
    sys.exit(1 if main(COUNT, SEED) else 0)
