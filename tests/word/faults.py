"""Faults that people make in plans: each puts one into the answers of a clean plan."""

from __future__ import annotations

import datetime
from pathlib import Path

from fault_changes import Fault, add, drop, half_row, list_only, put, tick, unlist, without

from lawbook.base import yamlfile

LONG = (
    *("foundation", "goals", "duty_province", "duty_city", "duty_innovators", "path_mechanism"),
    *("path_guidance", "path_centre", "path_network", "schedule", "results"),
)
REQUIRED = (
    *("city", "recommender", "apply_date", "place", "organiser", "daily_contact", "contact_name"),
    *("contact_post", "contact_phone", "contact_mobile", "contact_email", "contact_address"),
    *("participants", "units", *LONG),
)
MISSING: dict[str, Fault] = {f"{key} is missing": (drop(key), key, "没有填写") for key in REQUIRED}
SHORT: dict[str, Fault] = {
    f"{key} is too short": (put(key, "按国家和省有关要求推进，具体安排另行通知。"), key, "不足80字")
    for key in ("foundation", "goals", "schedule", "results")
}
# What no data can say: of another type, made from the other answers, very long.
MADE: dict[str, Fault] = {
    "another department is the contact": (
        lambda values: put("daily_contact", f"{values['place']}教育局")(values),
        "daily_contact",
        "不是工信主管部门",
    ),
    "too long a name": (put("contact_name", "名" * 21), "contact_name", "最多 20 字"),
    "too long an answer": (put("goals", "目标" * 5001), "goals", "最多 10000 字"),
    "a unit without name": (half_row, "units", "没有填写“单位名称”"),
    "a kind that is none": (
        lambda values: put("units", (("云岫智能公司", "事业", ""), *values["units"]))(values),
        "units",
        "写的是“事业”",
    ),
    "an application after the work": (
        put("apply_date", datetime.date(2035, 1, 1)),
        "schedule",
        "早于申报日期",
    ),
}
# How a fault is put in, and the field that it changes where that is not named first.
WAYS = {"put": put, "add": add, "without": without, "tick": tick}
LISTS = {"unlist": (unlist, "participants"), "list_only": (list_only, "units")}


def _written() -> dict[str, Fault]:
    tree = yamlfile.read(Path(__file__).parents[1] / "cases" / "plan-faults.yml").tree
    faults: dict[str, Fault] = {}
    for name, fault in tree.items():
        (way,) = fault.keys() - {"says", "at"}
        change, field = LISTS.get(way) or (WAYS[way], fault[way][0])
        faults[name] = change(*fault[way]), fault.get("at", field), fault["says"]
    return faults


FAULTS = MISSING | SHORT | _written() | MADE
