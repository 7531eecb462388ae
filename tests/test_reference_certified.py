"""Certified values are right to thirty digits, for every function."""

from collections.abc import Callable
from typing import Any

import initializers_samples
import losses_samples
import mpmath
import network_samples
import numpy as np
import optimizers_samples
import pytest
import regression_samples
from mpmath import mp, mpf
from regularization_samples import ARGUMENTS, BY_HAND
from students import EXERCISES, FUNCTIONS

from nncheck.reference.balls import certified
from nncheck.reference.trace import numbers, trace

DIGITS = 50

# --- the same mathematics, written for mpmath by hand --------------------------------------------


def sigmoid(x: Any) -> Any:
    return 1 / (1 + mpmath.exp(-x))


def sigmoid_slope(x: Any) -> Any:
    return 1 / (2 * mpmath.cosh(x / 2)) ** 2


def leaky(x: Any, alpha: Any) -> Any:
    return x if x > 0 else alpha * x


def slope(x: Any, alpha: Any) -> Any:
    return mpf(1) if x > 0 else alpha


ELEMENTWISE: dict[str, Callable[..., Any]] = {
    "sigmoid": sigmoid,
    "sigmoid_grad": sigmoid_slope,
    "tanh": mpmath.tanh,
    "tanh_grad": lambda x: mpmath.sech(x) ** 2,
    "relu": lambda x: max(x, 0),
    "relu_grad": lambda x: slope(x, mpf(0)),
    "leaky_relu": leaky,
    "leaky_relu_grad": slope,
    "prelu": leaky,
    "prelu_grad": lambda x, alpha: (slope(x, alpha), min(x, 0)),
    "gelu": lambda x: x * mpmath.ncdf(x),
    "gelu_grad": lambda x: mpmath.ncdf(x) + x * mpmath.npdf(x),
    "identity": lambda x: x,
    "identity_grad": lambda x: mpf(1),
}
POINTS = (-746.0, -40.0, -2.5, -1e-8, -5e-324, 5e-324, 1e-300, 0.1, 1.0, 20.0, 89.0, 700.0)
ALPHAS = (0.25, 1.5)


def probabilities(z: list[Any]) -> list[Any]:
    shifted = [mpmath.exp(each - max(z)) for each in z]
    return [each / mpmath.fsum(shifted) for each in shifted]


def jacobian(z: list[Any]) -> list[Any]:
    p = probabilities(z)
    return [p[i] * ((i == j) - p[j]) for i in range(len(p)) for j in range(len(p))]


ROWWISE: dict[str, Callable[[list[Any]], list[Any]]] = {
    "softmax": probabilities,
    "log_softmax": lambda z: [mpmath.log(p) for p in probabilities(z)],
    "softmax_jacobian": jacobian,
}
ROWS = ([3.0, 1.0, 0.2], [2.0, 2.0], [-7.0], [1000.0, 0.0, -1000.0], [5e-324, -0.0, 0.0])


def network(x: Any, p: dict[str, Any]) -> dict[str, Any]:
    z1 = mpmath.matrix(p["W1"]) * mpmath.matrix(x) + mpmath.matrix(p["b1"])
    a1 = z1.apply(sigmoid)
    z2 = mpmath.matrix(p["W2"]) * a1 + mpmath.matrix(p["b2"])
    return {"z1": z1, "a1": a1, "z2": z2, "a2": z2.apply(sigmoid)}


def half_square(a2: Any, t: Any) -> Any:
    return mpmath.fsum((a - b) ** 2 for a, b in zip(a2, t, strict=True)) / 2


def network_gradient(x: Any, t: Any, p: dict[str, Any]) -> dict[str, Any]:
    f = network(x, p)
    error2 = mpmath.matrix(
        [(a - mpf(b)) * sigmoid_slope(z) for a, b, z in zip(f["a2"], t, f["z2"], strict=True)]
    )
    back = mpmath.matrix(p["W2"]).T * error2
    error1 = mpmath.matrix([b * sigmoid_slope(z) for b, z in zip(back, f["z1"], strict=True)])
    return {"W1": error1 * mpmath.matrix(x).T, "b1": error1, "W2": error2 * f["a1"].T, "b2": error2}


def step(p: dict[str, Any], g: dict[str, Any], lr: float) -> dict[str, Any]:
    return {name: mpmath.matrix(p[name]) - mpf(lr) * mpmath.matrix(g[name]) for name in p}


