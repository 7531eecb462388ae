"""Answers are computed once for the same formula and the same inputs, and are those of a solver."""

from typing import Any

import numpy as np
import pytest
from students import EXERCISES

from nncheck.reference import remembered
from nncheck.reference.answer import Solver
from nncheck.reference.balls import Uncertified
from nncheck.reference.remembered import Inputs, Undefined
from nncheck.spec import Function, reals
from nncheck.spec.mathematics import log
from nncheck.spec.trees import leaves

X = np.array([[0.5, -1.0], [2.0, 0.25]])


def doubled(counted: list[int]) -> Function:
    """2x, which counts how often its formula is followed."""

    def twice(x: Any) -> Any:
        counted.append(1)
        return 2 * x

    return Function(twice, {"x": reals(-2, 2, "n", "d")})


def test_the_second_answer_costs_nothing() -> None:
    """A formula is followed once for the same numbers, in whatever array they come."""
    counted: list[int] = []
    function = doubled(counted)
    first = remembered.answer(function, Inputs((X,)))
    assert remembered.answer(function, Inputs((X.copy(),))) is first
    assert len(counted) == 1
    assert np.array_equal(remembered.answer(function, Inputs((X + 1,))).exact, 2 * X + 2)


@pytest.mark.parametrize("other", [X.T, X.ravel(), X.astype(np.float32), -X, X + 2.0**-50])
def test_other_inputs_are_told_apart(other: Any) -> None:
    """By shape, type and every bit of every number."""
    assert Inputs((X,)) == Inputs((X.copy(),))
    assert Inputs((X,)) != Inputs((other,))
    assert Inputs((X, 1.0)) != Inputs((X, 2.0))
    assert Inputs((X, 1)) != Inputs((X, 1.0))
    assert Inputs(({"a": X},)) != Inputs(({"b": X},))


def test_answers_are_those_of_a_solver() -> None:
    """Exact values, tolerances and scales; also those of other formulas of the same arguments."""
    function = EXERCISES["softmax"].functions["softmax"]
    for formula in (None, *(each.formula for each in function.misconceptions)):
        wanted = Solver(function if formula is None else function.computing(formula)).answer((X,), "float64")
        for one, other in zip(remembered.answer(function, Inputs((X,)), formula), wanted, strict=True):
            pairs = zip(leaves(one), leaves(other), strict=True)
            assert all(np.array_equal(a, b) for (_, a), (_, b) in pairs)


@pytest.mark.parametrize(
    ("formula", "error"),
    [(lambda x: log(x - x), Uncertified), (lambda x: x @ x[:1], Undefined), (lambda x: x[7], Undefined)],
)
def test_what_has_no_answer_has_none_the_second_time(formula: Any, error: type[Exception]) -> None:
    """Whether it is undefined at these numbers, or for arrays of this shape."""
    function = Function(formula, {"x": reals(-2, 2, "n", "d")})
    for _ in range(2):
        with pytest.raises(error):
            remembered.answer(function, Inputs((X,)))
