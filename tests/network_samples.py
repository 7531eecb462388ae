"""The functions on networks of any depth at generic points, and written for mpmath by hand."""

from collections.abc import Callable
from typing import Any

import mpmath
import numpy as np
from mpmath import mpf

# two inputs, three and two neurons: no two layers have the same shape
X, T = np.array([0.5, -1.25]), np.array([0.25, 0.75])
W1 = np.array([[0.3, -0.8], [-0.6, 0.4], [1.1, 0.7]])
W2 = np.array([[0.9, -0.5, 0.2], [-0.7, 0.35, 1.3]])
B1, B2 = np.array([0.1, -0.2, 0.3]), np.array([-0.45, 0.55])
LAYERS = [(W1, B1), (W2, B2)]

LAYERS_ARGUMENTS: dict[str, tuple[Any, ...]] = {
    "linear": (X, W1, B1),
    "mlp_forward": (X, LAYERS, ["gelu", "softmax"]),
    "count_parameters": (LAYERS,),
}
# one neuron in the middle: for sympy.diff three make a tree that takes it a minute
NARROW_ARGUMENTS: dict[str, tuple[Any, ...]] = {
    "mlp_forward": (X, [(W1[:1], B1[:1]), (W2[:, :1], B2)], ["gelu", "softmax"]),
}
FLOW_ARGUMENTS: dict[str, tuple[Any, ...]] = {
    "sigmoid_chain_grad": (np.array(0.7), 3),
    "gradient_norms": (X, [W1, W2], "tanh"),
}
DEEP_ARGUMENTS: dict[str, tuple[Any, ...]] = {"deep_backward": (X, T, [W1, W2])}

Matrix = Any  # of mpmath


def sigmoid(z: Any) -> Any:
    return 1 / (1 + mpmath.exp(-z))


def linear(x: Any, W: Any, b: Any) -> list[Any]:
    return list(mpmath.matrix(W) * mpmath.matrix(x) + mpmath.matrix(b))


def gelu_then_softmax(x: Any, layers: Any, names: Any) -> list[Any]:
    hidden = [z * mpmath.ncdf(z) for z in linear(x, *layers[0])]
    shares = [mpmath.exp(z) for z in linear(hidden, *layers[1])]
    return [share / mpmath.fsum(shares) for share in shares]


def count(layers: Any) -> Any:
    return sum(len(W) * (len(W[0]) + 1) for W, _ in layers)


def chain_slope(x: Any, n: int) -> Any:
    slope = mpf(1)
    for _ in range(n):
        slope /= (2 * mpmath.cosh(x / 2)) ** 2
        x = sigmoid(x)
    return slope


def slopes_forward(
    x: Any, weights: Any, function: Callable[[Any], Any], slope: Callable[[Any], Any]
) -> tuple[Matrix, list[Matrix], list[Matrix], list[Matrix]]:
    """Outputs, and of each layer what comes in, its slopes, and its matrix."""
    a, inputs, slopes = mpmath.matrix(x), [], []
    matrices = [mpmath.matrix(W) for W in weights]
    for W in matrices:
        inputs.append(a)
        slopes.append((W * a).apply(slope))
        a = (W * a).apply(function)
    return a, inputs, slopes, matrices


def gradient_of(start: Matrix, inputs: Any, slopes: Any, matrices: Any, layer: int) -> Matrix:
    """By one unit vector after another: how the weighted sum of the outputs moves with each z of a layer."""
    moves = []
    for neuron in range(len(slopes[layer])):
        moved = mpmath.zeros(len(slopes[layer]), 1)
        moved[neuron] = slopes[layer][neuron]
        for W, slope in zip(matrices[layer + 1 :], slopes[layer + 1 :], strict=True):
            moved = mpmath.matrix([s * z for s, z in zip(slope, W * moved, strict=True)])
        moves.append(mpmath.fdot(start, moved))
    return mpmath.matrix(moves) * inputs[layer].T


def tanh_norms(x: Any, weights: Any, name: Any) -> list[Any]:
    a, *reached = slopes_forward(x, weights, mpmath.tanh, lambda z: mpmath.sech(z) ** 2)
    start = mpmath.ones(len(a), 1)
    return [mpmath.norm(list(gradient_of(start, *reached, layer))) for layer in range(len(weights))]


def sigmoid_gradients(x: Any, t: Any, weights: Any) -> list[Any]:
    a, *reached = slopes_forward(x, weights, sigmoid, lambda z: 1 / (2 * mpmath.cosh(z / 2)) ** 2)
    start = a - mpmath.matrix(t)
    return [gradient_of(start, *reached, layer) for layer in range(len(weights))]


LAYERS_BY_HAND = {"linear": linear, "mlp_forward": gelu_then_softmax, "count_parameters": count}
FLOW_BY_HAND = {"sigmoid_chain_grad": chain_slope, "gradient_norms": tanh_norms}
DEEP_BY_HAND = {"deep_backward": sigmoid_gradients}
