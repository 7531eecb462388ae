"""What the exercise optimizers says of its methods, checked apart from its own reference."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from students import EXERCISES, in_double

from nncheck.cases.bundle import Bundle
from nncheck.spec.trees import leaves

OPTIMIZERS = EXERCISES["optimizers"].functions
BY_STEPS = [name for name, function in OPTIMIZERS.items() if function.steps]
SETTINGS = {
    "sgd": (0.3,),
    "momentum": (0.3, 0.6),
    "adagrad": (0.3, 0.5),
    "rmsprop": (0.3, 0.7, 0.5),
    "adam": (0.3, 0.6, 0.8, 0.5),
}
Bundles = Callable[[str], dict[str, Bundle]]


def fractions(*rows: Any) -> Any:
    """An array of exact numbers."""
    return np.array(
        [[Fraction(each) for each in row] if isinstance(row, list) else Fraction(row) for row in rows]
    )


CURVATURE = fractions([4, 1, 0], [1, 3, -1], [0, -1, 2])
MINIMUM = fractions(1, -2, Fraction(1, 2))


def slope(w: Any) -> Any:
    """The gradient of a quadratic function with that curvature and that minimum."""
    return CURVATURE @ (w - MINIMUM)


def test_newton_is_exact_on_a_quadratic() -> None:
    """One step from anywhere ends at the minimum, in exact arithmetic."""
    start = fractions(7, -3, 11)
    assert (OPTIMIZERS["newton"].formula(start, slope(start), CURVATURE) == MINIMUM).all()


def test_bfgs_is_exact_on_a_quadratic() -> None:
    """As many steps as weights, each to the lowest point on its line, end at the minimum with the inverse."""
    w, estimate = fractions(7, -3, 11), fractions([1, 0, 0], [0, 1, 0], [0, 0, 1])
    for _ in range(len(w)):
        direction = -estimate @ slope(w)
        length = -(direction @ slope(w)) / (direction @ CURVATURE @ direction)
        moved = w + length * direction
        estimate = OPTIMIZERS["bfgs_update"].formula(estimate, moved - w, slope(moved) - slope(w))
        w = moved
    assert (w == MINIMUM).all()
    assert (estimate @ CURVATURE == np.eye(3, dtype=int)).all()


def test_gradient_descent_is_not() -> None:
    """The two tests above can fail."""
    start = fractions(7, -3, 11)
    assert not (start - slope(start) == MINIMUM).all()


@pytest.mark.parametrize("name", BY_STEPS)
def test_fifty_steps_are_those_of_torch(name: str) -> None:
    """The formula in double precision stays with torch.optim, as far as double precision goes."""
    torch = pytest.importorskip("torch")
    gradients = np.random.default_rng(3).normal(size=(50, 2, 3))
    arguments = (np.linspace(-2.0, 2.0, 6).reshape(2, 3), gradients, None, *SETTINGS[name])
    ours = in_double(OPTIMIZERS[name].formula)(*arguments)
    tensors = [torch.from_numpy(each) if isinstance(each, np.ndarray) else each for each in arguments]
    theirs = OPTIMIZERS[name].torch(torch, *tensors)  # type: ignore[misc]
    for one, other in zip(ours, theirs, strict=True):
        assert one == pytest.approx(other.numpy(), rel=1e-13, abs=1e-13)


@pytest.mark.parametrize("name", BY_STEPS)
def test_cases_have_one_two_and_fifty_steps(name: str, bundles: Bundles) -> None:
    """Every seed asks for them, with gradients that differ, and with large eps."""
    cases = bundles("optimizers")[name].group("values")
    lengths = {len(case.exact) for case in cases}
    assert {1, 2, 50} <= lengths
    (long,) = [case for case in cases if len(case.exact) == 50]
    assert len(np.unique(long.arguments[1])) > 20
    if "eps" in OPTIMIZERS[name].parameters:
        assert sum(case.arguments[-1] >= 0.1 for case in cases) >= 5


@pytest.mark.parametrize("name", BY_STEPS)
def test_tolerances_stay_small_over_all_steps(name: str, bundles: Bundles) -> None:
    """What rounding may do in fifty steps is far below what a mistake does in one."""
    for case in bundles("optimizers")[name].group("values"):
        for (_, tolerance), (_, scale) in zip(leaves(case.tolerance), leaves(case.scale), strict=True):
            assert (tolerance <= 1e-12 * scale).all()
