"""Word: ``layout`` writes forms, blank and filled; ``read`` reads them back; here, other documents.

Knows ``library`` and what lies below it.
"""

from lawbook.word.layout.docx import (
    blank,
    compiled,
    compiled_like_ministry,
    fill,
    fill_like_ministry,
)

__all__ = ["blank", "compiled", "compiled_like_ministry", "fill", "fill_like_ministry"]
