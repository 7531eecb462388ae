"""What is said of functions that are called step by step."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from students import check_result, function_named

from nncheck.judge.evidence import Broken
from nncheck.judge.steps import handed_over, loop, told_by_step, until_then
from nncheck.records import Status, Steps, SubmissionResult, Tensor

STEPS = Steps(over=1, state=2)
SGD = function_named("sgd")
Grade = Callable[..., SubmissionResult]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("answer[1][0] = 0.5, expected 0.25", "after step 2: w[0] = 0.5, expected 0.25"),
        ("answer[0] has shape (1,), expected ()", "after step 1: w has shape (1,), expected ()"),
        ("it raised KeyError: answer[1]", "it raised KeyError: answer[1]"),
    ],
)
def test_parts_of_the_answer_are_told_by_step(sentence: str, told: str) -> None:
    """A student has returned weights, and no list of them."""
    assert told_by_step(SGD, sentence) == told


def test_the_loop_is_python() -> None:
    """What is shown takes the steps, with the arguments that were given."""
    assert loop(SGD, STEPS, 4) == "for step in g: w, state = sgd(w, step, state, lr)"
    assert loop(function_named("momentum"), STEPS, 4).endswith("momentum(w, step, state, lr)")


def test_a_counterexample_ends_with_the_wrong_step() -> None:
    """Later gradients explain nothing."""
    gradients = np.arange(3.0)
    broken = Broken(
        sentence="",
        arguments=(np.array(1.0), gradients, None, 0.5),
        got=[1, 2, 3],
        expected=[1, 5, 6],
        path="1",
    )
    cut = until_then(STEPS, broken)
    assert (cut.arguments[1].tolist(), cut.got, cut.expected) == ([0.0, 1.0], 2, 5)


def test_every_step_begins_where_the_last_one_ended() -> None:
    """What a step was handed over is what the student returned, tensors as arrays."""
    returned = [Tensor(array=np.array([2.0])), Tensor(array=np.array([3.0]))]
    w, g, state, lr = handed_over((np.array([1.0]), np.array([[4.0], [5.0]]), None, 0.5), returned, STEPS)
    assert [each.tolist() for each in w] == [[1.0], [2.0]]
    assert [each.tolist() for each in g] == [[4.0], [5.0]]
    assert (state, lr) == (None, 0.5)


UPHILL = "def sgd(w, g, state, lr):\n    return w + lr * g, None\n"
LATE = "def sgd(w, g, state, lr):\n    return (w - lr * g, 1) if state is None else (w + lr * g, 1)\n"
IN_PLACE = "def sgd(w, g, state, lr):\n    g *= lr\n    return w - g, None\n"
SHARED = """
total = {}
def momentum(w, g, state, lr, beta=0.9):
    total["v"] = g if state is None else beta * total["v"] + g
    return w - lr * total["v"], True
"""


def test_a_wrong_step_is_told_and_shown(grade: Grade) -> None:
    """The message names the first wrong step; the inputs are few, whole, and lead up to it."""
    found = check_result(grade(UPHILL), "sgd", "values")
    assert found.message is not None
    assert found.message.startswith("after step 1: w[0] = ")
    shown: Any = found.counterexample
    assert shown.inputs["g"].shape == (1, 1)
    assert shown.got.shape == shown.expected.shape == (1,)
    assert shown.call == "for step in g: w, state = sgd(w, step, state, lr)"


def test_a_later_step_is_told(grade: Grade) -> None:
    """A first step that is right does not hide the second."""
    found = check_result(grade(LATE), "sgd", "values")
    assert found.message is not None
    assert found.message.startswith("after step 2: w[")


def test_a_gradient_changed_in_place_is_told(grade: Grade) -> None:
    """Which step changed which input."""
    assert check_result(grade(IN_PLACE), "sgd", "unchanged_inputs").message == "step 1 changed its input g"


def test_a_state_shared_by_parameters_is_told(grade: Grade) -> None:
    """Values of one parameter alone are right; two in turn show that they share."""
    result = grade(SHARED)
    assert check_result(result, "momentum", "values").status == Status.PASSED
    found = check_result(result, "momentum", "repeatable")
    assert found.message == "the answer between steps of another parameter is not that without them"
    assert [named.id for named in found.misconceptions] == ["NN012"]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("def sgd(w, g, state, lr):\n    return w - lr * g\n", "NN008"),
        ("def sgd(w, g, state, lr):\n    w - lr * g\n", "NN003"),
        ("def sgd(w, g, state, lr):\n    return w - lr * g, state['t'] + 1\n", "NN009"),
    ],
    ids=["no state", "nothing", "no first state"],
)
def test_what_is_no_step_is_named(grade: Grade, source: str, code: str) -> None:
    """A forgotten state, a forgotten return and a state that was expected have names."""
    found = check_result(grade(source), "sgd", "values")
    assert [named.id for named in found.misconceptions] == [code]
