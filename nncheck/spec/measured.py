"""Numbers with their tolerances, and arithmetic that carries both.

A property such as f(-x) = 1 - f(x) does not hold exactly in floating point. Written with `Measured`
values, its own tolerance follows from those of the answers in it, by worst-case propagation.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Measured:
    """Values, each known to +- its tolerance; both float64 arrays of one shape."""

    __array_ufunc__ = None  # so that ndarray + Measured comes to us

    def __init__(self, value: Any, tolerance: Any = 0.0):
        self.value: Floats = np.asarray(value, dtype=np.float64)
        self.tolerance: Floats = np.broadcast_to(np.asarray(tolerance, dtype=np.float64), self.value.shape)

    def __add__(self, other: Any) -> "Measured":
        right = measured(other)
        return Measured(self.value + right.value, self.tolerance + right.tolerance)

    def __radd__(self, other: Any) -> "Measured":
        return self.__add__(other)

    def __neg__(self) -> "Measured":
        return Measured(-self.value, self.tolerance)

    def __sub__(self, other: Any) -> "Measured":
        return self + -measured(other)

    def __rsub__(self, other: Any) -> "Measured":
        return measured(other).__sub__(self)

    def __mul__(self, other: Any) -> "Measured":
        right = measured(other)
        crossed = np.abs(self.value) * right.tolerance + np.abs(right.value) * self.tolerance
        return Measured(self.value * right.value, crossed + self.tolerance * right.tolerance)

    def __rmul__(self, other: Any) -> "Measured":
        return self.__mul__(other)

    def __truediv__(self, number: Any) -> "Measured":
        return Measured(self.value / number, self.tolerance / np.abs(number))

    def __getitem__(self, index: Any) -> "Measured":
        return Measured(self.value[index], self.tolerance[index])

    def sum(self, axis: int | None = None) -> "Measured":
        return Measured(self.value.sum(axis=axis), self.tolerance.sum(axis=axis))

    def exp(self) -> "Measured":
        return Measured(np.exp(self.value), np.exp(self.value) * np.expm1(self.tolerance))

    def log(self) -> "Measured":
        return Measured(np.log(self.value), self.tolerance / np.maximum(self.value - self.tolerance, 1e-300))

    @property
    def T(self) -> "Measured":
        return Measured(self.value.T, self.tolerance.T)

    def reshape(self, *shape: int) -> "Measured":
        return Measured(self.value.reshape(*shape), self.tolerance.reshape(*shape))


def measured(value: Any) -> Measured:
    """`value` itself, or an exact number or array as a Measured without tolerance."""
    return value if isinstance(value, Measured) else Measured(value)


def stack(parts: Sequence[Measured], axis: int = 0) -> Measured:
    """Several of one shape, along a new axis."""
    return Measured(
        np.stack([part.value for part in parts], axis), np.stack([part.tolerance for part in parts], axis)
    )


class Relation:
    """What a property states of two sides; `gap` is how far it is from holding, in [0, inf)."""

    def __init__(self, left: Any, right: Any, one_sided: bool = False):
        self.left, self.right, self.one_sided = measured(left), measured(right), one_sided

    @property
    def gap(self) -> Floats:
        difference: Floats = self.right.value - self.left.value
        return np.maximum(difference, 0) if self.one_sided else np.abs(difference)

    @property
    def allowed(self) -> Floats:
        total: Floats = self.left.tolerance + self.right.tolerance
        return total


def equal(left: Any, right: Any) -> Relation:
    """left = right."""
    return Relation(left, right)


def at_least(left: Any, right: Any) -> Relation:
    """left >= right."""
    return Relation(left, right, one_sided=True)
