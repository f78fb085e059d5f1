"""Hand-written pages: Markdown in ``content/`` with the functions of this guide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.library.page import Page, front_matter, split_front_matter
from lawbook.pages import environment, holds
from lawbook.pages.environment import rendered
from lawbook.pages.functions import Functions
from lawbook.pages.world import World

RECORDS = "about/decisions"  # for maintainers, who read them in the repository
_FENCE = re.compile(r"^\s*(```|~~~)")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*(\{[^}]*#[\w-]+[^}]*\})?\s*$")
_MARKDOWN_LINK_IN_HTML = re.compile(r"""(?:href|src)=["']\{\{\s*page\(""")


def files(root: Path) -> tuple[Path, ...]:
    """Return the Markdown files of the site's pages in ``content/``, in the order of names."""
    records = root / "content" / RECORDS
    pages = (root / "content").rglob("*.md")
    return tuple(sorted(file for file in pages if not file.is_relative_to(records)))


def compile_ahead(root: Path) -> None:
    """Compile all templates and hand-written pages in parallel with their later rendering."""
    environment.compile_ahead(root, files(root))


def page(root: Path, file: Path, world: World) -> Page:
    """Return a hand-written page, rendered. Raises ProblemsFound with every fault in it."""
    name = file.relative_to(root).as_posix()
    path = file.relative_to(root / "content").as_posix()
    text = _text(file, name)
    # The front matter is rendered too, so that faults have the file's own line numbers.
    functions = Functions(world, path)
    names = {**functions.names(), "data_files": world.data, "sizes": world.sizes}
    whole, problems = rendered(world.engine, text, names, name)
    faults = [*problems, *_faults(text, name)]
    if faults:
        raise ProblemsFound(faults)
    values, body = split_front_matter(whole, name)
    body = holds.gathered(_with_id(body), functions.lines.holds)
    title = str(values.get("title") or _first_heading(body) or path)
    known = {"title": title, "description": title, **values}
    return Page(path, front_matter(known | {"checked": world.checked(), "origin": name}) + body)


def _text(file: Path, path: str) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ProblemsFound([Problem(path, "不是 UTF-8 文本；请另存为 UTF-8")]) from error


def _faults(text: str, path: str) -> Iterator[Problem]:
    for number, line in _outside_code(text):
        heading = _HEADING.match(line)
        if heading and len(heading[1]) > 1 and not heading[3] and not heading[2].isascii():
            yield Problem(
                f"{path}:{number}", f"标题缺少固定的 id；请写成 {heading[0].strip()} {{#名称}}"
            )
        if _MARKDOWN_LINK_IN_HTML.search(line):
            yield Problem(
                f"{path}:{number}", "HTML 中的链接请用 url(…)，page(…) 只用于 Markdown 链接"
            )


def _outside_code(text: str) -> Iterator[tuple[int, str]]:
    fenced = False
    for number, line in enumerate(text.splitlines(), start=1):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            yield number, line


def _first_heading(body: str) -> str:
    headings = (_HEADING.match(line) for _, line in _outside_code(body))
    return next((heading[2] for heading in headings if heading and heading[1] == "#"), "")


def _with_id(body: str) -> str:
    """Give the page's title an id if it has none; a Chinese title would become ``_1``."""
    lines = body.split("\n")
    for number, line in _outside_code(body):
        heading = _HEADING.match(line)
        if heading and heading[1] == "#" and not heading[3]:
            lines[number - 1] = f"{line} {{#page}}"
            break
    return "\n".join(lines)
