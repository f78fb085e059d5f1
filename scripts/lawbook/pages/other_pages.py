"""Pages about forms and sources."""

from __future__ import annotations

import jinja2

from lawbook.forms.form import OUR_ADVICE, Form
from lawbook.law.source import Source
from lawbook.library.library import Library
from lawbook.library.page import Page, front_matter
from lawbook.pages import filling
from lawbook.pages.functions import Functions, World
from lawbook.pages.rendering import rendered


def form_path(key: str) -> str:
    """The Markdown file of a form's page."""
    return f"forms/{key}/index.md"


def form_page(form: Form, world: World, engine: jinja2.Environment) -> Page:
    """Every field of a form, what it rests on and how to fill it."""
    matter = {
        "title": form.title,
        "description": f"{form.title}：每一栏的依据、要求和填写建议，空白模板和填写示例下载。",
        "checked": world.checked(),
        "origin": world.library.places[f"forms/{form.key}"].rpartition(":")[0],
    }
    shown = {
        "form": form,
        "fillable": filling.offered(world.library.root),
        "our_advice": OUR_ADVICE,
        "explained": {path.removesuffix(".md") for path in world.paths},
    }
    return rendered(form_path(form.key), matter, "form.md.j2", world, engine, **shown)


def listed(library: Library) -> tuple[list[Source], list[Source]]:
    """Sources that are documents of their own, and the pages that facts rest on."""
    own = {*library.documents, *library.books}
    sources = sorted(library.sources.values(), key=lambda source: source.key)
    documents = [source for source in sources if source.key in own]
    return documents, [source for source in sources if source.key not in own]


def source_list(world: World, engine: jinja2.Environment, opening: Page | None) -> Page:
    """All sources with what is known of them; a hand-written opening stands first."""
    path = "about/sources.md"
    documents, others = listed(world.library)
    names = dict(Functions(world, path).names())
    text = engine.get_template("sources.md.j2").render(names, documents=documents, others=others)
    if opening is not None:
        return Page(path, f"{opening.text.rstrip()}\n\n{text}")
    matter = {
        "title": "来源清单",
        "description": "本指南依据的全部文件和网页：效力、文号、日期、地址、是否打开核对、校验值。",
        "checked": world.checked(),
        "origin": "data/sources",
    }
    return Page(path, f"{front_matter(matter)}\n# 来源清单 {{#page}}\n\n{text}")
