"""``lawbook case letter`` and ``read``: what a letter asks for, and what it lacks."""

import json
from pathlib import Path

import yaml
from caseletters import LATER, Run, edited

from lawbook.library.library import Library


def test_a_letter_as_yaml_asks_for_every_field_and_what_is_unclean_changes_nothing(
    say: Run, library: Library, application: Path, tmp_path: Path
) -> None:
    cases = tmp_path / "cases"
    say("open", application, "-o", cases, "--today", "2026-12-01")
    case, letter = cases / "2026-001.yml", tmp_path / "受理.yml"
    say("letter", "accept", case, "-o", letter, "--today", "2026-12-03")
    text = letter.read_text(encoding="utf-8")
    asked = [f for _, f in library.forms["review-acceptance"].fields if not f.computed]
    assert [f"  {f.key}:" in text for f in asked] == [True] * len(asked)
    assert "  procedure:  # 审查程序；general 一般程序、simple 简易程序、emergency 应急程序" in text
    before = case.read_bytes()
    done = say("read", letter, case, *LATER)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "受理通知书没有记入，案件没有变：有 4 处必改，改好后再记" in done.stderr
    assert "信中“文书编号”的位置空着" in done.stderr
    assert case.read_bytes() == before


def test_each_member_signs_a_pledge_and_the_committee_registers(
    say: Run, library: Library, root: Path, tmp_path: Path
) -> None:
    tree = yaml.safe_load((root / "data/examples/cases/2026-004.yml").read_text(encoding="utf-8"))
    case = tmp_path / "2026-004.yml"

    def until(count: int) -> None:
        kept = tree | {"entries": tree["entries"][:count]}
        case.write_text(yaml.safe_dump(kept, allow_unicode=True), encoding="utf-8")

    until(4)
    for name in ("程举例", "温样本"):
        draft = tmp_path / f"{name}.yml"
        assert say("letter", "pledge", case, "-o", draft).exit_code == 0
        more = {"name": name, "unit": "望汐大学（虚构）", "role": "member", "relation": "none"}
        done = say("read", edited(library, draft, **more, day="2027-01-20"), case, *LATER)
        assert (done.exit_code, done.stderr) == (0, "2026-004：审查中；下一步写审查会议记录\n")
    again = say("read", tmp_path / "温样本.docx", case, *LATER)
    assert (again.exit_code, "没有改动" in again.stderr) == (2, True)
    papers = [one.get("paper") for one in yaml.safe_load(case.read_text("utf-8"))["entries"]]
    assert papers.count("review-pledge") == 2

    until(10)
    sheet = tmp_path / "登记.yml"
    assert say("letter", "committee-registration", case, "-o", sheet).exit_code == 0
    told = yaml.safe_load(sheet.read_text(encoding="utf-8"))["answers"]
    assert told["committee"] == "望汐大学人工智能科技伦理委员会（虚构）"
    assert len(told["members"]) == 7


def test_what_an_application_lacks_comes_first(
    say: Run, library: Library, root: Path, tmp_path: Path
) -> None:
    tree = yaml.safe_load((root / "data/examples/cases/2026-003.yml").read_text(encoding="utf-8"))
    answers = tree["entries"][0]["answers"]
    del answers["emergency"]
    given = tmp_path / "申请书.yml"
    text = {"form": "review-application", "answers": answers}
    given.write_text(yaml.safe_dump(text, allow_unicode=True), encoding="utf-8")
    day = ("--today", "2026-12-20")
    late = say("open", given, "-o", tmp_path / "cases", "--received", "2026-12-21", *day)
    assert (late.exit_code, "晚于今天 2026-12-20" in late.stderr) == (2, True)
    done = say("open", given, "-o", tmp_path / "cases", "--received", "2026-12-15", *day)
    assert "下一步写补正材料告知书" in done.stderr
    (case,) = (tmp_path / "cases").iterdir()
    rows = json.loads(say("list", case, "--format", "json", *day).stdout)
    assert rows[0]["下一步"] == "写补正材料告知书"
    found = say("check", case)
    assert (found.exit_code, "1 栏必改" in found.stdout) == (0, True)
    letter = tmp_path / "受理.yml"
    say("letter", "accept", case, "-o", letter, *day)
    more = {"number": "一号", "procedure": "general", "way": "meeting", "contact": "沈示意，0000"}
    read = say("read", edited(library, letter, **more), case, *day)
    assert (read.exit_code, "没有告知补正" in read.stderr) == (0, True)
