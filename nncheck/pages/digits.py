"""A printed text beside the exact one -> the parts of both, with those that differ told apart.

Numbers are compared with the exact one rounded to as many decimals: a correct rounding differs nowhere.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, localcontext
from itertools import chain

from nncheck.records import Record

_NUMBER = re.compile(r"([-−+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)")
_BRACKETS = frozenset("()[]{}")
_LONGEST = 60  # characters of a number that is rounded
_DIGITS = 130  # of the arithmetic: enough for a number of that length


class Part(Record, frozen=True, kw_only=True):
    """Some characters; `differs` where the other text has others."""

    text: str
    differs: bool = False


def compared(printed: str, exact: str) -> tuple[list[Part], list[Part]]:
    """The parts of both texts. Texts of different form are no rounding of each other, and left alone."""
    left, right = _NUMBER.split(printed), _NUMBER.split(exact)
    if len(left) != len(right):
        return [Part(text=printed)], [Part(text=exact)]
    pairs = [
        _numbers(one, other) if place % 2 else _words(one, other)
        for place, (one, other) in enumerate(zip(left, right, strict=True))
    ]
    return _side(pair[0] for pair in pairs), _side(pair[1] for pair in pairs)


_Pair = tuple[list[Part], list[Part]]


def _side(parts: Iterator[list[Part]]) -> list[Part]:
    return [part for part in chain.from_iterable(parts) if part.text]


def _numbers(printed: str, exact: str) -> _Pair:
    """From the first digit that is not that of the rounded number on, everything differs."""
    rounded = _rounded(exact, printed)
    if rounded == printed:
        return [Part(text=printed)], [Part(text=exact)]
    same = next((i for i, (a, b) in enumerate(zip(printed, rounded, strict=False)) if a != b), None)
    at = min(len(printed), len(rounded)) if same is None else same
    return _cut(printed, at), _cut(exact, at)


def _cut(text: str, at: int) -> list[Part]:
    return [Part(text=text[:at]), Part(text=text[at:], differs=True)]


def _rounded(exact: str, like: str) -> str:
    """The exact number with as many decimals as the printed one has; itself where there is an exponent."""
    if {*"eE"} & {*exact, *like} or max(len(exact), len(like)) > _LONGEST:
        return exact
    decimals = len(like.partition(".")[2])
    with localcontext() as context:
        context.prec = _DIGITS
        return f"{Decimal(exact.replace('−', '-')):.{decimals}f}"


def _words(printed: str, exact: str) -> _Pair:
    """Between numbers only brackets count: [0, 1] is not (0, 1]."""
    left, right = ([each for each in text if each in _BRACKETS] for text in (printed, exact))
    if left == right or len(left) != len(right):
        return [Part(text=printed)], [Part(text=exact)]
    wrong = [one != other for one, other in zip(left, right, strict=True)]
    return _marked(printed, wrong), _marked(exact, wrong)


def _marked(text: str, wrong: list[bool]) -> list[Part]:
    left = iter(wrong)
    return [Part(text=each, differs=each in _BRACKETS and next(left)) for each in text]
