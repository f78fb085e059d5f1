"""One reader of dates for forms, tools and the command line."""

import datetime

import pytest

from lawbook.base.dates import date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二〇二六年十二月三十一日", (2026, 12, 31)),
        ("二○二六年十月二十日", (2026, 10, 20)),
        ("二零二七年一月十日", (2027, 1, 10)),
        ("２０２６－０９－０３", (2026, 9, 3)),
        ("2026年9月3号", (2026, 9, 3)),
        ("2026. 9. 3", (2026, 9, 3)),
        ("2026.12.1", (2026, 12, 1)),
        ("20261201", (2026, 12, 1)),
        ("２０２６．１２．０１", (2026, 12, 1)),
        ("2026年12月1日", (2026, 12, 1)),
        ("2026/12/1", (2026, 12, 1)),
        ("2026。12。1", (2026, 12, 1)),
        ("2026—12—01", (2026, 12, 1)),
    ],
)
def test_a_date_in_any_hand(text: str, expected: tuple[int, int, int]) -> None:
    assert date(text) == datetime.date(*expected)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9月3日",
        "2026年13月1日",
        "二〇二六年〇月〇日",
        "2026-02-30",
        "近期",
        "2026121",
        "20261301",
        "2026-12",
        "12-01",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert date(text) is None
