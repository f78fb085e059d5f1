"""Marks that readers see beside a statement: authority, status, confidence, change."""

from __future__ import annotations

from markupsafe import Markup

from lawbook.law.source import Source
from lawbook.library.library import Library
from lawbook.pages.pattern import Pattern


def authority(library: Library, key: str, *, short: bool = False) -> Markup:
    """Whose text it is. KeyError for a key that the vocabulary does not have."""
    term = library.vocabularies["authorities"][key]
    return Pattern('<span class="auth auth--{}" title="{}">{}</span>').filled(
        key, term.description, term.tag if short else term.label
    )


def status(library: Library, key: str) -> Markup:
    """Whether it is in force. KeyError for an unknown key."""
    term = library.vocabularies["statuses"][key]
    return Pattern('<span class="status status--{}" title="{}">{}</span>').filled(
        key, term.description, term.label
    )


def confidence(library: Library, key: str, href: str | None = None) -> Markup:
    """How sure we are; with ``href`` the mark leads to where the fact stands."""
    term = library.vocabularies["confidences"][key]
    if href is None:
        return Pattern('<span class="conf conf--{}" title="{}">{}</span>').filled(
            key, term.description, term.label
        )
    return Pattern('<a class="conf conf--{}" href="{}" title="{}">{}</a>').filled(
        key, href, term.description, term.label
    )


def change(library: Library, key: str) -> Markup:
    """What became of a provision of the draft. KeyError for an unknown key."""
    term = library.vocabularies["changes"][key]
    return Pattern('<span class="change change--{}" title="{}">{}</span>').filled(
        key, term.description, term.tag
    )


def warning(library: Library, source: Source, shown: str) -> Markup:
    """A small mark for a text that is not official text in force, unless ``shown`` says so."""
    if source.authority in {"official", "local"} and source.status in {"in_force", "published"}:
        return Markup("")
    term = library.vocabularies["authorities"][source.authority]
    if term.tag in shown or term.label in shown:
        return Markup("")
    return Pattern('<span class="auth auth--{} auth--small" title="{}">{}</span>').filled(
        source.authority, term.description, term.tag
    )


def voice(library: Library, source: Source, *, held: bool, worded: bool = False) -> str:
    """Whose words a page of a document gives, in one sentence for its foot on paper.

    ``worded`` says that it gives words that were seen in a public copy.
    """
    if worded:
        return f"{source.name}已见到的文字据公开副本整理，未与官方文本核对；其余由本指南编写"
    if not held:
        return f"本指南编写，不是{source.name}的原文；逐条写明依据、来源和把握程度"
    whose = library.vocabularies["authorities"][source.authority].label
    state = library.vocabularies["statuses"][source.status].label
    return f"{source.name}的原文（{whose}，{state}）；本指南整理的内容在文中另行标明"
