"""The page counts as the command line does: states, days, next papers and findings alike."""

import datetime
import io
import json
import random
import zipfile
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from made_cases import changed, made
from page_scripts import asked
from seeded_cases import Seeds

from lawbook.base import tables, yamlfile
from lawbook.base.problem import ProblemsFound
from lawbook.desk import papers
from lawbook.desk.calendar import calendar
from lawbook.desk.case import Case, case_tree, read_case
from lawbook.desk.findings import case_findings
from lawbook.desk.folder import KIND, cases_of
from lawbook.desk.register import HEADER, WIDTHS, cells, register
from lawbook.desk.standing import standing
from lawbook.desk.taking import admit
from lawbook.desk.year import FORM, year_report
from lawbook.forms.answer_file import tree_of
from lawbook.library.library import Library
from lawbook.word.workbook import workbook
from params import deep

TODAY = datetime.date(2026, 12, 16)
FEW, MANY = 30, 100  # made cases


@pytest.fixture(scope="module", params=[FEW, deep(MANY)])
def some(library: Library, root: Path, request: pytest.FixtureRequest) -> list[Case]:
    """The examples, cases with and without slips, and made ones."""
    examples = sorted((root / "data" / "examples" / "cases").glob("*.yml"))
    told = [read_case(library, yamlfile.read(path)) for path in examples]
    seeds = Seeds(library.rules.cases)
    sown = (yamlfile.parse(one.text, one.name) for one in (*seeds.clean(), *seeds.faulty()))
    told += [read_case(library, file) for file in sown]
    return [*told, *(made(library, number) for number in range(1, request.param + 1))]


def test_the_register_is_the_same(library: Library, some: list[Case], page: str) -> None:
    program = (
        "return Cases.register(book, given[0], given[1]).map((one) => Cases.cells(book, one));"
    )
    day = (TODAY - datetime.date(1970, 1, 1)).days
    said = asked(page, program, [[case_tree(library, case) for case in some], day])
    wanted = [list(cells(library, row)) for row in register(library, some, TODAY)]
    assert said == wanted


def evil(case: Case) -> Case:
    """A new case with an activity whose name spreadsheets, calendars and XML could misread."""
    first = case.entries[0]
    assert first.answers
    name = '=HYPERLINK("http://x"), <b>&\n;\\ 𠮷' + "长" * 60
    values = {**first.answers.values, "activity_name": name}
    made_ = replace(first, answers=replace(first.answers, values=MappingProxyType(values)))
    return replace(case, number=f"{case.number}-坏", entries=(made_,))


