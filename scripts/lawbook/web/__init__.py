"""What the page's own scripts read: the search index."""

from lawbook.web.search import check, files

__all__ = ["check", "files"]
