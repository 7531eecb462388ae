"""A formula in floating point gives what numpy gives, infinities and NaN included."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from nncheck.reference.floats import in_floats
from nncheck.spec import PI, erf, exp, log, maximum, sqrt, tanh
from nncheck.spec.expression import new_input

PROGRAMS: list[tuple[str, Callable[..., Any], Callable[..., Any]]] = [
    ("sigmoid", lambda x: 1 / (1 + exp(-x)), lambda x: 1 / (1 + np.exp(-x))),
    ("e^x/(1+e^x)", lambda x: exp(x) / (1 + exp(x)), lambda x: np.exp(x) / (1 + np.exp(x))),
    ("cancelled", lambda x: (x - 1e8) + 1e8, lambda x: (x - x.dtype.type(1e8)) + x.dtype.type(1e8)),
    ("maximum", lambda x: maximum(x, 0), lambda x: np.maximum(x, 0)),
    ("pi", lambda x: x * PI, lambda x: x * x.dtype.type(np.pi)),
    ("tanh", lambda x: -tanh(x), lambda x: -np.tanh(x)),
    ("log", lambda x: log(abs(x)), lambda x: np.log(np.abs(x))),
    ("sqrt", lambda x: sqrt(abs(x) - x), lambda x: np.sqrt(np.abs(x) - x)),
]


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize(
    ("formula", "program"), [row[1:] for row in PROGRAMS], ids=[row[0] for row in PROGRAMS]
)
@pytest.mark.parametrize("at", [0.1, -3.0, 88.9, 1000.0, -1000.0])
def test_each_operation_rounds_to_the_type(
    formula: Callable[..., Any], program: Callable[..., Any], dtype: str, at: float
) -> None:
    """Operation by operation the same numbers as numpy's, to the last bit."""
    x = new_input()
    with np.errstate(all="ignore"):
        expected = float(program(np.asarray(at, dtype)[()]))
    assert in_floats([formula(x)], {x.order: at}, dtype) == [
        pytest.approx(expected, rel=0, abs=0, nan_ok=True)
    ]


def test_the_error_function_is_there() -> None:
    """erf(1) to the last digit."""
    x = new_input()
    assert in_floats([erf(x)], {x.order: 1.0}, "float64") == [0.8427007929497149]
