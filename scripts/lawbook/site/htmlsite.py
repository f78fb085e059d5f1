"""The finished pages as HTML by MkDocs: what ``mkdocs build --strict`` makes, to the byte.

It runs in this process, and three things are not done again and again: the theme's templates stay
compiled (``build/theme``), a page whose Markdown did not change is not converted again
(``conversion``), and pages that do not stand in the navigation get that of their neighbour.
Nothing is added to the site here.
"""

from __future__ import annotations

import logging
import os
import posixpath
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import jinja2
from jinja2.runtime import Context

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.site.conversion import Conversions

THEME = "build/theme"
NAVIGATION = "partials/nav.html"
_ANCHOR = re.compile(r"""\b(?:id|name)=["']([^"']+)["']""")


def htmlsite(root: Path, target: Path) -> None:
    """Build the site below ``target``. Raises ProblemsFound with every warning of MkDocs."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme's notice about another product
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    with _messages() as found:
        try:
            with _without("jieba"):  # the theme's own index stays empty (decision 0010)
                config = load_config(str(root / "mkdocs.yml"), site_dir=str(target), strict=True)
            _keep_templates(config.theme, root / THEME)
            with _once(Conversions(root, config, found)):
                build(config)
        except MkDocsException as error:
            said = found or [error.format_message()]
            raise ProblemsFound(Problem("mkdocs", line.strip()) for line in said) from error
        except jinja2.TemplateError as error:  # in a template of ours beside the theme's
            where = getattr(error, "name", None) or "templates/theme"
            raise ProblemsFound([Problem(where, f"模板有误（{error}）")]) from error


@contextmanager
def _messages() -> Iterator[list[str]]:
    """What MkDocs warns of meanwhile, as its command would print it."""
    found: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: found.append(f"{record.levelname} - {record.getMessage()}")  # type: ignore[method-assign]
    log = logging.getLogger("mkdocs")
    passing, log.propagate = log.propagate, False
    log.addHandler(handler)
    try:
        yield found
    finally:
        log.removeHandler(handler)
        log.propagate = passing


@contextmanager
def _without(module: str) -> Iterator[None]:
    """A module that others import if they can, and that takes long to load."""
    known = module in sys.modules
    if not known:
        sys.modules[module] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        if not known:
            del sys.modules[module]


def _keep_templates(theme: Any, folder: Path) -> None:
    """Compiled templates stay on the disk, by the digests of their texts."""
    folder.mkdir(parents=True, exist_ok=True)
    made = theme.get_env

    def environment() -> jinja2.Environment:
        engine: jinja2.Environment = made()
        engine.bytecode_cache = jinja2.FileSystemBytecodeCache(str(folder))
        engine.auto_reload = False
        _draw_once(engine.get_template(NAVIGATION))
        return engine

    theme.get_env = environment


def _draw_once(template: jinja2.Template) -> None:
    """Draw the navigation once for all pages of a folder that are not in it themselves."""
    draw, drawn = template.root_render_func, dict[str, list[str]]()

    def kept(context: Context) -> Iterator[str]:
        page = context.get("page")
        if page is None or any(one.url.startswith(page.url) for one in context["nav"].pages):
            yield from draw(context)
            return
        folder = posixpath.dirname(page.url.rstrip("/"))  # its links lead from there
        if folder not in drawn:
            drawn[folder] = list(draw(context))
        yield from drawn[folder]

    template.root_render_func = kept


@contextmanager
def _once(conversions: Conversions) -> Iterator[None]:
    """Convert what is new, and do not parse each page a second time for its anchors."""
    from mkdocs.structure import pages

    with (
        _instead(pages.Page, "render", conversions.wrapped(pages.Page.render)),
        _instead(pages._RawHTMLPreprocessor, "run", _anchors),
    ):
        yield


@contextmanager
def _instead(owner: type, name: str, function: Callable[..., Any]) -> Iterator[None]:
    """Another function in place of a class's own (``unittest.mock`` takes long to load)."""
    own = getattr(owner, name)
    setattr(owner, name, function)
    try:
        yield
    finally:
        setattr(owner, name, own)


def _anchors(self: Any, lines: list[str]) -> list[str]:
    """The anchors in raw HTML, and maybe more: ``sitecheck`` looks at the finished pages."""
    self.present_anchor_ids = set(_ANCHOR.findall("\n".join(lines)))
    return lines
