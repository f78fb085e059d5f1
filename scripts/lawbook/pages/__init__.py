"""Markdown pages from the Library and from hand-written content: one file per kind of page.

Knows ``desk`` and what lies below it; not ``word``, ``search`` or ``export``.
"""

from lawbook.pages.content import compile_ahead
from lawbook.pages.filling import SCRIPT as FILL_SCRIPT
from lawbook.pages.filling import body as fill_body
from lawbook.pages.filling import icon
from lawbook.pages.filling import offered as filled_in_browser
from lawbook.pages.site import check, nobody, paths
from lawbook.pages.site import pages as all_pages

__all__ = [
    "FILL_SCRIPT",
    "all_pages",
    "check",
    "compile_ahead",
    "fill_body",
    "filled_in_browser",
    "icon",
    "nobody",
    "paths",
]
