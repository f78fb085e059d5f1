"""The mark of what Python and the page's scripts both say: typed once, beside its Python code.

``lawbook schemas`` writes each marked constant into a module of the scripts (site/shared_words.py).
A sentence names its places: ``{name}`` is filled by ``str.format`` here, by ``filled`` there.
"""

from __future__ import annotations

from typing import Annotated, TypeVar

_Value = TypeVar("_Value")
Shared = Annotated[_Value, "also in the page's scripts"]
