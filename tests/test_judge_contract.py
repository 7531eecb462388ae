"""Manners: shapes, dtypes, inputs left alone, the same answer twice."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from students import answered, asked

from nncheck.cases.bundle import Bundle, Case
from nncheck.judge.contract import (
    keeps_device,
    keeps_dtypes,
    keeps_shapes,
    leaves_inputs_alone,
    repeats_itself,
)
from nncheck.judge.evidence import Answered, Broken
from nncheck.records import Opaque, Outcome, OutcomeKind, Tensor

Bundles = Callable[[str], dict[str, Bundle]]


def sigmoid(x: Any) -> Any:
    return 1 / (1 + np.exp(-x))


def sentence(broken: Broken | None) -> str:
    """What is said, or "kept"."""
    return "kept" if broken is None else broken.sentence


# --- shapes --------------------------------------------------------------------------------------

SHAPES = [
    ("right", sigmoid, "kept"),
    ("wrong values, right shapes", lambda x: x * np.nan, "kept"),
    ("flattened", lambda x: sigmoid(x).ravel(), "answer has shape (1,), expected ()"),
    ("at least one axis", lambda x: sigmoid(np.atleast_1d(x)), "answer has shape (1,), expected ()"),
    (
        "rows",
        lambda x: np.array([sigmoid(row) for row in x]),
        "it raised TypeError: iteration over a 0-d array",
    ),
    ("maximum of nothing", lambda x: sigmoid(x - x.max() + x.max()), "it raised ValueError: zero-size array"),
]


@pytest.mark.parametrize(("student", "expected"), [row[1:] for row in SHAPES], ids=[row[0] for row in SHAPES])
def test_shapes(student: Callable[..., Any], expected: str, bundles: Bundles) -> None:
    """Any shape goes in, 0-d and empty ones too, and the same shape comes out; values do not count here."""
    assert sentence(
        keeps_shapes(answered(bundles("activations")["sigmoid"].group("shapes"), student))
    ).startswith(expected)


# --- dtypes --------------------------------------------------------------------------------------

DTYPES = [
    ("right", sigmoid, "kept"),
    (
        "always float64",
        lambda x: sigmoid(x.astype(float)),
        "answer is float64 for float32 inputs, expected float32",
    ),
    (
        "always float32",
        lambda x: sigmoid(x.astype(np.float32)),
        "answer is float32 for int64 inputs, expected float64",
    ),
    ("a condition", lambda x: sigmoid(x) > 0.5, "answer is bool for float32 inputs, expected float32"),
    (
        "cut to whole numbers",
        lambda x: sigmoid(x).astype(x.dtype),
        "answer is int64 for int64 inputs, expected float64",
    ),
    (
        "cut, then converted",
        lambda x: sigmoid(x).astype(x.dtype) * 1.0 if x.dtype.kind == "i" else sigmoid(x),
        "the answer for whole numbers is not that for the same numbers as floats",
    ),
    (
        "raises for whole numbers",
        lambda x: sigmoid(x) if x.dtype.kind == "f" else x.no,
        "it raised AttributeError",
    ),
    ("nothing", lambda x: None, "answer is None (is a return missing?) for float32 inputs, expected float32"),
]


@pytest.mark.parametrize(("student", "expected"), [row[1:] for row in DTYPES], ids=[row[0] for row in DTYPES])
def test_dtypes(student: Callable[..., Any], expected: str, bundles: Bundles) -> None:
    """float32 stays float32, and whole numbers are treated as floats."""
    answers = answered(bundles("activations")["sigmoid"].group("dtype"), student)
    assert sentence(keeps_dtypes(answers, integers_stay=False)).startswith(expected)


def test_the_identity_keeps_whole_numbers(bundles: Bundles) -> None:
    """Where integers stay integers, that is asked instead."""
    cases = bundles("activations")["identity"].group("dtype")
    assert keeps_dtypes(answered(cases, lambda x: x), integers_stay=True) is None
    broken = keeps_dtypes(
        answered(cases, lambda x: x.astype(float) if x.dtype.kind == "i" else x), integers_stay=True
    )
    assert sentence(broken) == "answer is float64 for int64 inputs, expected int64"


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        (lambda losses: np.array(losses, dtype=np.float64), "kept"),
        (lambda losses: [float(loss) for loss in losses], "kept"),
        (lambda losses: np.array(losses, dtype=np.float16), "answer[2][0] is float16 for float32 inputs"),
        (lambda losses: [np.float64(loss) for loss in losses], "answer[2][0] is float64 for float32 inputs"),
    ],
    ids=["np.zeros", "Python", "half", "float64 each"],
)
def test_a_list_of_scalars_may_be_kept_in_floats(
    kept: Callable[..., Any], expected: str, bundles: Bundles
) -> None:
    """As np.zeros(epochs) makes them; a scalar by itself has the type of the inputs, or Python's."""

    def train(batches: Any, w: Any, b: Any, lr: float, epochs: int) -> Any:
        return w, w.dtype.type(b), kept([0.0] * epochs)

    cases = [each for each in bundles("regression")["train"].group("dtype") if each.name == "float32"]
    assert sentence(keeps_dtypes(answered(cases, train), integers_stay=False)).startswith(expected)


