"""Draw each page of each Word file, so that a person can look; run by `make pictures`."""

import subprocess
from pathlib import Path

from lawbook.word.pdf import pdf

root = Path(__file__).resolve().parents[1]
files = sorted((root / "build/pages/files").glob("*.docx"))
folder = root / "build" / "pictures"
folder.mkdir(parents=True, exist_ok=True)
for old in folder.iterdir():
    old.unlink()
for made in pdf(files, folder):
    subprocess.run(["pdftoppm", "-r", "80", "-png", made, made.with_suffix("")], check=True)
print(f"{len(files)} 份文件，{len(list(folder.glob('*.png')))} 页：{folder}")
