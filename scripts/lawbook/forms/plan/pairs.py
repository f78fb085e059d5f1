"""The pairs of neighbouring signs of a text, as numbers: to make and to ask them costs little."""

from __future__ import annotations

from array import array

_SIGN, _PAIR = 4, 8  # bytes


def pairs(text: str) -> list[int]:
    """Each pair of a text, in no order.

    >>> len(pairs("复核复")), len(pairs("复复复")), pairs("复") == pairs("")
    (2, 2, True)
    """
    data = text.encode("utf-32-le", "surrogatepass")
    starts = (data[at : at + (len(data) - at) // _PAIR * _PAIR] for at in (0, _SIGN))
    return [pair for some in starts for pair in array("Q", some)]


def set_of(text: str) -> frozenset[int]:
    """The pairs of a text."""
    return frozenset(pairs(text))
