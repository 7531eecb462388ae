"""Arithmetic on numbers with tolerances never loses the true value."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nncheck.spec.measured import Measured, at_least, equal, measured, stack

NUMBERS = st.floats(-8, 8)
TOLERANCES = st.floats(0, 0.5)
PLACES = st.floats(-1, 1)  # where in its interval the true value lies
ROUNDING = 1e-12  # of the test's own float64 arithmetic

OPERATIONS: dict[str, Callable[[Any, Any], Any]] = {
    "a + b": lambda a, b: a + b,
    "3 + a": lambda a, b: 3.0 + a,
    "a - b": lambda a, b: a - b,
    "3 - a": lambda a, b: 3.0 - a,
    "-a": lambda a, b: -a,
    "a * b": lambda a, b: a * b,
    "-3 a": lambda a, b: -3.0 * a,
    "a / -3": lambda a, b: a / -3.0,
    "array + a": lambda a, b: np.array(2.0) + a,
    "exp": lambda a, b: a.exp() if isinstance(a, Measured) else np.exp(a),
    "a (b - a)": lambda a, b: a * (b - a),
}


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)
@settings(max_examples=60, deadline=None, database=None, derandomize=True)
@given(NUMBERS, TOLERANCES, PLACES, NUMBERS, TOLERANCES, PLACES)
def test_true_values_stay_inside(
    operation: Callable[[Any, Any], Any], a: float, da: float, pa: float, b: float, db: float, pb: float
) -> None:
    """Whatever the true values inside their intervals are, the true result is inside the result's."""
    result = operation(Measured(a, da), Measured(b, db))
    true = operation(np.float64(a + pa * da), np.float64(b + pb * db))
    assert abs(float(true) - float(result.value)) <= float(result.tolerance) * (1 + ROUNDING) + ROUNDING * (
        1 + abs(float(true))
    )


@settings(max_examples=60, deadline=None, database=None, derandomize=True)
@given(st.floats(0.1, 8), st.floats(0, 0.09), PLACES)
def test_logarithms_stay_inside(a: float, da: float, place: float) -> None:
    """The logarithm's tolerance covers the steeper side of its curve."""
    result = Measured(a, da).log()
    assert abs(np.log(a + place * da) - float(result.value)) <= float(result.tolerance) + ROUNDING


def test_parts_and_sums_carry_their_tolerances() -> None:
    """Indexing, transposing, reshaping, stacking and adding up treat value and tolerance alike."""
    table = Measured(np.arange(6.0).reshape(2, 3), np.arange(6.0).reshape(2, 3) / 10)
    for part in (
        table[1],
        table[..., ::-1],
        table.T,
        table.reshape(3, 2),
        table.sum(),
        table.sum(axis=1),
        stack([table, table], 1),
    ):
        assert part.value.shape == part.tolerance.shape
        assert np.allclose(part.value / 10, part.tolerance, rtol=1e-15)


def test_numbers_are_exact() -> None:
    """A plain number or array has no tolerance."""
    assert measured([1.0, 2.0]).tolerance.tolist() == [0.0, 0.0]


@pytest.mark.parametrize(
    ("relation", "gap", "allowed"),
    [
        (equal(Measured(1.0, 0.1), Measured(1.3, 0.1)), 0.3, 0.2),
        (equal(Measured(1.3, 0.1), 1.0), 0.3, 0.1),
        (at_least(Measured(1.0, 0.1), Measured(1.3, 0.1)), 0.3, 0.2),
        (at_least(Measured(1.3, 0.1), 1.0), 0.0, 0.1),
    ],
    ids=["equal", "equal to a number", "too small", "large enough"],
)
def test_relations_know_their_gap_and_what_is_allowed(relation: Any, gap: float, allowed: float) -> None:
    """`gap` is how far a relation is from holding, `allowed` the sum of both sides' tolerances."""
    assert float(relation.gap) == pytest.approx(gap)
    assert float(relation.allowed) == pytest.approx(allowed)


def test_nan_never_holds() -> None:
    """A relation over NaN is not kept."""
    relation = equal(np.nan, 1.0)
    assert not (relation.gap <= relation.allowed)
