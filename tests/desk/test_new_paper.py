"""A new kind of document is YAML alone: Word, read back, check, schema, desk; page as command."""

from __future__ import annotations

import datetime
import io
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from click.testing import Result
from page_scripts import asked, scripts_of

from lawbook import word
from lawbook.base import yamlfile
from lawbook.desk import papers, taking
from lawbook.desk.case import Case, Entry, case_file, case_tree, read_case
from lawbook.desk.findings import case_findings
from lawbook.desk.standing import done, offered, standing
from lawbook.forms.answer_file import answer_file, tree_of
from lawbook.forms.answers import Answers
from lawbook.forms.computed import computed
from lawbook.forms.values import Chosen
from lawbook.library.library import Library
from lawbook.library.loading import load
from lawbook.word.read.readback import read
from new_paper import KEY, put_into

TODAY = datetime.date(2026, 12, 20)
ROWS = (("算法", "已核", "2026-12-18"), ("数据", "已核", "2026年12月19日"), ("人员", "未核", ""))


@pytest.fixture(scope="module")
def copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("paper") / "project"
    for name in ("data", "content", "templates"):
        shutil.copytree(root / name, made / name)
    shutil.copy(root / "mkdocs.yml", made / "mkdocs.yml")
    put_into(made)
    return made


@pytest.fixture(scope="module")
def new(copy: Path) -> Library:
    return load(copy)


@pytest.fixture(scope="module")
def page(new: Library) -> str:
    return scripts_of(new)


@pytest.fixture(scope="module")
def case(new: Library, root: Path) -> Case:
    whole = read_case(new, yamlfile.read(root / "data/examples/cases/2026-003.yml"))
    return replace(whole, entries=whole.entries[:2])


@pytest.fixture(scope="module")
def letter(new: Library, case: Case) -> Answers:
    """The letter as the desk begins it, filled."""
    act = new.rules.cases.acts[KEY]
    begun = papers.begun(new, case, act, TODAY)
    assert sorted(begun.values) == ["accepted", "applicant", "committee", "day"]
    more = {"way": (Chosen("onsite"),), "place": "虚构楼", "items": ROWS}
    return replace(begun, values=MappingProxyType({**begun.values, **more}))


def test_it_is_printed_read_back_and_alike_on_the_page(
    new: Library, letter: Answers, page: str
) -> None:
    form = new.forms[KEY]
    assert computed(form, letter.values) == {"due": datetime.date(2027, 1, 16)}
    online = replace(letter, values=MappingProxyType({**letter.values, "way": (Chosen("online"),)}))
    for answers, is_there in ((letter, True), (online, False)):
        data = word.fill(form, answers)
        text = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
        assert ("核查地点" in text) is is_there
        assert "2027年1月16日" in text
    data = word.fill(form, letter)
    assert dict(read(new.forms, data, "告知书.docx", KEY).answers.values) == dict(letter.values)
    program = "const made = Cases.reading(forms(given[0].form), given[0]).answers;"
    program += "return Buffer.from(Cases.fill(forms(given[0].form), made)).toString('hex');"
    tree = {"form": KEY, "mark": letter.mark, "answers": tree_of(form, letter)}
    assert bytes.fromhex(asked(page, program, [tree])) == data


def test_its_rules_over_rows_and_its_place_in_a_case_hold_on_both(
    new: Library, case: Case, letter: Answers, page: str
) -> None:
    act = new.rules.cases.acts[KEY]
    now = standing(new, case)
    assert act in offered(new, now, now.state)
    entry = taking.taken(new, case, letter, TODAY)
    written = standing(new, case.with_entry(entry))
    assert done(written, act) is entry and act not in offered(new, written, written.state)
    rows = (("算法", "已核", "2026-12-21"), *ROWS[2:])
    wrong = replace(letter, values=MappingProxyType({**letter.values, "items": rows}))
    with pytest.raises(taking.Unclean) as told:
        taking.taken(new, case, wrong, TODAY)
    said = [problem.message for problem in told.value.problems]
    assert [one for one in said if "已核的事项只有1项，少于2项" in one]
    assert [one for one in said if "核查日期2026年12月21日晚于成文日期2026年12月20日" in one]
    assert [one for one in said if "核查事项第1行的核查日期" in one and "还没有到的日期" in one]
    made = case.with_entry(Entry(act, TODAY, wrong))
    program = f"const act = Cases.actsOf(book.flow).get('{KEY}');"
    program += "const [tree, entry, today] = given; const now = Cases.standing(book.flow, tree);"
    program += "const begun = Cases.begun(book, forms, tree, act, today);"
    program += "return [Cases.answerTree(forms(act.key), begun, '').answers,"
    program += "Cases.admitted(book, forms, tree, entry, [], today),"
    program += "Cases.offered(book, now, now.state).map((one) => one.key)];"
    days = (TODAY - datetime.date(1970, 1, 1)).days
    given = [case_tree(new, case), case_tree(new, made)["entries"][-1], days]
    begun = papers.begun(new, case, act, TODAY)
    assert asked(page, program, given) == [
        tree_of(new.forms[KEY], begun),
        said,
        [one.key for one in offered(new, now, now.state)],
    ]
    assert [one for one in case_findings(new, case.with_entry(entry)) if not one.advice] == []


@pytest.fixture
def run_there(
    run: Callable[..., Result], copy: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Result]:
    monkeypatch.chdir(copy)
    return run


def test_the_command_writes_and_takes_it(
    new: Library, case: Case, letter: Answers, tmp_path: Path, run_there: Callable[..., Result]
) -> None:
    run = run_there
    file, paper = tmp_path / "2026-003.yml", tmp_path / "visit.docx"
    file.write_text(case_file(new, case), encoding="utf-8")
    told = run("case", "letter", "visit", file, "-o", tmp_path / "visit.yml")
    assert "现场核查告知书：带入 4 栏" in told.output
    paper.write_bytes(word.fill(new.forms[KEY], letter))
    told = run("form", "check", paper)
    assert told.exit_code == 0, told.output
    told = run("case", "read", paper, file, "--today", TODAY.isoformat())
    assert told.exit_code == 0, told.output
    assert read_case(new, yamlfile.read(file)).entries[-1].act.key == KEY
    assert answer_file(new.forms[KEY], letter).startswith("form: site-check")


# The yearly report counts what the papers of a case say: it is a program of its own, and its twin.
COUNTING = {"scripts/lawbook/desk/year.py", "content/assets/cases/year.js"}


def test_no_other_program_knows_a_form_by_its_key(library: Library, root: Path) -> None:
    keys = "|".join(map(re.escape, library.forms))
    pattern = re.compile(rf"""["'`#/=]({keys})(?![a-z-])""")
    files = [*(root / "scripts").rglob("*.py"), *(root / "content/assets").rglob("*.*s")]
    assert len(files) > 300
    named = {
        (file.relative_to(root).as_posix(), found)
        for file in files
        for line in file.read_text(encoding="utf-8").splitlines()
        for found in pattern.findall(line)
        if not line.startswith("//")
    }
    assert {one for one in named if one[0] not in COUNTING} == set()
