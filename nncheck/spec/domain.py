"""Where a function's arguments come from."""

from typing import Any

from nncheck.records import Record


class Reals(Record, frozen=True, kw_only=True):
    """An array of real numbers from `low` to `high`.

    `dims` names its axes, so that arguments which share a name share a size; () is a scalar given
    as a Python float, None any shape at all. With `one_row` the first axis may be left out.
    """

    low: float
    high: float
    dims: tuple[str, ...] | None = None
    one_row: bool = False


class Choice(Record, frozen=True, kw_only=True):
    """A number out of a list."""

    values: tuple[float, ...]


Domain = Any  # Reals, Choice, or a dict of names to domains


def reals(low: float, high: float, *dims: str, one_row: bool = False) -> Reals:
    """An array of real numbers whose axes are named `dims`; any shape where none is named."""
    return Reals(low=low, high=high, dims=dims or None, one_row=one_row)


def number(low: float, high: float) -> Reals:
    """A scalar, given as a Python float."""
    return Reals(low=low, high=high, dims=())


def one_of(*values: float) -> Choice:
    """One of these numbers."""
    return Choice(values=values)
