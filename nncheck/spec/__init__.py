"""The words of an exercise file: mathematics, domains, properties, functions, exercises."""

from nncheck.spec.derivative import gradient
from nncheck.spec.domain import labels, number, one_hot, one_of, probabilities, reals
from nncheck.spec.exercise import Example, Exercise, Function, Link, Misconception, Property, derivative
from nncheck.spec.load import load_exercises
from nncheck.spec.mathematics import PI, amax, erf, exp, log, maximum, positive, sqrt, tanh, total, where
from nncheck.spec.measured import at_least, equal, stack
from nncheck.spec.properties import (
    even,
    homogeneous,
    idempotent,
    increasing,
    odd,
    permutation_equivariant,
    rows_independent,
    scale_free,
    shift_invariant,
    slope_in,
    slope_of,
    symmetric,
    within,
)

__all__ = [
    "PI",
    "Example",
    "Exercise",
    "Function",
    "Link",
    "Misconception",
    "Property",
    "amax",
    "at_least",
    "derivative",
    "equal",
    "erf",
    "even",
    "exp",
    "gradient",
    "homogeneous",
    "idempotent",
    "increasing",
    "labels",
    "load_exercises",
    "log",
    "maximum",
    "number",
    "odd",
    "one_hot",
    "one_of",
    "permutation_equivariant",
    "positive",
    "probabilities",
    "reals",
    "rows_independent",
    "scale_free",
    "shift_invariant",
    "slope_in",
    "slope_of",
    "sqrt",
    "stack",
    "symmetric",
    "tanh",
    "total",
    "where",
    "within",
]
