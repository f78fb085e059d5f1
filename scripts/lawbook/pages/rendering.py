"""Render a generated page: its template with the functions of all pages and its own values."""

from __future__ import annotations

from collections.abc import Mapping

from lawbook.library.page import Page, front_matter
from lawbook.pages.functions import Functions
from lawbook.pages.world import World


def rendered(
    path: str, matter: Mapping[str, object], template: str, world: World, **shown: object
) -> Page:
    """Return the page at ``path`` (``forms/x/index.md``); ``shown``: further names it uses."""
    names = {**Functions(world, path).names(), **shown}
    return Page(path, front_matter(matter) + world.engine.get_template(template).render(names))
