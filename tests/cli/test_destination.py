"""Where commands write: nothing is lost, and it is said before anything is written."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from lawbook.base import output
from lawbook.base.problem import DiskFull, Problem, ProblemsFound, reason
from lawbook.cli import destination
from lawbook.library.library import Library

Run = Callable[..., Result]
EXISTS = "已经有这个文件，没有改动它；请换名称或者文件夹，要替换它请加 --force"


@pytest.fixture(scope="module")
def filled(library: Library) -> bytes:
    from lawbook import word
    from lawbook.base import yamlfile
    from lawbook.forms.answers import reading

    place = Path(__file__).parents[2] / "data/examples/pilot-plan-yunlan.yml"
    form = library.forms["pilot-plan"]
    return word.fill(form, reading(form, yamlfile.read(place)).answers)


@pytest.fixture
def answers(root: Path, tmp_path: Path) -> Path:
    place = tmp_path / "答案.yml"
    place.write_bytes((root / "data/examples/pilot-plan-yunlan.yml").read_bytes())
    return place


def laid(folder: Path, names: str, data: bytes) -> Path:
    for name in names.split():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the command runs, with some files of no worth."""
    monkeypatch.chdir(tmp_path)
    return laid(tmp_path, "a.docx b.docx in/a.yml in/b.yml", b"x")


def tree(folder: Path) -> list[str]:
    return sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file())


@pytest.mark.parametrize(
    ("names", "target"),
    [
        ("a/方案.docx b/方案.docx", "方案.yml"),
        ("a/方案.docx a/方案.doc", "方案.yml"),
        ("a/Plan.docx b/plan.docx", "Plan.yml"),
        ("a/\u00e9.docx b/e\u0301.docx", "\u00e9.yml"),
    ],
)
def test_answers_of_one_name_are_refused_before_anything_is_written(
    names: str, target: str, filled: bytes, tmp_path: Path, run: Run
) -> None:
    laid(tmp_path, names, filled)
    files = [tmp_path / name for name in names.split()]
    for force in ((), ("--force",)):
        done = run("form", "read", *files, "-o", tmp_path / "out", *force)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == (
            f"{tmp_path / 'out' / target}: {files[0]}、{files[1]} 都会写成这个文件；"
            "请改名，或者分开写进几个文件夹\n"
        )
    assert not (tmp_path / "out").exists()


def test_copies_with_remarks_of_one_name_are_refused(
    filled: bytes, tmp_path: Path, run: Run
) -> None:
    laid(tmp_path, "a/方案.docx b/方案.docx", filled)
    done = run("form", "check", tmp_path / "a", tmp_path / "b", "--docx", "-o", tmp_path / "out")
    assert done.exit_code == 2
    assert "方案-检查.docx" in done.stderr
    assert not (tmp_path / "out").exists()


def test_answers_with_two_endings_are_refused(answers: Path, tmp_path: Path, run: Run) -> None:
    folder = laid(tmp_path / "in", "甲.yml 甲.yaml", answers.read_bytes())
    done = run("form", "fill", "pilot-plan", folder, "-o", tmp_path / "out")
    assert done.exit_code == 2
    assert "都会写成这个文件" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_named_twice_is_read_once(filled: bytes, tmp_path: Path, run: Run) -> None:
    laid(tmp_path, "a.docx", filled)
    done = run("form", "read", tmp_path / "a.docx", tmp_path / "." / "a.docx", "-o", tmp_path / "o")
    assert done.exit_code == 0
    assert tree(tmp_path / "o") == ["a.yml"]


def test_an_existing_file_is_replaced_only_by_force(
    answers: Path, filled: bytes, tmp_path: Path, run: Run, root: Path
) -> None:
    laid(tmp_path, "in.docx in-检查.docx", filled)
    kept = tmp_path / "旧"
    for words, ending in (
        (("form", "fill", "pilot-plan", answers), ".docx"),
        (("form", "blank", "pilot-plan"), ".docx"),
        (("form", "read", tmp_path / "in.docx"), ".yml"),
        (("--root", root, "compendium", "measures-2025-draft"), ".docx"),
        (("form", "check", tmp_path / "in.docx", "--docx"), ".docx"),
    ):
        place = kept.with_suffix(ending)
        place.write_bytes(b"mine")
        done = run(*words, "-o", place)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == f"{place}: {EXISTS}\n"
        assert place.read_bytes() == b"mine"
        if "compendium" not in words and "check" not in words:
            assert run(*words, "-o", place, "--force").exit_code == 0
            assert place.read_bytes() != b"mine"
    done = run("form", "check", tmp_path / "in.docx", "--docx")
    assert (done.exit_code, done.stderr) == (2, f"{tmp_path / 'in-检查.docx'}: {EXISTS}\n")


def test_one_existing_file_among_many_stops_all(filled: bytes, tmp_path: Path, run: Run) -> None:
    laid(tmp_path / "in", "a.docx b.docx c.docx", filled)
    laid(tmp_path / "out", "b.yml", b"mine")
    done = run("form", "read", tmp_path / "in", "-o", tmp_path / "out")
    assert (done.exit_code, tree(tmp_path / "out")) == (2, ["b.yml"])
    assert (tmp_path / "out/b.yml").read_bytes() == b"mine"


def test_what_is_read_is_never_written_over(answers: Path, tmp_path: Path, run: Run) -> None:
    place = tmp_path / "甲.docx"
    place.write_bytes(answers.read_bytes())
    for file in (place, tmp_path / "link.docx"):
        if file != place:
            file.symlink_to(place)
        done = run("form", "fill", "pilot-plan", place, "-o", file, "--force")
        assert done.exit_code == 2
        assert "这是读取的文件，不能写在它上面" in done.stderr
    assert place.read_bytes() == answers.read_bytes()


