import datetime

import pytest

from lawbook.forms.handmade import date, fitting, half_width


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二〇二六年十二月三十一日", (2026, 12, 31)),
        ("二○二六年十月二十日", (2026, 10, 20)),
        ("二零二七年一月十日", (2027, 1, 10)),
        ("２０２６－０９－０３", (2026, 9, 3)),
        ("2026年9月3号", (2026, 9, 3)),
        ("2026. 9. 3", (2026, 9, 3)),
    ],
)
def test_a_date_in_any_hand(text: str, expected: tuple[int, int, int]) -> None:
    assert date(text) == datetime.date(*expected)


@pytest.mark.parametrize(
    "text", ["", "9月3日", "2026年13月1日", "二〇二六年〇月〇日", "2026-02-30", "近期"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert date(text) is None


def test_figures_fit_a_pattern_whatever_their_width() -> None:
    assert fitting("0[0-9]{2}-[0-9]{8}", "０１０—１２３４５６７８") == "010-12345678"
    assert fitting("[0-9]+", "十二") == "十二"  # what does not fit stays as it was written
    assert half_width("（ａ）％") == "(a)%"


LANDLINE = "0[0-9]{2,3}-[0-9]{7,8}(-[0-9]{1,6})?"
MOBILE = "1[3-9][0-9]{9}"


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (LANDLINE, "0571-88888888转8001", "0571-88888888-8001"),
        (LANDLINE, "0571—88888888 分机：8001", "0571-88888888-8001"),
        (LANDLINE, "（0571）88888888", "0571-88888888"),
        (LANDLINE, "+86-571-88888888", "0571-88888888"),
        (LANDLINE, "138-0000000", "138-0000000"),
        (MOBILE, "+86 138-0000-0000", "13800000000"),
        (MOBILE, "0086 138 0000 0000", "13800000000"),
        (MOBILE, "138-0000-000", "138-0000-000"),
    ],
)
def test_a_telephone_number_in_its_usual_spellings(pattern: str, text: str, expected: str) -> None:
    assert fitting(pattern, text) == expected
