"""The functions of the exercise regression at generic points, and written for mpmath by hand."""

from collections.abc import Callable
from typing import Any

import mpmath
import numpy as np
from mpmath import mpf

# three samples and two features: not square, and enough samples to tell a sum from a mean
X = np.array([[0.5, -1.25], [2.0, 0.75], [-0.3, 1.1]])
Y, W = np.array([1.5, -0.5, 0.25]), np.array([0.75, -0.4])
BATCHES = [(X[:2, :1], Y[:2]), (X[2:, 1:], Y[2:])]
ARGUMENTS: dict[str, tuple[Any, ...]] = {
    "predict": (X, W, 0.3),
    "gradients": (X, Y, W, 0.3),
    "iterations_per_epoch": (100, 16),
    "train": (BATCHES, W[:1], 0.3, 0.2, 2),
}


def predicted(x: Any, w: Any, b: Any) -> list[Any]:
    return [mpmath.fdot(row, w) + b for row in x]


def slopes(x: Any, y: Any, w: Any, b: Any) -> tuple[list[Any], Any]:
    """By products of sums: of the samples with each other, and with the targets."""
    n, columns = len(y), list(zip(*x, strict=True))
    dw = [
        2
        * (
            mpmath.fsum(mpmath.fdot(column, other) * weight for other, weight in zip(columns, w, strict=True))
            + b * mpmath.fsum(column)
            - mpmath.fdot(column, y)
        )
        / n
        for column in columns
    ]
    return dw, 2 * (mpmath.fsum(predicted(x, w, b)) - mpmath.fsum(y)) / n


def trained(batches: Any, w: Any, b: Any, lr: Any, epochs: int) -> tuple[list[Any], Any, list[Any]]:
    """One feature, without arrays."""
    losses = []
    for _ in range(epochs):
        seen = []
        for x, y in batches:
            x = [[mpf(value) for value in row] for row in x]
            seen.append(
                mpmath.fsum((p - t) ** 2 for p, t in zip(predicted(x, w, b), y, strict=True)) / len(y)
            )
            dw, db = slopes(x, y, w, b)
            w, b = [weight - lr * slope for weight, slope in zip(w, dw, strict=True)], b - lr * db
        losses.append(mpmath.fsum(seen) / len(seen))
    return w, b, losses


def rows(x: Any) -> list[list[Any]]:
    return [[mpf(value) for value in row] for row in x]


BY_HAND: dict[str, Callable[..., Any]] = {
    "predict": lambda x, w, b: predicted(rows(x), w, b),
    "gradients": lambda x, y, w, b: slopes(rows(x), y, w, b),
    "iterations_per_epoch": lambda n, batch_size: len(range(0, n, batch_size)),
    "train": trained,
}
