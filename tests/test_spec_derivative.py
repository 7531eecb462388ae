"""Derivatives come out of graphs, with rules that SymPy derived."""

import json
from importlib.resources import files
from typing import Any

import numpy as np
import pytest
from students import in_double

from nncheck.reference.symbolic import derive_rules
from nncheck.spec import (
    Exercise,
    Function,
    derivative,
    erf,
    exp,
    gradient,
    log,
    one_of,
    positive,
    reals,
    sqrt,
    tanh,
    total,
    where,
)
from nncheck.spec.derivative import listening
from nncheck.spec.expression import OPERATIONS, new_input

SLOPES = [
    ("constant", lambda x: x * 0 + 3, 2.0, 0.0),
    ("twice used", lambda x: x * x, 3.0, 6.0),
    ("quotient", lambda x: 1 / x, 2.0, -0.25),
    ("difference", lambda x: 1 - x, 2.0, -1.0),
    ("negative", lambda x: -x, 2.0, -1.0),
    ("exp", exp, 0.0, 1.0),
    ("log", log, 4.0, 0.25),
    ("sqrt", sqrt, 4.0, 0.25),
    ("tanh", tanh, 0.0, 1.0),
    ("erf", erf, 0.0, 2 / np.sqrt(np.pi)),
    ("absolute", abs, -3.0, -1.0),
    ("then", lambda x: where(positive(x), 5 * x, x), 1.0, 5.0),
    ("otherwise", lambda x: where(positive(x), 5 * x, x), -1.0, 1.0),
    ("chain", lambda x: exp(-(x * x)), 1.0, -2 * np.exp(-1.0)),
]


@pytest.mark.parametrize(
    ("formula", "at", "slope"), [row[1:] for row in SLOPES], ids=[row[0] for row in SLOPES]
)
def test_slopes_of_scalars(formula: Any, at: float, slope: float) -> None:
    """Each operation, and their chains, have the slope of the calculus book."""
    assert in_double(lambda x: gradient(formula(x), x))(at).item() == pytest.approx(slope, rel=1e-15)


def test_every_operation_has_a_slope_row() -> None:
    """The table above leaves out no operation."""
    covered = {"constant", "twice used", "chain"} | {row[0] for row in SLOPES}
    names = {
        "add": "constant",
        "multiply": "twice used",
        "subtract": "difference",
        "divide": "quotient",
        "where": "then",
        "pi": "constant",
    }
    assert {names.get(operation, operation) for operation in OPERATIONS} <= covered


def test_gradient_has_the_structure_of_what_it_is_taken_in() -> None:
    """Arrays give arrays of their shape, dicts give dicts, tuples tuples."""

    def formula(params: dict[str, Any], x: Any) -> Any:
        value = total((params["W"] @ x) * params["b"])
        return gradient(value, params), gradient(value, (x, params["b"]))

    W, b, x = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.array([7.0, -1.0]), np.array([0.5, 1.0, -2.0])
    by_params, (by_x, by_b) = in_double(formula)({"W": W, "b": b}, x)
    assert list(by_params) == ["W", "b"]
    assert np.array_equal(by_params["W"], np.outer(b, x))
    assert np.array_equal(by_params["b"], W @ x)
    assert np.array_equal(by_x, W.T @ b)
    assert np.array_equal(by_b, W @ x)


def test_gradient_of_an_unused_argument_is_zero() -> None:
    """What the output does not depend on has gradient 0, in its own shape."""
    got = in_double(lambda x, y: gradient(total(x), y))(np.ones(2), np.ones((2, 3)))
    assert np.array_equal(got, np.zeros((2, 3)))


def test_gradient_in_a_result_on_the_way() -> None:
    """What the variables were computed from is held fixed, and is not walked through once more."""

    def formula(x):  # type: ignore[no-untyped-def]
        y = x * x
        return gradient(total(x * y + y * y), y)

    x = np.array([0.5, -2.0])
    assert np.array_equal(in_double(formula)(x), x + 2 * x**2)


def test_written_rules_are_what_sympy_derives() -> None:
    """derivative_rules.json was typed by nobody: deriving it again gives the same."""
    text = files("nncheck.spec").joinpath("derivative_rules.json").read_text("utf-8")
    assert json.loads(text) == derive_rules()


def test_derivative_makes_a_function() -> None:
    """`derivative` names the new function, keeps signature and domain, and takes the statement given."""

    def leaky(x, alpha=0.01):  # type: ignore[no-untyped-def]  # as an exercise file has it
        """A leaky ReLU."""
        return where(positive(x), x, alpha * x)

    original = Function(leaky, {"x": reals(-4, 4), "alpha": one_of(0.01, 0.2)})
    slope = derivative(original, "Its slopes.", of=("x", "alpha"))
    assert (slope.name, slope.signature, slope.statement) == (
        "leaky_grad",
        "leaky_grad(x, alpha=0.01)",
        "Its slopes.",
    )
    assert slope.domain == original.domain
    assert slope.torch is None
    by_x, by_alpha = in_double(slope.formula)(-3.0, 0.2)
    assert (by_x.item(), by_alpha.item()) == (0.2, -3.0)
    assert Exercise("e", "E", (original, slope)).points == 2.0


def test_what_a_formula_differentiates_can_be_heard() -> None:
    """Output, inputs and result of every call of gradient, while one listens and no longer."""
    x = new_input()
    with listening() as heard:
        slope = gradient(x * x, {"x": x})
    gradient(x, x)
    ((output, of, result),) = heard
    assert (output.operation, of["x"], result["x"]) == ("multiply", x, slope["x"])
