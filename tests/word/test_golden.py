"""Every released file has the bytes that were released: one hash a file.

When a form, an example or the layout changes on purpose, write the hashes anew:
``LAWBOOK_GOLDEN=write pytest tests/word/test_golden.py``.
"""

import hashlib
import os
from pathlib import Path

from lawbook.library.library import Library
from lawbook.site.word_files import word_files

LIST = Path(__file__).with_name("golden.txt")


def test_every_file_has_its_golden_hash(library: Library) -> None:
    files = sorted(word_files(library))
    text = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files)
    if os.environ.get("LAWBOOK_GOLDEN") == "write":
        LIST.write_text(text, encoding="utf-8")
    assert LIST.read_text(encoding="utf-8") == text
