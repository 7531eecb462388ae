"""Mistakes that any function can have are told by how the answers relate to the right ones."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from students import EXERCISES, answered

from nncheck.cases.bundle import Bundle
from nncheck.diagnose import relations
from nncheck.diagnose.formulas import telling

Bundles = Callable[[str], dict[str, Bundle]]


def softmax(z: Any) -> Any:
    e = np.exp(z - z.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def jacobian(z: Any) -> Any:
    return np.diag(softmax(z)) - np.outer(softmax(z), softmax(z))


ROWS = [
    ("softmax", "the sign", lambda z: -softmax(z), "NN021", "the sign of every answer"),
    ("softmax", "half", lambda z: softmax(z) / 2, "NN022", "half the right answer"),
    ("softmax", "ten times", lambda z: 10 * softmax(z), "NN022", "ten times the right answer"),
    ("softmax", "percent digits", lambda z: np.round(softmax(z), 2), "NN023", "rounded to 2 decimals"),
    ("softmax", "nine digits", lambda z: np.round(softmax(z), 9), "NN023", "rounded to 9 decimals"),
    ("softmax", "float32", lambda z: softmax(z.astype(np.float32)), "NN025", "about seven digits right"),
    ("softmax", "a small factor", lambda z: softmax(z) * (1 + 1e-10), "NN027", "about 10 digits right"),
    (
        "tanh",
        "the sigmoid's slope",
        lambda x: np.exp(-x) / (1 + np.exp(-x)) ** 2,
        "NN026",
        "the answers of sigmoid_grad",
    ),
    ("log_softmax", "softmax", softmax, "NN026", "the answers of softmax"),
]


@pytest.mark.parametrize(
    ("name", "student", "code", "title"),
    [(row[0], *row[2:]) for row in ROWS],
    ids=[f"{row[0]}: {row[1]}" for row in ROWS],
)
def test_relations_are_told(
    name: str, student: Callable[..., Any], code: str, title: str, bundles: Bundles
) -> None:
    """Code and title say how every answer relates to the right one."""
    exercise = next(each for each in EXERCISES.values() if name in each.functions)
    answers = telling(answered(bundles(exercise.name)[name].cases, student))
    found = relations.named(exercise, exercise.functions[name], answers)
    assert found is not None
    assert (found.id, found.title) == (code, title)


def test_a_transposed_answer_is_told(bundles: Bundles) -> None:
    """The Jacobian of softmax is symmetric, so a rotated one is tried: it is no relation that we know."""
    exercise = EXERCISES["softmax"]
    function = exercise.functions["softmax_jacobian"]
    cases = bundles("softmax")["softmax_jacobian"].cases
    assert (
        relations.named(
            exercise, function, telling(answered(cases, lambda z: np.roll(jacobian(z), 1, axis=0)))
        )
        is None
    )


def test_few_digits_are_told_where_nothing_else_is(bundles: Bundles) -> None:
    """Three digits or four are called so; an error of a hundredth is more than lost digits."""
    cases = bundles("softmax")["softmax"].cases

    def told(error: float) -> str:
        found = relations.roughly(telling(answered(cases, lambda z: softmax(z) * (1 + error))))
        return f"{found.id} {found.title}" if found else ""

    assert told(1e-4) == "NN027 about 4 digits right"
    assert [told(error) for error in (0.0, 1e-6, 1e-2)] == ["", "", ""]


def sigmoid(x: Any) -> Any:
    return 1 / (1 + np.exp(-x))


def slope(x: Any) -> Any:
    return sigmoid(x) * sigmoid(-x)


SMALL = [
    ("sigmoid", "in float32", lambda x: sigmoid(np.float32(x)), "NN025", "about seven digits right"),
    ("sigmoid", "epsilon", lambda x: 1 / (1 + np.exp(-x) + 1e-8), "NN027", "about 8 digits right"),
    (
        "sigmoid",
        "one step in float32",
        lambda x: sigmoid(x) * np.float32(0.1) * 10,
        "NN027",
        "about 8 digits right",
    ),
    (
        "sigmoid_grad",
        "a difference",
        lambda x: (sigmoid(x + 1e-7) - sigmoid(x)) / 1e-7,
        "NN027",
        "about 7 digits right",
    ),
    (
        "sigmoid",
        "clipped",
        lambda x: np.clip(sigmoid(x), 1e-7, 1 - 1e-7),
        "NN054",
        "small numbers wrong, large ones nearly right",
    ),
    (
        "sigmoid_grad",
        "0 beyond 15",
        lambda x: np.where(np.abs(x) > 15, 0, slope(x)),
        "NN053",
        "0 where the exact value is small",
    ),
]


@pytest.mark.parametrize(
    ("name", "student", "code", "title"),
    [(row[0], *row[2:]) for row in SMALL],
    ids=[f"{row[0]}: {row[1]}" for row in SMALL],
)
def test_small_errors_are_told_apart(
    name: str, student: Callable[..., Any], code: str, title: str, bundles: Bundles
) -> None:
    """float32 is claimed where every number is one of float32, and digits where every number has some."""
    answers = telling(answered(bundles("activations")[name].cases, student))
    found = relations.named(EXERCISES["activations"], EXERCISES["activations"].functions[name], answers)
    assert found is not None
    assert (found.id, found.title) == (code, title)
    assert code != "NN027" or ("float32" in found.hint and "epsilon" in found.hint)


def test_no_digits_are_counted_where_an_answer_has_none(bundles: Bundles) -> None:
    """An error of a thousandth of the largest slope, which is all there is of a small one."""
    answers = telling(
        answered(bundles("activations")["sigmoid_grad"].cases, lambda x: np.where(abs(x) > 10, 0, slope(x)))
    )
    found = relations.roughly(answers)
    assert found is not None
    assert found.id == "NN053"


@pytest.mark.parametrize(
    "student",
    [softmax, lambda z: softmax(z) + 0.125, lambda z: None, lambda z: softmax(z)[..., None]],
    ids=["right", "shifted", "nothing", "shape"],
)
def test_nothing_else_is_claimed(student: Callable[..., Any], bundles: Bundles) -> None:
    """Right answers, and wrong ones without a relation, get no name."""
    exercise = EXERCISES["softmax"]
    answers = telling(answered(bundles("softmax")["softmax"].cases, student))
    assert relations.named(exercise, exercise.functions["softmax"], answers) is None
    assert relations.named(exercise, exercise.functions["softmax"], []) is None
