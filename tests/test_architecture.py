"""The shape of the house beside the order of its rooms, which ``lint-imports`` holds."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "scripts" / "lawbook"
FILES = sorted(PACKAGE.rglob("*.py"))
ASSETS = PACKAGE.parents[1] / "content" / "assets"
TESTS = Path(__file__).resolve().parent
MOST_LINES = 300
MOST_ROOMS = 16


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_the_package_holds_rooms_and_nothing_flat() -> None:
    assert {path.name for path in PACKAGE.glob("*.py")} == {"__init__.py", "__main__.py"}
    assert (
        len([path for path in PACKAGE.iterdir() if (path / "__init__.py").exists()]) <= MOST_ROOMS
    )


NAMELESS = re.compile(r"\b(?:one|found)\b")
NAMED = ast.FunctionDef | ast.ClassDef | ast.ExceptHandler | ast.MatchAs | ast.MatchStar


def bound(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and name of all that is bound: functions, parameters, variables; no field of a class."""
    fields = {
        id(line.target)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for line in node.body
        if isinstance(line, ast.AnnAssign)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            if id(node) not in fields:
                yield node.lineno, node.id
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, NAMED):
            yield node.lineno, node.name or ""


def nameless(text: str) -> list[int]:
    """The lines on which a name is bound that does not say what it holds."""
    if not NAMELESS.search(text):
        return []
    return sorted(line for line, name in bound(ast.parse(text)) if NAMELESS.fullmatch(name))


def test_a_name_says_what_it_holds() -> None:
    sample = "def f(one):\n try: found = [one for one in x]\n except E as found: pass"
    assert nameless(sample) == [1, 2, 2, 3]
    assert nameless("class Apart:\n one: str\n def found(self): return self.one") == [3]
    texts = {path: path.read_text(encoding="utf-8") for path in PACKAGE.parent.rglob("*.py")}
    assert len(texts) > 250
    assert [f"{path}:{line}" for path, text in texts.items() for line in nameless(text)] == []
    # A docstring stands alone: nobody has to read what stands above it first.
    leaning = re.compile(
        r'def .*\n(?:.*\n)??.*"""(?:The same\b|Each such|Such |Those |So many|All that)'
    )
    assert leaning.search('def more(self) -> str:\n    """The same with more."""')
    assert [path.name for path, text in texts.items() if leaning.search(text)] == []


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    of_the_page = [
        path for kind in ("*.js", "*.d.ts", "*.css") for path in sorted(ASSETS.rglob(kind))
    ]
    of_tests = [path for kind in ("*.py", "*.js", "*.mjs") for path in sorted(TESTS.rglob(kind))]
    assert len(of_the_page) > 200
    assert len(of_tests) > 250
    assert [path for path in FILES + of_the_page + of_tests if lines(path) > MOST_LINES] == []


def test_scripts_beside_the_package_hold_no_logic() -> None:
    assert [path for path in PACKAGE.parent.glob("*.py") if lines(path) > 25] == []


def test_what_a_style_says_is_said_once() -> None:
    """Two rules of the same three declarations or more are one rule with two selectors."""
    said: dict[tuple[str, frozenset[str]], list[str]] = {}
    for file in sorted((ASSETS / "styles").glob("*.css")):
        text = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        outer = ""
        for match in re.finditer(r"(@[^{;]+)\{|^\}|([^{}@;]+)\{([^{}]*)\}", text, re.MULTILINE):
            outer = match[1] or "" if match[2] is None else outer
            parts = frozenset(filter(None, (match[3] or "").replace("\n", "").split(";")))
            parts = frozenset(" ".join(part.split()) for part in parts)
            if len(parts) > 2:
                said.setdefault((outer, parts), []).append(f"{file.name}: {match[2].strip()}")
    assert len(said) > 300
    assert [rules for rules in said.values() if len(rules) > 1] == []


def test_no_program_and_no_template_names_a_place() -> None:
    """Places are data: who adds one, or calls one otherwise, writes YAML only."""
    places = (PACKAGE.parents[1] / "data/vocabulary/places.yml").read_text(encoding="utf-8")
    labels = re.findall(r"    label: (\S+)\n", places)
    assert labels[:2] == ["全国", "北京"]
    named = re.compile(f"(?:{'|'.join(labels)})(?!时间)")  # 北京时间 is a clock
    made = [*FILES, *ASSETS.rglob("*.js"), *(PACKAGE.parents[1] / "templates").rglob("*.j2")]
    assert [str(file) for file in made if named.search(file.read_text(encoding="utf-8"))] == []


def test_the_code_never_depends_on_what_a_clone_does_not_contain() -> None:
    assert [path for path in FILES if "shared/" in path.read_text(encoding="utf-8")] == []


def test_a_decision_is_read_in_a_minute_and_found_by_its_list() -> None:
    folder = PACKAGE.parents[1] / "content" / "about" / "decisions"
    records = [path for path in folder.glob("0*.md") if not path.stem.endswith("-measured")]
    assert len(records) >= 15
    assert [path.name for path in records if lines(path) > 60] == []
    long = [path.name for path in records if len(path.read_text(encoding="utf-8")) > 6000]
    assert long == []
    listed = (folder / "index.md").read_text(encoding="utf-8")
    assert [path.name for path in records if f"({path.name})" not in listed] == []
    texts = {path.stem: path.read_text(encoding="utf-8") for path in records}
    assert [
        path.name
        for path in folder.glob("*-measured.md")
        if f"({path.name})" not in texts.get(path.stem.removesuffix("-measured"), "")
    ] == []


def test_the_map_names_the_rooms_there_are() -> None:
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    for name, words in (("README.md", " in rooms: "), ("README.zh-CN.md", ".*分室：")):
        text = (PACKAGE.parents[1] / name).read_text(encoding="utf-8")
        listed = re.search(f"^scripts/lawbook .*{words}([a-z ]+)[;；]", text, re.MULTILINE)
        assert listed is not None
        assert set(listed[1].split()) == rooms


# What comes with the official text, whose way in CONTRIBUTING describes.
TO_COME = {"data/worklists/measures-2026.yml", "data/sources/measures-2026.txt"}


def test_the_guides_name_files_that_exist() -> None:
    root = PACKAGE.parents[1]
    named = re.compile(r"`(?:python |\.venv/bin/pytest )?((?:tests|scripts|data|content)/[\w./-]+)")
    for name in ("README.md", "README.zh-CN.md", "CONTRIBUTING.md"):
        paths = named.findall((root / name).read_text(encoding="utf-8"))
        assert len(paths) > 5
        assert {path for path in paths if not (root / path).exists()} <= TO_COME


# Twins that bear another name than the module that they mirror; CONTRIBUTING says so.
OTHER_NAMES = {"flow": "standing", "case_file": "case", "nearest": "text"}


def test_a_twin_names_its_module_and_bears_its_name() -> None:
    mirrored = re.compile(r"// Mirrors (scripts/\S+?\.py)(?: and (scripts/\S+?\.py))?[ :;]")
    twins = {
        path: mirrored.match(path.read_text(encoding="utf-8"))
        for path in sorted(ASSETS.rglob("*.js"))
        if path.read_text(encoding="utf-8").startswith("// Mirrors")
    }
    assert len(twins) > 80
    for path, named in twins.items():
        assert named, path
        modules = [PACKAGE.parents[1] / module for module in named.groups() if module]
        assert [module for module in modules if not module.exists()] == [], path
        stem = OTHER_NAMES.get(path.stem, path.stem)
        assert stem in {modules[0].stem, f"plan_{modules[0].stem}"}, path
