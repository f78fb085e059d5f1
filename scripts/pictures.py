"""Draw each page of each Word file, so that a person can look; run by `make pictures`."""

import subprocess
from pathlib import Path

from playwright.sync_api import sync_playwright

from lawbook.word.pdf import pdf


def sheets(files: list[Path]) -> None:
    """A contact sheet of each file's pages, so that all are seen at a glance."""
    with sync_playwright() as browser:
        page = browser.chromium.launch().new_page(viewport={"width": 1640, "height": 800})
        for file in files:
            pages = sorted(folder.glob(f"{file.stem}-[0-9]*.png"))
            shown = "".join(f'<img src="{one.as_uri()}" width="400">' for one in pages)
            made = folder / f"{file.stem}.html"
            made.write_text(f"<body style='margin:0;background:#888'>{shown}", encoding="utf-8")
            page.goto(made.as_uri())
            page.screenshot(path=folder / f"sheet-{file.stem}.png", full_page=True)
            made.unlink()


root = Path(__file__).resolve().parents[1]
files = sorted((root / "build/pages/files").glob("*.docx"))
folder = root / "build" / "pictures"
folder.mkdir(parents=True, exist_ok=True)
for old in folder.iterdir():
    old.unlink()
for made in pdf(files, folder):
    subprocess.run(["pdftoppm", "-r", "80", "-png", made, made.with_suffix("")], check=True)
sheets(files)
print(f"{len(files)} 份文件，{len(list(folder.glob('*.png')))} 页：{folder}")
