"""Every released file has the bytes that were released: one hash a file.

When a form, an example or the layout changes on purpose, write the hashes anew:
``LAWBOOK_GOLDEN=write pytest tests/word/test_golden.py``.
"""

import hashlib
import os
from pathlib import Path

LIST = Path(__file__).with_name("golden.txt")


def test_every_file_has_its_golden_hash(files: dict[str, bytes]) -> None:
    found = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}
    text = "".join(f"{digest}  {name}.docx\n" for name, digest in found.items())
    if os.environ.get("LAWBOOK_GOLDEN") == "write":
        LIST.write_text(text, encoding="utf-8")
    assert LIST.read_text(encoding="utf-8") == text
