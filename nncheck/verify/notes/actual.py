"""What programs wrote -> the numbers in it, in full where they are known."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import isfinite
from typing import Any

from nncheck.errors import UsageError
from nncheck.records import Record
from nncheck.verify.notes.beside.shapes import number_spans
from nncheck.verify.notes.pieces import Written
from nncheck.verify.printed import parse


class Actual(Record, frozen=True, kw_only=True):
    """A number that a program printed: as it did, and in full (a Fraction, or a float that is not finite)."""

    text: str
    exact: Any = None
    roundoff: float = 0.0  # of its type


def numbers_written(records: Iterable[Written]) -> list[Actual]:
    """The numbers in what was written, in order."""
    pieces = [piece for record in records for piece in record.pieces]
    text = "".join(piece[0] for piece in pieces)
    spans = list(number_spans(text))
    found: list[Actual] = []
    begun, position = 0, 0
    for written, values, roundoff in pieces:
        end = begun + len(written)
        inside = []
        while position < len(spans) and spans[position][0] < end:
            inside.append(spans[position])
            position += 1
        texts = [text[slice(*span)] for span in inside]
        begun = end
        found += _in_full(texts, values, roundoff)
    return found


def _in_full(texts: list[str], values: tuple[str, ...] | None, roundoff: float) -> Iterator[Actual]:
    """Each number with its full value, if those that the program gave are really the ones that it printed."""
    known: list[Any] = [None] * len(texts)
    if values is not None and len(values) == len(texts):
        known = [_exact(value) for value in values]
    for text, exact in zip(texts, known, strict=True):
        yield Actual(text=text, exact=exact if _rounds_to(text, exact) else None, roundoff=roundoff)


def _exact(value: str) -> Any:
    try:
        number = parse(value)
    except UsageError:
        return None
    return number.value if number.special is None else number.special


def _rounds_to(text: str, exact: Any) -> bool:
    """Whether a full value can be printed so; the last digit may differ: types round, too."""
    if exact is None:
        return False
    printed = parse(text)
    if printed.special is not None or not isfinite(exact):
        return printed.special is not None and str(printed.special) == str(float(exact))
    return abs(Fraction(exact) - printed.value) <= printed.unit