NETWORK: dict[str, Callable[..., Any]] = {
    "forward": network,
    "loss": half_square,
    "backward": network_gradient,
    "sgd_step": step,
    "train_step": lambda x, t, p, lr: (
        step(p, network_gradient(x, t, p), lr),
        half_square(network(x, p)["a2"], t),
    ),
}
# three inputs, four hidden neurons, two outputs: no matrix is square
NET = {
    "W1": np.array([[0.1, -0.2, 0.3], [0.4, 0.5, -0.6], [0.7, 0.8, 0.9], [-1.0, 0.25, 0.15]]),
    "b1": np.array([0.1, -0.2, 0.3, -0.4]),
    "W2": np.array([[0.2, -0.4, 0.6, 0.8], [0.3, 0.5, -0.7, 0.9]]),
    "b2": np.array([-0.15, 0.25]),
}
NET_X, NET_T, NET_A2 = np.array([0.5, -1.0, 2.0]), np.array([0.0, 0.75]), np.array([0.3, 0.6])
NETWORK_ARGUMENTS: dict[str, tuple[Any, ...]] = {
    "forward": (NET_X, NET),
    "loss": (NET_A2, NET_T),
    "backward": (NET_X, NET_T, NET),
    "sgd_step": (NET, {name: np.cos(value) for name, value in NET.items()}, 0.3),
    "train_step": (NET_X, NET_T, NET, 0.3),
}


def rows() -> list[tuple[str, str, tuple[Any, ...], Callable[..., Any]]]:
    """(exercise, function, arguments, mpmath's own way) for everything that we certify."""
    table: list[tuple[str, str, tuple[Any, ...], Callable[..., Any]]] = []
    for name, own in ELEMENTWISE.items():
        others = (
            [(alpha,) for alpha in ALPHAS]
            if "alpha" in EXERCISES["activations"].functions[name].domain
            else [()]
        )
        table += [("activations", name, (x, *rest), own) for x in POINTS for rest in others]
    table += [
        ("softmax", name, (np.array(z),), lambda z, own=own: own(list(z)))
        for name, own in ROWWISE.items()
        for z in ROWS
    ]
    table += [("backprop", name, NETWORK_ARGUMENTS[name], own) for name, own in NETWORK.items()]
    table += [
        (exercise, name, arguments[name], own)
        for exercise, arguments, owns in (
            ("backprop", network_samples.DEEP_ARGUMENTS, network_samples.DEEP_BY_HAND),
            ("layers", network_samples.LAYERS_ARGUMENTS, network_samples.LAYERS_BY_HAND),
            ("gradient_flow", network_samples.FLOW_ARGUMENTS, network_samples.FLOW_BY_HAND),
            ("regression", regression_samples.ARGUMENTS, regression_samples.BY_HAND),
            ("regularization", ARGUMENTS, BY_HAND),
            ("losses", losses_samples.ARGUMENTS, losses_samples.BY_HAND),
            ("initializers", initializers_samples.ARGUMENTS, initializers_samples.BY_HAND),
            ("optimizers", optimizers_samples.ARGUMENTS, optimizers_samples.BY_HAND),
        )
        for name, own in owns.items()
    ]
    return table


ROWS_OF_ALL = rows()


def test_every_function_has_a_row() -> None:
    """No function of exact answers that ships goes uncertified."""
    assert {(exercise, name) for exercise, name, _, _ in ROWS_OF_ALL} == set(FUNCTIONS)


@pytest.mark.parametrize(
    ("exercise", "name"), sorted({row[:2] for row in ROWS_OF_ALL}), ids=lambda part: part
)
def test_certified_values_are_those_of_mpmath(exercise: str, name: str) -> None:
    """At typical points, tiny ones and far out, thirty digits agree with an independent computation."""
    for _, _, arguments, own in [row for row in ROWS_OF_ALL if row[:2] == (exercise, name)]:
        traced = trace(EXERCISES[exercise].functions[name].formula, arguments)
        inputs = {node.order: value for node, value in zip(traced.inputs, numbers(arguments), strict=True)}
        found = certified(traced.outputs, inputs)
        with mp.workdps(DIGITS + 700):  # sums and differences of 1 and 5e-324 keep their digits
            expected = flat(own(*exactly(arguments)), traced.answer)
        assert len(found) == len(expected)
        with mp.workdps(DIGITS + 10):
            for interval, value in zip(found, expected, strict=True):
                assert close(interval, value), (arguments, interval, value)


def exactly(tree: Any) -> Any:
    """Arguments as exact mpmath numbers."""
    if isinstance(tree, dict):
        return {name: exactly(part) for name, part in tree.items()}
    if isinstance(tree, str | int | None):
        return tree
    if isinstance(tree, tuple | list) or (isinstance(tree, np.ndarray) and tree.ndim):
        return (
            tree.tolist()
            if isinstance(tree, np.ndarray) and tree.ndim > 1
            else [exactly(part) for part in tree]
        )
    return mpf(float(tree))


def flat(value: Any, like: Any) -> list[Any]:
    """mpmath's answer in the order of ours."""
    if isinstance(like, dict):
        return [each for name, part in like.items() for each in flat(value[name], part)]
    if isinstance(like, tuple | list):
        return [each for one, part in zip(value, like, strict=True) for each in flat(one, part)]
    return [value] if like.ndim == 0 else list(value)


def close(interval: Any, value: Any) -> bool:
    """Whether an interval is one point, and that point mpmath's to 100 bits."""
    middle = mpf(interval.low.mid().str(DIGITS + 10, radius=False))
    smallest = mpf(2) ** -1390  # 300 bits below the last subnormal number
    return (
        bool(interval.low.mid() == interval.high.mid())
        and abs(middle - value) <= abs(value) * mpf(2) ** -100 + smallest
    )
