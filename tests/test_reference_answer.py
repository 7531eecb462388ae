"""Answers: exact values, which check they belong to, limits, kinks and shapes."""

from typing import Any

import numpy as np
import pytest
from students import function_named as function

from nncheck.judge.compare import disagreement
from nncheck.reference.answer import ROUNDOFF, SAFETY, Answer, Solver
from nncheck.reference.balls import Uncertified
from nncheck.reference.symbolic import limit
from nncheck.spec import Function, log, one_of, reals, weights, whole
from nncheck.spec.trees import cast_floats

ORDINARY = [
    ("sigmoid", 700.0, "float64", True),
    ("sigmoid", 746.0, "float64", False),  # e^746 overflows in a form that people write
    ("sigmoid", 80.0, "float32", True),
    ("sigmoid", 104.0, "float32", False),
    ("tanh", 300.0, "float64", True),
    ("tanh", 1000.0, "float64", False),
    ("relu", 8e307, "float64", True),
    ("relu", 1e308, "float64", False),  # x + |x| does
    ("relu", 5e-324, "float64", True),
    ("gelu", -30.0, "float64", True),
    ("identity", -1e308, "float64", True),
]


@pytest.mark.parametrize(
    ("name", "x", "dtype", "ordinary"), ORDINARY, ids=[f"{row[0]}({row[1]:g}) {row[2]}" for row in ORDINARY]
)
def test_overflow_belongs_to_the_stability_check(name: str, x: float, dtype: str, ordinary: bool) -> None:
    """Where an intermediate of some honest form leaves the type's range, an entry is not ordinary."""
    answer = Solver(function(name)).answer((np.array([x], dtype),), dtype)
    assert answer.ordinary.tolist() == [ordinary]
    assert np.isfinite(answer.exact).all()
    assert np.isfinite(answer.tolerance).all()


def test_tolerance_is_c_times_rounding_and_scale() -> None:
    """|got - exact| <= c (r + u scale): never below c u scale, and for one addition hardly above."""
    plus = Function(lambda x: x + 1, {"x": reals(-4, 4)})
    x = np.array([0.5, 3.0])
    answer = Solver(plus).answer((x,), "float64")
    unit = ROUNDOFF["float64"]
    assert answer.scale.tolist() == [1.5, 4.0]
    assert (answer.tolerance >= SAFETY * unit * answer.scale).all()
    # x, 1 and the sum are rounded, each by at most one unit
    assert answer.tolerance == pytest.approx(
        SAFETY * unit * (np.abs(x) + 1 + np.abs(x + 1) + answer.scale), rel=1e-6
    )


def test_scale_is_local() -> None:
    """A huge entry does not loosen the tolerance of a small one; a bounded function has a bounded scale."""
    answer = Solver(function("relu")).answer((np.array([1.0, 1e300]),), "float64")
    assert answer.tolerance[0] < 1e-14
    assert Solver(function("sigmoid")).answer((np.array([1e4]),), "float64").scale.tolist() == [1.0]
    (rows,) = [Solver(function("log_softmax")).answer((np.array([[0.0, 1.0], [0.0, 8.0]]),), "float64")]
    assert np.unique(rows.scale).size == 1


def test_kinks_accept_every_subgradient() -> None:
    """At x = 0 the slope of ReLU is anything from 0 to 1, and nothing else."""
    x = np.zeros(1)
    answer = Solver(function("relu_grad")).answer((x,), "float64")
    for slope, right in (
        (0.0, True),
        (0.5, True),
        (1.0, True),
        (-0.001, False),
        (1.001, False),
        (np.nan, False),
    ):
        mismatch = disagreement(np.array([slope]), answer.exact, answer.tolerance)
        assert (mismatch is None) == right, slope


LIMITS = [
    ("sigmoid", np.inf, 1.0),
    ("sigmoid", -np.inf, 0.0),
    ("sigmoid_grad", np.inf, 0.0),
    ("tanh", -np.inf, -1.0),
    ("tanh_grad", np.inf, 0.0),
    ("relu", np.inf, np.inf),
    ("relu", -np.inf, 0.0),
    ("relu_grad", -np.inf, 0.0),
    ("gelu", np.inf, np.inf),
    ("identity", -np.inf, -np.inf),
]


