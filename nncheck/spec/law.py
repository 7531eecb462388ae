"""Laws of random answers: what the formula of a function that draws numbers returns in their place.

Every law stands for an array of independent entries. Continuous ones are judged in standard form,
(x - centre) / scale, in which nothing depends on the arguments any more.
"""

from functools import cache
from math import erf, exp, inf, pi, prod, sqrt
from statistics import NormalDist
from typing import Any, TypeAlias

import numpy as np

from nncheck.records import Array, Record

GRID = 512  # parts of equal probability at which distribution functions are compared
_STANDARD = NormalDist()


class Uniform(Record, frozen=True, kw_only=True):
    """Every number from `low` to `high` is as likely as every other; in standard form from -1 to 1."""

    shape: tuple[int, ...]
    low: float
    high: float

    @property
    def centre(self) -> float:
        return (self.low + self.high) / 2

    @property
    def scale(self) -> float:
        return (self.high - self.low) / 2

    @property
    def family(self) -> "Standard":
        return Standard(bound=1.0, square=1 / 3, normal=False)


class Normal(Record, frozen=True, kw_only=True):
    """The normal law; with `cut`, numbers further than so many standard deviations are drawn again."""

    shape: tuple[int, ...]
    mean: float
    std: float
    cut: float = inf

    @property
    def centre(self) -> float:
        return self.mean

    @property
    def scale(self) -> float:
        return self.std

    @property
    def family(self) -> "Standard":
        density = exp(-(self.cut**2) / 2) / sqrt(2 * pi)
        lost = 0.0 if density == 0 else 2 * self.cut * density / erf(self.cut / sqrt(2))
        return Standard(bound=self.cut, square=1 - lost, normal=True)


class Standard(Record, frozen=True, kw_only=True):
    """A symmetric law in standard form: how far out it goes, and the mean of its squares."""

    bound: float
    square: float
    normal: bool


class Dropped(Record, frozen=True, kw_only=True):
    """Each entry of `x` is lost, and 0, with probability `p`; the others are multiplied by `factor`."""

    x: Array
    p: float
    factor: float

    @property
    def shape(self) -> tuple[int, ...]:
        shape: tuple[int, ...] = self.x.shape
        return shape

    @property
    def certain(self) -> bool:
        """Whether nothing is left to chance."""
        return self.p in (0.0, 1.0)

    @property
    def certainty(self) -> Array:
        """The answer, where nothing is left to chance."""
        answer: Array = self.x * (self.factor if self.p == 0 else 0.0)
        return answer


Continuous: TypeAlias = Uniform | Normal
Law: TypeAlias = Uniform | Normal | Dropped


def uniform_law(shape: tuple[int, ...], low: float, high: float) -> Uniform:
    """Numbers from `low` to `high`, all equally likely."""
    return Uniform(shape=tuple(shape), low=float(low), high=float(high))


def normal_law(shape: tuple[int, ...], mean: float, std: float, cut: float = inf) -> Normal:
    """Normal numbers; with `cut` none further from the mean than so many times `std`."""
    return Normal(shape=tuple(shape), mean=float(mean), std=float(std), cut=cut)


def dropped(x: Any, p: float, factor: float | None = None) -> Dropped:
    """Entries of x lost with probability p, the others times `factor`, which is 1 / (1 - p) if not given."""
    return Dropped(x=np.asarray(x), p=float(p), factor=1 / (1 - p) if factor is None else float(factor))


def size(law: Law) -> int:
    """How many entries an answer has."""
    return prod(law.shape)


@cache
def quantiles(family: Standard) -> Array:
    """The numbers below which 1/GRID, 2/GRID ... of a law in standard form lie."""
    shares = [i / GRID for i in range(1, GRID)]
    if not family.normal:
        return np.array([2 * share - 1 for share in shares]) * family.bound
    outside = _STANDARD.cdf(-family.bound)
    return np.array([_STANDARD.inv_cdf(outside + share * (1 - 2 * outside)) for share in shares])