def test_a_scalar_may_be_a_python_float(bundles: Bundles) -> None:
    """The loss of a float32 batch is a number, whose type is not asked for."""
    cases = bundles("backprop")["loss"].group("dtype")
    assert (
        keeps_dtypes(answered(cases, lambda a, t: float(((a - t) ** 2).sum() / 2)), integers_stay=False)
        is None
    )


NO_DICTS = [
    ("a list", lambda x, t, p: [0.0]),
    ("an array", lambda x, t, p: x),
    ("nothing", lambda x, t, p: None),
]


@pytest.mark.parametrize("student", [row[1] for row in NO_DICTS], ids=[row[0] for row in NO_DICTS])
def test_dicts_that_are_none_are_described(student: Callable[..., Any], bundles: Bundles) -> None:
    """An answer of another kind than the promised dict breaks the promise; it is no failure of ours."""
    bundle = bundles("backprop")["backward"]
    assert keeps_dtypes(answered(bundle.group("dtype"), student), integers_stay=False) is not None
    twice = answered(bundle.group("values")[:2], student)
    assert repeats_itself(twice, twice) is None


def test_an_answer_that_cannot_be_read_is_named_whole(bundles: Bundles) -> None:
    """Its parts are not None: nobody has seen them."""
    bundle = bundles("backprop")["backward"]
    answers = answered(bundle.group("dtype"), lambda x, t, p: Opaque(type_name="collections.UserDict"))
    assert sentence(keeps_dtypes(answers, integers_stay=False)) == "answer is of type collections.UserDict"


# --- inputs --------------------------------------------------------------------------------------


def in_place(x: Any) -> Any:
    x[x < 0] = 0
    return x


INPUTS = [
    ("copies", lambda x: np.maximum(x, 0), "kept"),
    ("returns its input", lambda x: x, "kept"),
    ("in place", in_place, "the call changed its input 0"),
    ("zeroed", lambda x: np.multiply(x, 0, out=x), "the call changed its input 0"),
    ("raises", lambda x: x.no, "it raised AttributeError"),
]


@pytest.mark.parametrize(("student", "expected"), [row[1:] for row in INPUTS], ids=[row[0] for row in INPUTS])
def test_inputs_are_left_alone(student: Callable[..., Any], expected: str, bundles: Bundles) -> None:
    """No argument is changed by the call; returning it unchanged is fine."""
    cases = bundles("activations")["relu"].group("values")[-3:]
    assert sentence(leaves_inputs_alone(answered(cases, student))).startswith(expected)


def forgets(params: dict[str, Any], grads: dict[str, Any], lr: float) -> Any:
    return {name: params.pop(name) - lr * grads[name] for name in list(params)}


def moves(params: dict[str, Any], grads: dict[str, Any], lr: float) -> Any:
    params["W1"] -= lr * grads["W1"]
    return params


