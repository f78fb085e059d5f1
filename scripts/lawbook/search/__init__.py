"""The search index: entries and the words readers search with.

Knows ``library`` and what lies below it; not ``pages``, ``word`` or ``export``.
"""

from lawbook.search.index import check, files

__all__ = ["check", "files"]
