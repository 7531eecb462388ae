"""First-order bounds: they hold for honest programs of many steps, and agree with balls on few."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from network_samples import DEEP_ARGUMENTS
from regression_samples import ARGUMENTS as REGRESSION_ARGUMENTS
from regularization_samples import ARGUMENTS as REGULARIZATION_ARGUMENTS
from students import function_named as function

from nncheck.reference.answer import Solver
from nncheck.reference.balls import widened
from nncheck.reference.first_order import first_order
from nncheck.reference.trace import numbers, trace
from nncheck.spec import Function, exp, positive, reals, total, where
from nncheck.spec.expression import new_input
from nncheck.spec.trees import cast_floats, leaves

TRAIN = function("train")
NOTES = next(each.arguments for each in TRAIN.examples if each.name == "notes")
HUNDRED_EPOCHS = (*NOTES[:-1], 100)  # 700 steps
SHARPEST = {"float64": 1e-9, "float32": 1e-3}

Program = Callable[..., tuple[Any, Any, list[Any]]]
Step = Callable[..., tuple[Any, Any, Any]]


# --- honest programs ----------------------------------------------------------------------------


def vectorised(x: Any, y: Any, w: Any, b: Any) -> tuple[Any, Any, Any]:
    error = x @ w + b - y
    return (error**2).mean(), 2 / len(y) * x.T @ error, 2 * error.mean()


def averaged_last(x: Any, y: Any, w: Any, b: Any) -> tuple[Any, Any, Any]:
    error = y - (b + (x * w).sum(axis=1))
    dw, db = (x * error[:, None]).sum(axis=0), error.sum()
    return error @ error / len(y), -2 * dw / len(y), -2 * db / len(y)


def from_the_last_sample(x: Any, y: Any, w: Any, b: Any) -> tuple[Any, Any, Any]:
    kind = x.dtype.type
    loss, dw, db = kind(0), np.zeros_like(w), kind(0)
    for sample, target in zip(x[::-1], y[::-1], strict=True):
        error = (sample * w).sum() + b - target
        loss, dw, db = loss + error * error, dw + 2 * error * sample, db + 2 * error
    return loss / len(y), dw / len(y), db / len(y)


def normal_equations(x: Any, y: Any, w: Any, b: Any) -> tuple[Any, Any, Any]:
    ones = np.column_stack([x, np.ones(len(x), x.dtype)])
    both = ones.T @ ones @ np.append(w, np.asarray(b, w.dtype)) - ones.T @ y
    error = ones @ np.append(w, np.asarray(b, w.dtype)) - y
    return np.square(error).sum() / len(y), 2 * both[:-1] / len(y), 2 * both[-1] / len(y)


def trained(step: Step) -> Program:
    def program(batches: Any, w: Any, b: Any, lr: float, epochs: int) -> tuple[Any, Any, list[Any]]:
        losses = []
        for _ in range(epochs):
            seen = []
            for x, y in batches:
                loss, dw, db = step(x, y, w, b)
                seen.append(loss)
                w, b = w - lr * dw, b - lr * db
            losses.append(sum(seen) / len(seen))
        return w, b, losses

    return program


HONEST = (vectorised, averaged_last, from_the_last_sample, normal_equations)


def worst(program: Program, answer: Any, arguments: tuple[Any, ...]) -> float:
    """The largest error of a program, in tolerances."""
    got = dict(leaves(program(*arguments)))
    pairs = zip(leaves(answer.exact), leaves(answer.tolerance), strict=True)
    return max(float(np.max(np.abs(got[path] - exact) / allowed)) for (path, exact), (_, allowed) in pairs)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_many_steps_of_honest_programs_are_inside(dtype: str) -> None:
    """Over 700 steps, in either type and any order, no number is off by half of what is allowed.

    And what is allowed stays far below the scale.
    """
    arguments = cast_floats(HUNDRED_EPOCHS, dtype)
    answer = Solver(TRAIN).answer(arguments, dtype)
    assert all(leaf.all() for _, leaf in leaves(answer.ordinary))
    for (_, allowed), (_, scale) in zip(leaves(answer.tolerance), leaves(answer.scale), strict=True):
        assert (allowed < SHARPEST[dtype] / 10 * scale).all()
    for step in HONEST:
        assert worst(trained(step), answer, arguments) < 0.5, step.__name__
    if dtype == "float64":
        narrow = cast_floats(HUNDRED_EPOCHS, "float32")
        assert worst(trained(vectorised), answer, narrow) > 1000, "single precision that poses as double"


SHORT = [each for each in TRAIN.examples if each.name != "notes"]


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("example", SHORT, ids=lambda each: each.name)
def test_few_steps_of_honest_programs_are_inside(example: Any, dtype: str) -> None:
    """The other worked trainings: several features, batches of every size."""
    arguments = cast_floats(example.arguments, dtype)
    answer = Solver(TRAIN).answer(arguments, dtype)
    for step in HONEST:
        assert worst(trained(step), answer, arguments) < 1, step.__name__


def test_balls_are_of_no_use_after_many_steps() -> None:
    """What these bounds are for: interval balls have lost all digits after 700 steps."""
    traced = trace(TRAIN.formula, HUNDRED_EPOCHS)
    inputs = {node.order: value for node, value in zip(traced.inputs, numbers(HUNDRED_EPOCHS), strict=True)}
    ball = widened(traced.outputs[:1], inputs, "float64").balls[0]
    assert float(ball.rad()) > 1000 * SHARPEST["float64"] * abs(float(ball.mid()))


# --- beside the balls ---------------------------------------------------------------------------

BOTH = [
    ("softmax", (np.array([0.5, -1.25, 2.0]),)),
    ("log_softmax", (np.array([0.5, -1.25, 2.0]),)),
    ("batch_norm", REGULARIZATION_ARGUMENTS["batch_norm"]),
    ("batch_norm_backward", REGULARIZATION_ARGUMENTS["batch_norm_backward"]),
    ("deep_backward", DEEP_ARGUMENTS["deep_backward"]),
    ("predict", REGRESSION_ARGUMENTS["predict"]),
    ("gradients", REGRESSION_ARGUMENTS["gradients"]),
    ("train", (*REGRESSION_ARGUMENTS["train"][:-1], 1)),
]


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize(("name", "arguments"), BOTH, ids=[name for name, _ in BOTH])
def test_short_computations_have_the_bounds_of_balls(
    name: str, arguments: tuple[Any, ...], dtype: str
) -> None:
    """Every output: hardly above the ball's radius, and no less than a fifth of it."""
    traced = trace(function(name).formula, arguments)
    inputs = {node.order: value for node, value in zip(traced.inputs, numbers(arguments), strict=True)}
    balls = widened(traced.outputs, inputs, dtype).balls
    for ours, ball in zip(first_order(traced.outputs, inputs, dtype).balls, balls, strict=True):
        assert 0.2 <= float(ours.rad()) / float(ball.rad()) <= 1.001
        assert ours.overlaps(ball)


