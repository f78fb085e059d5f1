"""Marks shown beside a statement: authority, status, confidence, change."""

from __future__ import annotations

import re

from markupsafe import Markup

from lawbook.law.source import Source
from lawbook.library.library import Library
from lawbook.pages.html_pattern import Pattern

# What readers see only on request (assets/shell/bases.js), and the switch for it.
_KEPT_BACK = ('class="sure', "ground--more", "conf--held")
_SWITCH = (
    '<div class="switch no-print"><label><input type="checkbox" role="switch">'
    "显示全部依据和把握程度</label></div>"
)
_TITLE = re.compile(r"^# .*$", re.MULTILINE)
# Where a page wants the switch, if not below its title.
_MARKED = "<!-- switch -->"


def explained(confidence: str) -> str:
    """Return the address, below the site's root, at which a mark is explained."""
    return f"about/sources/#mark-{confidence}"


def authority(library: Library, key: str, *, short: bool = False) -> Markup:
    """Return whose text it is. KeyError for a key that the vocabulary does not have."""
    term = library.vocabularies["authorities"][key]
    return Pattern('<span class="auth auth--{}" title="{}">{}</span>').filled(
        key, term.description, term.tag if short else term.label
    )


def status(library: Library, key: str) -> Markup:
    """Return whether it is in force. KeyError for an unknown key."""
    term = library.vocabularies["statuses"][key]
    return Pattern('<span class="status status--{}" title="{}">{}</span>').filled(
        key, term.description, term.label
    )


def confidence(library: Library, key: str, href: str | None = None) -> Markup:
    """Return how sure we are, as an unobtrusive word; ``href`` links to its explanation.

    A safe mark is shown only to readers who ask for all marks (``sure``). KeyError for an unknown
    key.
    """
    term = library.vocabularies["confidences"][key]
    name = f"sure sure--{key}" if term.quiet else f"conf conf--{key}"
    if href is None:
        return Pattern('<span class="{}" title="{}">{}</span>').filled(
            name, term.description, term.label
        )
    return Pattern('<a class="{}" href="{}" title="{}">{}</a>').filled(
        name, href, term.description, term.label
    )


def held(mark: Markup) -> Markup:
    """Return a mark that a line above gives for several statements: shown only on request."""
    return Markup(str(mark).replace('class="conf ', 'class="conf conf--held ', 1))


def stands(library: Library, key: str, href: str, grounds: Markup) -> Markup:
    """Return the mark of a statement in running text and what it rests on.

    Unsafe: a mark linked to ``href``, where the fact is; its basis only on request. Safe: its
    basis, with the mark only on request.
    """
    mark = confidence(library, key, href)
    if library.vocabularies["confidences"][key].quiet:
        html = '<small class="ground">（{}<span class="sure">，{}</span>）</small>'
        return Pattern(html).filled(grounds, mark)
    html = '{}<small class="ground ground--more">（{}）</small>'
    return Pattern(html).filled(mark, grounds)


def switched(body: str) -> str:
    """Return a page with the switch that shows all marks, if some of its marks are hidden."""
    if not any(sign in body for sign in _KEPT_BACK):
        return body.replace(_MARKED, "")
    if _MARKED in body:
        return body.replace(_MARKED, _SWITCH)
    return _TITLE.sub(lambda title: f"{title[0]}\n\n{_SWITCH}", body, count=1)


def change(library: Library, key: str) -> Markup:
    """Return what became of a provision of the draft. KeyError for an unknown key."""
    term = library.vocabularies["changes"][key]
    return Pattern('<span class="change change--{}" title="{}">{}</span>').filled(
        key, term.description, term.tag
    )


def warning(library: Library, source: Source, shown: str) -> Markup:
    """Return a small mark for a text that is not official text in force, unless ``shown`` is."""
    if source.authority in {"official", "local"} and source.status in {"in_force", "published"}:
        return Markup("")
    term = library.vocabularies["authorities"][source.authority]
    if term.tag in shown or term.label in shown:
        return Markup("")
    return Pattern('<span class="auth auth--{} auth--small" title="{}">{}</span>').filled(
        source.authority, term.description, term.tag
    )


def voice(library: Library, source: Source, *, held: bool, worded: bool = False) -> str:
    """Return whose words a document's page gives, in one sentence for its printed foot.

    ``worded``: it gives words that were seen in a public copy.
    """
    if worded:
        return f"{source.name}已见到的文字据公开副本整理，未与官方文本核对；其余由本指南编写"
    if not held:
        return f"本指南编写，不是{source.name}的原文；逐条写明依据、来源和把握程度"
    whose = library.vocabularies["authorities"][source.authority].label
    state = library.vocabularies["statuses"][source.status].label
    return f"{source.name}的原文（{whose}，{state}）；本指南整理的内容在文中另行标明"
