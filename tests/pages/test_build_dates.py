import datetime

from lawbook.pages.build_dates import phase, until

START, END = datetime.date(2026, 6, 1), datetime.date(2026, 11, 30)
DAY = datetime.timedelta(days=1)


def test_a_period_has_a_before_a_during_and_an_after() -> None:
    assert phase(START, END, START - DAY) == "还有1天开始"
    assert phase(START, END, START).startswith("进行中")
    assert phase(START, END, END) == "今天结束"
    assert phase(START, END, END + DAY) == "已结束"


def test_a_due_date_is_ahead_today_or_past() -> None:
    assert until(END, END - DAY) == "还有1天"
    assert until(END, END) == "今天截止"
    assert until(END, END + DAY) == "已截止"
