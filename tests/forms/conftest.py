"""What the tests of the forms in the browser share with those of the Word files."""

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).parents[1] / "word"))
