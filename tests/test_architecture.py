"""The shape of the house beside the order of its rooms, which ``lint-imports`` holds."""

import re
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "scripts" / "lawbook"
FILES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 300
MOST_ROOMS = 16


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_the_package_holds_rooms_and_nothing_flat() -> None:
    assert {path.name for path in PACKAGE.glob("*.py")} == {"__init__.py", "__main__.py"}
    assert (
        len([path for path in PACKAGE.iterdir() if (path / "__init__.py").exists()]) <= MOST_ROOMS
    )


def test_every_room_says_what_it_knows() -> None:
    rooms = [path for path in FILES if path.name == "__init__.py" and path.parent != PACKAGE]
    silent = [path for path in rooms if not re.search(r"\bKnows\b", path.read_text("utf-8"))]
    assert silent == []


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    assert [path for path in FILES if lines(path) > MOST_LINES] == []


def test_scripts_beside_the_package_hold_no_logic() -> None:
    assert [path for path in PACKAGE.parent.glob("*.py") if lines(path) > 25] == []


def test_the_code_never_depends_on_what_a_clone_does_not_contain() -> None:
    assert [path for path in FILES if "shared/" in path.read_text(encoding="utf-8")] == []
