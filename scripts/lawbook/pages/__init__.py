"""Markdown pages from the Library and from hand-written content."""

from lawbook.pages.site import generate

__all__ = ["generate"]
