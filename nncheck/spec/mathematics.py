"""The words in which formulas are written; each works on scalars and on arrays of them."""

from typing import Any

import numpy as np

from nncheck.spec.expression import Expression, apply

PI = Expression("pi", ())


def exp(x: Any) -> Any:
    """e^x."""
    return apply("exp", x)


def log(x: Any) -> Any:
    """The natural logarithm."""
    return apply("log", x)


def sqrt(x: Any) -> Any:
    """The square root."""
    return apply("sqrt", x)


def erf(x: Any) -> Any:
    """The error function 2/sqrt(pi) times the integral of e^(-t^2) from 0 to x."""
    return apply("erf", x)


def tanh(x: Any) -> Any:
    """The hyperbolic tangent as one library call (formulas that teach it spell it out with exp)."""
    return apply("tanh", x)


def positive(x: Any) -> Any:
    """The condition x > 0, for `where`. At x = 0 either branch is right: a kink has subgradients."""
    return x


def where(condition: Any, then: Any, otherwise: Any) -> Any:
    """`then` where the condition holds, else `otherwise`; write conditions with `positive`."""
    return apply("where", condition, then, otherwise)


def maximum(a: Any, b: Any) -> Any:
    """The larger of two."""
    return where(positive(a - b), a, b)


def amax(z: Any, axis: int = -1) -> Any:
    """The largest along an axis, which stays with length 1."""
    slices = np.moveaxis(np.asarray(z, dtype=object), axis, 0)
    largest = slices[0]
    for each in slices[1:]:
        largest = maximum(largest, each)
    return np.expand_dims(largest, axis)


def total(z: Any, axis: int | None = None) -> Any:
    """The sum of all entries, or along an axis, which stays with length 1."""
    array = np.asarray(z, dtype=object)
    return array.sum() if axis is None else array.sum(axis=axis, keepdims=True)
