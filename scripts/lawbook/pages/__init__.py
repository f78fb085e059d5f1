"""Markdown pages from the Library and from hand-written content."""

from lawbook.pages.site import Beside, check, generate

__all__ = ["Beside", "check", "generate"]
