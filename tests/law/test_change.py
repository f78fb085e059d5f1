import re
import shutil
from pathlib import Path

import pytest

from lawbook.base.problem import ProblemsFound
from lawbook.library.library import Library
from lawbook.library.loading import load

CHANGE = """\
key: "{year}"
changes:
  - key: {key}
    date: {date}
    version: 0.1.0
    kind: fact
    title: 甲
    what: 甲。
    {where}
"""


def written(project: Path, **values: str) -> Library:
    named = {"year": "2026", "key": "a", "date": "2026-05-20", "where": "cites: [method-2019]"}
    named |= values
    file = project / "data/changes" / f"{named['year']}.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(CHANGE.format(**named), encoding="utf-8")
    return load(project)


def test_a_project_can_do_without_a_record_of_changes(project: Path) -> None:
    shutil.rmtree(project / "data" / "changes")
    assert load(project).changes == ()


def test_the_newest_year_comes_first(project: Path) -> None:
    written(project)
    library = written(project, year="2027", key="b", date="2027-01-02")
    assert [(one.key, one.day) for one in library.changes] == [
        ("b", "2027年1月2日"),
        ("a", "2026年5月20日"),
    ]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"date": "2025-05-20"}, "有不在 2026 年内的日期"),
        ({"where": "cites: []"}, "没有写明在哪里"),
        ({"date": "2026-02-30"}, "date"),
    ],
)
def test_a_faulty_change_is_named(values: dict[str, str], words: str, project: Path) -> None:
    with pytest.raises(ProblemsFound, match=words):
        written(project, **values)


def test_every_release_says_what_changed_for_readers(root: Path, library: Library) -> None:
    """CHANGELOG.md speaks of the program, data/changes of its content, by the same releases."""
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    releases = dict(re.findall(r"^## (\S+) – (\d{4}-\d\d-\d\d)$", text, re.MULTILINE))
    assert {one.version for one in library.changes} <= set(releases)
    assert "0.1.0" in releases
    for change in library.changes:
        assert str(change.date) <= releases[change.version], change.key
