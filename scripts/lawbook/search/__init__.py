"""The search index: entries, vocabulary, postings, shards.

Knows ``library`` and what lies below; not ``pages``, ``word`` or ``export``.
"""

from lawbook.search.index import check, files

__all__ = ["check", "files"]