@pytest.mark.parametrize(
    ("student", "expected"),
    [(moves, "the call changed its input 0.W1"), (forgets, "the call added or removed entries of its input")],
    ids=["one entry", "removed"],
)
def test_dicts_are_left_alone(student: Callable[..., Any], expected: str, bundles: Bundles) -> None:
    """The part of the parameters that changed is named."""
    cases = bundles("backprop")["sgd_step"].group("values")[-3:]
    assert sentence(leaves_inputs_alone(answered(cases, student))) == expected


def test_changes_are_seen_through_tensors_nan_and_infinities() -> None:
    """A tensor that came back is compared as an array; NaN that stays NaN is no change."""
    x = np.array([np.nan, np.inf, -0.0])
    case = Case(name="n", why="", group="values", arguments=(x,), exact=x, tolerance=x, scale=x)
    for after, expected in (
        (x.copy(), "kept"),
        (np.array([1.0, np.inf, 0.0]), "the call changed its input 0"),
        (x[:2], "the call changed its input 0"),
    ):
        outcome = Outcome(kind=OutcomeKind.VALUE, value=x, inputs_after=(Tensor(array=after),))
        assert sentence(leaves_inputs_alone([Answered(case=case, outcome=outcome)])) == expected


# --- twice ---------------------------------------------------------------------------------------


class Growing:
    """Answers a little more with each call."""

    def __init__(self, step: float):
        self.step, self.calls = step, 0

    def __call__(self, x: Any) -> Any:
        self.calls += 1
        return sigmoid(x) + self.step * self.calls


TWICE = [
    ("right", sigmoid, "kept"),
    ("wrong, but always the same", lambda x: -x, "kept"),
    ("last digits", Growing(1e-18), "kept"),
    ("NaN both times", lambda x: x * np.nan, "kept"),
    ("None both times", lambda x: None, "kept"),
    ("hidden state", Growing(1e-6), "the answer the second time is not that the first time"),
    (
        "random",
        lambda x: x * np.random.default_rng().random(),
        "the answer the second time is not that the first time",
    ),
]


@pytest.mark.parametrize(("student", "expected"), [row[1:] for row in TWICE], ids=[row[0] for row in TWICE])
def test_the_same_inputs_give_the_same_answer(
    student: Callable[..., Any], expected: str, bundles: Bundles
) -> None:
    """Whatever was called in between; right or wrong is not asked here."""
    cases = bundles("activations")["sigmoid"].group("values")[-3:]
    first = answered(cases, student)
    asked(student, cases[0].arguments)
    assert sentence(repeats_itself(first, answered(cases, student))) == expected


PLACES = [
    ("where it belongs", Tensor(array=np.ones(1), device="cuda:0"), "kept"),
    ("a number", 1.0, "kept"),
    ("an array", np.ones(1), "kept"),
    ("fetched", Tensor(array=np.ones(1)), "answer is on cpu, the arguments are on cuda"),
    (
        "one part of it",
        {"a": (Tensor(array=np.ones(1), device="cuda:0"), Tensor(array=np.ones(1), device="cpu"))},
        "answer['a'][1] is on cpu, the arguments are on cuda",
    ),
    (
        "a long name",
        Tensor(array=np.ones(1), device="x" * 99),
        f"answer is on {'x' * 20}, the arguments are on cuda",
    ),
]


@pytest.mark.parametrize(("value", "expected"), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES])
def test_tensors_stay_on_their_device(value: Any, expected: str, bundles: Bundles) -> None:
    """Every tensor of an answer is where the arguments are; what is no tensor is nowhere."""
    (case, *_) = bundles("activations")["sigmoid"].cases
    outcome = Outcome(kind=OutcomeKind.VALUE, value=value)
    assert sentence(keeps_device([Answered(case=case, outcome=outcome)], "cuda")) == expected


def test_another_shape_the_second_time_is_another_answer(bundles: Bundles) -> None:
    """Shapes and kinds of answers count too."""
    cases = bundles("activations")["sigmoid"].group("values")[-1:]
    assert (
        sentence(repeats_itself(answered(cases, sigmoid), answered(cases, lambda x: sigmoid(x)[None])))
        != "kept"
    )
    assert sentence(repeats_itself(answered(cases, sigmoid), answered(cases, lambda x: None))) != "kept"
