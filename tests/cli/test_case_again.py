"""An applicant who comes again once a case is closed has a case of its own."""

from pathlib import Path

import yaml
from caseletters import Run
from click.testing import Result

from lawbook.forms.answer_file import answer_file
from lawbook.forms.answers import reading
from lawbook.library.library import Library


def _letter(say: Run, case: Path, word: str, day: str, **more: object) -> Result:
    """A letter written from the case, completed and read into it."""
    place = case.parent.parent / f"{word}.yml"
    written = say("letter", word, case, "-o", place, "--today", day)
    assert written.exit_code == 0, written.stderr
    tree = yaml.safe_load(place.read_text(encoding="utf-8"))
    tree["answers"] |= more
    place.write_text(yaml.safe_dump(tree, allow_unicode=True), encoding="utf-8")
    return say("read", place, case, "--today", day)


def test_after_a_refusal_a_changed_application_is_a_new_case(
    say: Run, library: Library, tmp_path: Path
) -> None:
    form = library.forms["review-application"]
    answers = reading(form, library.examples["review-application-suifang"]).answers
    first, changed = tmp_path / "先.yml", tmp_path / "后.yml"
    first.write_text(answer_file(form, answers), encoding="utf-8")
    tree = yaml.safe_load(first.read_text(encoding="utf-8"))
    tree["answers"]["contact_phone"] = "13800000001"
    changed.write_text(yaml.safe_dump(tree, allow_unicode=True), encoding="utf-8")
    cases = tmp_path / "cases"
    case = cases / "2026-001.yml"
    again = ("-o", cases, "--today", "2026-12-11")
    assert say("open", first, "-o", cases, "--today", "2026-12-01").exit_code == 0
    assert "已经登记为 2026-001，没有再建案" in say("open", changed, *again).stderr
    tree["answers"]["activity_name"] = " ".join(tree["answers"]["activity_name"])
    parted = tmp_path / "分开.yml"
    parted.write_text(yaml.safe_dump(tree, allow_unicode=True), encoding="utf-8")
    assert "已经登记为 2026-001，没有再建案" in say("open", parted, *again).stderr
    ours = {"number": "云伦补〔2026〕1号", "contact": "沈示意，0000-00000000"}
    lacking = [{"material": "知情同意书", "lacking": "没有附上", "mend": "附上文本"}]
    told = _letter(say, case, "supplement", "2026-12-02", **ours, materials=lacking)
    assert "2026-001：待补正" in told.stderr, told.stderr
    why = {"number": "云伦不受〔2026〕1号", "reason": "告知补正以后，材料没有补齐。"}
    told = _letter(say, case, "refuse", "2026-12-10", **ours | why)
    assert "2026-001：不予受理" in told.stderr, told.stderr
    assert "已经登记为 2026-001，没有再建案" in say("open", first, *again).stderr
    opened = say("open", changed, *again)
    assert opened.exit_code == 0
    assert "2026-002  慢性病随访对话助手研发：已登记" in opened.stderr
    assert "同名的 2026-001 已经办结，这一件另编号" in opened.stderr
    assert "已经登记为 2026-002，没有再建案" in say("open", changed, *again).stderr