@pytest.mark.parametrize(("name", "x", "exact"), LIMITS, ids=[f"{name}({x})" for name, x, _ in LIMITS])
def test_infinities_are_limits(name: str, x: float, exact: float) -> None:
    """At infinity a function is its limit, by SymPy; only that value is right, and NaN never is."""
    answer = Solver(function(name), limit).answer((np.array([x]),), "float64")
    assert answer.exact.tolist() == [exact]
    assert disagreement(np.array([exact]), answer.exact, answer.tolerance) is None
    assert disagreement(np.array([np.nan]), answer.exact, answer.tolerance) is not None
    assert not answer.ordinary.any()


def test_uncertified_is_raised() -> None:
    """No answer is made up: where the formula is undefined, and at infinity without a way to take limits."""
    with pytest.raises(Uncertified):
        Solver(Function(lambda x: log(x), {"x": reals(-4, 4)})).answer((np.array([-1.0]),), "float64")
    with pytest.raises(Uncertified):
        Solver(function("sigmoid")).answer((np.array([np.inf]),), "float64")


def test_answers_have_the_shape_of_the_question() -> None:
    """0-d, empty and many-dimensional inputs, dicts and pairs: the answer is a tree of arrays."""
    for shape in ((), (0,), (0, 3), (2, 1, 3)):
        answer = Solver(function("tanh")).answer((np.zeros(shape),), "float64")
        assert {part.shape for part in answer} == {shape}
    pair = Solver(function("prelu_grad")).answer((np.zeros((2, 3)), 0.25), "float64")
    assert isinstance(pair.exact, tuple)
    assert [leaf.shape for leaf in pair.exact] == [(2, 3), (2, 3)]


def test_words_and_whole_numbers_choose_the_formula() -> None:
    """The graph of one word, or of one number of repetitions, does not serve another."""

    def chosen(x: Any, name: str) -> Any:
        return x * x if name == "square" else x

    def repeated(x: Any, n: int) -> Any:
        for _ in range(n):
            x = x + x
        return x

    by_word = Solver(Function(chosen, {"x": reals(-2, 2, "n"), "name": one_of("square", "same")}))
    x = np.array([3.0])
    assert [by_word.answer((x, name), "float64").exact[0] for name in ("square", "same")] == [9.0, 3.0]
    by_number = Solver(Function(repeated, {"x": reals(-2, 2), "n": whole(1, 3)}))
    assert [by_number.answer((x, n), "float64").exact[0] for n in (1, 2)] == [6.0, 12.0]


def test_counts_are_whole_and_have_no_tolerance() -> None:
    """A function that counts has whole numbers as answers, and nothing beside them is right."""
    count = Function(
        lambda layers: sum(W.size for W in layers), {"layers": weights(-1, 1, "depth", "d")}, counts=True
    )
    answer = Solver(count).answer(([np.ones((2, 3)), np.ones((1, 2))],), "float32")
    assert answer.exact.dtype.kind == "i"
    assert (int(answer.exact), float(answer.tolerance)) == (8, 0.0)
    assert disagreement(8, answer.exact, answer.tolerance) is None
    assert disagreement(8.000001, answer.exact, answer.tolerance) is not None


def test_wrong_formulas_are_followed_as_the_right_one_is() -> None:
    """Another formula of a function that iterates has the tolerance of many steps, too."""

    def halved(x: Any) -> Any:
        for _ in range(60):
            x = x - x / 2
        return x

    x = np.array([1.0, 3.0])
    plain = Function(lambda x: x, {"x": reals(-4, 4, "n")})
    iterated = Function(lambda x: x, {"x": reals(-4, 4, "n")}, iterates=True)
    assert not Solver(plain.computing(halved)).answer((x,), "float64").ordinary.any()
    assert Solver(iterated.computing(halved)).answer((x,), "float64").ordinary.all()


def test_float32_inputs_are_taken_as_they_are() -> None:
    """The exact answer is that of the float32 number, not of the decimal that it came from."""
    narrow = np.array([0.1], np.float32)
    (x,) = cast_floats((narrow,), "float64")
    answer = Solver(function("identity")).answer((narrow,), "float32")
    assert isinstance(answer, Answer)
    assert answer.exact[0] == x[0] != 0.1
