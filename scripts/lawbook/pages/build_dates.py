"""Dates given by facts. Whether they have passed is added in the reader's browser."""

from __future__ import annotations

import datetime

from markupsafe import Markup

from lawbook.base.dates import shown_date
from lawbook.law.fact import Fact
from lawbook.library.holdings import UnknownCitation
from lawbook.pages.html_pattern import Pattern


def date(fact: Fact) -> datetime.date:
    """Return the date of a fact's value. Raises UnknownCitation if it has none."""
    try:
        return datetime.date.fromisoformat(fact.value or "")
    except ValueError as error:
        raise UnknownCitation(f"事实 {fact.id} 没有日期（value）；请写成 2026-05-20") from error


def due(day: datetime.date) -> Markup:
    """Return a last date; ``passed_dates.js`` adds in the browser whether it has passed.

    >>> str(due(datetime.date(2026, 5, 20)))
    '2026年5月20日前<span data-due="2026-05-20"></span>'
    """
    return Pattern('{}前<span data-due="{}"></span>').filled(shown_date(day), day.isoformat())


def period(start: datetime.date, end: datetime.date) -> Markup:
    """Return a period, both ends included; ``passed_dates.js`` adds whether it is running.

    >>> str(period(datetime.date(2026, 6, 1), datetime.date(2026, 11, 30)))
    '2026年6月1日至2026年11月30日<span data-from="2026-06-01" data-to="2026-11-30"></span>'
    """
    return Pattern('{}至{}<span data-from="{}" data-to="{}"></span>').filled(
        shown_date(start), shown_date(end), start.isoformat(), end.isoformat()
    )
