"""The order of the house: floors, file sizes, scripts without logic."""

import ast
import itertools
from pathlib import Path

FLOORS = (
    {"problem", "yamlfile", "numerals", "output", "tables", "minifier"},
    {
        "citation",
        "record",
        "source",
        "document",
        "fidelity",
        "reference",
        "fact",
        "change",
        "assets",
        "vocabulary",
        "form",
        "formerly",
        "pattern",
    }
    | {"answers", "answer_file", "answer_schema", "values", "findings", "unseen"}
    | {"passage", "handmade", "normal", "plantext", "planticks", "planrule", "plancheck"}
    | {"formcache"}
    | {"rule", "procedure", "decision", "rulebook", "workdays", "counting", "duration"},
    {"library", "loading", "checks", "citing", "checkup", "address", "page"}
    | {
        "grounds",
        "checks_forms",
        "checks_changes",
        "checks_rules",
        "checks_numbers",
        "checks_routes",
        "routing",
        "ledger",
        "impact",
        "signpost",
    },
    {"pages", "word", "web"},
    {
        "cli",
        "cli_form",
        "cli_check",
        "batch",
        "destination",
        "papers",
        "cli_rules",
        "cli_deadlines",
        "__main__",
        "reporting",
        "build",
        "htmlsite",
        "conversion",
        "formpages",
        "serve",
        "sitecheck",
        "policy",
        "bundle",
        "feed",
        "guidepost",
        "engine",
        "compendium",
        "standalone",
        "reference_docx",
        "schemas",
        "testparts",
    },
)
PACKAGE = Path(__file__).resolve().parents[1] / "scripts" / "lawbook"
FILES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 300


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def floor(name: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if name in rooms)


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "lawbook":
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("lawbook."):
            names.add(str(node.module).split(".")[1])
    return names


def test_nothing_imports_from_a_floor_above_its_own() -> None:
    for path in FILES:
        if room(path) == "__init__":
            continue
        above = {name for name in imported(path) if floor(name) > floor(room(path))}
        assert above == set(), path


def test_every_room_stands_on_a_floor_and_every_floor_names_rooms_that_exist() -> None:
    assert {room(path) for path in FILES} - {"__init__"} == set().union(*FLOORS)


def test_pages_word_and_web_do_not_know_each_other() -> None:
    for one, other in itertools.permutations(("pages", "word", "web"), 2):
        for path in (PACKAGE / one).rglob("*.py"):
            assert other not in imported(path), path


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    for path in FILES:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES, path


def test_scripts_beside_the_package_hold_no_logic() -> None:
    for path in PACKAGE.parent.glob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 25, path


def test_the_code_never_depends_on_what_a_clone_does_not_contain() -> None:
    for path in FILES:
        assert "shared/" not in path.read_text(encoding="utf-8"), path
