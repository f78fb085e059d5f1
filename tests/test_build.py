import datetime
from pathlib import Path

import pytest

from lawbook import build


def test_the_date_can_be_fixed_and_is_that_of_china(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795276800")  # 2026-11-21 16:00 UTC
    assert build.today() == datetime.date(2026, 11, 22)


def test_nothing_is_built_when_nothing_changed(root: Path) -> None:
    build.site(root)
    stamp = root / "build" / "site.stamp"
    before = stamp.stat().st_mtime_ns
    assert build.site(root) is False
    assert stamp.stat().st_mtime_ns == before


def test_generating_again_touches_no_page(root: Path) -> None:
    build.generate(root)
    pages = sorted((root / "build" / "pages").rglob("*.*"))
    before = [path.stat().st_mtime_ns for path in pages]
    build.generate(root)
    assert [path.stat().st_mtime_ns for path in pages] == before
    assert len(pages) > 150


def test_every_input_counts(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "INPUTS", ("data", "content", "mkdocs.yml"))
    before = build.fingerprint(project)
    assert build.fingerprint(project) == before
    for name in ("data/facts/method-2019.yml", "content/index.md", "mkdocs.yml"):
        (project / name).write_text((project / name).read_text() + "\n")
        after = build.fingerprint(project)
        assert after != before, name
        before = after
    monkeypatch.setenv("SITE_URL", "https://example.org/guide/")
    assert build.fingerprint(project) != before


def test_both_forms_come_blank_and_with_their_examples(root: Path) -> None:
    from lawbook.loading import load

    names = {name for name, _ in build.word_files(load(root))}
    assert {"pilot-plan-blank.docx", "review-application-blank.docx"} <= names
    assert len(names) >= 4


def test_the_same_word_files_come_out_twice(root: Path) -> None:
    from lawbook.loading import load

    assert dict(build.word_files(load(root))) == dict(build.word_files(load(root)))
