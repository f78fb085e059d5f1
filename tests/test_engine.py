"""The next engine builds the same addresses and anchors from the same mkdocs.yml."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from lawbook.engine import built_by_next

ID = re.compile(r'\sid="([^"]*)"')


def anchors(site: Path) -> Mapping[str, frozenset[str]]:
    """The anchors of each page by its address; those of the themes themselves begin with __."""
    return {
        file.relative_to(site).as_posix(): frozenset(
            name for name in ID.findall(file.read_text(encoding="utf-8")) if name[:2] != "__"
        )
        for file in site.rglob("*.html")
    }


@pytest.fixture(scope="module")
def both(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    site = Path(os.environ.get("SITE_DIR", root / "site"))
    assert (site / "index.html").is_file(), "请先运行 make site"
    return site, built_by_next(root, tmp_path_factory.mktemp("next"))


@pytest.mark.xdist_group("site")
def test_both_engines_build_the_same_addresses_and_anchors(both: tuple[Path, Path]) -> None:
    now, then = (anchors(site) for site in both)
    assert set(then) == set(now)
    assert {name: now[name] ^ then[name] for name in now if now[name] != then[name]} == {}
    assert len(now) > 190
    assert sum(map(len, now.values())) > 2500


@pytest.mark.xdist_group("site")
def test_both_carry_the_same_files_for_readers_and_programs(both: tuple[Path, Path]) -> None:
    now, then = (
        {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
        for site in both
    )
    ours = {name for name in now if not re.match(r"assets/(javascripts|stylesheets)/", name)}
    assert ours - then == {"search/search_index.json"}  # the theme's own index, which is empty


@pytest.mark.xdist_group("site")
def test_the_search_is_wired_into_both_by_one_template(both: tuple[Path, Path]) -> None:
    for site in both:
        page = (site / "guides/procedure/index.html").read_text(encoding="utf-8")
        wire = page.index('src="../../assets/search/wire.js"')
        assert wire < page.index("assets/javascripts/bundle."), site
        assert (site / "assets/search/worker.js").is_file()
