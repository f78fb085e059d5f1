"""The feed of changes (Atom, RFC 4287), made from ``data/changes``.

Ids never change and contain no host: each is a UUID made from the change's key (RFC 9562, version
5). Links are absolute if the site's address is known (SITE_URL), else relative to the feed, which
the standard allows.
"""

from __future__ import annotations

import datetime
import uuid
from html import escape

from lawbook.base.dates import BEIJING_TIME
from lawbook.law.change import KINDS, Change
from lawbook.library.library import Library

NAME = "feed.xml"
TITLE = "人工智能科技伦理审查与服务指南：更新记录"
AUTHOR = "人工智能科技伦理审查与服务指南"
PAGE = "about/changes/"
# The project's UUID namespace; the ids of all entries follow from it. Never change it.
SPACE = uuid.UUID("6f1d2c1e-3a55-5d0b-9c0e-2a7d4be1c960")


def feed(library: Library, base: str) -> str:
    """Return the feed; ``base`` is the site's address with a trailing slash, or empty."""
    changes = library.changes
    newest = max((change.date for change in changes), default=datetime.date(2026, 1, 1))
    whole = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
        f"  <title>{TITLE}</title>",
        f"  <id>{_id('feed')}</id>",
        f"  <updated>{_moment(newest)}</updated>",
        f"  <author><name>{AUTHOR}</name></author>",
        *(
            [f'  <link rel="self" type="application/atom+xml" href="{escape(base + NAME)}"/>']
            * bool(base)
        ),
        f'  <link rel="alternate" type="text/html" href="{escape(base + PAGE)}"/>',
        *(line for change in changes for line in _entry(library, change, base)),
        "</feed>",
    ]
    return "\n".join(whole) + "\n"


def _entry(library: Library, change: Change, base: str) -> list[str]:
    link = escape(f"{base}{PAGE}#{change.key}")
    summary = change.what + _places(library, change)
    return [
        "  <entry>",
        f"    <title>{escape(change.title, quote=False)}</title>",
        f"    <id>{_id(change.key)}</id>",
        f"    <updated>{_moment(change.date)}</updated>",
        f'    <link rel="alternate" type="text/html" href="{link}"/>',
        f'    <category term="{change.kind}" label="{KINDS[change.kind]}"/>',
        f"    <summary>{escape(summary, quote=False)}</summary>",
        "  </entry>",
    ]


def _places(library: Library, change: Change) -> str:
    """Return where the change can be seen, in words: a summary is plain text."""
    names = [library.display(citation) for citation in change.cites]
    names += [library.display(library.fact(fact).provision) for fact in change.facts]
    names += change.pages.values()
    return f"见{'、'.join(dict.fromkeys(names))}。"


def _id(name: str) -> str:
    return uuid.uuid5(SPACE, name).urn


def _moment(day: datetime.date) -> str:
    """Return the start of a day in China, as an RFC 3339 timestamp.

    >>> _moment(datetime.date(2026, 11, 22))
    '2026-11-22T00:00:00+08:00'
    """
    return datetime.datetime.combine(day, datetime.time(), BEIJING_TIME).isoformat()
