"""All records as JSON for other programs and for the page's own scripts."""

from lawbook.web.export import exports

__all__ = ["exports"]
