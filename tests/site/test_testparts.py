import pytest

from lawbook.site import testparts
from lawbook.site.testparts import Part


def test_the_machine_that_runs_the_tests_has_all_parts() -> None:
    assert testparts.missing() == ()


def test_what_is_missing_is_named_in_one_message(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = [Part("chromium", "Chromium 或 Chrome", lambda: False)]
    gone.append(Part("poppler-utils", "poppler（pdftoppm）", lambda: False))
    monkeypatch.setattr(testparts, "PARTS", (*gone,))
    monkeypatch.setattr(testparts, "_may_install", lambda: False)
    assert testparts.main() == 2
    assert capsys.readouterr().err == (
        "测试还需要：Chromium 或 Chrome、poppler（pdftoppm）。"
        "Debian/Ubuntu：apt-get install chromium poppler-utils\n"
    )


def test_root_on_debian_installs_only_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[list[str]] = []
    here: list[str] = []
    part = Part("chromium", "Chromium 或 Chrome", lambda: bool(here))

    def install(packages: list[str]) -> None:
        installed.extend([packages] if packages else [])
        here.extend(packages)

    monkeypatch.setattr(testparts, "PARTS", (part,))
    monkeypatch.setattr(testparts, "_may_install", lambda: True)
    monkeypatch.setattr(testparts, "_install", install)
    assert testparts.main() == 0
    assert installed == [["chromium"]]
    assert testparts.main() == 0
    assert installed == [["chromium"]]


def test_a_release_without_the_shell_gets_the_whole_browser(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    installed: list[str] = []
    part = Part("shell", "Chromium", lambda: "chromium" in installed, instead="chromium")
    monkeypatch.setattr(testparts, "PARTS", (part,))
    monkeypatch.setattr(testparts, "_may_install", lambda: True)
    monkeypatch.setattr(testparts, "_install", installed.extend)
    assert testparts.main() == 0
    assert installed == ["shell", "chromium"]
