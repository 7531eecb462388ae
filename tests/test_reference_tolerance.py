"""The derived tolerance: every honest program is inside it, and no other one."""

import math
from collections import Counter
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from students import EXERCISES, FUNCTIONS
from students import function_named as function

from nncheck.judge.compare import disagreement
from nncheck.reference.answer import Solver
from nncheck.spec.trees import leaves, map_leaves

Program = Callable[[Any], Any]
ERF = np.frompyfunc(math.erf, 1, 1)


def erf(x: Any) -> Any:
    """The error function of the standard library, in the dtype of x."""
    return ERF(x.astype(np.float64)).astype(x.dtype)


def sigmoid(x: Any) -> Any:
    return 1 / (1 + np.exp(-x))


def shifted(z: Any) -> Any:
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def unshifted(z: Any) -> Any:
    return np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True)


def half(dtype: Any) -> Any:
    return np.asarray(0.5, dtype)


def points(reach: float) -> Any:
    """Tiny, typical and large, of both signs."""
    sizes = np.concatenate([np.geomspace(1e-12, reach, 120), np.linspace(0.01, reach, 120)])
    return np.concatenate([-sizes, sizes])


def logits(rows: int) -> Any:
    """Rows of seven logits that no formula likes better than others."""
    return 8 * np.sin(1.7 * np.arange(1.0, 7 * rows + 1).reshape(rows, 7) ** 1.3)


# program, its function, and inputs (cast to the type in question)
HONEST: list[tuple[str, str, Program, Any]] = [
    ("1/(1+e^-x)", "sigmoid", sigmoid, points(100)),
    ("e^x/(1+e^x)", "sigmoid", lambda x: np.exp(x) / (1 + np.exp(x)), points(80)),
    (
        "by sign",
        "sigmoid",
        lambda x: np.where(x >= 0, 1 / (1 + np.exp(-x)), np.exp(x) / (1 + np.exp(x))),
        points(100),
    ),
    (
        "by |x|",
        "sigmoid",
        lambda x: np.where(x >= 0, 1, np.exp(-np.abs(x))).astype(x.dtype) / (1 + np.exp(-np.abs(x))),
        points(100),
    ),
    ("(1+tanh(x/2))/2", "sigmoid", lambda x: (1 + np.tanh(x / 2)) / 2, points(100)),
    ("expm1", "sigmoid", lambda x: 1 / (2 + np.expm1(-x)), points(80)),
    ("f(1-f)", "sigmoid_grad", lambda x: sigmoid(x) * (1 - sigmoid(x)), points(100)),
    ("f-f^2", "sigmoid_grad", lambda x: sigmoid(x) - sigmoid(x) ** 2, points(100)),
    ("e^-x/(1+e^-x)^2", "sigmoid_grad", lambda x: np.exp(-x) / (1 + np.exp(-x)) ** 2, points(40)),
    ("f(x)f(-x)", "sigmoid_grad", lambda x: sigmoid(x) * sigmoid(-x), points(100)),
    ("np.tanh", "tanh", np.tanh, points(100)),
    ("exponentials", "tanh", lambda x: (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x)), points(80)),
    ("2 sigmoid(2x) - 1", "tanh", lambda x: 2 * sigmoid(2 * x) - 1, points(40)),
    ("(e^2x-1)/(e^2x+1)", "tanh", lambda x: (np.exp(2 * x) - 1) / (np.exp(2 * x) + 1), points(40)),
    ("expm1", "tanh", lambda x: np.expm1(2 * x) / (np.expm1(2 * x) + 2), points(40)),
    ("1 - tanh^2", "tanh_grad", lambda x: 1 - np.tanh(x) ** 2, points(100)),
    ("1/cosh^2", "tanh_grad", lambda x: 1 / np.cosh(x) ** 2, points(40)),
    ("4/(e^x+e^-x)^2", "tanh_grad", lambda x: 4 / (np.exp(x) + np.exp(-x)) ** 2, points(40)),
    ("(1-t)(1+t)", "tanh_grad", lambda x: (1 - np.tanh(x)) * (1 + np.tanh(x)), points(100)),
    ("maximum", "relu", lambda x: np.maximum(x, 0), points(100)),
    ("x (x > 0)", "relu", lambda x: x * (x > 0), points(100)),
    ("(x+|x|)/2", "relu", lambda x: (x + np.abs(x)) / 2, points(100)),
    ("x>0", "relu_grad", lambda x: (x > 0).astype(x.dtype), points(100)),
    ("x>=0", "relu_grad", lambda x: (x >= 0).astype(x.dtype), np.array([0.0, -0.0, 1.0, -1.0])),
    ("sign", "relu_grad", lambda x: (1 + np.sign(x)) / 2, np.array([0.0, -0.0, 1.0, -1.0])),
    ("erf", "gelu", lambda x: half(x.dtype) * x * (1 + erf(x / np.sqrt(half(x.dtype) * 4))), points(20)),
    ("shifted", "softmax", shifted, logits(20)),
    ("unshifted", "softmax", unshifted, logits(20)),
    (
        "by the logarithm",
        "softmax",
        lambda z: np.exp(z - np.log(np.exp(z).sum(-1, keepdims=True))),
        logits(20),
    ),
    ("log of softmax", "log_softmax", lambda z: np.log(shifted(z)), logits(20)),
    (
        "log-sum-exp",
        "log_softmax",
        lambda z: (
            z - z.max(-1, keepdims=True) - np.log(np.exp(z - z.max(-1, keepdims=True)).sum(-1, keepdims=True))
        ),
        logits(20),
    ),
    ("textbook", "log_softmax", lambda z: z - np.log(np.exp(z).sum(-1, keepdims=True)), logits(20)),
    (
        "diag - outer",
        "softmax_jacobian",
        lambda z: np.diag(shifted(z)) - np.outer(shifted(z), shifted(z)),
        logits(1)[0],
    ),
    (
        "p (I - p)",
        "softmax_jacobian",
        lambda z: shifted(z)[:, None] * (np.eye(len(z), dtype=z.dtype) - shifted(z)),
        logits(1)[0],
    ),
]
HONEST_IDS = [f"{name}: {form}" for form, name, _, _ in HONEST]


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize(("form", "name", "program", "inputs"), HONEST, ids=HONEST_IDS)
def test_honest_programs_are_inside(form: str, name: str, program: Program, inputs: Any, dtype: str) -> None:
    """Real numpy programs, in every honest form, are right wherever their function is ordinary."""
    x = inputs.astype(dtype)
    exact, tolerance, _, ordinary = Solver(function(name)).answer((x,), dtype)
    with np.errstate(all="ignore"):
        got = program(x)
    assert got.dtype == dtype, "the program itself must keep the type"
    assert ordinary.mean() > 0.3  # near 0 some form of tanh or of a slope loses all its digits
    wrong = ordinary & ~(np.abs(got.astype(float) - exact) <= tolerance)
    assert not wrong.any(), (
        x[wrong][:3] if wrong.shape == x.shape else x,
        (np.abs(got - exact) / tolerance)[wrong][:3],
    )


