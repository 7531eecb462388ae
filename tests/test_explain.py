"""A broken promise is shown on the simplest inputs that break it."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
from students import EXERCISES, answered, asked, in_double

from nncheck.cases.bundle import Bundle
from nncheck.explain import explained, reduced, simplest
from nncheck.judge.evidence import Answered, Broken
from nncheck.judge.plan import Check, checks
from nncheck.judge.reference import agrees
from nncheck.records import Outcome

Bundles = Callable[[str], dict[str, Bundle]]
Student = Callable[..., Any]


def exercise_of(name: str) -> str:
    return next(exercise for exercise in EXERCISES if name in EXERCISES[exercise].functions)


def softmax(z: Any) -> Any:
    e = np.exp(z - z.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


class Asking:
    """Puts questions to a student, and counts the conversations."""

    def __init__(self, student: Student):
        self.student, self.conversations = student, 0

    def __call__(self, calls: Sequence[tuple[Any, ...]]) -> list[Outcome]:
        self.conversations += 1
        return [asked(self.student, arguments) for arguments in calls]


def broken_values(
    name: str, student: Student, bundles: Bundles, groups: tuple[str, ...] = ("values", "worked")
) -> tuple[list[Answered], Broken]:
    """All answers, and the first broken one of some groups."""
    answers = answered(bundles(exercise_of(name))[name].cases, student)
    broken = agrees([each for each in answers if each.case.group in groups])
    assert broken is not None
    return answers, broken


SMALLEST: list[tuple[str, str, Student, list[Any]]] = [
    ("sigmoid", "exponent", lambda x: 1 / (1 + np.exp(x)), [[1.0]]),
    ("relu", "abs", np.abs, [[-1.0]]),
    ("leaky_relu", "always 0.01", lambda x, alpha=0.01: np.where(x > 0, x, 0.01 * x), [[-1.0], 0.0]),
    ("softmax", "sigmoid", lambda z: 1 / (1 + np.exp(-z)), [[[0.0]]]),
    ("softmax", "whole array", lambda z: np.exp(z) / np.exp(z).sum(), [[[0.0], [0.0]]]),
    ("prelu", "alpha ignored", lambda x, alpha: np.where(x > 0, x, 0.01 * x), [[-1.0], 2.0]),
]


@pytest.mark.parametrize(
    ("name", "student", "inputs"),
    [(row[0], *row[2:]) for row in SMALLEST],
    ids=[f"{row[0]}: {row[1]}" for row in SMALLEST],
)
def test_values_are_shown_on_the_simplest_inputs(
    name: str, student: Student, inputs: list[Any], bundles: Bundles
) -> None:
    """One small array of simple numbers, found in a single conversation, is just as wrong."""
    function = EXERCISES[exercise_of(name)].functions[name]
    _, broken = broken_values(name, student, bundles)
    asking = Asking(student)
    small = simplest(function, broken, asking)
    assert asking.conversations == 1
    assert small.sentence.startswith("answer")
    assert [np.asarray(each).tolist() for each in small.arguments] == inputs


def test_where_nothing_smaller_breaks_the_first_finding_stays(bundles: Bundles) -> None:
    """A function that is wrong in one case only keeps that case as its counterexample."""
    function = EXERCISES["activations"].functions["sigmoid"]
    _, broken = broken_values("sigmoid", lambda x: 1 / (1 + np.exp(x)), bundles)
    assert simplest(function, broken, Asking(lambda x: 1 / (1 + np.exp(-x)))) is broken


def test_another_mistake_is_not_shown_in_its_place(bundles: Bundles) -> None:
    """What raises is shown raising the same, although there are simpler inputs that give wrong numbers."""

    def rows_only(p: Any, y: Any) -> Any:
        if np.size(p) == 1:
            return 7.0
        raise ValueError("too many")

    function = EXERCISES["losses"].functions["mae"]
    answers, _ = broken_values("mae", rows_only, bundles)
    broken = agrees([each for each in answers if each.case.arguments[0].size > 1])
    assert broken is not None
    small = simplest(function, broken, Asking(rows_only))
    assert small.sentence == "it raised ValueError: too many"
    assert small.arguments[0].size == 2


def test_nothing_less_simple_than_the_finding_is_asked(bundles: Bundles) -> None:
    """Where the first finding is the simplest already, it stays, and costs no call."""
    function = EXERCISES["losses"].functions["mse"]
    _, broken = broken_values("mse", lambda p, y: 7.0, bundles)
    asking = Asking(lambda p, y: 7.0)
    small = simplest(function, broken, asking)
    assert asking.conversations == 1
    assert simplest(function, small, asking) is small
    assert asking.conversations == 1


def test_a_mistake_in_one_place_is_found_further_up(bundles: Bundles) -> None:
    """A single wrong entry among many is shown on few numbers, within a handful of conversations."""

    def first_row_only(x: Any, w: Any, b: Any) -> Any:
        return x[:1] @ w + b + np.zeros(len(x))

    function = EXERCISES["regression"].functions["predict"]
    _, broken = broken_values("predict", first_row_only, bundles)
    asking = Asking(first_row_only)
    small = simplest(function, broken, asking)
    assert sum(np.size(each) for each in small.arguments) <= 7
    assert asking.conversations <= 4


def test_extremes_reduce_to_one_element(bundles: Bundles) -> None:
    """Of an array of edges the one that gives NaN is left, with its own exact answer."""

    def naive(x: Any) -> Any:
        return np.exp(x) / (1 + np.exp(x))

    function = EXERCISES["activations"].functions["sigmoid"]
    _, broken = broken_values("sigmoid", naive, bundles, ("stability",))
    one = reduced(function, broken, Asking(naive))
    assert one.arguments[0].shape == (1,)
    assert one.arguments[0][0] > 700
    assert np.isnan(one.got).all()
    assert one.expected.tolist() == [1.0]


def test_batches_reduce_to_one_row(bundles: Bundles) -> None:
    """Where one row of a batch is enough to break the promise, it alone is shown."""

    def naive(z: Any) -> Any:
        return np.exp(z) / np.exp(z).sum(-1, keepdims=True)

    function = EXERCISES["softmax"].functions["softmax"]
    answers = [
        each
        for each in answered(bundles("softmax")["softmax"].cases, naive)
        if each.case.name.startswith("far-apart-float64")
    ]
    broken = agrees(answers)
    assert broken is not None
    assert broken.arguments[0].ndim == 2
    assert reduced(function, broken, Asking(naive)).arguments[0].ndim == 1


def test_a_batch_that_is_only_wrong_as_a_whole_stays(bundles: Bundles) -> None:
    """One maximum for the whole batch is right for every row alone."""

    def whole(z: Any) -> Any:
        e = np.exp(z - z.max(initial=-np.inf))
        return e / e.sum(-1, keepdims=True)

    function = EXERCISES["softmax"].functions["softmax"]
    _, broken = broken_values("softmax", whole, bundles, ("stability",))
    assert reduced(function, broken, Asking(whole)) is broken


def test_an_explanation_has_everything(bundles: Bundles) -> None:
    """The named mistake, the first wrong link, and inputs that show that very link."""

    def no_bias(x: Any, p: Any) -> Any:
        z1 = x @ p["W1"].T
        a1 = 1 / (1 + np.exp(-z1))
        z2 = a1 @ p["W2"].T + p["b2"]
        return {"z1": z1, "a1": a1, "z2": z2, "a2": 1 / (1 + np.exp(-z2))}

    exercise = EXERCISES["backprop"]
    function = exercise.functions["forward"]
    answers, broken = broken_values("forward", no_bias, bundles)
    check = checks(function, bundles("backprop")["forward"])[0]
    found = explained(exercise, function, check, answers, broken, Asking(no_bias))
    assert [each.id for each in found.misconceptions] == ["NN401"]
    assert found.link == "z1"
    assert found.broken.sentence.startswith("answer['z1']")
    assert sum(np.size(leaf) for leaf in found.broken.arguments[1].values()) <= 10


def test_without_a_living_process_nothing_is_asked(bundles: Bundles) -> None:
    """A mistake is still named from the answers that are there."""
    exercise = EXERCISES["activations"]
    function = exercise.functions["sigmoid"]
    answers, broken = broken_values("sigmoid", lambda x: 1 / (1 + np.exp(x)), bundles)
    check = checks(function, bundles("activations")["sigmoid"])[0]
    found = explained(exercise, function, check, answers, broken, None)
    assert [each.id for each in found.misconceptions] == ["NN101"]
    assert found.broken == broken


def test_a_kink_makes_no_simple_example(bundles: Bundles) -> None:
    """Where any slope between two is right, the answer that is expected would only puzzle."""
    function = EXERCISES["activations"].functions["relu_grad"]

    def student(x: Any) -> Any:
        return np.where(x > 0, 1.0, 2.0)

    _, broken = broken_values("relu_grad", student, bundles)
    small = simplest(function, broken, Asking(student))
    assert np.asarray(small.arguments[0]).tolist() == [-1.0]


def test_a_part_that_is_missing_is_no_wrong_link(bundles: Bundles) -> None:
    """Who returns the parts in another order is told so, and not of a link that cannot be found."""
    exercise = EXERCISES["regression"]
    function = exercise.functions["train"]
    right = in_double(function.formula)

    def student(*arguments: Any) -> Any:
        w, b, losses = right(*arguments)
        return losses, w, b

    answers, broken = broken_values("train", student, bundles)
    check = Check(name="values", kind="reference", promise="p")
    found = explained(exercise, function, check, answers, broken, Asking(student))
    assert found.link == ""
    assert [each.id for each in found.misconceptions] == ["NN052"]
    assert "is a list of" in found.broken.sentence
