"""How gradients shrink or grow on their way back through a deep network, for four activations."""

from typing import Any

import numpy as np
from matplotlib.figure import Figure

from nncheck.plots.style import BLUE, GREEN, QUIET, VERMILION, styled
from nncheck.records import Array

DEPTH, WIDTH, SAMPLES, SEED = 12, 32, 16, 0
COLOURS = {"identity": QUIET, "relu": GREEN, "tanh": BLUE, "sigmoid": VERMILION}
_FUNCTIONS: dict[str, Any] = {
    "identity": lambda z: (z, np.ones_like(z)),
    "relu": lambda z: (np.maximum(z, 0), (z > 0).astype(float)),
    "tanh": lambda z: (np.tanh(z), 1 - np.tanh(z) ** 2),
    "sigmoid": lambda z: (1 / (1 + np.exp(-z)), np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))) ** 2),
}


def norms(activation: str, weights: list[Array], x: Array) -> list[float]:
    """The Frobenius norm of d(sum of all outputs)/dW of each layer, the first layer first."""
    inputs, slopes = [x], []
    for matrix in weights:
        value, slope = _FUNCTIONS[activation](inputs[-1] @ matrix.T)
        inputs.append(value)
        slopes.append(slope)
    delta = np.ones_like(inputs[-1])
    found = []
    for matrix, slope, entering in zip(weights[::-1], slopes[::-1], inputs[-2::-1], strict=True):
        delta = delta * slope
        found.append(float(np.linalg.norm(delta.T @ entering)))
        delta = delta @ matrix
    return found[::-1]


def network() -> tuple[list[Array], Array]:
    """Weights of variance 1 / width, as Xavier's rule gives them here, and normal inputs."""
    rng = np.random.default_rng(SEED)
    weights = [rng.normal(0, WIDTH**-0.5, (WIDTH, WIDTH)) for _ in range(DEPTH)]
    return weights, rng.normal(0, 1, (SAMPLES, WIDTH))


def depth_figure() -> Figure:
    """Gradient norms by layer, on a logarithmic scale, each curve named at its left end."""
    weights, x = network()
    layers = np.arange(1, DEPTH + 1)
    with styled(6.0, 3.8) as figure:
        axes = figure.subplots()
        for name, colour in COLOURS.items():
            values = norms(name, weights, x)
            axes.plot(layers, values, color=colour, marker="o", markersize=4, gid=name)
            axes.annotate(name, (1, values[0]), xytext=(-9, 0), textcoords="offset points", color=colour,
                          ha="right", va="center")  # fmt: skip
        axes.set_yscale("log")
        axes.set_title("Norm of the gradient of each layer’s weights")
        axes.set_xlabel(f"layer, {DEPTH} of {WIDTH} neurons, weights by Xavier’s rule", color=QUIET)
        axes.set_xticks(layers)
        axes.set_xlim(-0.9, DEPTH + 0.3)
        axes.tick_params(axis="y", which="minor", left=False)
        return figure
