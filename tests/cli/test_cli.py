from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lawbook.cli import main

Run = Callable[..., Result]


def test_a_citation_shows_display_form_authority_and_text(root: Path, run: Run) -> None:
    result = run("--root", root, "cite", "measures-2025-draft/art-12/par-1/item-3")
    assert result.exit_code == 0
    assert result.stdout == (
        "《办法（征求意见稿）》第十二条第一款第（三）项\n"
        "规范写法：《人工智能科技伦理管理服务办法（试行）（公开征求意见稿）》"
        "第十二条第一款第（三）项\n"
        "来源效力：征求意见稿；状态：已被取代；核对日期：2026-11-22\n"
        "网页：documents/measures-2025-draft/art-12/#art-12-par-1-item-3；"
        "编号：measures-2025-draft/art-12/par-1/item-3\n"
        "（三）遵守人工智能科技伦理和科研诚信等要求的承诺书。\n"
        "注意：这份文件不是现行，不能作为依据。\n"
    )


def test_a_provision_whose_text_is_not_held_shows_facts_with_their_confidence(
    root: Path, run: Run
) -> None:
    shown = run("--root", root, "cite", "measures-2026/art-16").stdout
    assert shown.startswith(
        "《办法》第十六条\n规范写法：《人工智能科技伦理审查与服务办法（试行）》"
    )
    assert "来源效力：官方原文；状态：现行有效；核对日期：" in shown
    assert "未持有原文" in shown
    assert "【官方解读载明】" in shown and "【待核实】" in shown
    assert "【仅见于征求意见稿】" in shown


def test_an_unknown_citation_is_one_line_and_exit_code_2(root: Path, run: Run) -> None:
    result = run("--root", root, "cite", "measures-2025-draft/art-12/par-9")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "没有 measures-2025-draft/art-12/par-9；现有：measures-2025-draft/art-12/par-1\n"
    )


def test_check_says_that_all_is_well(root: Path, run: Run) -> None:
    result = run("--root", root, "check")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("数据无误：")


def test_outside_the_project_one_line_says_so(tmp_path: Path, run: Run) -> None:
    result = run("--root", tmp_path, "check")
    assert result.exit_code == 1
    assert result.stderr == (f"{tmp_path}: 不在项目文件夹内；请进入项目文件夹，或用 --root 指定\n")


@pytest.mark.parametrize("words", [(), ("check",), ("cite",), ("site",), ("serve",), ("form",)])
def test_every_command_explains_itself_in_chinese(words: tuple[str, ...], run: Run) -> None:
    result = run(*words, "--help")
    assert result.exit_code == 0
    assert any("一" <= character <= "鿿" for character in result.stdout)


def test_forms_are_listed_with_version_and_title(root: Path, run: Run) -> None:
    lines = run("--root", root, "form", "list").stdout.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["pilot-plan", "review-application"]


def test_a_blank_form_is_written_as_a_word_file(root: Path, run: Run, tmp_path: Path) -> None:
    place = tmp_path / "方案.docx"
    assert run("--root", root, "form", "blank", "pilot-plan", "-o", place).exit_code == 0
    assert place.read_bytes()[:4] == b"PK\x03\x04"


def test_an_unknown_form_names_the_known_ones(root: Path, run: Run, tmp_path: Path) -> None:
    result = run("--root", root, "form", "blank", "pilot", "-o", tmp_path / "x.docx")
    assert result.exit_code == 2
    assert result.stderr == "没有表单 pilot；现有：pilot-plan、review-application\n"
    assert list(tmp_path.iterdir()) == []


def answer_file(place: Path, text: str) -> Path:
    place.write_text(text, encoding="utf-8")
    return place


def test_an_unknown_field_is_refused_and_nothing_is_written(
    root: Path, run: Run, tmp_path: Path
) -> None:
    answers = answer_file(tmp_path / "a.yml", "form: pilot-plan\nanswers:\n  citi: 云澜市\n")
    result = run("--root", root, "form", "fill", "pilot-plan", answers, "-o", tmp_path / "x.docx")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{answers}:3: 表单没有“citi”这一栏；")
    assert not (tmp_path / "x.docx").exists()


def test_missing_answers_are_findings_and_a_draft_can_still_be_made(
    root: Path, run: Run, tmp_path: Path
) -> None:
    answers = answer_file(tmp_path / "a.yml", "form: pilot-plan\nanswers:\n  city: 云澜市\n")
    place = tmp_path / "x.docx"
    words = ("--root", root, "form", "fill", "pilot-plan", answers, "-o", place)
    result = run(*words)
    assert result.exit_code == 1
    assert "「推荐单位」没有填写；这一栏必填" in result.stderr
    assert not place.exists()
    assert run(*words, "--draft").exit_code == 1
    assert place.is_file()


def test_an_unwritable_output_is_one_line(root: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    place = tmp_path / "file" / "x.docx"
    result = run("--root", root, "form", "blank", "pilot-plan", "-o", place)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{place}: 无法写入（")


def test_answers_come_from_standard_input_and_the_file_goes_to_standard_output(
    root: Path,
) -> None:
    example = (root / "data/examples/pilot-plan-yunlan.yml").read_text(encoding="utf-8")
    words = ["--root", str(root), "form", "fill", "pilot-plan", "-", "-o", "-"]
    result = CliRunner().invoke(main, words, input=example)
    assert result.exit_code == 0, result.stderr
    assert result.stdout_bytes[:4] == b"PK\x03\x04"
