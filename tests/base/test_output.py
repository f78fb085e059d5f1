import os
from pathlib import Path

import pytest

from lawbook.base.output import remove_others, write
from lawbook.base.problem import ProblemsFound


def test_a_file_is_written_with_its_folders_and_readable_by_all(tmp_path: Path) -> None:
    place = tmp_path / "a" / "b.txt"
    assert write(place, "内容") is True
    assert place.read_text(encoding="utf-8") == "内容"
    assert place.stat().st_mode & 0o777 == 0o644


def test_an_unchanged_file_is_not_touched(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    write(place, "x")
    os.utime(place, (1, 1))
    assert write(place, b"x") is False
    assert place.stat().st_mtime == 1


def test_an_unwritable_place_is_one_clear_line_and_leaves_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("keep")
    with pytest.raises(ProblemsFound, match=r"无法写入（.+）；请换一个可以写入的位置"):
        write(blocked / "below.txt", "x")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert blocked.read_text() == "keep"


def test_a_folder_in_the_way_is_refused_and_no_temporary_file_stays(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(ProblemsFound, match="无法写入"):
        write(tmp_path / "taken", "x")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_only_what_is_kept_stays(tmp_path: Path) -> None:
    for name in ("a.txt", "old/b.txt", "old/deep/c.txt"):
        write(tmp_path / name, "x")
    assert remove_others(tmp_path, [tmp_path / "a.txt"]) == 2
    assert [path.name for path in tmp_path.rglob("*")] == ["a.txt"]


def test_removing_from_a_missing_folder_is_nothing(tmp_path: Path) -> None:
    assert remove_others(tmp_path / "none", []) == 0
