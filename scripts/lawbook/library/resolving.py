"""Resolve the steps of a citation in a volume: to a provision, to none, or beyond our text."""

from __future__ import annotations

from dataclasses import dataclass

from lawbook.base.numerals import to_han
from lawbook.law.mention import Steps
from lawbook.library.shelf import Volume

CALLED = {
    "art": "条",
    "par": "款",
    "item": "项",
    "q": "问",
    "part": "部分",
    "ch": "章",
    "sec": "节",
}


@dataclass(frozen=True)
class Resolved:
    """``verdict`` is a key of the verdicts; ``key`` the provision reached, as far as it goes.

    ``nearest`` names in one line what exists instead, or what is not known.
    """

    verdict: str
    key: str = ""
    nearest: str = ""


def resolve(volume: Volume, steps: Steps) -> Resolved:
    """Follow the steps; 款 may be left out if its article has just one such 项."""
    top = _top(volume, steps)
    if not top:
        return _no_top(volume, steps)
    reached, used = top
    for step in steps[used:]:
        below = _below(volume, reached, str(step))
        if not below:
            return _no_part(volume, reached, step.unit, step.number)
        reached = below
    return Resolved("exists", reached)


def article(key: str) -> str:
    """Return the key of the article (部分, 问, 附件) that contains a provision."""
    return key.partition("/")[0]


def _top(volume: Volume, steps: Steps) -> tuple[str, int] | None:
    for used in range(len(steps), 0, -1):
        key = "/".join(map(str, steps[:used]))
        if key in volume.provisions:
            return key, used
    last = str(steps[0])
    if steps[0].unit == "sec":  # 第三节 without its chapter
        keys = [key for key in volume.provisions if key.endswith("/" + last)]
        return (keys[0], 1) if keys else None
    return None


def _below(volume: Volume, reached: str, step: str) -> str:
    if f"{reached}/{step}" in volume.provisions:
        return f"{reached}/{step}"
    if "/" in reached and not reached.startswith("ch"):
        return ""
    keys = [
        key
        for key in volume.provisions
        if key.startswith(reached + "/") and key.endswith("/" + step) and "item-" in step
    ]
    return keys[0] if keys else ""


def _no_top(volume: Volume, steps: Steps) -> Resolved:
    first = steps[0]
    known = _numbered(volume, "", first.unit)
    count = volume.extent.get(first.unit, len(known) if volume.whole else 0)
    unit = CALLED.get(first.unit, "")
    if not count and not known:
        kind = "no_article" if volume.whole else "not_held"
        return Resolved(kind, "", f"{volume.name}没有分{unit}的编号" if volume.whole else "")
    if first.number and len(first.number) == 1 and 0 < first.number[0] <= count:
        return Resolved("article_only", "", "")
    nearest = _nearest(known, first.number[0] if first.number else 1)
    if count:
        nearest_line = (
            f"{volume.name}共{to_han(count)}{unit}，最接近的是{volume.provisions[nearest].display}"
        )
        return Resolved("no_article", "", nearest_line)
    last = volume.provisions[known[-1]].display
    nearest_line = f"本指南未收录全文，也不知道共有多少{unit}；所记最靠后的是{last}"
    return Resolved("not_held", "", nearest_line)


def _no_part(volume: Volume, reached: str, unit: str, number: tuple[int, ...]) -> Resolved:
    display = volume.provisions[reached].display
    inside = _numbered(volume, reached, unit)
    count = volume.extent.get(f"{article(reached)}/{unit}", 0)
    seen = bool(volume.words(article(reached))) and not volume.cut(article(reached))
    held = volume.whole or seen or bool(count)
    if not held:
        return Resolved("article_only", reached, f"本指南未收录{display}的全文")
    if not inside:
        return Resolved("no_part", reached, f"{display}之下没有{CALLED.get(unit, '更细的条款')}")
    nearest = _nearest(inside, number[0] if number else 1)
    called = CALLED.get(unit, "")
    nearest_line = (
        f"{display}共 {len(inside)} {called}，最接近的是{volume.provisions[nearest].display}"
    )
    return Resolved("no_part", reached, nearest_line)


def _numbered(volume: Volume, above: str, unit: str) -> list[str]:
    """Return the provisions of a unit directly below ``above`` (at any depth for 项), in order."""
    start = f"{above}/" if above else ""
    keys = [
        key
        for key in volume.provisions
        if key.startswith(start) and key[len(start) :].rpartition("/")[2].startswith(unit + "-")
    ]
    right = [key for key in keys if "/" not in key[len(start) :]]
    return right or (keys if above or unit == "sec" else [])


def _nearest(keys: list[str], number: int) -> str:
    def away(key: str) -> tuple[int, int]:
        last = key.rpartition("/")[2].split("-")
        here = int(last[1]) if len(last) > 1 else 0
        return abs(here - number), len(last)

    return min(keys, key=away)