DISHONEST: list[tuple[str, str, Program, Any]] = [
    ("float32 arithmetic", "sigmoid", lambda x: sigmoid(x.astype(np.float32)).astype(float), points(20)),
    ("float32 arithmetic", "tanh", lambda x: np.tanh(x.astype(np.float32)).astype(float), points(3)),
    ("float32 arithmetic", "softmax", lambda z: shifted(z.astype(np.float32)).astype(float), logits(3)),
    ("sixth digit of the slope", "leaky_relu", lambda x: np.where(x > 0, x, 0.01000001 * x), points(20)),
    ("sixth digit of the factor", "tanh", lambda x: np.tanh(1.000001 * x), points(2)),
    ("truncated e", "sigmoid", lambda x: 1 / (1 + 2.718281828**-x), points(20)),
    ("eight decimals", "sigmoid", lambda x: np.round(sigmoid(x), 8), points(2)),
    (
        "an epsilon in the sum",
        "softmax",
        lambda z: np.exp(z) / (np.exp(z).sum(-1, keepdims=True) + 1e-9),
        logits(3) / 8,
    ),
    ("0.7071", "gelu", lambda x: 0.5 * x * (1 + erf(0.7071 * x)), points(3)),
    (
        "tanh form",
        "gelu",
        lambda x: 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3))),
        points(3),
    ),
]


@pytest.mark.parametrize(
    ("form", "name", "program", "inputs"), DISHONEST, ids=[f"{row[1]}: {row[0]}" for row in DISHONEST]
)
def test_dishonest_programs_are_far_outside(form: str, name: str, program: Program, inputs: Any) -> None:
    """Wrong in the sixth digit, or right to float32 only: at least a thousand tolerances off."""
    arguments = (inputs, 0.01) if name == "leaky_relu" else (inputs,)
    exact, tolerance, _, ordinary = Solver(function(name)).answer(arguments, "float64")
    off = np.abs(program(inputs) - exact)[ordinary]
    assert (off > 1000 * tolerance[ordinary]).any()


PERTURBATIONS = {"float64": 1e-6, "float32": 1e-2}


@pytest.mark.parametrize("exercise", EXERCISES)
def test_no_entry_of_any_case_may_be_off(exercise: str, bundles: Callable[[str], Any]) -> None:
    """One output entry moved by 1e-6 of its scale (float32: 1e-2) fails, in every entry of every value case.

    At a kink every subgradient is right: there the move starts from the end of the interval.
    Where the scale is 0, nothing but 0 is right: there the move is 1e-6 (1e-2) itself.
    """
    moved: Counter[str] = Counter()
    exact = {name: bundle for name, bundle in bundles(exercise).items() if (exercise, name) in FUNCTIONS}
    for name, bundle in exact.items():
        for case in bundle.cases:
            if case.group not in ("values", "values_float32", "worked", "defaults", "shapes"):
                continue
            dtype = "float32" if "float32" in case.name else "float64"
            for path, wrong in perturbed(case, PERTURBATIONS[dtype], dtype):
                moved[name] += 1
                assert disagreement(wrong, case.exact, case.tolerance) is not None, (name, case.name, path)
    assert moved.total() > 400
    assert all(moved[name] > 10 for name in exact), moved


def perturbed(case: Any, share: float, dtype: str) -> Any:
    """(where, answer) for both moves of every entry, of the first fifty of large arrays."""
    for path, exact in leaves(case.exact):
        scale, tolerance = dict(leaves(case.scale))[path], dict(leaves(case.tolerance))[path]
        at_kink = (scale > 0) & (tolerance > 0.01 * scale)
        step = share * np.where(scale == 0, 1, scale) + np.where(at_kink, tolerance, 0)
        for index in list(np.ndindex(exact.shape))[:50]:
            for sign in (1, -1):
                wrong = exact.copy()
                wrong[index] += sign * step[index]
                if np.dtype(dtype).type(wrong[index]) != np.dtype(dtype).type(exact[index]):
                    yield (
                        (path, index),
                        map_leaves(lambda leaf, e=exact, w=wrong: w if leaf is e else leaf, case.exact),
                    )
