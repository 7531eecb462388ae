"""Certified intervals at kinks and where nothing is defined; widened balls hold what programs return."""

from collections.abc import Callable
from typing import Any

import pytest
from flint import arb

from nncheck.reference.balls import Uncertified, certified, widened
from nncheck.reference.trace import trace
from nncheck.spec import erf, exp, log, maximum, positive, sqrt, tanh, where
from nncheck.spec.expression import new_input


def test_what_can_only_be_zero_is_not_widened() -> None:
    """Every type holds 0: the root of the squares of zeros is 0, and no NaN of something below it."""
    for dtype in ("float64", "float32"):
        traced = trace(lambda g: [sqrt(0.5 * g**2), 0.25 - g - 0.25 * (1 - g)], (0.0,))
        root, rest = widened(traced.outputs, {traced.inputs[0].order: 0.0}, dtype).balls
        assert root == 0
        assert rest.rad() > 0  # a difference of rounded numbers may be anything near


CANCELLING = [
    ("a tie", lambda x: maximum(exp(x), exp(x)) - exp(x), 0, 0),
    ("a step", lambda x: where(positive(exp(x) * 3 - exp(x) * 2 - exp(x)), 1, -1), -1, 1),
    ("a norm", lambda x: sqrt((tanh(x) + tanh(-x)) ** 2 + 0 * x), 0, 0),
]


@pytest.mark.parametrize(
    ("formula", "low", "high"), [row[1:] for row in CANCELLING], ids=[row[0] for row in CANCELLING]
)
def test_terms_that_cancel_are_zero(formula: Callable[..., Any], low: float, high: float) -> None:
    """No precision shows that equal irrational terms cancel: what is left is taken for the 0 that it is."""
    traced = trace(formula, (0.7,))
    (interval,) = certified(traced.outputs, {traced.inputs[0].order: 0.7})
    assert (float(interval.low.mid()), float(interval.high.mid())) == (low, high)


def test_what_is_nearly_zero_is_not_zero() -> None:
    """A condition far below the smallest number of any type still has its sign."""
    for sign in (1, -1):
        traced = trace(lambda x, sign=sign: where(positive(sign * exp(x)), 1, -1), (-1000.0,))
        (interval,) = certified(traced.outputs, {traced.inputs[0].order: -1000.0})
        assert float(interval.low) == float(interval.high) == sign


@pytest.mark.parametrize(
    ("formula", "low", "high"),
    [
        (lambda x: where(positive(x), 1, 0), 0, 1),
        (lambda x: where(positive(x), 0, 1), 0, 1),
        (lambda x: where(positive(x), 3, -2), -2, 3),
        (lambda x: maximum(x, 0), 0, 0),
    ],
    ids=["step", "step down", "any two", "no jump"],
)
def test_a_kink_has_every_value_between_its_sides(
    formula: Callable[..., Any], low: float, high: float
) -> None:
    """Where a condition is exactly 0, the certified answer is the interval of both branches, in order."""
    x = new_input()
    (interval,) = certified([trace(lambda _: formula(x), (0.0,)).outputs[0]], {x.order: 0.0})
    assert (float(interval.low), float(interval.high)) == (low, high)


@pytest.mark.parametrize(
    ("formula", "at"),
    [
        (lambda x: 1 / x, 0.0),
        (log, 0.0),
        (log, -1.0),
        (lambda x: (x - x) / (x - x), 1.0),
        (lambda x: exp(exp(x)), 1e308),
    ],
    ids=["1/0", "log 0", "log -1", "0/0", "beyond every precision"],
)
def test_undefined_values_are_uncertified(formula: Callable[..., Any], at: float) -> None:
    """Where there is no value, none is made up."""
    x = new_input()
    with pytest.raises(Uncertified):
        certified([formula(x)], {x.order: at})


def test_cancellation_costs_precision_not_digits() -> None:
    """(x + 1) - x is 1 even where x has three hundred digits."""
    x = new_input()
    (interval,) = certified([(x + 1) - x], {x.order: 1e300})
    assert float(interval.low) == 1.0


# --- what programs return ------------------------------------------------------------------------


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_every_operation_widens(dtype: str) -> None:
    """One rounding is one unit roundoff of the result; each further operation adds its own."""
    x = new_input()
    unit = 2.0**-53 if dtype == "float64" else 2.0**-24
    node, radii = x, []
    for _ in range(3):
        radii.append(float(widened([node], {x.order: 1.0}, dtype).balls[0].rad()) / unit)
        node = node * 1.0
    assert radii == pytest.approx([1, 3, 5], rel=1e-6)  # a product rounds, and so does its constant


@pytest.mark.parametrize(("dtype", "units"), [("float64", 2), ("float32", 8)])
@pytest.mark.parametrize("function", [exp, log, erf, tanh], ids=lambda function: function.__name__)
def test_library_functions_widen_by_their_ulps(function: Callable[..., Any], dtype: str, units: int) -> None:
    """exp, log, erf and tanh are good to 1 ULP in float64 and 4 in float32; sqrt is rounded correctly."""
    x = new_input()
    unit = 2.0**-53 if dtype == "float64" else 2.0**-24
    (ball,) = widened([function(x)], {x.order: 0.0 if function is exp else 40.0}, dtype).balls
    input_error = {exp: 0.0, log: unit}.get(function, 0.0)  # erf and tanh are flat at 40
    assert float(ball.rad()) == pytest.approx(units * unit * float(ball.mid()) + input_error, rel=1e-6)
    (root,) = widened([sqrt(x)], {x.order: 4.0}, dtype).balls
    assert float(root.rad()) == pytest.approx(2 * unit + unit, rel=1e-6)


def test_cancellation_is_seen_in_the_radius() -> None:
    """(x - m) + m is not x in floats: at x = 1, m = 2^40 a double keeps 13 bits, and the ball says so."""
    x, m = new_input(), new_input()
    inputs = {x.order: 1 / 3, m.order: 2.0**40}
    (ball,) = widened([(x - m) + m], inputs, "float64").balls
    program = (1 / 3 - 2.0**40) + 2.0**40
    assert ball.contains(arb(program))
    assert abs(program - 1 / 3) > 1e-5
    assert 1e-5 < float(ball.rad()) < 1e-2


@pytest.mark.parametrize(("dtype", "at"), [("float64", 710.0), ("float32", 89.0)])
def test_overflow_is_noticed(dtype: str, at: float) -> None:
    """e^x beyond the type's range counts as an overflow even where the end result is finite."""
    x = new_input()
    result = widened([1 / (1 + exp(x))], {x.order: at}, dtype)
    assert result.overflows
    assert float(result.balls[0]) == 0.0
    assert not widened([1 / (1 + exp(x))], {x.order: at - 2}, dtype).overflows


def test_infinity_over_infinity_is_nothing() -> None:
    """A program's NaN is a ball that says nothing."""
    x = new_input()
    result = widened([exp(x) / (1 + exp(x))], {x.order: 1000.0}, "float64")
    assert not result.balls[0].is_finite()


def test_an_unsure_condition_is_a_kink() -> None:
    """Where rounding may turn a condition either way, the other branch is asked for too."""
    x = new_input()
    near = where((x + 1) - 1, 1, -1)
    both = [float(widened([near], {x.order: 1e-20}, "float64", kink=kink).balls[0]) for kink in (1, -1)]
    assert both == [1.0, -1.0]
    assert widened([near], {x.order: 1e-20}, "float64").at_kink
    assert not widened([near], {x.order: 0.5}, "float64").at_kink
