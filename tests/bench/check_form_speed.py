"""From click to file: how long a browser takes to read, check and fill the longest example.

Run by `make bench`; prints milliseconds and the sizes of the single-file pages. The first time
on a fresh page counts most: a person clicks once. The goal is about 100 ms.
"""

from __future__ import annotations

import gzip
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from playwright.sync_api import Browser, sync_playwright

import page_modules
from lawbook import word
from lawbook.checks.across import checked
from lawbook.export import citations
from lawbook.forms.answers import read_answers
from lawbook.library.library import Library
from lawbook.site import form_pages, single_file_form
from lawbook.site.testparts import browser

ROOT = Path(__file__).resolve().parents[2]
FRESH, MORE = 7, 30
CLICK = """
([key, tree]) => {
  const { forms } = Lawbook;
  window.form = window.form || forms.form(key);
  const start = performance.now();
  const { answers } = forms.reading(window.form, tree);
  const read = performance.now();
  const bytes = forms.fill(window.form, answers);
  const address = URL.createObjectURL(new Blob([bytes]));
  const end = performance.now();
  URL.revokeObjectURL(address);
  return { ms: end - start, reading: read - start, bytes: bytes.length };
}
"""


def longest(library: Library) -> tuple[str, int]:
    """The example whose Word file is the largest, and its size in bytes."""
    sizes = {
        name: len(word.fill(form, read_answers(form, file)))
        for name, file in library.examples.items()
        for form in [library.form_of_example(name)]
    }
    name = max(sizes, key=lambda one: sizes[one])
    return name, sizes[name]


def clicks(library: Library, name: str) -> list[list[dict[str, Any]]]:
    """For each fresh page what the first click and those after it took."""
    form, tree = library.form_of_example(name), library.examples[name].tree
    path = browser()
    assert path is not None, "没有找到 Chromium；请运行 make test"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        script = Path(folder, "all.js")
        whole = page_modules.script("forms").encode() + form_pages.script(library, form)
        whole += citations.script(library)
        script.write_bytes(b"window.onload = null;" + whole)
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        found = [_of_page(started, script, [form.key, tree]) for _ in range(FRESH)]
        started.close()
    return found


def _of_page(started: Browser, script: Path, given: list[Any]) -> list[dict[str, Any]]:
    page = started.new_page()
    page.add_script_tag(path=script)
    times = [page.evaluate(CLICK, given) for _ in range(MORE)]
    page.close()
    return times


def sizes(library: Library) -> dict[str, tuple[int, int]]:
    """Each single-file page: its bytes, and its bytes with gzip."""
    scripts = form_pages.scripts(library)
    made = single_file_form.files(library, scripts)
    pages = {name: text for name, text in made.items() if "html" in name}
    return {
        Path(name).name: (len(text.encode()), len(gzip.compress(text.encode(), 9)))
        for name, text in pages.items()
    }


def main() -> None:
    """Print the figures."""
    library = checked(ROOT)
    name, size = longest(library)
    found = clicks(library, name)
    assert {one["bytes"] for page in found for one in page} == {size}
    first = [page[0]["ms"] for page in found]
    later = [one["ms"] for page in found for one in page[1:]]
    print(f"click to file, {name} ({size / 1024:.0f} KB)")
    print(f"  first click on a fresh page   {statistics.median(first):6.1f} ms", end="")
    print(f"   (slowest of {FRESH}: {max(first):.1f} ms)")
    print(f"  any click after it            {statistics.median(later):6.1f} ms")
    for page, (raw, packed) in sizes(library).items():
        print(f"{page:30} {raw / 1024:6.0f} KB, with gzip {packed / 1024:.1f} KB")


if __name__ == "__main__":
    main()
