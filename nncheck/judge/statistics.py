"""Numbers drawn under a law -> the statistics that nncheck.cases.critical has limits for."""

from collections.abc import Iterator
from functools import cache
from math import ceil, floor, log2, sqrt
from typing import NamedTuple

import numpy as np

from nncheck.records import Array
from nncheck.spec.law import GRID, Continuous, Dropped, Law, Standard, quantiles

_GRID = np.arange(1, GRID) / GRID
_ODD = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio: times it, the upper bits are spread evenly
_PIECE = 1 << 15
_BUCKETS = 8  # a number; by chance one in 16 then meets another


def standard(law: Continuous, numbers: Array) -> Array:
    """The numbers in the standard form of their law."""
    standardised: Array = np.subtract(numbers, law.centre, dtype=np.float64)
    standardised /= law.scale
    return standardised


def of_numbers(law: Continuous, numbers: Array) -> dict[str, float]:
    """What one draw shows of its law: centre, spread, ends, and the distribution function at a grid."""
    x = standard(law, numbers).ravel()
    return {
        "mean": float(sqrt(x.size) * x.mean()),
        "square": float(np.square(x).mean()),
        "extreme": float(max(x.max(), -x.min())),
        "distance": float(np.abs(gaps(law, x)).max()),
    }


def gaps(law: Continuous, standardised: Array) -> Array:
    """Share of the numbers below each quantile, less what it should be."""
    counted = (
        np.bincount(_quantiles_below(law.family, part), minlength=GRID) for part in _parts(standardised)
    )
    below = sum(counted, np.zeros(GRID, dtype=np.intp))[:-1].cumsum()
    difference: Array = below / standardised.size - _GRID
    return difference


class _Cells(NamedTuple):
    """A line cut into cells of 1 / `each`, from `first` to `last`, that hold one quantile at most."""

    each: float  # a power of 2, so that times it every number stays exact
    first: int
    last: int
    lower: Array  # how many quantiles lie below a cell
    following: Array  # and the one after them


@cache
def _cells(family: Standard) -> _Cells:
    grid = quantiles(family)
    each = 2.0 ** ceil(-log2(np.diff(grid).min()))
    first, last = floor(grid[0] * each), floor(grid[-1] * each) + 1
    lower = np.searchsorted(grid, np.arange(first, last + 1) / each)
    return _Cells(each, first, last, lower, np.append(grid, np.inf)[lower])


def _quantiles_below(family: Standard, numbers: Array) -> Array:
    """How many quantiles are less than each number. To sort the numbers would take ten times as long."""
    each, first, last, lower, following = _cells(family)
    with np.errstate(over="ignore", invalid="ignore"):
        cells = numbers * each
        np.floor(cells, out=cells)
        np.clip(cells, first, last, out=cells)
        cells -= first
        places = cells.astype(np.intp)  # a NaN may count as anything: then the mean is one as well
    beyond: Array = np.take(following, places, mode="clip") < numbers
    return np.take(lower, places, mode="clip") + beyond


def surely_distinct(numbers: Array) -> int:
    """How many of some finite numbers are different, at least: they fall into so many buckets."""
    size = ceil(log2(_BUCKETS * numbers.size + 1))
    filled = np.zeros(1 << size, dtype=bool)
    for part in _parts(numbers):
        bits = np.add(part, 0.0, dtype=np.float64).view(np.uint64)  # there is one zero only
        bits *= _ODD
        bits >>= np.uint64(64 - size)
        filled[bits.view(np.int64)] = True
    return int(np.count_nonzero(filled))


def _parts(numbers: Array) -> Iterator[Array]:
    """The numbers in pieces of 256 KiB: larger ones would leave the caches, or be mapped anew."""
    flat = numbers.ravel()
    return (flat[start : start + _PIECE] for start in range(0, flat.size, _PIECE))


def kept(law: Dropped, answer: Array) -> Array:
    """Which entries are not lost; x has no zeros."""
    mask: Array = answer != 0
    return mask


def share(mask: Array) -> float:
    """The share of what is kept."""
    return float(np.count_nonzero(mask) / mask.size)


def halves(array: Array) -> Iterator[tuple[str, str, Array, Array]]:
    """Pairs of entries that have nothing to do with each other: statistic, words, one half, the other."""
    table = array.reshape(len(array), -1)
    rows, columns = len(table) // 2 * 2, table.shape[1] // 2 * 2
    even, wide = table[:rows], table[:, :columns]
    yield "rows", "neighbouring rows", even[0::2], even[1::2]
    yield "rows", "the upper and the lower half", even[: rows // 2], even[rows // 2 :]
    yield "columns", "neighbouring columns", wide[:, 0::2], wide[:, 1::2]
    yield "columns", "the left and the right half", wide[:, : columns // 2], wide[:, columns // 2 :]


def dependence(one: Array, other: Array) -> float:
    """For numbers in standard form: given one half, that of the other is centred, and normal if they are."""
    length = sqrt(_product(one, one))
    return _product(one, other) / length if length else 0.0


def _product(one: Array, other: Array) -> float:
    """The inner product, row by row: for all numbers at once BLAS would start its threads."""
    return float(np.matmul(one[..., None, :], other[..., :, None]).sum())


def correlation(one: Array, other: Array) -> float:
    """The correlation of two halves, as people know it."""
    one, other = one - one.mean(), other - other.mean()
    length = sqrt(_product(one, one) * _product(other, other))
    return _product(one, other) / length if length else 0.0


def own_standard(law: Law, numbers: Array) -> Array:
    """The numbers in standard form by their own mean and spread, where they do not follow the law."""
    x = numbers.astype(np.float64)
    spread = float(x.std()) or 1.0
    square = 1.0 if isinstance(law, Dropped) else law.family.square
    standardised: Array = (x - x.mean()) / spread * sqrt(square)
    return standardised
