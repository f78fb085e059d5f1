"""What stands on the site stays true: built two years later, only the day of the build differs.

Cheap: the pages are made once more, and two small ones go twice through the theme; among the rest
of the tests, all that the site is made of is generated once more (pages, data, Word files, forms
that stand alone, feed, lists).
"""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from lawbook.library.library import Library
from lawbook.library.page import Page
from lawbook.pages import site as pages
from lawbook.site import build, policy

NOON = datetime.timezone(datetime.timedelta(hours=8))
# Kinds of files that pages are made of and lead to; of them MkDocs itself writes two.
MADE = {"md", "json", "docx", "pdf", "xml", "txt", "csv"}
MKDOCS = ["search/search_index.json", "sitemap.xml"]
DAYS = ("2026-11-29", "2028-11-29")
BUILT = "2026-11-30"


def _on(day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    moment = datetime.datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=NOON)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))


def _held(folder: Path) -> dict[str, bytes]:
    files = (one for one in folder.rglob("*") if one.is_file())
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in files}


def _written(folder: Path) -> dict[str, int]:
    """When each file was written last."""
    files = (one for one in folder.rglob("*") if one.is_file())
    return {one.relative_to(folder).as_posix(): one.stat().st_mtime_ns for one in files}


def test_the_text_of_all_pages_differs_in_one_place(
    library: Library,
    as_of: datetime.date,
    downloads_of_known_size: dict[str, bytes],
    finished: tuple[Page, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    later_day = as_of + datetime.timedelta(days=2 * 365)
    _on(later_day.isoformat(), monkeypatch)
    later = pages.pages(library, built=later_day, files=downloads_of_known_size)
    assert len(later) == len(finished) > 150
    pairs = zip(finished, later, strict=True)
    (pair,) = ((now.text, then.text) for now, then in pairs if now != then)
    assert pair[0].replace(f'built: "{as_of}"', f'built: "{later_day}"') == pair[1]
    assert pair[1].count(str(later_day)) == 1


def _copy_of_all(root: Path, folder: Path) -> None:
    """What MkDocs read with what was written beside its pages, as it was made."""
    shutil.copytree(root / "site", folder)
    for page in folder.rglob("*.html"):
        page.write_bytes(policy.without_policy(page.read_text(encoding="utf-8")).encode())
    shutil.copytree(root / "build/pages", folder, dirs_exist_ok=True)


@pytest.mark.deep
def test_all_that_is_generated_differs_in_one_place_and_nothing_else_is_touched(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build.site(root)
    today = build.today()
    later_day = today + datetime.timedelta(days=2 * 365)
    _on(later_day.isoformat(), monkeypatch)
    _copy_of_all(root, tmp_path / "pages")
    before = _written(tmp_path / "pages")
    now = _held(tmp_path / "pages")
    build.generate(root, tmp_path / "pages")
    after = _written(tmp_path / "pages")
    assert [name for name in after if after[name] != before.get(name)] == ["about/index.md"]
    assert len(after) > 150
    then = _held(tmp_path / "pages")
    kinds = {name.rpartition(".")[2] for name in then}
    assert {"md", "json", "docx", "html", "xml", "txt"} <= kinds
    assert set(then) <= set(now)
    gone = sorted(set(now) - set(then))
    assert [name for name in gone if name.rpartition(".")[2] in MADE] == MKDOCS
    assert [name for name in then if now[name] != then[name]] == ["about/index.md"]
    page, later = (one["about/index.md"].decode() for one in (now, then))
    assert page.replace(f'built: "{today}"', f'built: "{later_day}"') == later
    assert later.count(str(later_day)) == 1


def test_the_theme_adds_no_day_of_its_own(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/")
    pages = tmp_path / "pages"
    (pages / "guides").mkdir(parents=True)
    for name in ("index.md", "guides/procedure.md"):
        own = f'built: "{BUILT}"' if name == "index.md" else ""
        text = f'---\nchecked: "2026-11-22"\n{own}\n---\n# 题\n'
        (pages / name).write_text(text, encoding="utf-8")
    held = []
    for day in DAYS:
        _on(day, monkeypatch)
        mkdocs_build(
            load_config(
                str(root / "mkdocs.yml"),
                docs_dir=str(pages),
                site_dir=str(tmp_path / day),
                nav=["index.md", "guides/procedure.md"],
            )
        )
        held.append(_held(tmp_path / day))
    now, then = held
    # The packed sitemap holds the day in its head; the build takes it away.
    assert [name for name in now if now[name] != then[name]] == ["sitemap.xml.gz"]
    home, other = now["index.html"].decode(), now["guides/procedure/index.html"].decode()
    assert "事实核对于 2026-11-22。" in home and "事实核对于 2026-11-22。" in other
    assert (home.count(f"生成于 {BUILT}。"), other.count("生成于")) == (1, 0)
