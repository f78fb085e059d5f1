"""``lawbook case …``: one case from its application to tracking, in Word files."""

import json
import re
import zipfile
from pathlib import Path

import yaml
from caseletters import LATER, Run, edited

from lawbook import word
from lawbook.library.library import Library


def test_a_case_goes_from_word_file_to_word_file(
    say: Run, library: Library, application: Path, tmp_path: Path
) -> None:
    cases = tmp_path / "cases"
    done = say("open", application, "-o", cases, "--today", "2026-12-01")
    assert done.exit_code == 0
    assert "2026-001  慢性病随访对话助手研发：已登记，收到日期 2026-12-01" in done.stderr
    case = cases / "2026-001.yml"
    letter = tmp_path / "受理.yml"
    done = say("letter", "accept", case, "-o", letter, "--today", "2026-12-03")
    assert "还要写：文书编号、审查程序、审查形式、联系人和电话" in done.stderr
    more = {"number": "云伦受〔2026〕1号", "procedure": "general", "way": "meeting"}
    docx = edited(library, letter, **more, contact="沈示意，0000-00000000")
    done = say("read", docx, case, "--today", "2026-12-03")
    assert (done.exit_code, done.stderr) == (0, "2026-001：审查中；下一步写审查会议记录\n")
    again = say("read", docx, case)
    assert again.exit_code == 2
    assert "已经在案件 2026-001 中，没有改动" in again.stderr
    rows = json.loads(say("list", cases, "--format", "json", "--today", "2026-12-20").stdout)
    assert [(row["状态"], row["到期"], row["最后一日"]) for row in rows] == [
        ("审查中", "剩13天", "2027-01-02")
    ]
    assert say("record", "extended", case, "until=2027-01-20").exit_code == 2
    words = ("until=2027-01-20", "reason=补充材料", "--day", "2026-12-21", "--today", "2026-12-21")
    assert say("record", "延长审查期限", case, *words).exit_code == 0
    rows = json.loads(say("list", cases, "--format", "json", "--today", "2026-12-20").stdout)
    assert rows[0]["期限"] == "作出审查决定（已延长）"
    assert say("check", cases).exit_code == 0


def test_nothing_is_opened_twice_and_nothing_is_overwritten(
    say: Run, application: Path, tmp_path: Path
) -> None:
    cases = tmp_path / "cases"
    say("open", application, "-o", cases, "--today", "2026-12-01")
    before = (cases / "2026-001.yml").read_bytes()
    again = say("open", application, "-o", cases, "--today", "2026-12-02")
    assert again.exit_code == 2
    assert "已经登记为 2026-001，没有再建案" in again.stderr
    assert [path.name for path in cases.iterdir()] == ["2026-001.yml"]
    assert (cases / "2026-001.yml").read_bytes() == before
    letter = tmp_path / "a.docx"
    assert say("letter", "accept", cases / "2026-001.yml", "-o", letter).exit_code == 0
    written = zipfile.ZipFile(letter).read("word/document.xml").decode()
    assert "（文书编号）" in written  # what is still to be written shows
    refused = say("read", letter, cases / "2026-001.yml", *LATER).stderr
    assert "信中“文书编号”的位置空着" in refused
    assert say("letter", "accept", cases / "2026-001.yml", "-o", letter).exit_code == 2


def test_foreign_files_open_no_case(say: Run, library: Library, tmp_path: Path) -> None:
    form = library.forms["pilot-plan"]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "方案.docx").write_bytes(word.blank(form))
    (tmp_path / "in" / "乱.docx").write_bytes(b"PK\x03\x04 no zip at all")
    (tmp_path / "in" / "别.yml").write_text("form: pilot-plan\nanswers: {}\n", encoding="utf-8")
    done = say("open", tmp_path / "in", "-o", tmp_path / "cases")
    assert done.exit_code == 2
    assert not (tmp_path / "cases").exists()
    for name in ("方案.docx", "乱.docx", "别.yml"):
        (line,) = [one for one in done.stderr.splitlines() if name in one]
        assert "Traceback" not in line
    assert done.stdout == ""


def test_what_cannot_be_is_said_in_a_sentence(say: Run, application: Path, tmp_path: Path) -> None:
    cases = tmp_path / "cases"
    say("open", application, "-o", cases, "--today", "2026-12-01")
    case = cases / "2026-001.yml"
    before = case.read_bytes()
    said = {
        ("letter", "decision", case, "-o", tmp_path / "d.docx"): "案件“待受理”，审查决定书要在",
        ("letter", "verdict", case, "-o", tmp_path / "d.docx"): "没有文书“verdict”",
        ("record", "registered", case): "案件“待受理”时不能有完成清单活动登记",
        ("record", "served", case, "--day", "昨天"): "“昨天”不能用作日期；请写成 2026-12-01",
        ("record", "served", case, "--day", "2100-01-01"): "，年份在 2000 至 2099 之间",
        ("read", application, case): "已经在案件",
        ("letter", "accept", cases, "-o", tmp_path / "d.docx"): "这里是文件夹",
        (
            "list",
            application,
        ): "不是案件文件（.yml、.yaml、.json）；登记申请书请用 lawbook case open",
    }
    for words, message in said.items():
        done = say(*words)
        assert (done.exit_code, message in done.stderr) == (2, True), (words, done.stderr)
    assert case.read_bytes() == before
    assert not (tmp_path / "d.docx").exists()


