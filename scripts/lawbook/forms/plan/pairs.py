"""Bigrams of a text as integers: cheap to make and to look up."""

from __future__ import annotations

from array import array

_SIGN, _PAIR = 4, 8  # bytes


def pairs(text: str) -> list[int]:
    """Return each bigram of a text, in no order.

    >>> len(pairs("复核复")), len(pairs("复复复")), pairs("复") == pairs("")
    (2, 2, True)
    """
    even, odd = _from_both_signs(text)
    return [*even, *odd]


def set_of(text: str) -> set[int]:
    """Return the set of a text's bigrams."""
    even, odd = _from_both_signs(text)
    made = set(even)
    made.update(odd)
    return made


def _from_both_signs(text: str) -> tuple[array[int], array[int]]:
    """Return the bigrams that begin at even offsets, and those at odd ones."""
    data = text.encode("utf-32-le", "surrogatepass")
    first, second = (
        array("Q", data[at : at + (len(data) - at) // _PAIR * _PAIR]) for at in (0, _SIGN)
    )
    return first, second
