"""The register as a calendar file (RFC 5545): an event with a reminder for each case due."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from lawbook.desk.register import Row, cells
from lawbook.desk.standing import Term
from lawbook.library import grounds
from lawbook.library.library import Library

# A week before, at nine in the morning: our own advice.
REMINDER = "-P6DT15H"
_ROOM = 75


def calendar(library: Library, rows: Iterable[Row], now: datetime.datetime) -> str:
    """Return the calendar: an event for each case with a last day still to be met."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//lawbook//cases//ZH"]
    lines.append("CALSCALE:GREGORIAN")
    stamp = f"{now.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"
    for row in rows:
        for ends, day in row.terms if row.state.group != "closed" else ():
            lines += _event(library, row, ends, day, stamp)
    return "".join(map(_folded, [*lines, "END:VCALENDAR"]))


def _event(library: Library, row: Row, ends: Term, day: datetime.date, stamp: str) -> Iterator[str]:
    case = row.now.case
    next_day = day + datetime.timedelta(days=1)
    activity = row.now.facts.get("activity", "")
    title = _escaped(f"{case.number} {activity}：{ends.deadline.title}")
    yield "BEGIN:VEVENT"
    yield f"UID:{ends.deadline.key}-{_name(case.number)}@lawbook.invalid"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{next_day:%Y%m%d}"
    yield f"SUMMARY:{title}"
    yield f"DESCRIPTION:{_escaped(_told(library, row, ends))}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield f"TRIGGER:{REMINDER}"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{title}"
    yield "END:VALARM"
    yield "END:VEVENT"


def _told(library: Library, row: Row, ends: Term) -> str:
    deadline = ends.deadline
    how = "已经延长到这一天" if ends.extended else f"从 {ends.run.start} 起算"
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
    """Return a case's number in the characters that an identifier may have."""
    return "".join(sign if sign.isascii() else f"u{ord(sign):x}" for sign in number)


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Fold a line at 75 octets, never inside a character."""
    folded, room = "", _ROOM
    for sign in line:
        size = len(sign.encode())
        if size > room:
            folded, room = f"{folded}\r\n ", _ROOM - 1
        folded += sign
        room -= size
    return f"{folded}\r\n"
