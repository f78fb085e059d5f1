"""The register as a calendar file (RFC 5545): a day and a reminder for each case that is due."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from lawbook.desk.register import Row, cells
from lawbook.library import grounds
from lawbook.library.library import Library

# A week before, at nine in the morning: our own advice.
REMINDER = "-P6DT15H"
_ROOM = 75


def calendar(library: Library, rows: Iterable[Row], now: datetime.datetime) -> str:
    """An event for each case with a last day that somebody still has to keep."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//lawbook//cases//ZH"]
    lines.append("CALSCALE:GREGORIAN")
    stamp = f"{now.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"
    for row in rows:
        if row.days is not None and row.state.group != "closed":
            lines += _event(library, row, stamp)
    return "".join(map(_folded, [*lines, "END:VCALENDAR"]))


def _event(library: Library, row: Row, stamp: str) -> Iterator[str]:
    assert row.term and row.term.day
    day, case = row.term.day, row.now.case
    next_day = day + datetime.timedelta(days=1)
    activity = row.now.facts.get("activity", "")
    title = _escaped(f"{case.number} {activity}：{row.term.deadline.title}")
    yield "BEGIN:VEVENT"
    yield f"UID:{row.term.deadline.key}-{_name(case.number)}@lawbook.invalid"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{next_day:%Y%m%d}"
    yield f"SUMMARY:{title}"
    yield f"DESCRIPTION:{_escaped(_told(library, row))}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield f"TRIGGER:{REMINDER}"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{title}"
    yield "END:VALARM"
    yield "END:VEVENT"


def _told(library: Library, row: Row) -> str:
    assert row.term
    deadline = row.term.deadline
    how = "已经延长到这一天" if row.term.extended else f"从 {row.term.run.start} 起算"
    basis = "、".join(grounds.names(library, deadline))
    sure = grounds.term(library, deadline).label
    return "\n".join(
        [
            f"{row.state.label}；下一步：{cells(library, row)[-1]}",
            f"{deadline.period}；{how}",
            f"依据：{basis}【{sure}】",
        ]
    )


def _name(number: str) -> str:
    """A case's number in the characters that an identifier may have."""
    return "".join(sign if sign.isascii() else f"u{ord(sign):x}" for sign in number)


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of at most 75 octets, never broken inside a character."""
    made, room = "", _ROOM
    for sign in line:
        size = len(sign.encode())
        if size > room:
            made, room = f"{made}\r\n ", _ROOM - 1
        made += sign
        room -= size
    return f"{made}\r\n"