def test_a_bound_is_the_sum_of_all_roundings() -> None:
    """x y + x at 3 and 5: each rounding by its size, times the derivative there."""
    x, y = new_input(), new_input()
    (ball,) = first_order([x * y + x], {x.order: 3.0, y.order: 5.0}, "float64").balls
    units = 3 * (5 + 1) + 5 * 3 + 15 + 18  # x, y, the product, the sum
    assert float(ball.rad()) == pytest.approx(units * 2.0**-53, rel=1e-6)
    assert float(ball.mid()) == 18


def test_a_gpu_adds_in_any_order() -> None:
    """There every addition of a sum may round by as much as the sum of all sizes."""
    terms = [new_input() for _ in range(4)]
    inputs = {node.order: value for node, value in zip(terms, (8.0, -8.0, 1.0, -1.0), strict=True)}
    bounds = {
        device: float(first_order([total(np.array(terms))], inputs, "float64", device).balls[0].rad())
        for device in ("cpu", "cuda")
    }
    # the terms, and partial sums 0, 1, 0 in order; or two of the size of all terms, and the last one
    assert bounds["cpu"] == pytest.approx((18 + 1) * 2.0**-53, rel=1e-6)
    assert bounds["cuda"] == pytest.approx((18 + 2 * 18) * 2.0**-53, rel=1e-6)


UNKNOWN = [
    ("overflow on the way", lambda x: exp(x) / exp(x), 800.0, True),
    ("beyond the type in the end", lambda x: x * x, 1e200, True),
    ("a kink", lambda x: where(positive(x), x, 0), 0.0, False),
    ("a condition within its rounding error", lambda x: where(positive((x + 1) - 1), x, 0), 1e-17, False),
]


@pytest.mark.parametrize(
    ("formula", "x", "overflows"), [row[1:] for row in UNKNOWN], ids=[row[0] for row in UNKNOWN]
)
def test_nothing_is_claimed_where_nothing_is_known(
    formula: Callable[[Any], Any], x: float, overflows: bool
) -> None:
    """Overflows, and branches that rounding may exchange, leave no bound."""
    node = new_input()
    found = first_order([formula(node)], {node.order: x}, "float64")
    assert found.overflows == overflows
    assert not found.balls[0].is_finite()


def test_a_condition_that_is_clear_is_followed() -> None:
    """Away from the kink the branch that is taken counts, and the other one does not."""
    node = new_input()
    (ball,) = first_order([where(positive(node), 3 * node, 0)], {node.order: 2.0}, "float64").balls
    assert float(ball.mid()) == 6
    assert 0 < float(ball.rad()) < 32 * 2.0**-53


def test_another_form_with_other_values_shows() -> None:
    """A form that is no form of the formula leaves no case ordinary, as with balls."""
    x = np.array([0.5, 2.0, -1.25])

    def thrice(x: Any) -> Any:
        return 3 * x

    honest, wrong = (
        Solver(Function(thrice, {"x": reals(-4, 4, "n")}, forms=(form,), iterates=True))
        for form in (lambda x: x + x + x, lambda x: x + x + 1.0001 * x)
    )
    assert honest.answer((x,), "float64").ordinary.all()
    assert not wrong.answer((x,), "float64").ordinary.any()
