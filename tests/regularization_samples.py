"""The functions of the exercise regularization at generic points, and written for mpmath by hand."""

from collections.abc import Callable
from typing import Any

import mpmath
import numpy as np
from mpmath import mpf

# three rows and two columns: not square, and enough rows to tell a sum from a mean
X = np.array([[0.5, -1.25], [2.0, 0.75], [-0.3, 1.1]])
DY = np.array([[1.0, -0.5], [0.25, 2.0], [-1.5, 0.7]])
GAMMA, BETA = np.array([1.5, -0.4]), np.array([0.2, -1.0])
ARGUMENTS: dict[str, tuple[Any, ...]] = {
    "l2_penalty": (X, 0.3),
    "l2_penalty_grad": (X, 0.3),
    "batch_norm": (X, GAMMA, BETA, 0.05),
    "batch_norm_backward": (DY, X, GAMMA, 0.05),
    "batch_norm_eval": (X, GAMMA, BETA, np.array([0.6, -0.2]), np.array([0.9, 2.5]), 0.05),
}

Rows = list[list[Any]]


def entries(rows: Rows) -> list[Any]:
    return [mpf(value) for row in rows for value in row]


def columns(rows: Rows) -> Rows:
    return [[mpf(value) for value in column] for column in zip(*rows, strict=True)]


def by_rows(columns: Rows) -> list[Any]:
    return [value for row in zip(*columns, strict=True) for value in row]


def moments(column: list[Any]) -> tuple[Any, Any]:
    mean = mpmath.fsum(column) / len(column)
    return mean, mpmath.fsum(value**2 for value in column) / len(column) - mean**2


def scaled(rows: Rows, gamma: Any, beta: Any, mean: Any, variance: Any, eps: Any) -> list[Any]:
    table = [
        [g * (value - m) / mpmath.sqrt(v + eps) + b for value in column]
        for column, g, b, m, v in zip(columns(rows), gamma, beta, mean, variance, strict=True)
    ]
    return by_rows(table)


def normalized(rows: Rows, gamma: Any, beta: Any, eps: Any) -> list[Any]:
    mean, variance = zip(*map(moments, columns(rows)), strict=True)
    return scaled(rows, gamma, beta, mean, variance, eps)


def back(dy: Rows, x: Rows, gamma: Any, eps: Any) -> tuple[list[Any], list[Any], list[Any]]:
    """By the Jacobian of a column: dy_i/dx_k = gamma ((i = k) - 1/n - h_i h_k / n) / root."""
    dx, dgamma, dbeta = [], [], []
    for incoming, column, g in zip(columns(dy), columns(x), gamma, strict=True):
        (mean, variance), n = moments(column), len(column)
        root = mpmath.sqrt(variance + eps)
        hat = [(value - mean) / root for value in column]
        dx.append(
            [
                mpmath.fsum(
                    incoming[i] * g * ((i == k) - mpf(1) / n - hat[i] * hat[k] / n) / root for i in range(n)
                )
                for k in range(n)
            ]
        )
        dgamma.append(mpmath.fdot(incoming, hat))
        dbeta.append(mpmath.fsum(incoming))
    return by_rows(dx), dgamma, dbeta


BY_HAND: dict[str, Callable[..., Any]] = {
    "l2_penalty": lambda w, lam: lam / 2 * mpmath.fsum(value**2 for value in entries(w)),
    "l2_penalty_grad": lambda w, lam: [lam * value for value in entries(w)],
    "batch_norm": normalized,
    "batch_norm_backward": back,
    "batch_norm_eval": scaled,
}
