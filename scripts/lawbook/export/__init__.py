"""JSON for the page's tools and for other programs, schemas for editors, the feed of changes.

Knows ``desk`` and what lies below it; not ``pages``, ``word`` or ``search``.
"""

from lawbook.export.datasets import exports

__all__ = ["exports"]
