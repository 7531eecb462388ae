"""The functions of the exercise initializers that draw nothing, on a shape, and written by hand."""

from collections.abc import Callable
from typing import Any

from mpmath import mpf

SHAPE = (2, 3)
ARGUMENTS: dict[str, tuple[Any, ...]] = {"zeros": (SHAPE,), "ones": (SHAPE,), "constant": (SHAPE, 0.7)}

BY_HAND: dict[str, Callable[..., Any]] = {
    "zeros": lambda shape: [mpf(0)] * 6,
    "ones": lambda shape: [mpf(1)] * 6,
    "constant": lambda shape, value: [value] * 6,
}
