from pathlib import Path

import pytest

from lawbook.pages import environment, template_cache


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project with one template and nothing else."""
    place = tmp_path / "templates/pages/one.md.j2"
    place.parent.mkdir(parents=True)
    place.write_text("{{ '*' | literal }}{{ word }}", encoding="utf-8")
    (tmp_path / "build").mkdir()
    return tmp_path


def said(root: Path) -> str:
    return environment.environment(root).get_template("one.md.j2").render(word="文")


def held(root: Path) -> set[str]:
    return {file.name for file in (root / template_cache.FOLDER).iterdir()}


def test_a_template_is_compiled_once(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(small) == "&#42;文"
    monkeypatch.setattr(template_cache.jinja2.Environment, "compile", None)
    assert said(small) == "&#42;文"


def test_a_changed_template_is_compiled_anew(small: Path) -> None:
    said(small)
    (small / "templates/pages/one.md.j2").write_text("改：{{ word }}", encoding="utf-8")
    assert said(small) == "改：文"


def test_changed_code_of_pages_compiles_everything_anew(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said(small)
    before = held(small)
    monkeypatch.setattr(template_cache, "_version", lambda: "another")
    assert said(small) == "&#42;文"
    assert len(held(small) - before) == 1


@pytest.mark.parametrize("damage", [b"", b"N.", b"\x00" * 40])
def test_what_cannot_be_read_is_compiled_anew(small: Path, damage: bytes) -> None:
    said(small)
    for file in (small / template_cache.FOLDER).iterdir():
        file.write_bytes(damage)
    assert said(small) == "&#42;文"


def test_a_page_written_by_hand_is_compiled_once(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = environment.environment(small)
    first = environment.rendered(engine, "一 {{ word }}", {"word": "文"}, "content/x.md")
    monkeypatch.setattr(template_cache.jinja2.Environment, "compile", None)
    again = environment.rendered(engine, "一 {{ word }}", {"word": "文"}, "content/x.md")
    assert first == again == ("一 文\n", ())


def test_a_fault_is_still_found_on_its_line(small: Path) -> None:
    engine = environment.environment(small)
    for _ in range(2):
        _, problems = environment.rendered(engine, "一\n\n{{ wrod }}", {}, "content/x.md")
        assert [str(one) for one in problems] == [
            "content/x.md:3: 没有 wrod 这个名称；可用的见 CONTRIBUTING"
        ]


def test_old_code_does_not_pile_up(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said(small)
    monkeypatch.setattr(template_cache, "MOST", 0)
    environment.environment(small)
    assert held(small) == set()


def test_a_project_that_cannot_be_written_to_still_renders(small: Path) -> None:
    (small / template_cache.FOLDER).write_text("no folder", encoding="utf-8")
    assert said(small) == "&#42;文"


def test_where_nothing_was_built_nothing_is_written(small: Path) -> None:
    (small / "build").rmdir()
    assert said(small) == "&#42;文"
    assert not (small / "build").exists()


def test_what_a_copied_project_compiles_is_not_kept_in_this_one(small: Path, root: Path) -> None:
    words = "只在这一份里的话" * 30
    (small / "templates/pages/one.md.j2").write_text(words, encoding="utf-8")
    assert said(small) == words
    kept = list((root / template_cache.FOLDER).glob("*.code"))
    assert [file for file in kept if words.encode() in file.read_bytes()] == []
