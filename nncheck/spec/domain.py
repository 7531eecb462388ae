"""Where a function's arguments come from."""

from types import EllipsisType
from typing import Any

from nncheck.records import Record

ANY_SHAPE = "..."  # the name of any number of axes, which arguments that name them share


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
    """A number out of a list; with `dims`, an array of such numbers."""

    values: tuple[float, ...]
    dims: tuple[str, ...] = ()


class Distribution(Record, frozen=True, kw_only=True):
    """Rows of probabilities that sum to 1 exactly, each in (0, 1); classes lie along the last axis.

    With `one_hot` a single class of each row has it all.
    """

    dims: tuple[str, ...]
    one_hot: bool = False


Domain = Any  # Reals, Choice, Distribution, or a dict of names to domains


def reals(low: float, high: float, *dims: str | EllipsisType, one_row: bool = False) -> Reals:
    """An array of real numbers whose axes are named `dims`; any shape where none is named.

    `...` among them stands for any number of axes, the same ones wherever it is written.
    """
    return Reals(low=low, high=high, dims=_names(dims) or None, one_row=one_row)


def number(low: float, high: float) -> Reals:
    """A scalar, given as a Python float."""
    return Reals(low=low, high=high, dims=())


def one_of(*values: float) -> Choice:
    """One of these numbers."""
    return Choice(values=values)


def labels(*dims: str | EllipsisType) -> Choice:
    """An array of 0.0 and 1.0."""
    return Choice(values=(0.0, 1.0), dims=_names(dims))


def probabilities(dim: str, *dims: str) -> Distribution:
    """Rows of probabilities, each strictly between 0 and 1; a row sums to 1."""
    return Distribution(dims=(dim, *dims))


def one_hot(dim: str, *dims: str) -> Distribution:
    """Rows with a single 1.0 among zeros."""
    return Distribution(dims=(dim, *dims), one_hot=True)


def _names(dims: tuple[str | EllipsisType, ...]) -> tuple[str, ...]:
    return tuple(each if isinstance(each, str) else ANY_SHAPE for each in dims)
