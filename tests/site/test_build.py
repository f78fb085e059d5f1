import datetime
from pathlib import Path

import lxml.etree
import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from lawbook.base.problem import ProblemsFound
from lawbook.library.library import Library
from lawbook.site import build, making
from lawbook.site.word_files import word_files


def test_the_date_can_be_fixed_and_is_that_of_china(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795276800")  # 2026-11-21 16:00 UTC
    assert build.today() == datetime.date(2026, 11, 22)


def test_nothing_is_built_when_nothing_changed(root: Path) -> None:
    build.site(root)
    stamp = root / "build" / "site.stamp"
    before = stamp.stat().st_mtime_ns
    assert build.site(root) is False
    assert stamp.stat().st_mtime_ns == before


def test_another_version_of_an_npm_part_is_a_new_site(project: Path) -> None:
    before = build.fingerprint(project)
    (project / "package-lock.json").write_text("{}")
    assert build.fingerprint(project) != before


def test_what_belongs_no_more_goes_and_what_is_the_same_is_not_touched(tmp_path: Path) -> None:
    making.write(tmp_path, {"a/index.md": "甲", "files/a.docx": b"PK"})
    kept = tmp_path / "files/a.docx"
    before = kept.stat().st_mtime_ns
    making.write(tmp_path, {"index.md": "首", "files/a.docx": b"PK"})
    assert [one.name for one in tmp_path.rglob("*")] == ["files", "index.md", "a.docx"]
    assert kept.stat().st_mtime_ns == before


def test_a_page_in_bytes_is_written_as_it_is_and_gets_its_policy_later(tmp_path: Path) -> None:
    pages: making.Files = {"a.html": b"<head></head>", "b.html": "<head></head>", "c.js": "1"}
    assert list(build._put(tmp_path, pages)) == ["b.html"]
    assert (tmp_path / "a.html").read_bytes() == b"<head></head>"


def test_a_fault_in_a_page_stops_everything_before_anything_is_written(
    project: Path, tmp_path: Path
) -> None:
    page = project / "content" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + '\n{{ cite("rule-2020/art-9") }}\n')
    with pytest.raises(ProblemsFound, match=r"content/index\.md:\d+: 没有 rule-2020/art-9"):
        build.generate(project, tmp_path / "out")
    assert not (tmp_path / "out").exists()


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


def test_each_form_comes_blank_and_with_its_examples_with_the_same_bytes(library: Library) -> None:
    first, second = (dict(word_files(library)) for _ in range(2))
    assert {"pilot-plan-blank.docx", "review-application-blank.docx"} <= set(first)
    assert len(first) >= 4
    assert first == second


def listed(root: Path, folder: Path) -> list[str]:
    """The addresses in the sitemap that MkDocs makes of two pages, with the site's own settings."""
    (folder / "pages/guides").mkdir(parents=True)
    for name in ("index.md", "guides/procedure.md"):
        (folder / "pages" / name).write_text("# 题\n", encoding="utf-8")
    settings = load_config(
        str(root / "mkdocs.yml"),
        docs_dir=str(folder / "pages"),
        site_dir=str(folder / "site"),
        nav=["index.md", "guides/procedure.md"],
    )
    mkdocs_build(settings)
    tree = lxml.etree.parse(folder / "site/sitemap.xml")
    return [str(one.text) for one in tree.iter("{*}loc")]


def test_the_sitemap_has_whole_addresses_where_the_site_knows_its_own(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/guide/")
    assert listed(root, tmp_path) == [
        "https://example.org/guide/",
        "https://example.org/guide/guides/procedure/",
    ]


def test_the_sitemap_is_empty_where_the_site_does_not_know_its_address(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    assert listed(root, tmp_path) == []


@pytest.mark.parametrize(
    ("named", "address"),
    [("", ""), ("https://example.org/a", "https://example.org/a/"), (" ", "")],
)
def test_the_address_of_the_site_ends_with_a_slash(
    named: str, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", named)
    assert making.address() == address
