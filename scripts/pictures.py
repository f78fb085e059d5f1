"""Draw each page of each Word file, so that a person can look; run by `make pictures`."""

import sys
from pathlib import Path

from lawbook.library.loading import load
from lawbook.site.testparts import browser
from lawbook.word.pictures import all_files, pictures

root = Path(__file__).resolve().parents[1]
folder = root / "build" / "pictures"
painter = browser()
if painter is None:
    sys.exit("没有找到 Chromium；请先运行 make test-parts")
files = all_files(load(root), root, folder)
print(f"{len(files)} 份文件，{pictures(files, folder, painter)} 页；联系表 sheet-*.png：{folder}")
