"""The inputs that a person would not think of are there."""

import numpy as np
import pytest

from nncheck.cases.edges import edges


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_edges_hold_what_they_promise(dtype: str) -> None:
    """Both zeros, subnormals of both signs, both sides of kinks, overflows of exp, huge ones, infinities."""
    x = edges(dtype, (-np.inf, np.inf))
    limits = np.finfo(dtype)
    assert x.dtype == dtype
    assert sorted(np.signbit(x[x == 0]).tolist()) == [False, True]
    assert {float(limits.smallest_subnormal), -float(limits.smallest_subnormal)} <= set(x.tolist())
    assert ((np.abs(x) > 700) & (np.abs(x) < 1000)).any()
    assert np.abs(x[np.isfinite(x)]).max() > float(limits.max) / 8
    assert np.isinf(x).sum() == 2
    for low, high in ((1e-13, 1e-3), (0.1, 4), (10, 100)):
        assert ((x > low) & (x < high)).any()
        assert ((x < -low) & (x > -high)).any()


def test_infinities_are_only_those_that_are_defined() -> None:
    """A function that has no value at -inf is not asked there."""
    assert np.isinf(edges("float64", ())).sum() == 0
    assert edges("float64", (np.inf,))[-1] == np.inf
