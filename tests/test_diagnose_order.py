"""Two arguments in each other's place are named; what only looks like it is not."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from students import EXERCISES, answered

from nncheck.cases.bundle import Bundle
from nncheck.diagnose import formulas, order
from nncheck.spec.exercise import Function

Bundles = Callable[[str], dict[str, Bundle]]


def with_logits(z: Any, y: Any) -> Any:
    return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))


def squared(p: Any, y: Any) -> Any:
    return 2 * (p - y) / p.size


def function_of(name: str) -> Function:
    return EXERCISES["losses"].functions[name]


@pytest.mark.parametrize(
    ("name", "student", "asked"),
    [
        ("bce_with_logits", lambda y, z: with_logits(z, y), "z or y"),
        ("mse_grad", lambda y, p: squared(p, y), "p or y"),
        ("bce_with_logits", with_logits, ""),
        ("bce_with_logits", lambda z, y: with_logits(z, 1 - y), ""),
    ],
)
def test_exchanged_arguments_are_asked_for_by_name(
    name: str, student: Callable[..., Any], asked: str, bundles: Bundles
) -> None:
    """Who takes (y, z) for (z, y) is asked which comes first; who has another mistake, or none, is not."""
    answers = formulas.telling(answered(bundles("losses")[name].cases, student))
    found = formulas.exchanged(function_of(name), answers)
    assert (found is not None) == bool(asked)
    if found is not None:
        assert found.id == "NN028"
        assert asked in found.hint


def test_only_arguments_of_one_type_are_exchanged() -> None:
    """An array is no list: a formula that would not survive that is not asked."""
    exercise = EXERCISES["backprop"].functions["deep_backward"]
    tried: list[Any] = []
    arguments = (np.ones((1, 2)), np.ones((1, 2)), [np.ones((2, 2))])
    assert order.named(exercise, arguments, lambda formula: bool(tried.append(formula))) is None
    assert len(tried) == 1  # x with t


def test_what_is_called_step_by_step_is_left_alone() -> None:
    """The weights of an optimizer and its list of gradients are no pair to exchange."""
    sgd = EXERCISES["optimizers"].functions["sgd"]
    arguments = (np.ones(2), np.ones((3, 2)), None, 0.1)
    assert order.named(sgd, arguments, lambda formula: True) is None


def test_an_argument_that_is_left_out_is_exchanged_with_none() -> None:
    """A call that relies on a default has fewer arguments than there are parameters."""
    leaky_relu = EXERCISES["activations"].functions["leaky_relu"]
    assert order.named(leaky_relu, (np.zeros(2),), lambda formula: True) is None
