"""Numbers drawn under a law -> the statistics that nncheck.cases.critical has limits for."""

from collections.abc import Iterator
from math import sqrt

import numpy as np

from nncheck.records import Array
from nncheck.spec.law import GRID, Continuous, Dropped, Law, quantiles

_GRID = np.arange(1, GRID) / GRID


def standard(law: Continuous, numbers: Array) -> Array:
    """The numbers in the standard form of their law."""
    standardised: Array = (numbers.astype(np.float64) - law.centre) / law.scale
    return standardised


def of_numbers(law: Continuous, numbers: Array) -> dict[str, float]:
    """What one draw shows of its law: centre, spread, ends, and the distribution function at a grid."""
    x = standard(law, numbers).ravel()
    return {
        "mean": float(sqrt(x.size) * x.mean()),
        "square": float(np.square(x).mean()),
        "extreme": float(np.abs(x).max()),
        "distance": float(np.abs(gaps(law, x)).max()),
    }


def gaps(law: Continuous, standardised: Array) -> Array:
    """Share of the numbers below each quantile, less what it should be."""
    below = np.searchsorted(np.sort(standardised), quantiles(law.family), side="right")
    difference: Array = below / standardised.size - _GRID
    return difference


def kept(law: Dropped, answer: Array) -> Array:
    """Which entries are not lost; x has no zeros."""
    mask: Array = answer != 0
    return mask


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
    """The inner product; BLAS would start its threads for it, which takes longer."""
    return float((one * other).sum())


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
