"""A generated page: its template, filled with what all pages have and with what it shows."""

from __future__ import annotations

from collections.abc import Mapping

import jinja2

from lawbook.library.page import Page, front_matter
from lawbook.pages.functions import Functions, World


def rendered(
    place: str,
    matter: Mapping[str, object],
    template: str,
    world: World,
    engine: jinja2.Environment,
    **shown: object,
) -> Page:
    """The page at ``place`` (``forms/x/index.md``) with its front matter; ``shown``: more names."""
    names = {**Functions(world, place).names(), **shown}
    return Page(place, front_matter(matter) + engine.get_template(template).render(names))
