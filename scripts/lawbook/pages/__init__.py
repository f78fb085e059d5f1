"""Markdown pages from the Library and from hand-written content."""

from lawbook.pages.site import check, generate

__all__ = ["check", "generate"]
