"""The template engine: a misspelt name is a fault, data is escaped, faults have line numbers."""

from __future__ import annotations

import itertools
import re
import traceback
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import jinja2
from markupsafe import Markup

from lawbook.base.problem import Problem
from lawbook.law.citation import UNITS
from lawbook.law.fact import Fact
from lawbook.library.holdings import UnknownCitation
from lawbook.pages import template_cache
from lawbook.pages.verbatim import literal

_UNDEFINED = re.compile(r"'([^']*)' is undefined")


def environment(root: Path) -> jinja2.Environment:
    """Return the engine for ``templates/pages`` and the pages of ``content`` below ``root``."""
    folders = [root / "templates" / "pages", root / "content"]
    template_cache.tidy(root / template_cache.FOLDER)
    engine = template_cache.Remembering(
        root / template_cache.FOLDER,
        loader=jinja2.FileSystemLoader(folders),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,  # a quarter of the compile time, and nothing saved later
        # {#id} gives a heading its id in Markdown, but would open a comment in Jinja.
        comment_start_string="{==",
        comment_end_string="==}",
    )
    engine.filters["literal"] = literal
    engine.filters["oneline"] = oneline
    engine.filters["unit"] = unit
    engine.filters["runs"] = runs
    return engine


def oneline(html: str) -> Markup:
    """Return HTML without line breaks, so that Markdown cannot break it apart."""
    return Markup(re.sub(r"\s*\n\s*", "", str(html)))


def unit(key: str) -> str:
    """Return the name of a unit: 条, 项, 问; a part of the template is 部分.

    >>> unit("art")
    '条'
    """
    return UNITS[key]


def runs(facts: Iterable[Fact]) -> list[list[Fact]]:
    """Group consecutive facts that have the same sources."""

    def sources(fact: Fact) -> tuple[object, ...]:
        return fact.kind == "change", fact.sources, fact.basis, fact.seen

    return [list(group) for _, group in itertools.groupby(facts, sources)]


def rendered(
    engine: jinja2.Environment, text: str, names: Mapping[str, object], path: str
) -> tuple[str, tuple[Problem, ...]]:
    """Render a hand-written page, or return all its faults: each faulty line is blanked in turn.

    ``path`` is the file's name in messages.
    """
    lines = text.splitlines()
    problems: list[Problem] = []
    while True:
        try:
            return _compiled(engine, lines).render(names), tuple(problems)
        except (jinja2.TemplateError, UnknownCitation, TypeError) as error:
            line, whole = line_of(error), isinstance(error, jinja2.TemplateSyntaxError)
            # A later syntax error may be caused by a line blanked here.
            if not (whole and problems):
                problems.append(Problem(f"{path}:{line}", message(error)))
            if whole or not lines[line - 1]:
                return "", tuple(problems)
            lines[line - 1] = ""


def _compiled(engine: jinja2.Environment, lines: list[str]) -> jinja2.Template:
    return engine.from_string("\n".join(lines) + "\n")


def compile_ahead(root: Path, files: Iterable[Path]) -> None:
    """Compile templates and hand-written pages before they are rendered.

    Faults are reported when they are rendered.
    """
    engine = environment(root)
    for name in engine.list_templates(extensions=["j2"]):
        with suppress(jinja2.TemplateError, UnicodeDecodeError):
            engine.get_template(name)
    for file in files:
        with suppress(jinja2.TemplateError, UnicodeDecodeError):
            _compiled(engine, file.read_text(encoding="utf-8").splitlines())


def line_of(error: BaseException) -> int:
    """Return the line of the template on which an error arose, counted from 1."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == "<template>"]
    return (lines or [1])[-1] or 1


def message(error: Exception) -> str:
    """Return what is wrong, in words for the author of the page."""
    if isinstance(error, UnknownCitation):
        return str(error)
    undefined = _UNDEFINED.search(str(error))
    if undefined:
        return f"没有 {undefined[1]} 这个名称；可用的见 CONTRIBUTING"
    if isinstance(error, jinja2.TemplateNotFound):
        return f"没有可引入的文件 {error.name}；请核对路径"
    return f"写法有误（{error}）；请检查花括号、引号和参数"