def test_one_file_and_a_name_with_an_ending_make_a_file(
    filled: bytes, answers: Path, tmp_path: Path, run: Run
) -> None:
    laid(tmp_path, "a.docx", filled)
    assert run("form", "read", tmp_path / "a.docx", "-o", tmp_path / "x.yml").exit_code == 0
    assert (tmp_path / "x.yml").read_text(encoding="utf-8").startswith("key: x\nform: pilot-plan\n")
    (tmp_path / "there").mkdir()
    done = run("form", "fill", "pilot-plan", answers, "-o", tmp_path / "there")
    assert (done.exit_code, tree(tmp_path / "there")) == (0, ["答案.docx"])
    done = run("form", "read", tmp_path / "a.docx", "-o", "-")
    assert done.stdout.startswith("form: pilot-plan\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("read", "a.docx", "-o", "x.docx"), "-o x.docx: 这里写出的是 .yml 文件；写文件，请以"),
        (("read", "a.docx", "b.docx", "-o", "x.yml"), "-o x.yml: 这是一个文件的名称，而要写的不"),
        (("fill", "pilot-plan", "in", "-o", "x.docx"), "-o x.docx: 这是一个文件的名称，而要写的"),
        (("fill", "pilot-plan", "in", "-o", "-"), "-o -: 多份文件不能写到标准输出；请用 -o 写"),
        (("fill", "pilot-plan", "in/a.yml", "-o", "x.yml"), "-o x.yml: 这里写出的是 .docx 文件"),
        (("blank", "pilot-plan", "-o", "/dev/null"), "-o /dev/null: 不是普通文件；要写到标准输出"),
    ],
)
def test_a_place_that_cannot_be_meant_is_one_line(
    words: tuple[str, ...], message: str, here: Path, root: Path, run: Run
) -> None:
    before = tree(here)
    done = run("--root", root, "form", *words)
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)
    assert done.stderr.startswith(message)
    assert tree(here) == before


def test_what_a_folder_holds_beside_is_named_and_many_files_end_with_totals(
    filled: bytes, tmp_path: Path, run: Run
) -> None:
    laid(tmp_path / "in", "甲.docx 乙.docx", filled)
    laid(tmp_path / "in", "宏.docm 模板.dotx 表.xlsx ~$甲.docx .DS_Store 子/丙.docx", b"x")
    laid(tmp_path / "in", "坏.docx", b"x")
    (tmp_path / "in" / "像.docx").mkdir()
    done = run("form", "read", tmp_path / "in", "-o", tmp_path / "out")
    assert done.exit_code == 2
    lines = done.stderr.splitlines()
    assert lines[0] == (
        f"{tmp_path / 'in'}: 跳过 5 项："
        "子文件夹 像.docx、子文件夹 子、宏.docm、模板.dotx、表.xlsx；"
        "需要的，请另存为可用的格式，或者直接写出它的路径"
    )
    assert lines[-1] == "共 3 份：没有问题 2 份，有问题 0 份，不能用 1 份；已生成 2 个文件。"
    assert tree(tmp_path / "out") == ["乙.yml", "甲.yml"]


def test_a_folder_without_usable_files_says_what_is_in_it(tmp_path: Path, run: Run) -> None:
    laid(tmp_path / "in", "宏.docm", b"x")
    done = run("form", "read", tmp_path / "in")
    assert done.exit_code == 2
    assert done.stderr == (
        f"{tmp_path / 'in'}: 文件夹里没有可用的文件（.docx、.doc、.rtf、.odt、.wps）：宏.docm\n"
    )


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_ends_the_run_with_one_line_and_leaves_no_half_file(
    answers: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = laid(tmp_path / "in", "a.yml b.yml c.yml", answers.read_bytes())
    monkeypatch.setattr(output.os, "fdopen", full)
    done = run("form", "fill", "pilot-plan", folder, "-o", tmp_path / "out")
    assert done.exit_code == 2
    assert done.stderr == (
        f"{tmp_path / 'out' / 'a.docx'}: 磁盘已满，没有写成；"
        "已经写好的文件是完整的，请腾出空间再做其余的\n"
    )
    assert tree(tmp_path / "out") == []


@pytest.mark.deep
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_behind_standard_output_is_one_line() -> None:
    command = [sys.executable, "-m", "lawbook", "obligations", "--format", "csv"]
    with Path("/dev/full").open("wb") as sink:
        done = subprocess.run(command, stdout=sink, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr.decode()) == (2, "输出没有写完：磁盘已满\n")


def test_an_interruption_is_one_line(
    answers: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fdopen", stopped)
    done = run("form", "fill", "pilot-plan", answers, "-o", tmp_path / "x.docx")
    assert (done.exit_code, done.stdout) == (130, "")
    assert done.stderr == "已中断；已经写好的文件是完整的，其余的没有写。\n"
    assert tree(tmp_path) == ["答案.yml"]


def test_problems_come_whole_from_another_process() -> None:
    import pickle

    found = pickle.loads(pickle.dumps(DiskFull([Problem("a", "b")])))
    assert (type(found), found.problems) == (DiskFull, (Problem("a", "b"),))


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.ENAMETOOLONG])
def test_the_systems_reasons_are_chinese(number: int) -> None:
    assert not reason(OSError(number, os.strerror(number))).isascii()


def test_places_are_kept_apart_without_regard_to_case(tmp_path: Path) -> None:
    pairs = [("甲", tmp_path / "A.docx"), ("乙", tmp_path / "a.docx")]
    with pytest.raises(ProblemsFound, match="甲、乙 都会写成这个文件"):
        destination.keep_apart(pairs, [], force=True)
