"""The functions of the exercise losses at generic points, and written for mpmath by hand."""

from collections.abc import Callable
from typing import Any

import mpmath
import numpy as np
from mpmath import mpf

# two rows and three columns: not square, and no two sizes alike
NUMBERS = np.array([[0.5, -1.25, 2.0], [0.75, 1.1, -0.3]])
TARGETS = np.array([[1.0, -2.0, 0.25], [0.7, 3.0, -1.5]])
PROBABILITIES = np.array([[0.25, 0.625, 0.1], [0.9, 0.3, 0.55]])
LABELS = np.array([[1.0, 0.0, 1.0], [0.0, 0.0, 1.0]])
ROWS = np.array([[0.5, 0.3, 0.2], [0.05, 0.7, 0.25]])
RIGHT = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])
ARGUMENTS: dict[str, tuple[Any, ...]] = {
    **dict.fromkeys(("mae", "mae_grad", "mse", "mse_grad", "half_sse", "half_sse_grad"), (NUMBERS, TARGETS)),
    **dict.fromkeys(("binary_cross_entropy", "binary_cross_entropy_grad"), (PROBABILITIES, LABELS)),
    **dict.fromkeys(("bce_with_logits", "bce_with_logits_grad"), (NUMBERS, LABELS)),
    **dict.fromkeys(("cross_entropy", "cross_entropy_grad"), (ROWS, RIGHT)),
    **dict.fromkeys(("softmax_cross_entropy", "softmax_cross_entropy_grad"), (NUMBERS, RIGHT)),
}

Rows = list[list[Any]]


def pairs(p: Rows, y: Rows) -> list[tuple[Any, Any]]:
    return [
        (mpf(a), mpf(b)) for row, target in zip(p, y, strict=True) for a, b in zip(row, target, strict=True)
    ]


def mean(values: list[Any]) -> Any:
    return mpmath.fsum(values) / len(values)


def shared(values: list[Any]) -> list[Any]:
    return [value / len(values) for value in values]


def errors(p: Rows, y: Rows) -> list[Any]:
    return [a - b for a, b in pairs(p, y)]


def logistic(z: Any) -> Any:
    return mpmath.exp(z) / (mpmath.exp(z) + 1)


def probabilities(row: list[Any]) -> list[Any]:
    powers = [mpmath.exp(mpf(value)) for value in row]
    return [power / mpmath.fsum(powers) for power in powers]


def right(p: Rows, y: Rows) -> list[Any]:
    """The probability of the right class, row by row."""
    return [mpf(row[target.index(1.0)]) for row, target in zip(p, y, strict=True)]


BY_HAND: dict[str, Callable[..., Any]] = {
    "mae": lambda p, y: mean([abs(error) for error in errors(p, y)]),
    "mae_grad": lambda p, y: shared([mpmath.sign(error) for error in errors(p, y)]),
    "mse": lambda p, y: mean([error**2 for error in errors(p, y)]),
    "mse_grad": lambda p, y: shared([2 * error for error in errors(p, y)]),
    "half_sse": lambda p, y: mpmath.fsum(error**2 for error in errors(p, y)) / 2,
    "half_sse_grad": errors,
    "binary_cross_entropy": lambda p, y: mean([-mpmath.log(a if b else 1 - a) for a, b in pairs(p, y)]),
    "binary_cross_entropy_grad": lambda p, y: shared([-1 / a if b else 1 / (1 - a) for a, b in pairs(p, y)]),
    "bce_with_logits": lambda z, y: mean([mpmath.log1p(mpmath.exp(-a if b else a)) for a, b in pairs(z, y)]),
    "bce_with_logits_grad": lambda z, y: shared([logistic(a) - b for a, b in pairs(z, y)]),
    "cross_entropy": lambda p, y: mean([-mpmath.log(each) for each in right(p, y)]),
    "cross_entropy_grad": lambda p, y: [-b / a / len(p) for a, b in pairs(p, y)],
    "softmax_cross_entropy": lambda z, y: mean(
        [-mpmath.log(each) for each in right([probabilities(row) for row in z], y)]
    ),
    "softmax_cross_entropy_grad": lambda z, y: [
        (a - b) / len(z) for a, b in pairs([probabilities(row) for row in z], y)
    ],
}