def test_the_register_is_written_as_its_name_says(say: Run, root: Path, tmp_path: Path) -> None:
    cases = root / "data" / "examples" / "cases"
    book = tmp_path / "台账.xlsx"
    done = say("list", cases, "-o", book, "--today", "2027-02-01")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", f"写好 {book}：3 件\n")
    assert (
        book.read_bytes()
        == say("list", cases, "--format", "xlsx", "--today", "2027-02-01").stdout_bytes
    )
    again = say("list", cases, "-o", book)
    assert (again.exit_code, "已经有这个文件" in again.stderr) == (2, True)
    odd = say("list", cases, "-o", tmp_path / "台账.txt")
    assert (odd.exit_code, "请以 .csv、.xlsx、.json、.ics 结尾" in odd.stderr) == (2, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["台账.xlsx"]


def test_the_yearly_report_begins_with_what_the_cases_know(
    say: Run, library: Library, root: Path, tmp_path: Path
) -> None:
    from lawbook.word.read.readback import read

    cases = root / "data" / "examples" / "cases"
    report = tmp_path / "年度.docx"
    done = say("year", cases, "--year", "2027", "-o", report, "--today", "2028-01-10")
    assert done.exit_code == 0
    assert "2027年度：3 件案件，收到申请 2 件" in done.stderr
    assert "还要写：报告单位、组成变化、制度、暂停、投诉举报、问题、报告日期" in done.stderr
    back = read(library.forms, report.read_bytes(), "年度.docx").answers
    assert (back.text("median"), back.text("late")) == ("33", "1")
    early = ("--year", "2027", "-o", tmp_path / "b.docx", "--today", "2026-12-31")
    assert "2027年度还没有开始" in say("year", cases, *early).stderr
    assert say("year", cases, "--year", "20", "-o", tmp_path / "b.docx").exit_code == 2


def test_the_help_names_every_paper_that_a_committee_writes(say: Run, library: Library) -> None:
    told = re.split("[ \\n、：。]+", say("letter", "--help").stdout)
    written = (one for one in library.rules.cases.papers if one.audience != "received")
    assert [one.called for one in written if one.called not in told] == []


def test_the_help_names_every_event_and_what_is_written_with_it(say: Run, library: Library) -> None:
    told = re.split("[ \\n；]+", say("record", "--help").stdout)
    for event in library.rules.cases.events:
        assert event.called in told
        assert event.label in told
    assert "organiser=收到申请的单位" in told


def test_the_list_says_what_has_to_be_mended_first(say: Run, root: Path, tmp_path: Path) -> None:
    tree = yaml.safe_load((root / "data/examples/cases/2026-004.yml").read_text(encoding="utf-8"))
    minutes = tree["entries"][4]
    minutes["answers"]["members"] = minutes["answers"]["members"][:4]
    case = tmp_path / "2026-004.yml"
    text = yaml.safe_dump(tree | {"entries": tree["entries"][:5]}, allow_unicode=True)
    case.write_text(text, encoding="utf-8")
    (line,) = json.loads(say("list", case, "--format", "json").stdout)
    assert line["下一步"] == (
        "审查会议记录还有 1 处必改，不能据此写初步审查意见："
        "审查会议记录：一、到会「委员」：到会委员只有4人，少于5人"
    )
    done = say("letter", "opinion", case, "-o", tmp_path / "意见.docx")
    assert (done.exit_code, "少于5人；先改正审查会议记录" in done.stderr) == (1, True)
    assert not (tmp_path / "意见.docx").exists()


def test_an_event_before_what_it_follows_is_refused_and_one_left_open_is_completed(
    say: Run, root: Path, tmp_path: Path
) -> None:
    tree = yaml.safe_load((root / "data/examples/cases/2026-004.yml").read_text(encoding="utf-8"))
    case = tmp_path / "2026-004.yml"
    kept = tree | {"entries": tree["entries"][:10]}
    case.write_text(yaml.safe_dump(kept, allow_unicode=True), encoding="utf-8")
    before = case.read_bytes()
    done = say("record", "served", case, "--day", "2027-03-02", *LATER)
    assert (done.exit_code, case.read_bytes()) == (1, before)
    assert "早于它接着的“审查决定书”（2027年3月3日）" in done.stderr
    assert say("record", "registered", case, *LATER, "--day", "2027-03-18").exit_code == 0
    done = say("record", "registered", case, "number=从略")
    assert (done.exit_code, "完成清单活动登记补写了从略，日期不变" in done.stderr) == (0, True)
    (event,) = [
        one
        for one in yaml.safe_load(case.read_text("utf-8"))["entries"]
        if one.get("event") == "registered"
    ]
    assert event == {"event": "registered", "day": "2027-03-18", "said": {"number": "从略"}}
    again = say("record", "registered", case, "number=另一个")
    assert (again.exit_code, "不能有完成清单活动登记" in again.stderr) == (2, True)


def test_a_folder_that_is_not_there_is_named(say: Run, tmp_path: Path) -> None:
    done = say("list", tmp_path / "没有")
    assert (done.exit_code, "没有这个文件夹或者文件" in done.stderr) == (2, True)
