"""A number of days that stands in several places: changed in one of them, the check names it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lawbook.base import yamlfile
from lawbook.base.problem import Problem, ProblemsFound
from lawbook.checks.numbers import NUMBER_CHECKS, number_of
from lawbook.law.fact import fact_book
from lawbook.library.library import Library
from lawbook.rules.duration import periods
from lawbook.rules.lengths import lengths
from lawbook.rules.rulebook import rule_file, rules_of
from params import deep

ROOT = Path(__file__).resolve().parents[2]
RULES = ("deadlines", "obligations", "decision", "roles", "crosswalk", "procedures", "criteria")
FACTS = ("measures-2026", "general-measures-2023")
# A number before a unit of time; years (2026年) and days of a month are no such numbers.
NUMBER = re.compile(r"(?<![0-9月至])([0-9]{1,3})(?=日|个工作日|小时|个月|年(?!度))")
LENGTH = re.compile(r"(?<=    length: )([0-9]+)$")
DAY = re.compile(r"(?<=3月)(31)(?=日)|(?<=on: 03-)(31)$")
Mutant = tuple[str, int, str]  # file, line, what the file then holds
PLAN_RULES = "data/rules/plan-checks.yml"
WORDS = lengths(yamlfile.read(ROOT / "data/rules/deadlines.yml").tree)


def problems(library: Library) -> list[Problem]:
    return [problem for check in NUMBER_CHECKS for problem in check(library)]


def changed(library: Library, name: str, text: str) -> Library:
    """The Library with another text of one file."""
    file = yamlfile.parse(text, name)
    folder, key = Path(name).parent.name, Path(name).stem
    if folder == "facts":
        return replace(library, books={**library.books, key: fact_book(file)})
    read = rule_file(file, WORDS)
    assert read is not None
    others = [one for one in library.rules.statements if not one.id.startswith(f"{key}/")]
    statements = (*others, *read[1])
    rules = replace(library.rules, statements=statements, **{key: read[0]})  # type: ignore[arg-type]
    return replace(library, rules=rules)


def mutants() -> Iterator[Mutant]:
    """Each number of a period in the data, changed alone."""
    names = [f"data/rules/{key}.yml" for key in RULES] + [f"data/facts/{key}.yml" for key in FACTS]
    for name in names:
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines(keepends=True)
        for number, line in enumerate(lines):
            if line.lstrip().startswith(("#", "basis", "see", "- key", "key")):
                continue
            for pattern in (NUMBER, LENGTH, DAY):
                for found in pattern.finditer(line.rstrip("\n")):
                    step = -1 if pattern is DAY else 1
                    new = str(int(found[0]) + step)
                    other = line[: found.start()] + new + line[found.end() :]
                    text = "".join([*lines[:number], other, *lines[number + 1 :]])
                    yield name, number + 1, text


MUTANTS = list(mutants())


@pytest.fixture
def changed_length(library: Library) -> Callable[..., Library]:
    """The Library with another length of a deadline, and another number in a fact."""

    def made(key: str, length: int, fact: str, words: str) -> Library:
        texts = {one: (ROOT / f"data/rules/{one}.yml").read_text("utf-8") for one in RULES}
        begin = texts["deadlines"].index(f"  - key: {key}\n")
        rest = re.sub(r"length: [0-9]+", f"length: {length}", texts["deadlines"][begin:], count=1)
        texts["deadlines"] = texts["deadlines"][:begin] + rest
        files = [yamlfile.parse(text, f"data/rules/{one}.yml") for one, text in texts.items()]
        spelled = lengths(yamlfile.parse(texts["deadlines"], "deadlines.yml").tree)
        book = library.books[fact.partition("#")[0]]
        facts = tuple(
            one.model_copy(update={"fact": one.fact.replace(WORDS[key], words)})
            if one.id == fact
            else one
            for one in book.facts
        )
        return replace(
            library,
            rules=rules_of(rule_file(one, spelled) for one in files),
            books={**library.books, book.key: replace(book, facts=facts)},
        )

    return made


def test_the_real_numbers_agree(library: Library) -> None:
    assert problems(library) == []
    assert len(MUTANTS) > 35


@pytest.mark.parametrize(
    "mutant",
    [deep(one) if number % 3 else one for number, one in enumerate(MUTANTS)],
    ids=[f"{name}:{line}" for name, line, _ in MUTANTS],
)
def test_a_number_that_is_changed_in_one_place_is_named(library: Library, mutant: Mutant) -> None:
    name, line, text = mutant
    found = problems(changed(library, name, text))
    assert found, text.splitlines()[line - 1]
    assert all(re.fullmatch(r"data/[a-z]+/[a-z0-9-]+\.yml:[0-9]+", one.where) for one in found)
    near = [one for one in found if one.where.startswith(name)]
    near = [one for one in near if 0 <= line - int(one.where.rpartition(":")[2]) < 30]
    # Or a fact: the rules that rest on it are named, and it by them.
    assert near or any(f"{Path(name).stem}#" in one.message for one in found)


def test_each_deadline_with_a_number_is_among_them(library: Library) -> None:
    rules = {line for name, line, _ in MUTANTS if name == "data/rules/deadlines.yml"}
    lines = (ROOT / "data/rules/deadlines.yml").read_text(encoding="utf-8").splitlines()
    for one in library.rules.deadlines.deadlines:
        if number_of(one):
            begin = lines.index(f"  - key: {one.key}")
            assert [line for line in rules if begin < line < begin + 12], one.key
            assert f"{{{one.key}}}" in "".join(lines[begin : begin + 12]), one.key


PLAN_NUMBER = re.compile(r"(?<=      limit: )(?:[0-9]{1,2}|03-31)$|(?<=超过)[0-9]+(?=日|小时|个月)")


def test_a_limit_of_a_plan_rule_that_is_changed_alone_is_named(
    library: Library, tmp_path: Path
) -> None:
    name = "data/rules/plan-checks.yml"
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    (tmp_path / "data/rules").mkdir(parents=True)
    moved = replace(library, root=tmp_path)
    tried = 0
    for number, line in enumerate(lines):
        timed = any(f"unit: {one}" in "".join(lines[number - 3 : number]) for one in TIMED)
        for found in PLAN_NUMBER.finditer(line):
            if "limit:" not in line or timed:
                other = "03-30" if found[0] == "03-31" else str(int(found[0]) + 1)
                new = line[: found.start()] + other + line[found.end() :]
                text = "\n".join([*lines[:number], new, *lines[number + 1 :]])
                (tmp_path / name).write_text(text, encoding="utf-8")
                assert [one.where.partition(":")[0] for one in problems(moved)][:1] == [name], new
                tried += 1
    assert tried >= 10


TIMED = ("day", "hour", "month", "date")


def test_each_contradiction_is_said_as_it_is(library: Library) -> None:
    """``length: 20`` with 30日 written in its words; the fact at 20 and the rule at 30."""
    text = (ROOT / "data/rules/deadlines.yml").read_text(encoding="utf-8")
    rule = text.replace("    length: 30\n", "    length: 20\n", 1)
    rule = rule.replace("受理申请后{decision}内", "受理申请后30日内")
    messages = [str(one) for one in problems(changed(library, "data/rules/deadlines.yml", rule))]
    line = text[: text.index("  - key: decision")].count("\n") + 1
    assert (
        f"data/rules/deadlines.yml:{line}: 期限 decision 的 period 写的是30日，计算用的是20日；"
        "请改成一样"
    ) in messages
    fact = (ROOT / "data/facts/measures-2026.yml").read_text(encoding="utf-8")
    fact = fact.replace("在受理申请后30日内作出", "在受理申请后20日内作出")
    messages = [
        str(one) for one in problems(changed(library, "data/facts/measures-2026.yml", fact))
    ]
    assert (
        f"data/rules/deadlines.yml:{line}: 写的是30日，measures-2026#art-16-days 写的是20日；"
        "请改成一样"
    ) in messages


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("受理申请后30日内", {("natural_day", 30)}),
        ("受理申请后三十日内", {("natural_day", 30)}),
        ("3个工作日、三个工作日和10个自然日", {("working_day", 3), ("natural_day", 10)}),
        ("一般在72小时内，七十二小时", {("hour", 72)}),
        ("任期不超过5年", {("month", 60)}),
        ("间隔一般不超过12个月", {("month", 12)}),
        ("每年3月31日前，三月三十一日", {("date", 331)}),
        ("2026年4月2日，2026年，二〇二六年，上一年度，第三日", {("date", 402)}),
    ],
)
def test_periods_are_read_as_texts_write_them(text: str, wanted: set[tuple[str, int]]) -> None:
    assert periods(text) == wanted


def test_a_period_in_a_verdict_rests_on_something(library: Library) -> None:
    text = (ROOT / "data/rules/decision.yml").read_text(encoding="utf-8")
    bare = re.sub(r"(text: '受理后\{decision\}内决定，可延长'), .*\}", r"\1}", text)
    assert bare != text
    with pytest.raises(ProblemsFound, match="“受理后30日内决定，可延长”写了期限，须写 basis"):
        changed(library, "data/rules/decision.yml", bare)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "先按{tracking-listed}安排（",
            "先按9个月安排（",
            "建议的是9个月，计算用的是6个月、12个月；请改成一样",
        ),
        (
            "一般不超过{tracking}', ",
            "一般不超过6个月', ",
            "写的是6个月，计算用的是12个月；请改成一样",
        ),
    ],
)
def test_a_number_of_advice_and_of_a_verdict_is_the_one_that_is_counted(
    library: Library, old: str, new: str, said: str
) -> None:
    text = (ROOT / "data/rules/decision.yml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    found = problems(changed(library, "data/rules/decision.yml", text.replace(old, new)))
    assert said in [one.message for one in found]


@pytest.mark.parametrize(
    ("key", "fact", "length", "words"),
    [
        ("appeal", "measures-2026#art-16-appeal-days", 5, "5个工作日"),
        ("re-decision", "measures-2026#art-16-redecision-days", 10, "10个工作日"),
        ("re-review-answer", "measures-2026#art-23-days", 20, "20日"),
        ("committee-registration", "general-measures-2023#art-43-days", 15, "15日"),
    ],
)
def test_a_rightful_change_is_one_length_and_the_fact_that_says_it(
    changed_length: Callable[..., Library], key: str, fact: str, length: int, words: str
) -> None:
    """Deadlines, duties, roles, verdicts and the comparison then agree without another edit."""
    made = changed_length(key, length, fact, words)
    duties = [one for one in made.rules.obligations.obligations if one.deadline == key]
    assert duties
    assert all(words in one.what for one in duties)
    assert words in made.rules.deadlines[key].period
    left = [one.where for one in problems(made)]
    assert [one for one in left if not one.startswith(("data/facts/", PLAN_RULES))] == []
