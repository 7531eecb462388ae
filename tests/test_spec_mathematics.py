"""The words of formulas mean on numbers what they say."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from students import in_double

from nncheck.spec import amax, erf, exp, log, maximum, positive, sqrt, tanh, total, where

X = np.array([[0.5, 3.0, -2.0], [1.5, -0.25, 4.0]])

WORDS = [
    ("exp", exp, np.exp),
    ("log", lambda x: log(abs(x)), lambda x: np.log(np.abs(x))),
    ("sqrt", lambda x: sqrt(abs(x)), lambda x: np.sqrt(np.abs(x))),
    ("tanh", tanh, np.tanh),
    ("where", lambda x: where(positive(x), 2 * x, 7), lambda x: np.where(x > 0, 2 * x, 7.0)),
    ("maximum", lambda x: maximum(x, 1), lambda x: np.maximum(x, 1)),
    ("maximum of arrays", lambda x: maximum(x, -x), np.abs),
    ("amax", amax, lambda x: x.max(axis=-1, keepdims=True)),
    ("amax, columns", lambda x: amax(x, axis=0), lambda x: x.max(axis=0, keepdims=True)),
    ("total", total, np.sum),
    ("total, rows", lambda x: total(x, axis=-1), lambda x: x.sum(axis=-1, keepdims=True)),
    ("total, columns", lambda x: total(x, axis=0), lambda x: x.sum(axis=0, keepdims=True)),
]


@pytest.mark.parametrize(("formula", "expected"), [row[1:] for row in WORDS], ids=[row[0] for row in WORDS])
def test_words_mean_what_numpy_means(formula: Callable[..., Any], expected: Callable[..., Any]) -> None:
    """Values and shapes are numpy's; a reduction along an axis keeps it with length 1."""
    got = in_double(formula)(X)
    assert got.shape == np.shape(expected(X))
    assert np.array_equal(got, expected(X))


def test_erf_is_the_error_function() -> None:
    """erf(0) = 0, erf(inf) = 1, and a value from the tables in between."""
    got = in_double(erf)(np.array([0.0, 1.0, np.inf]))
    assert got.tolist() == [0.0, 0.8427007929497149, 1.0]
