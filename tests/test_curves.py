"""Curves for pictures: asked of the student's function, beside certified values, and only where asked for."""

import json

import numpy as np
import pytest
from conftest import Grade
from report_samples import report

from nncheck.curves import POINTS
from nncheck.records import Curve, FunctionResult
from nncheck.report import FORMATS
from nncheck.results import decode, encode

SIGMOID = "def sigmoid(x):\n    return 1 / (1 + np.exp({}))"
RELU = "def relu(x):\n    return np.maximum(x, 0)"
ALPHA = "def leaky_relu(x, alpha=0.01):\n    return np.where(x > 0, x, alpha * x)"
PAIR = "def prelu_grad(x, alpha):\n    return np.where(x > 0, 1.0, alpha), np.where(x > 0, 0.0, x)"


def functions(grade: Grade, *parts: str, curves: bool = True) -> dict[str, FunctionResult]:
    """The results by name."""
    result = grade(*parts, curves=curves, device="cpu", explain=False)
    return {each.function: each for exercise in result.exercises for each in exercise.functions}


def wrong(curve: Curve) -> int:
    """How many points are further from the reference than is allowed."""
    return int((~(np.abs(curve.got - curve.expected) <= curve.allowed)).sum())


def test_right_and_wrong_curves(grade: Grade) -> None:
    """A right one keeps to the reference at every point, a wrong one does not; kinks are no trouble."""
    found = functions(grade, SIGMOID.format("x"), RELU, ALPHA, PAIR)
    curves = {name: each.curve for name, each in found.items()}
    assert [len(each.x) for each in curves.values() if each] == [POINTS] * 4
    assert {name: wrong(each) > 0 for name, each in curves.items() if each} == {
        **{"sigmoid": True, "relu": False},
        **{"leaky_relu": False, "prelu_grad": False},
    }
    assert 0.1 <= curves["leaky_relu"].settings["alpha"] < 1  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "body",
    [
        "raise ValueError",
        "return 'text'",
        "return x[:3]",
        "return [1.0] * x.size",
        "raise SystemExit",
        "return 1j * x",
    ],
)
def test_what_answers_with_no_curve_has_none(grade: Grade, body: str) -> None:
    """Whatever else comes, and from whatever process is left; the function after it has its curve."""
    found = functions(grade, f"def tanh(x):\n    {body}", RELU)
    assert found["tanh"].curve is None
    assert found["relu"].curve is not None


def test_only_where_asked_for_and_never_stored(grade: Grade) -> None:
    """Grades are the same with and without; neither gradebooks nor JSON hold curves."""
    assert functions(grade, RELU, curves=False)["relu"].curve is None
    result = grade(RELU, curves=True, device="cpu")
    assert encode(result) == encode(grade(RELU, device="cpu"))
    assert decode(encode(result)).exercises[0].functions[0].curve is None
    written = FORMATS["json"].render(report(result))
    assert "curve" not in json.dumps(json.loads(written))


def test_functions_of_several_numbers_have_none(grade: Grade) -> None:
    """A softmax is no curve."""
    softmax = "def softmax(z):\n    e = np.exp(z)\n    return e / e.sum(-1, keepdims=True)"
    assert functions(grade, softmax)["softmax"].curve is None
