"""The register of many cases: held against another count, sorted, and taken away."""

import csv
import datetime
import io
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from made_cases import made

from lawbook.desk.calendar import calendar
from lawbook.desk.case import Case, case_file
from lawbook.desk.folder import cases_in
from lawbook.desk.register import HEADER, Row, cells, register
from lawbook.desk.standing import Term
from lawbook.library.library import Library

TODAY = datetime.date(2026, 12, 16)
NOW = datetime.datetime(2026, 12, 16, 1, 2, 3, tzinfo=datetime.UTC)
MANY = 200


@pytest.fixture(scope="module")
def many(library: Library, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Case]]:
    folder = tmp_path_factory.mktemp("cases")
    cases = [made(library, number) for number in range(1, MANY + 1)]
    for case in cases:
        (folder / f"{case.number}.yml").write_text(case_file(library, case), encoding="utf-8")
    return folder, cases


def test_the_register_of_200_cases_is_what_another_program_counts(
    library: Library, many: tuple[Path, list[Case]]
) -> None:
    folder, _ = many
    script = Path(__file__).with_name("count_cases.py")
    said = subprocess.run(
        [sys.executable, script, folder, TODAY.isoformat()], capture_output=True, check=True
    )
    wanted = json.loads(said.stdout)
    cases, problems = cases_in(library, sorted(folder.iterdir()))
    assert problems == []
    rows = register(library, cases, TODAY)
    lines = [dict(zip(HEADER, cells(library, row), strict=True)) for row in rows]
    assert len(lines) == MANY
    assert Counter(line["状态"] for line in lines) == wanted["states"]
    assert Counter(line["轮到谁"] for line in lines) == wanted["turns"]
    assert sorted(row.now.case.number for row in rows if row.is_late) == wanted["late"]
    days = {line["案号"]: line["最后一日"] for line in lines if line["最后一日"]}
    assert days == wanted["days"]
    assert len(wanted["states"]) > 10  # the cases go everywhere


def running(row: Row) -> list[Term | None]:
    """What is awaited, and what runs beside."""
    return [row.term, *(ends for ends, _ in row.also)]


def test_who_has_to_act_stands_first_then_the_earliest_day(
    library: Library, many: tuple[Path, list[Case]]
) -> None:
    rows = register(library, many[1], TODAY)
    order = ["act", "wait", "track", "closed"]
    groups = [order.index(row.state.group) for row in rows]
    assert groups == sorted(groups)
    for group in ("act", "wait", "track"):
        some = [row for row in rows if row.state.group == group]
        days = [
            min([str(ends.day) for ends in running(row) if ends and ends.day], default="9999")
            for row in some
        ]
        assert days == sorted(days)
        assert len(some) > 5


def test_what_is_due_is_said_as_people_say_it(
    library: Library, many: tuple[Path, list[Case]]
) -> None:
    for row in register(library, many[1], TODAY):
        if row.state.group == "closed":
            assert row.said.endswith("日办结")
        elif row.days is None:
            unknown = row.term and row.term.run.missing
            why = f"{unknown}年放假安排未公布" if unknown else "未规定期限"
            passed = (TODAY - row.now.since).days
            assert row.said == f"{why}（{f'已{passed}天' if passed >= 0 else '所记日期还没有到'}）"
        elif row.days < 0:
            late = "对方超期" if row.state.group == "wait" else "逾期"
            assert row.said == f"{late}{-row.days}天"
        else:
            assert row.said == (f"剩{row.days}天" if row.days else "今天到期")


def test_each_dated_case_has_an_event_whose_reminder_is_last(
    library: Library, many: tuple[Path, list[Case]]
) -> None:
    rows = register(library, many[1], TODAY)
    text = calendar(library, rows, NOW)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")
    dated = [
        ends
        for row in rows
        for ends in running(row)
        if ends and ends.day and row.state.group != "closed"
    ]
    assert lines.count("BEGIN:VEVENT") == lines.count("BEGIN:VALARM") == len(dated) > 50
    assert len({line for line in lines if line.startswith("UID:")}) == len(dated)
    ends = [number for number, line in enumerate(lines) if line == "END:VALARM"]
    assert all(lines[number + 1] == "END:VEVENT" for number in ends)
    assert all(lines[number - 1].startswith("DESCRIPTION:2026-") for number in ends)
    assert "DTSTAMP:20261216T010203Z" in lines


def test_no_cell_of_the_table_is_a_formula(library: Library) -> None:
    from dataclasses import replace
    from types import MappingProxyType

    from lawbook.base import tables

    case = made(library, 1)
    first = case.entries[0]
    assert first.answers
    evil = MappingProxyType({**first.answers.values, "activity_name": "=HYPERLINK(1)"})
    entry = replace(first, answers=replace(first.answers, values=evil))
    rows = register(library, [Case("2026-001", (entry,))], TODAY)
    data = tables.as_csv(HEADER, [cells(library, row) for row in rows])
    assert data.startswith(b"\xef\xbb\xbf")
    (line,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig")))
    assert line["科技活动"] == "'=HYPERLINK(1)"
