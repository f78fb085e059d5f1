"""Data against which the page's scripts check citations: the shelf, patterns and verdicts."""

from __future__ import annotations

from lawbook.export import envelope
from lawbook.law.spelling import PATTERNS
from lawbook.library.library import Library
from lawbook.library.shelf import HeldProvision, Shelf, Volume, shelf

_OF_NAMES = ("keys", "bare", "numbers", "current", "draft")
_OF_VOLUME = (
    *("key", "name", "title", "number", "authority", "status"),
    *("draft", "whole", "checked", "mark", "extent"),
)
NAME = "tools/citations"  # the name under which the page's scripts find the shelf


def script(library: Library, *, lean: bool = False) -> bytes:
    """Return a script that provides the shelf as ``NAME``; ``lean``: without the texts."""
    return envelope.script(NAME, tree(library, lean=lean))


def tree(library: Library, *, lean: bool = False) -> dict[str, object]:
    """Return the shelf as plain values; a provision is [display, url, text, cut], keyed by steps.

    The display follows the name of its volume. A lean shelf has no addresses, and for a text only
    whether it is held: enough to resolve citations, not to compare quotations. Empty if a project
    has no verdicts.
    """
    if "verdicts" not in library.vocabularies:
        return {}
    held = shelf(library)
    return {
        "lean": lean,
        "patterns": PATTERNS,
        "names": _names(held),
        "volumes": {key: _volume(volume, lean=lean) for key, volume in held.volumes.items()},
        "verdicts": {
            term.key: {"tag": term.tag, "label": term.label, "description": term.description}
            for term in library.vocabularies["verdicts"].terms
        },
    }


def _names(made: Shelf) -> dict[str, object]:
    names = made.names
    return {name: getattr(names, name) for name in _OF_NAMES} | {
        "titles": dict(names.wrong.titles),
        "drafts": dict(names.wrong.drafts),
        "others": sorted(names.wrong.others),
    }


def _volume(volume: Volume, *, lean: bool) -> dict[str, object]:
    provisions = {key: _provision(volume, held, lean) for key, held in volume.provisions.items()}
    return {name: getattr(volume, name) for name in _OF_VOLUME} | {"provisions": provisions}


def _provision(volume: Volume, provision: HeldProvision, lean: bool) -> list[object]:
    behind = provision.display.removeprefix(volume.name)
    assert len(behind) < len(provision.display), provision.display
    return [
        behind,
        *(("", bool(provision.text)) if lean else (provision.url, provision.text)),
        provision.cut,
    ]
