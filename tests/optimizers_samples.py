"""The functions of the exercise optimizers at generic points, and written for mpmath by hand.

By hand, no step knows of a state: sums over all gradients so far stand in place of what is carried along.
"""

from collections.abc import Callable
from typing import Any

import mpmath
import numpy as np
from mpmath import mpf

# three steps and two weights: not square, and enough steps to tell a running average from any other mean
W, G = np.array([0.5, -1.25]), np.array([[0.75, -1.5], [-0.3, 0.4], [1.1, 0.65]])
START, GRADIENT = np.array([0.5, -1.0, 2.0]), np.array([1.5, -0.25, 0.7])
CURVED = np.array([[2.0, 0.5, -0.3], [0.5, 1.5, 0.7], [-0.3, 0.7, 3.0]])
STEP, CHANGE = np.array([0.5, -0.9, 0.2]), np.array([1.1, -0.4, 0.75])
ARGUMENTS: dict[str, tuple[Any, ...]] = {
    "sgd": (W, G, None, 0.3),
    "momentum": (W, G, None, 0.3, 0.6),
    "adagrad": (W, G, None, 0.3, 0.05),
    "rmsprop": (W, G, None, 0.3, 0.7, 0.05),
    "adam": (W, G, None, 0.3, 0.6, 0.8, 0.05),
    "newton": (START, GRADIENT, CURVED),
    "bfgs_update": (CURVED, STEP, CHANGE),
}

Steps = list[list[Any]]
Path = list[Any]  # one weight's gradients up to some step


def walk(w: list[Any], g: list[list[float]], lr: Any, direction: Callable[[Path], Any]) -> Steps:
    """Every weight alone: after t steps it is -lr times all its directions so far from where it started."""
    paths = [[mpf(value) for value in column] for column in zip(*g, strict=True)]
    return [
        [
            start - lr * mpmath.fsum(direction(path[: i + 1]) for i in range(t + 1))
            for start, path in zip(w, paths, strict=True)
        ]
        for t in range(len(g))
    ]


def faded(path: Path, factor: Any) -> Any:
    """The newest counts once, the one before `factor` times, the one before that its square times."""
    return mpmath.fsum(value * factor**age for age, value in enumerate(reversed(path)))


def squares(path: Path) -> Path:
    return [value**2 for value in path]


def adam_direction(path: Path, beta1: Any, beta2: Any, eps: Any) -> Any:
    """Means with weights that sum to 1: this is what correcting the bias comes to."""
    ones = [mpf(1) for _ in path]
    mean = faded(path, beta1) / faded(ones, beta1)
    return mean / (mpmath.sqrt(faded(squares(path), beta2) / faded(ones, beta2)) + eps)


def bfgs(h: list[list[float]], s: Any, y: Any) -> list[Any]:
    """By the update of the Hessian itself, inverted before and after."""
    b, s, y = mpmath.inverse(mpmath.matrix(h)), mpmath.matrix(s), mpmath.matrix(y)
    turned = b * s
    updated = b + y * y.T / mpmath.fdot(y, s) - turned * turned.T / mpmath.fdot(s, turned)
    return list(mpmath.inverse(updated))


BY_HAND: dict[str, Callable[..., Any]] = {
    "sgd": lambda w, g, _, lr: walk(w, g, lr, lambda path: path[-1]),
    "momentum": lambda w, g, _, lr, beta: walk(w, g, lr, lambda path: faded(path, beta)),
    "adagrad": lambda w, g, _, lr, eps: walk(w, g, lr, lambda path: path[-1] / (mpmath.norm(path) + eps)),
    "rmsprop": lambda w, g, _, lr, alpha, eps: walk(
        w, g, lr, lambda path: path[-1] / (mpmath.sqrt((1 - alpha) * faded(squares(path), alpha)) + eps)
    ),
    "adam": lambda w, g, _, lr, *rest: walk(w, g, lr, lambda path: adam_direction(path, *rest)),
    "newton": lambda w, g, h: list(mpmath.matrix(w) - mpmath.inverse(mpmath.matrix(h)) * mpmath.matrix(g)),
    "bfgs_update": bfgs,
}
