"""What the page's scripts hold citations against: the shelf, the patterns and the verdicts."""

from __future__ import annotations

from lawbook.law.spelling import PATTERNS
from lawbook.library.library import Library
from lawbook.library.shelf import Shelf, Volume, shelf


def tree(library: Library) -> dict[str, object]:
    """The shelf as plain values; a place is [display, url, text, cut], its key that of the steps.

    Nothing where a project has no verdicts.
    """
    if "verdicts" not in library.vocabularies:
        return {}
    made = shelf(library)
    return {
        "patterns": PATTERNS,
        "names": _names(made),
        "volumes": {key: _volume(one) for key, one in made.volumes.items()},
        "verdicts": {
            one.key: {"tag": one.tag, "label": one.label, "description": one.description}
            for one in library.vocabularies["verdicts"].in_order()
        },
    }


def _names(made: Shelf) -> dict[str, object]:
    names = made.names
    return {
        "keys": dict(names.keys),
        "bare": list(names.bare),
        "numbers": dict(names.numbers),
        "current": names.current,
        "draft": names.draft,
        "titles": dict(names.wrong.titles),
        "drafts": dict(names.wrong.drafts),
        "others": sorted(names.wrong.others),
        "scan": names.scan.pattern,
    }


def _volume(one: Volume) -> dict[str, object]:
    return {
        "key": one.key,
        "name": one.name,
        "title": one.title,
        "number": one.number,
        "authority": one.authority,
        "status": one.status,
        "draft": one.draft,
        "whole": one.whole,
        "checked": one.checked,
        "mark": one.mark,
        "extent": one.extent,
        "places": {
            key: [place.display, place.url, place.text, place.cut]
            for key, place in one.places.items()
        },
    }
