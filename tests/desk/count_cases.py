"""Counts the cases of a folder without the project's code: ``count_cases.py FOLDER DAY``.

It knows by heart how a case goes, so that the register can be held against something else.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import yaml

AFTER = {
    "review-application": "待受理", "mended": "待受理", "review-supplement": "待补正",
    "to-general": "审查中", "review-refusal": "不予受理", "re-review-sent": "复核中",
    "re-review-answered": "待决定", "registered": "跟踪期内", "tracked": "跟踪期内",
    "risk-changed": "待重新评估", "resubmitted": "再审中",
    "appealed": "申诉中", "rereview-opinion": "待决定",
    "withdrawn": "撤回", "ended": "终止", "completed": "完成",
}  # fmt: skip
CALENDAR = Path(__file__).parents[2] / "data" / "calendar" / "china-2026.yml"
CLOSED = {"不予受理", "不予批准", "撤回", "终止", "完成"}
WAITING = {"待补正", "待申请复核", "复核中", "待修改"}


def months(day: date, count: int) -> date:
    year, month = divmod(day.month - 1 + count, 12)
    first = date(day.year + year, month + 1, 1)
    last = (date(first.year + first.month // 12, first.month % 12 + 1, 1) - timedelta(days=1)).day
    return first.replace(day=min(day.day, last))


def seven_working_days(day: date | None) -> date | None:
    """Counted over the published holidays of 2026; in the next year nobody knows."""
    if day is None:
        return None
    year = yaml.load(CALENDAR.read_text(encoding="utf-8"), yaml.BaseLoader)
    off = {one for holiday in year["off"] for one in holiday["days"]}
    left = 7
    while left:
        day += timedelta(days=1)
        if day.year != 2026:
            return None
        working = day.weekday() < 5 and day.isoformat() not in off
        left -= working or day.isoformat() in year["working"]
    return day


def state(entries: list[dict], listed: bool) -> str:  # noqa: PLR0911
    """The state after some entries."""
    last = entries[-1]
    what = last.get("paper") or last["event"]
    said = last.get("answers") or {}
    if what == "review-acceptance":
        return "简易审查中" if said.get("procedure") == "simple" else "审查中"
    if what == "simple-reviewed":
        agreed = "待出意见" if listed else "待决定"
        return agreed if last["said"]["opinion"] == "一致同意" else "审查中"
    unmoved = {"served", "rereview-application", "registration-activity", "review-tracking"}
    unmoved |= {"review-pledge", "registration-committee"}
    if what == "served" and state(entries[:-1], listed) == "待送达":
        return "不予批准"
    if what in unmoved and said.get("report_kind") != "risk":
        return state(entries[:-1], listed)
    if what == "appeal-refused":
        appeal = max(n for n, one in enumerate(entries) if one.get("event") == "appealed")
        return state(entries[:appeal], listed)
    if what == "review-tracking":
        return "待重新评估"
    if what == "reassessed":
        return state(entries[: max(n for n, one in enumerate(entries) if told_risk(one))], listed)
    if what == "review-appeal":
        if said["sufficient"] == "well_founded":
            return "申诉中" if state(entries[:-1], listed) == "申诉中" else "待重新决定"
        return state([*entries[:-1], {"event": "appeal-refused"}], listed)
    if what == "review-minutes":
        return after_minutes(state(entries[:-1], listed), said["outcome"], listed)
    if what == "review-opinion":
        return "待申请复核" if said["outcome"] == "pass" else "待修改"
    if what == "review-decision":
        approved = "待登记" if listed else "跟踪期内"
        return {"approve": approved, "revise": "待修改", "reject": "待送达"}[said["decision"]]
    return AFTER[what]


def told_risk(entry: dict) -> bool:
    """Whether a change of risk was reported, as an event or as a paper."""
    said = entry.get("answers") or {}
    return entry.get("event") == "risk-changed" or said.get("report_kind") == "risk"


def is_unserved(entries: list[dict]) -> bool:
    """Whether a decision stands last, but for papers beside it, that nobody was told of."""
    beside = {"review-pledge", "registration-committee", "registration-activity", "review-tracking"}
    for one in reversed(entries):
        what = one.get("paper") or one["event"]
        if what not in beside or told_risk(one):
            return what == "review-decision"
    return False


def after_minutes(again: str, outcome: str, listed: bool) -> str:
    """The state after a meeting: again where the case stood before."""
    if again in {"申诉中", "待答复申诉"}:
        return "待答复申诉"
    passed = listed and outcome == "pass"
    if again in {"待重新评估", "待重新决定"} or (again == "再审中" and not passed):
        return "待重新决定"
    return "待出意见" if passed else "待决定"


def last_day(entries: list[dict], now: str, listed: bool) -> date | None:
    """The last day of what runs."""

    def newest(*names: str) -> date | None:
        days = [
            date.fromisoformat((one.get("answers") or {}).get("accepted") or one["day"])
            if one.get("paper") == "review-acceptance"
            else date.fromisoformat(one["day"])
            for one in entries
            if (one.get("paper") or one["event"]) in names
            and (one.get("answers") or {}).get("decision", "approve") == "approve"
        ]
        return days[-1] if days else None

    if now in {"审查中", "简易审查中", "待出意见", "待申请复核", "待决定", "的决定"}:
        again = any(one.get("event") == "resubmitted" for one in entries)
        return None if again else newest("review-acceptance") + timedelta(days=30)
    if now in {"申诉中", "待答复申诉", "待重新决定"}:
        return seven_working_days(newest("appealed"))
    if now == "复核中":
        return newest("re-review-sent") + timedelta(days=30)
    if now == "待登记":
        return newest("review-decision") + timedelta(days=30)
    if now == "跟踪期内":
        begun = newest("review-decision", "tracked", "reassessed")
        return months(begun, 6 if listed else 12)
    return None


def counted(folder: Path, today: date) -> dict:
    """Counts by state and by turn, who is late, the last days."""
    states, turns, late, days = Counter(), Counter(), [], {}
    for path in sorted(folder.glob("*.yml")):
        case = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        entries = case["entries"]
        listed = entries[0]["answers"]["review_list"] != ["none"]
        now = state(entries, listed)
        day = last_day(entries, now, listed)
        if now == "跟踪期内" and (day - today).days <= 30:
            now = "待跟踪"
        closed = now in CLOSED
        turn = "已办结" if closed else "等对方" if now in WAITING else "要办的"
        turn = "跟踪期内" if now == "跟踪期内" else turn
        turns["要办的" if not closed and is_unserved(entries) else turn] += 1
        states[now] += 1
        if day:
            days[case["case"]] = day.isoformat()
            # while the re-review is awaited, the decision's days run on
            beside = last_day(entries, "的决定", listed) if now == "复核中" else None
            past = day < today or (beside and beside < today)
            late += [case["case"]] if past and not closed else []
    return {"states": states, "turns": turns, "late": sorted(late), "days": days}


if __name__ == "__main__":
    print(json.dumps(counted(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]))))
