"""The page's scripts give what Python gives: golden cases, then everything that can be asked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

import page_modules
from lawbook.base import yamlfile
from lawbook.base.problem import ProblemsFound
from lawbook.library.library import Library
from lawbook.pages import wording
from lawbook.rules.counting import Due, due, notes, start_of
from lawbook.rules.routing import Route, route
from lawbook.rules.rule import FORCES
from rules.sheets import clear, drawn
from rules.test_probes import BASE, PROBES

CASES = Path(__file__).resolve().parents[1] / "cases"
ROUTE = """cases => cases.map(pairs => {
  const found = Lawbook.route(Lawbook.data, pairs);
  const keys = records => records.map(one => one.key);
  return {
    question: found.question && found.question.key,
    verdict: found.verdict && found.verdict.key,
    sentence: Lawbook.sentence(found),
    reasons: keys(found.reasons), told: found.reasons.map(one => one.text),
    hit: keys(found.hit), maybe: keys(found.maybe),
    next: found.next, trigger: found.trigger, keys: keys(found.consequences),
    fills: keys(found.fills), pointers: found.pointers.length, unused: found.unused,
  };
})"""
# A length is given where the dates were counted with one of their own.
DUE = """cases => cases.map(([key, text, length]) => {
  const known = Lawbook.data.deadlines.find(one => one.key === key);
  const deadline = length ? { ...known, length } : known;
  const found = Lawbook.due(Lawbook.startOf(text), deadline, Lawbook.data.years);
  const rolled = found.rolled === null ? null : Lawbook.shownDay(found.rolled);
  return [Lawbook.plain(found), rolled, found.missing, Lawbook.notes(found, Lawbook.data)];
})"""


def golden(name: str) -> Any:
    return yamlfile.read(CASES / f"{name}.yml").tree["cases"]


def ready(page: Page, tool: str) -> Page:
    page.goto(f"tools/{tool}/")
    page.wait_for_selector(f"#tool-{tool}:not([hidden])")
    page.evaluate(page_modules.script("tools"))
    return page


def answers(page: Page, script: str, cases: object) -> Any:
    """What a script gives for all cases; as one text, because thousands of values travel slowly."""
    wrapped = f"text => JSON.stringify(({script})(JSON.parse(text)))"
    return json.loads(page.evaluate(wrapped, json.dumps(cases)))


def in_python(found: Route) -> dict[str, Any]:
    """What ``ROUTE`` gives, as Python gives it."""
    return {
        "question": found.question.key if found.question else None,
        "verdict": found.verdict.key if found.verdict else None,
        "sentence": found.sentence,
        "reasons": [one.key for one in found.reasons],
        "told": [one.text for one in found.reasons],
        "hit": [one.key for one in found.hit],
        "maybe": [one.key for one in found.maybe],
        "next": list(found.next),
        "trigger": found.trigger,
        "keys": [one.key for one in found.consequences],
        "fills": [one.key for one in found.fills],
        "pointers": len(found.pointers),
        "unused": list(found.unused),
    }


def test_golden_routes(page: Page) -> None:
    cases = golden("routes")
    pairs = [list((case.get("answers") or {}).items()) for case in cases]
    found = answers(ready(page, "navigator"), ROUTE, pairs)
    assert len(cases) > 90
    for case, got in zip(cases, found, strict=True):
        for name in ("question", "verdict"):
            assert got[name] == case.get(name), case["name"]
        for name in ("hit", "maybe"):
            assert got[name] == case.get(name, got[name]), case["name"]
        assert set(case.get("has") or ()) <= set(got["keys"]), case["name"]
        assert not set(case.get("lacks") or ()) & set(got["keys"]), case["name"]
        assert got["unused"] == (case.get("unused") or []), case["name"]


def test_probes(page: Page) -> None:
    sheets = [{**BASE, **change} for change, *_ in PROBES]
    pairs = [[[key, ",".join(keys)] for key, keys in one.items() if keys] for one in sheets]
    found = answers(ready(page, "navigator"), ROUTE, pairs)
    for (change, verdict, reasons, more), got in zip(PROBES, found, strict=True):
        assert (got["verdict"] or "unfinished") == verdict, change
        assert set(got["reasons"]) == reasons, change
        for name in ("hit", "maybe"):
            assert got[name] == more.get(name, got[name]), change
        assert set(more.get("got", ())) <= set(got["keys"]), change
        assert not set(more.get("not", ())) & set(got["keys"]), change


@pytest.mark.deep
def test_sheets_drawn_by_chance_end_as_in_python(page: Page, library: Library) -> None:
    decision = library.rules.decision
    sheets = [*drawn(decision, 600), *clear(every=False)]
    ways = [list(sheet.items()) for sheet in sheets]
    ways += [way[:count] for way in ways[:60] for count in range(len(way))]
    found = answers(ready(page, "navigator"), ROUTE, ways)
    for way, got in zip(ways, found, strict=True):
        assert got == in_python(route(decision, dict(way))), way


def shown(value: date | datetime | None) -> str | None:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return str(value) if value else None


def test_golden_dates(page: Page) -> None:
    cases = golden("dates")
    lengths = yamlfile.read(CASES / "dates.yml").tree["lengths"]
    own = [int(lengths.get(case["deadline"], 0)) for case in cases]
    asked = [[case["deadline"], case["start"], n] for case, n in zip(cases, own, strict=True)]
    found = answers(ready(page, "deadlines"), DUE, asked)
    wanted = [[case.get("plain"), case.get("rolled"), case.get("missing")] for case in cases]
    got = [[plain, rolled, missing and str(missing)] for plain, rolled, missing, _ in found]
    assert len(cases) == 250
    assert [pair for pair in zip(asked, wanted, got, strict=True) if pair[1] != pair[2]] == []


def starts() -> Iterator[str]:
    """Every day from before the first schedule to beyond the last, and the border years."""
    first = date(2025, 10, 1)
    yield from (f"{first + timedelta(days=n)} 13:45" for n in range(520))
    yield from ("2000-01-01 00:00", "2024-02-29 23:59", "2099-12-31 23:59", "2096-02-29 12:00")


@pytest.mark.deep
def test_every_deadline_from_every_day_as_in_python(page: Page, library: Library) -> None:
    rules, calendar = library.rules.deadlines, library.work_calendar
    asked = [(one, text) for one in rules.deadlines for text in starts()]
    cases = [[one.key, text] for one, text in asked]
    found = answers(ready(page, "deadlines"), DUE, cases)
    for (one, text), got in zip(asked, found, strict=True):
        wanted: Due = due(start_of(text), one, calendar)
        said = list(notes(wanted, rules, calendar))
        plain, rolled = shown(wanted.plain), shown(wanted.rolled)
        assert got == [plain, rolled, wanted.missing, said], (one.key, text)


def test_the_same_deadlines_follow_from_each_moment(page: Page, library: Library) -> None:
    book = library.rules.deadlines
    asked = [
        (one.key, listed, place)
        for one in book.triggers
        for listed in (None, True, False)
        for place in (None, "北京")
    ]
    after = "cases => cases.map(c => Lawbook.after(Lawbook.data, ...c).map(one => one.key))"
    found = ready(page, "deadlines").evaluate(after, [list(case) for case in asked])
    for (key, listed, place), got in zip(asked, found, strict=True):
        assert got == [one.key for one in book.after(key, listed=listed, place=place)]


BAD = [
    "", "   ", "2026-02-31", "2027-02-29", "2026-13-01", "2026-03-01 24:00", "2026-03-01 9:60",
    "1e9", "1000000000", "9999-12-31", "0000-00-00", "1999-12-31", "2100-01-01", "明天",
    "<script>alert(1)</script>", "２０２６-01-1x", "2026-01-01\n2026-01-02", "9" * 100_000,
    "2026-01-01T", "-1", "NaN", "2026-3-1 ٠٩:00", "2026\u202803-01", "😀" * 60,
]  # fmt: skip


@pytest.mark.parametrize("label", ["起算日期", "跟踪审查"])
def test_bad_dates_are_refused_with_the_same_sentence(page: Page, label: str) -> None:
    script = """([texts, label]) => texts.map(text => {
      try { Lawbook.startOf(text, label); return null; }
      catch (fault) { return fault instanceof Lawbook.Problem && fault.message; }
    })"""
    found = ready(page, "deadlines").evaluate(script, [BAD, label])
    for text, got in zip(BAD, found, strict=True):
        with pytest.raises(ProblemsFound) as wanted:
            start_of(text, label)
        assert got == str(wanted.value)


def test_good_dates_are_read_as_people_write_them(page: Page) -> None:
    script = "texts => texts.map(text => Lawbook.shownStart(Lawbook.startOf(text)))"
    texts = [
        "2026年3月1日", "2026/3/1", "　2028-02-29 \r\n", "2026-03-01T9:05", "2026-3-01  23:59",
        "\u20282026-03-01\v", "2026.3.1", "20260301", "２０２６．０３．０１ ９：０５",
        "二〇二六年三月一日",
    ]  # fmt: skip
    assert ready(page, "deadlines").evaluate(script, texts) == [
        "2026-03-01", "2026-03-01", "2028-02-29", "2026-03-01 09:05", "2026-03-01 23:59",
        "2026-03-01", "2026-03-01", "2026-03-01", "2026-03-01 09:05", "2026-03-01",
    ]  # fmt: skip


def test_the_scripts_use_the_same_words_as_the_pages(page: Page, library: Library) -> None:
    assert ready(page, "navigator").evaluate("Lawbook.KINDS") == wording.KINDS
    assert ready(page, "obligations").evaluate("Lawbook.FORCES") == FORCES
    stages = page.evaluate("Lawbook.choices(Lawbook.data, 'stage').map(one => one[0])")
    assert stages == ["准备", "申请", "审查", "复核", "跟踪", "登记报告", "监督"]