def test_what_is_taken_away_is_the_same_byte_for_byte(
    library: Library, some: list[Case], page: str
) -> None:
    some = [*some, *(evil(case) for case in some[:20])]
    told = "const rows = Cases.register(book, given[0], given[1]);"
    told += "const tool = { data: book, root: '' };"
    told += "const hex = (made) => Buffer.from(made).toString('hex');"
    told += "return [hex(Cases.workbook(book, rows)), hex(Cases.table(book, rows)),"
    told += "hex(Cases.calendar(tool, rows, new Date(given[2])))];"
    day = (TODAY - datetime.date(1970, 1, 1)).days
    moment = datetime.datetime(2026, 12, 16, 1, 2, 3, tzinfo=datetime.UTC)
    given = [[case_tree(library, case) for case in some], day, moment.isoformat()]
    said = [bytes.fromhex(one) for one in asked(page, told, given)]
    rows = register(library, some, TODAY)
    lines = [cells(library, row) for row in rows]
    book = workbook("案件台账", (HEADER, *lines), WIDTHS)
    assert said == [
        book, tables.as_csv(HEADER, lines), calendar(library, rows, moment).encode(),
    ]  # fmt: skip
    sheet = zipfile.ZipFile(io.BytesIO(book)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet  # what looks like a formula is a text
    assert "=HYPERLINK(&quot;http://x&quot;), &lt;b&gt;&amp;" in sheet


DAYS = {"2027-13-05": "2027-13-05", "2027-03-05": "2027年3月5日", "1999-12-31": "1999年12月31日"}


def with_committee(case: Case, words: str) -> Case:
    """The case with other words for the committee in its minutes: what looks like a day, say."""
    entries = [
        changed(entry, committee=words) if entry.act.key == "review-minutes" else entry
        for entry in case.entries
    ]
    return replace(case, entries=tuple(entries))


def test_the_findings_are_the_same(library: Library, some: list[Case], page: str) -> None:
    program = (
        "return given.map((tree) => Cases.caseFindings(book, forms, tree)"
        ".map((one) => [one.where, one.reason, one.remedy, one.advice]));"
    )
    some = [*some, *(with_committee(some[0], words) for words in DAYS)]
    said = asked(page, program, [case_tree(library, case) for case in some])
    wanted = [
        [[one.where, one.reason, one.remedy, one.advice] for one in case_findings(library, case)]
        for case in some
    ]
    assert said == wanted
    for words, found in zip(DAYS.values(), wanted[-len(DAYS) :], strict=True):
        assert any(f"“审查机构名称”写的是“{words}”" in reason for _, reason, _, _ in found)
    assert sum(map(len, wanted)) > 50


def test_what_is_refused_is_the_same(library: Library, some: list[Case], page: str) -> None:
    """Each entry of cases with slips, tried as if it came now."""
    given, wanted = [], []
    for case in random.Random(5).sample(some[:-FEW], 12):
        for number in range(1, len(case.entries)):
            before, entry = replace(case, entries=case.entries[:number]), case.entries[number]
            given.append([case_tree(library, before), case_tree(library, case)["entries"][number]])
            try:
                admit(library, before, entry)
                wanted.append([])
            except ProblemsFound as found:
                wanted.append([one.message for one in found.problems])
    program = "return given.map(([tree, entry]) => Cases.admitted(book, forms, tree, entry));"
    assert asked(page, program, given) == wanted
    assert sum(map(bool, wanted)) > 4


def test_who_is_of_the_committee_is_not_named_either(
    library: Library, root: Path, page: str
) -> None:
    case = read_case(library, yamlfile.read(root / "data/examples/cases/2026-003.yml"))
    tree = case_tree(library, case)
    tree["entries"][3]["answers"]["reason"] = "倪委员：收集的信息过多"
    program = "return given[1].map((some) => Cases.caseFindings(book, forms, given[0], some)"
    program += ".map((one) => one.reason));"
    said = asked(page, program, [tree, [[], ["倪拟名"]]])
    assert said == [
        [],
        ["发申请人的「审查决定书」的“主要理由”写了“倪委员”：参加审查、复核的人不写给申请人"],
    ]
    folder = {"kind": KIND, "members": [{"name": "倪拟名"}], "cases": [tree]}
    text = json.dumps(folder, ensure_ascii=False)
    (held,) = cases_of(library, yamlfile.parse(text, "folder.json"))
    found = case_findings(library, held)
    assert [one.reason for one in found] == said[1]


def test_the_next_papers_are_the_same(library: Library, some: list[Case], page: str) -> None:
    few = random.Random(4).sample(some, 90)
    given, wanted = [], []
    for case in few:
        for key in standing(library, case).state.offers:
            if key in library.forms:
                act = library.rules.cases.acts[key]
                given.append([case_tree(library, case), key])
                try:
                    made_ = papers.begun(library, case, act, TODAY)
                    wanted.append(tree_of(library.forms[key], made_))
                except ProblemsFound:
                    wanted.append(None)
    day = (TODAY - datetime.date(1970, 1, 1)).days
    program = (
        "return given.map(([tree, key]) => { const act = Cases.actsOf(book.flow).get(key);"
        "const now = Cases.standing(book.flow, tree);"
        "if (Cases.barred(book, forms, now, act)) return null;"
        f"const answers = Cases.begun(book, forms, tree, act, {day});"
        "return Cases.answerTree(forms(key), answers, '').answers; });"
    )
    assert asked(page, program, given) == wanted
    assert len(wanted) > 40


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_the_yearly_report_is_the_same(
    library: Library, some: list[Case], page: str, year: int
) -> None:
    program = f"const form = forms('{FORM}');"
    program += "const answers = Cases.yearAnswers(form, Cases.counted(book, given[0], given[1]));"
    program += "return [Cases.answerTree(form, answers, '').answers, answers.mark];"
    said = asked(page, program, [[case_tree(library, case) for case in some], year])
    report = year_report(library, some, year)
    assert said == [tree_of(library.forms[FORM], report), report.mark]


def test_each_number_of_a_year_names_its_cases(
    library: Library, some: list[Case], page: str
) -> None:
    program = "return Cases.counted(book, given, 2026).counts;"
    counts = asked(page, program, [case_tree(library, case) for case in some])
    known = {case.number for case in some}
    assert len(counts["received"]["of"]) == counts["received"]["sum"] > 50
    for key, count in counts.items():
        assert set(count["of"]) <= known, key
        assert len(count["of"]) <= count["sum"], key


def test_what_was_found_without_the_citations_is_asked_again(
    library: Library, root: Path, page: str
) -> None:
    case = read_case(library, yamlfile.read(root / "data/examples/cases/2026-003.yml"))
    program = """const form = forms('review-application'); const { cites } = form.data;
    const [entry] = given.entries; const lacks = Cases.lacksOf(forms); const said = [];
    for (const [name, leader] of [['not/here', '甲'], ['not/here', ''], [null, '乙'], [null, '']]) {
      Object.assign(entry.answers, { leader, promise_signer: leader });
      form.data.cites = name;
      said.push(lacks(entry).length > 0);
    }
    form.data.cites = cites;
    return [said, book.checked === null || book.checked === undefined];"""
    said = asked(page, program, case_tree(library, case))
    assert said == [[False, True, False, False], True]


@pytest.mark.parametrize(
    ("event", "changed", "wanted"),
    [
        ("", "甲", [True, "ahead"]),
        ("withdrawn", "甲", [False, "dropped"]),
        ("withdrawn", "", [True, "dropped"]),
    ],
)
def test_who_comes_again_after_the_end_has_a_case_of_its_own(
    library: Library, page: str, event: str, changed: str, wanted: list[object]
) -> None:
    case = made(library, 1)
    case = replace(case, entries=case.entries[:1])
    if event:
        act = library.rules.cases.acts[event]
        case = case.with_entry(replace(case.entries[0], act=act, answers=None))
    told = "const held = given[0], answers = { ...held.entries[0].answers, ...given[1] };"
    told += "const form = forms(held.entries[0].paper);"
    told += "const read = Cases.reading(form, { form: form.key, answers }).answers;"
    told += "const tree = Cases.answerTree(form, read, '').answers;"
    told += "const now = Cases.standing(book.flow, held), record = { now, state: now.state };"
    told += "const last = book.flow.steps[book.flow.steps.length - 1];"
    told += "return [Cases.isTaken(book.flow, form, held, tree),"
    told += "Cases.stepState(book, record, last)];"
    more = {"overview": changed} if changed else {}
    assert asked(page, told, [case_tree(library, case), more]) == wanted
