"""A form's page, on which it is filled in the browser: plain HTML, made interactive by scripts.

The same body is used in the single-file form; as that is handed around, its links lead nowhere
outside the file.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from markupsafe import Markup

from lawbook.forms import carrying
from lawbook.forms.form import OUR_ADVICE, Field, Form, Section
from lawbook.law.citation import Citation
from lawbook.law.fact import Fact
from lawbook.library import grounds
from lawbook.library.library import Library, field_basis
from lawbook.library.page import Page
from lawbook.pages import marks
from lawbook.pages.environment import environment, oneline
from lawbook.pages.functions import Functions
from lawbook.pages.html_pattern import Pattern
from lawbook.pages.rendering import rendered
from lawbook.pages.verbatim import Verbatim, literal
from lawbook.pages.world import World
from lawbook.rules.decision import Fill

SCRIPT = "assets/fill.js"
SCRIPTS = "assets/filling"
ICON = "content/assets/favicon.svg"
Href = Callable[[str], str]


@dataclass(frozen=True)
class KnownAnswer:
    """An answer filled in by the self-test: ``answer`` is the key of a fill, ``said`` why."""

    answer: str
    said: str
    fill: Fill


@dataclass(frozen=True)
class _Unlinked(Verbatim):
    """Verbatim text whose references to provisions are not linked."""

    def _reference(self, target: Citation, words: Markup) -> Markup:  # noqa: ARG002
        return words


@dataclass(frozen=True)
class Sheet:
    """A form as its page shows it; ``href`` makes links to the site, or is None for no links."""

    library: Library
    form: Form
    href: Href | None = None

    @property
    def sections(self) -> tuple[Section, ...]:
        """Return the steps: sections, then attachments."""
        return (*self.form.sections, *self.form.attachments)

    @cached_property
    def grounds(self) -> dict[Citation, int]:
        """Return every provision on which a field rests, numbered by first occurrence."""
        named = (ground for _, field in self.form.fields for ground in field_basis(field))
        return {ground: number for number, ground in enumerate(dict.fromkeys(named), start=1)}

    def of(self, field: Field) -> list[tuple[int, str]]:
        """Return the number and name of each ground of a field."""
        return [
            (self.grounds[ground], self.library.display(ground)) for ground in field_basis(field)
        ]

    def advised(self, field: Field) -> bool:
        """Return whether a field also rests on our own advice."""
        return OUR_ADVICE in field.basis

    def name(self, ground: Citation) -> Markup:
        """Return the name of a ground, as a link if links are made."""
        words = literal(self.library.display(ground))
        if self.href is None:
            return words
        html = Pattern('<a href="{}">{}</a>')
        return html.filled(self.href(self.library.url(ground)), words)

    def kind(self, ground: Citation) -> str:
        """Return whose words a quotation is: its text's authority, or ``guide`` for our facts."""
        if ground.document in self.library.books:
            return "guide"
        return self.library.sources[ground.document].authority

    def mark(self, ground: Citation) -> Markup:
        """Return the badge that says whose words a quotation is."""
        if ground.document in self.library.books:
            badge = '<span class="auth auth--guide">本指南概述，不是原文</span>'
            return Markup(badge)
        return marks.authority(self.library, self.kind(ground))

    def words(self, ground: Citation) -> Markup:
        """Return a provision verbatim, or the facts known about it."""
        provision = self.library.find(ground)
        if ground.document in self.library.books:
            return Markup("").join(self._facts(ground))
        return _Unlinked(self.library, self._nowhere, anchors=False).block(provision)

    def _facts(self, ground: Citation) -> Iterator[Markup]:
        for part in self.library.find(ground).walk():
            for fact in self.library.facts_on(part.citation):
                if fact.kind == "content":
                    yield self._fact(fact)

    def seen(self, field: Field) -> list[Markup]:
        """Return the facts shown beside a field, each with its confidence."""
        return [self._fact(self.library.fact(fact_id)) for fact_id in field.see]

    def _fact(self, fact: Fact) -> Markup:
        mark = marks.confidence(self.library, grounds.term(self.library, fact).key)
        return Pattern('<p class="v">{} {}</p>').filled(literal(fact.fact), mark)

    @staticmethod
    def _nowhere(_: Citation) -> str:
        return ""

    @property
    def origins(self) -> list[Form]:
        """Return the forms whose files this one can begin with."""
        return [self.library.forms[key] for key in carrying.sources(self.form)]

    @property
    def icon(self) -> str:
        """Return the tab's icon for the site's page; the single-file form has it in its head."""
        return icon(self.library.root) if self.href is not None else ""

    @property
    def examples(self) -> dict[str, str]:
        """Return the examples that can be tried, name → title; the single-file form has none."""
        if self.href is None:
            return {}
        return {
            name: str(file.tree["title"])
            for name, file in self.library.examples.items()
            if self.library.form_of_example(name) is self.form
        }

    def known_answers(self, field: Field, option: str | None = None) -> list[KnownAnswer]:
        """Return what the self-test may fill in: a tick, a field's words, rows of a list."""
        return [
            KnownAnswer(fill.key, fill.said, fill)
            for fill in self.library.rules.decision.filled
            if (fill.form, fill.field, fill.option) == (self.form.key, field.key, option)
        ]


def icon(root: Path) -> str:
    """Return the tab's icon as a data address, so that it is never fetched again."""
    data = (root / ICON).read_bytes()
    return f"data:image/svg+xml;base64,{base64.b64encode(data).decode()}"


def path(key: str) -> str:
    """Return the Markdown file of a form's page."""
    return f"forms/{key}/index.md"


def page(form: Form, world: World) -> Page:
    """Return the form's page; ``connect: none`` in its front matter forbids all connections.

    If a project lacks the scripts, the form can only be read.
    """
    functions = Functions(world, path(form.key))
    scripts = [SCRIPT, *(f"data/{name}.js" for name in _data(world, form))]
    matter = {
        "title": form.title,
        "description": f"{form.title}：在线填写，下载空白表和填写示例，每一栏的依据和写法。",
        "checked": world.checked(),
        "origin": world.library.file_of(f"forms/{form.key}"),
        "hide": ["navigation", "toc"],
        "connect": "none",
    }
    shown = {
        "form": form,
        "sheet": Sheet(world.library, form, functions.href),
        "scripts": [functions.href(script) for script in scripts if offered(world.library.root)],
        "our_advice": OUR_ADVICE,
        "explained": {path.removesuffix(".md") for path in world.paths},
    }
    return rendered(path(form.key), matter, "form.md.j2", world, **shown)


def _data(world: World, form: Form) -> Iterator[str]:
    """Yield the data for the page's scripts, under the names by which they know it."""
    yield f"forms/{form.key}"
    if "verdicts" in world.library.vocabularies:
        yield "tools/citations"


def offered(root: Path) -> bool:
    """Return whether a project has the scripts that such pages need."""
    return (root / "content" / SCRIPTS).is_dir()


def body(library: Library, form: Form) -> str:
    """Return the page's body for the single-file form: without links to the site."""
    engine = environment(library.root)
    names = {"sheet": Sheet(library, form), "form": form, "library": library}
    return str(oneline(engine.get_template("fill/_body.html.j2").render(names)))
