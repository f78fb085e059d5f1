from pathlib import Path

import pytest

from lawbook.base.problem import ProblemsFound
from lawbook.library.loading import load, load_what_reads


def test_everything_is_found_by_key(root: Path) -> None:
    library = load(root)
    assert {"measures-2025-draft", "interpretation-2026", "beijing-2024", "pilot-plan-2026"} <= set(
        library.documents
    )
    assert {"measures-2026", "general-measures-2023", "pilot-programme-2026"} <= set(library.books)
    assert set(library.forms) >= {"pilot-plan", "review-application"}
    assert {"authorities", "confidences", "statuses", "roles", "units"} <= set(library.vocabularies)


def test_a_broken_file_leaves_the_others_readable(project: Path) -> None:
    (project / "data/facts/method-2019.yml").write_text("key: [", encoding="utf-8")
    library, problems = load_what_reads(project)
    assert library.unread == {"method-2019"}
    assert "rule-2020" in library.documents
    assert len(problems) == 1
    with pytest.raises(ProblemsFound, match=r"data/facts/method-2019\.yml:2"):
        load(project)


def test_an_empty_folder_is_a_fault(project: Path) -> None:
    for path in (project / "data/forms").iterdir():
        path.unlink()
    _, problems = load_what_reads(project)
    assert [str(problem) for problem in problems] == ["data/forms: 文件夹里没有 .yml 文件"]


def test_small_records_share_a_file_and_keep_their_lines(project: Path) -> None:
    library, _ = load_what_reads(project)
    assert library.origins["page-b"] == "data/sources/references.yml:14"
    assert library.origins["rule-2020"] == "data/sources/rule-2020.yml:1"
