"""``lawbook form carry``: a form begun with what another says, as Word or as answers."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import Result

from lawbook.library.library import Library
from lawbook.word.read.readback import read

Run = Callable[..., Result]
PLAN = "data/examples/pilot-plan-yunlan.yml"


@pytest.fixture
def carry(root: Path, run: Run) -> Run:
    return lambda *words: run("--root", root, "form", "carry", "pilot-summary", root / PLAN, *words)


def city(data: str) -> str:
    tree = yaml.safe_load(data)
    assert tree["form"] == "pilot-summary"
    return str(tree["answers"]["city"])


def test_without_an_ending_answers_go_into_a_folder(carry: Run, tmp_path: Path) -> None:
    done = carry("-o", tmp_path / "新")
    assert done.exit_code == 0, done.output
    assert [path.name for path in (tmp_path / "新").iterdir()] == ["pilot-summary.yml"]
    assert city((tmp_path / "新/pilot-summary.yml").read_text("utf-8")) == "云澜市人民政府"


@pytest.mark.parametrize("name", ["总结.docx", "总结.DOCX"])
def test_a_word_file_is_one_whatever_the_letters_of_its_ending(
    name: str, carry: Run, library: Library, tmp_path: Path
) -> None:
    assert carry("-o", tmp_path / name).exit_code == 0
    back = read(library.forms, (tmp_path / name).read_bytes(), "总结.docx")
    assert back.answers.text("city") == "云澜市人民政府"


def test_to_standard_output_go_answers(carry: Run) -> None:
    done = carry("-o", "-")
    assert (done.exit_code, city(done.stdout)) == (0, "云澜市人民政府")


@pytest.mark.parametrize("turned", [False, True])
def test_plan_and_tasks_are_taken_together(
    root: Path, run: Run, turned: bool, tmp_path: Path
) -> None:
    """Goals come of the plan, what was done and its evidence of the tasks, whichever is first."""
    some = [root / PLAN, root / "data/examples/pilot-tasks-yunlan.yml"]
    given = reversed(some) if turned else some
    done = run("--root", root, "form", "carry", "pilot-summary", *given, "-o", "-")
    assert done.exit_code == 0, done.output
    answers = yaml.safe_load(done.stdout)["answers"]
    assert answers["city"] == "云澜市人民政府"
    assert [row.get("target") for row in answers["goals"]][2] == "1个、4项、2项"
    assert answers["path_centre"][0]["planned"]
    tasks = yaml.safe_load(some[1].read_text("utf-8"))["answers"]["progress"]
    schedule = [(row["planned"], row["done"], row["evidence"]) for row in answers["schedule"]]
    assert schedule == [(row["task"], row["reached"], row["evidence"]) for row in tasks]
    (tmp_path / "二.yml").write_text(some[0].read_text("utf-8"), encoding="utf-8")
    more = (some[0], tmp_path / "二.yml")
    twice = run("--root", root, "form", "carry", "pilot-summary", *more, "-o", "-")
    assert twice.exit_code == 2
    assert "给了两份" in twice.output


def test_what_exists_stays(carry: Run, tmp_path: Path) -> None:
    (tmp_path / "总结.yml").write_text("mine", encoding="utf-8")
    assert carry("-o", tmp_path / "总结.yml").exit_code == 2
    assert (tmp_path / "总结.yml").read_text("utf-8") == "mine"
