"""What scripts read: all records as JSON, and the search index."""

from lawbook.web.export import exports
from lawbook.web.search import check, files

__all__ = ["check", "exports", "files"]
