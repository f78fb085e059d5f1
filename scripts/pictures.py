"""Draw each page of each Word file, so that a person can look; run by `make pictures`."""

from pathlib import Path

from lawbook.word.pictures import pictures

root = Path(__file__).resolve().parents[1]
files = sorted((root / "build/pages/files").glob("*.docx"))
folder = root / "build" / "pictures"
print(f"{len(files)} 份文件，{pictures(files, folder)} 页：{folder}")
