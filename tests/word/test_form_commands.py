"""`lawbook form fill|read|check`: what people see, and the exit codes."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import hand_edits as hand
import pytest
from click.testing import Result
from lint import lint
from wordfile import edited, repacked

from lawbook import word
from lawbook.base import yamlfile
from lawbook.forms.answers import reading
from lawbook.library.library import Library
from lawbook.word import office

Run = Callable[..., Result]


@pytest.fixture
def plan(tmp_path: Path, files: dict[str, bytes]) -> Path:
    path = tmp_path / "方案.docx"
    path.write_bytes(files["pilot-plan-yunlan"])
    return path


@pytest.fixture
def spoilt(tmp_path: Path, files: dict[str, bytes]) -> Path:
    """A plan with a wrong number, a date that is none and a picture."""

    def edit(root: hand.Root) -> None:
        hand.write(root, "contact_mobile", "1380000")
        hand.write(root, "apply_date", "年底")

    path = tmp_path / "改.docx"
    path.write_bytes(edited(files["pilot-plan-yunlan"], edit))
    return path


def test_a_file_is_read_into_an_answer_file_that_fills_it_again(
    plan: Path, tmp_path: Path, run: Run, library: Library, files: dict[str, bytes]
) -> None:
    done = run("form", "read", plan, "-o", tmp_path / "out")
    assert done.exit_code == 0
    assert done.stderr == f"已生成 {tmp_path / 'out' / '方案.yml'}\n"
    form = library.forms["pilot-plan"]
    back = reading(form, yamlfile.read(tmp_path / "out" / "方案.yml"))
    assert (back.faults, back.findings) == ((), ())
    assert word.fill(form, back.answers) == files["pilot-plan-yunlan"]


def test_answers_are_shown_where_no_folder_is_named(plan: Path, run: Run) -> None:
    done = run("form", "read", plan)
    assert done.exit_code == 0
    assert done.stdout.startswith("form: pilot-plan\ntitle: 云澜市“")


def test_a_file_can_come_from_standard_input(plan: Path) -> None:
    from click.testing import CliRunner

    from lawbook.cli import main

    done = CliRunner().invoke(main, ["form", "read", "-"], input=plan.read_bytes())
    assert (done.exit_code, done.stderr) == (0, "")
    assert "city: 云澜市人民政府" in done.stdout


def test_what_could_not_be_read_is_named_and_leaves_with_1(spoilt: Path, run: Run) -> None:
    done = run("form", "read", spoilt)
    assert done.exit_code == 1
    assert done.stderr == f"{spoilt}: 「申报日期」“年底”不是完整的日期；请写成 2026年12月1日\n"


def test_a_check_says_place_reason_basis_and_remedy_at_once(spoilt: Path, run: Run) -> None:
    done = run("form", "check", spoilt)
    assert done.exit_code == 1
    first, second = done.stdout.splitlines()
    assert first == (
        f"{spoilt}: 必改｜封面「申报日期」｜“年底”不是完整的日期"
        "｜依据：《行动实施方案（模板）》第一部分第3栏｜改法：请写成 2026年12月1日"
    )
    assert '基本信息「联系人手机」｜"1380000" 不是 11 位手机号' in second
    assert done.stderr == f"{spoilt}: 必改 2 处，提醒 0 处\n"


def test_a_clean_plan_passes(plan: Path, run: Run) -> None:
    done = run("form", "check", plan)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == f"{plan}: 必改 0 处，提醒 0 处\n"


def test_an_answer_file_can_be_checked_too(root: Path, run: Run) -> None:
    file = root / "data" / "examples" / "pilot-plan-yunlan.yml"
    done = run("form", "check", file)
    assert (done.exit_code, done.stdout) == (0, "")


def test_answers_as_the_page_exports_them_can_be_checked_too(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "答案.json"
    file.write_text('{"form": "pilot-plan", "answers": {"city": "甲市"}}', encoding="utf-8")
    done = run("form", "check", file)
    assert done.exit_code == 1
    assert "必改｜封面「推荐单位」｜没有填写" in done.stdout


def test_what_was_carried_over_from_an_older_version_is_told(project: Path, run: Run) -> None:
    form = project / "data/forms/note.yml"
    text = form.read_text(encoding="utf-8")
    label = "        label: 联系人\n"
    assert text.count(label) == 1
    form.write_text(text.replace(label, f"{label}        formerly: [person]\n"), encoding="utf-8")
    answers = project / "答案.yml"
    told = f"提示：{answers}:3: “person”是「联系人」从前的名称，已按 contact 读入\n"
    answers.write_text("form: note\nanswers:\n  person: 甲\n  kind_of_work: first\n", "utf-8")
    done = run("--root", project, "form", "fill", "note", answers, "-o", project / "甲.docx")
    assert (done.exit_code, done.stderr.startswith(told)) == (0, True)
    assert run("--root", project, "form", "check", answers).stderr.startswith(told)


def test_findings_stand_as_comments_in_a_copy(
    spoilt: Path, tmp_path: Path, run: Run, validate: Callable[[Path], list[str]]
) -> None:
    before = spoilt.read_bytes()
    done = run("form", "check", spoilt, "--docx", "-o", tmp_path / "out")
    copy = tmp_path / "out" / "改-检查.docx"
    assert done.exit_code == 1
    assert spoilt.read_bytes() == before
    with zipfile.ZipFile(copy) as package:
        comments = package.read("word/comments.xml").decode()
        document = package.read("word/document.xml").decode()
    assert comments.count("<w:comment ") == document.count("<w:commentReference ") == 2
    for words in (
        "必改：封面「申报日期」“年底”不是完整的日期",
        "依据：《行动",
        "改法：请写成 2026",
    ):
        assert words in comments
    assert validate(copy) == []
    assert lint(copy.read_bytes()) == ()
    again = run("form", "check", copy, "--docx", "-o", tmp_path / "out")
    assert again.exit_code == 1
    with zipfile.ZipFile(tmp_path / "out" / "改-检查-检查.docx") as package:
        assert package.read("word/comments.xml").decode().count("<w:comment ") == 4


def test_a_folder_is_filled_read_and_checked_over_all_cores(
    root: Path, tmp_path: Path, run: Run
) -> None:
    source = root / "data" / "examples" / "pilot-plan-yunlan.yml"
    (tmp_path / "answers").mkdir()
    for number in range(9):
        shutil.copy(source, tmp_path / "answers" / f"plan-{number}.yml")
    filled = run("form", "fill", "pilot-plan", tmp_path / "answers", "-o", tmp_path / "out")
    assert filled.exit_code == 0
    assert len(list((tmp_path / "out").glob("*.docx"))) == 9
    done = run("form", "read", tmp_path / "out", "-o", tmp_path / "back")
    assert done.exit_code == 0
    assert len(list((tmp_path / "back").glob("*.yml"))) == 9
    assert run("form", "check", tmp_path / "out").exit_code == 0


def test_all_blank_forms_are_written_into_a_folder(
    tmp_path: Path, run: Run, files: dict[str, bytes]
) -> None:
    done = run("form", "blank", "all", "-o", tmp_path)
    assert done.exit_code == 0
    for key in ("pilot-plan", "review-application"):
        assert (tmp_path / f"{key}.docx").read_bytes() == files[f"{key}-blank"]


def test_the_worst_file_decides_the_exit_code(plan: Path, spoilt: Path, run: Run) -> None:
    bad = plan.with_name("坏.docx")
    bad.write_bytes(b"x")
    done = run("form", "check", plan, spoilt, bad)
    assert done.exit_code == 2
    assert f"{bad}: 不是 Word 文件（.docx）；请核对文件" in done.stderr
    assert "联系人手机" in done.stdout


def test_another_form_is_named_as_such(plan: Path, run: Run) -> None:
    done = run("form", "read", plan, "--form", "review-application")
    assert done.exit_code == 2
    assert done.stderr == (
        f"{plan}: 这是《“人工智能科技伦理审查与服务先导计划”行动实施方案》，"
        "不是《人工智能科技伦理审查申请书》；请核对文件\n"
    )


def test_a_file_of_no_form_is_refused(plan: Path, run: Run, files: dict[str, bytes]) -> None:
    def emptied(xml: str) -> str:
        start, end = xml.index("<w:body>") + 8, xml.rindex("<w:sectPr>")
        return xml[:start] + "<w:p/>" + xml[end:]

    other = repacked(files["pilot-plan-yunlan"], emptied)
    plan.write_bytes(other.replace(b"FormKey", b"FormKei"))
    done = run("form", "check", plan)
    assert done.exit_code == 2
    assert "已损坏" in done.stderr or "不是本指南的表单" in done.stderr


def test_a_file_that_is_not_there_is_named(tmp_path: Path, run: Run) -> None:
    done = run("form", "read", tmp_path / "无.docx")
    assert (done.exit_code, done.stderr) == (
        2,
        f"{tmp_path / '无.docx'}: 没有这个文件；请核对路径\n",
    )


def test_an_old_version_is_said(plan: Path, run: Run, files: dict[str, bytes]) -> None:
    data = files["pilot-plan-yunlan"]
    with zipfile.ZipFile(plan) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert data
    with zipfile.ZipFile(plan, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part.replace(b">2026.1<", b">2025.3<"))
    done = run("form", "read", plan)
    assert done.exit_code == 0
    assert "文件由 2025.3 版空白表填写，现行的是 2026.1 版" in done.stderr


@pytest.mark.deep
def test_old_formats_are_read_through_libreoffice(plan: Path, run: Run, tmp_path: Path) -> None:
    for way in ("doc", "odt"):
        office.converted([plan], way, tmp_path)
    done = run("form", "check", tmp_path / "方案.doc", tmp_path / "方案.odt")
    assert (done.exit_code, done.stdout) == (0, "")


@pytest.mark.deep
def test_an_ole_file_of_another_kind_is_refused(tmp_path: Path, run: Run) -> None:
    bad = tmp_path / "表.doc"
    bad.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(2000))
    done = run("form", "read", bad)
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1


def test_every_command_explains_itself(run: Run) -> None:
    for command in ("blank", "fill", "read", "check"):
        done = run("form", command, "--help")
        assert done.exit_code == 0
        assert "例：" in done.stdout
