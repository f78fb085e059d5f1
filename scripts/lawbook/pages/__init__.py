"""Markdown pages from the Library and from hand-written content."""

from lawbook.pages.generate import generate

__all__ = ["generate"]
