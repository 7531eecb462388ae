"""Data sets that notes draw with a seed, as exact numbers: every double is the number that it is."""

from fractions import Fraction
from typing import Any

import numpy as np

from nncheck.errors import UsageError, unknown_name

MOST_SAMPLES, MOST_EPOCHS = 10_000, 1000


class Line:
    """Samples of one feature around a line, and the line that fits them best."""

    def __init__(self, x: Any, y: Any, coefficient: Fraction):
        self._parts = {"x": x, "y": y, "coefficient": coefficient}

    def part(self, name: str) -> Any:
        """x, y, the true coefficient, and the least-squares line: w, b and its mean squared error."""
        if name in ("w", "b", "mse") and "w" not in self._parts:
            self._parts |= least_squares(self._parts["x"][:, 0], self._parts["y"])
        if name not in self._parts:
            raise unknown_name("part of the data", name, ["x", "y", "coefficient", "w", "b", "mse"])
        return self._parts[name]


def make_regression(samples: int, noise: Any, bias: Any, seed: int) -> Line:
    """What scikit-learn's make_regression draws with n_features=1 and random_state=seed, up to its order.

    Its generator is frozen: numpy promises the numbers of RandomState for all time.
    """
    if not all(isinstance(each, int) for each in (samples, seed)) or not 1 < samples <= MOST_SAMPLES:
        raise UsageError(f"make_regression(samples, noise, bias, seed) draws 2 to {MOST_SAMPLES:,} samples")
    generator = np.random.RandomState(seed)
    x = generator.standard_normal(size=(samples, 1))
    coefficient = 100 * generator.uniform(size=(1, 1))
    y = (x @ coefficient)[:, 0] + float(bias)
    y += generator.normal(scale=float(noise), size=samples)
    return Line(_exact(x), _exact(y), Fraction(coefficient.item()))


def least_squares(x: Any, y: Any) -> dict[str, Any]:
    """Weight, bias and mean squared error of the best line, exactly."""
    count = len(x)
    mean_x, mean_y = sum(x) / count, sum(y) / count
    w = sum((x - mean_x) * (y - mean_y)) / sum((x - mean_x) ** 2)
    b = mean_y - w * mean_x
    return {"w": w, "b": b, "mse": sum((y - w * x - b) ** 2) / count}


def batches(x: Any, y: Any, size: int, epochs: int = 1, seed: int | None = None) -> list[Any]:
    """Samples in batches of `size`; the last one of an epoch may be smaller.

    With a seed they are shuffled anew in each of the epochs, by numpy's RandomState.
    """
    whole = all(isinstance(each, int) and each > 0 for each in (size, epochs))
    if not whole or len(x) != len(y) or epochs > MOST_EPOCHS:
        raise UsageError("batches(x, y, size, epochs, seed) takes as many x as y, and whole numbers")
    generator = None if seed is None else np.random.RandomState(seed)
    orders = [
        np.arange(len(y)) if generator is None else generator.permutation(len(y)) for _ in range(epochs)
    ]
    parts = [order[start : start + size] for order in orders for start in range(0, len(y), size)]
    return [(x[part], y[part]) for part in parts]


def _exact(array: Any) -> Any:
    found = np.empty(array.shape, dtype=object)
    found.reshape(-1)[:] = [Fraction(float(each)) for each in array.flat]
    return found
