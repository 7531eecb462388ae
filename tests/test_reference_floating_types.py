"""What operations are off by on each device, beside programs that do the same."""

from typing import Any

import numpy as np
import pytest

from nncheck.reference.answer import ROUNDOFF
from nncheck.reference.floating_types import BY_DEVICE, CUDA_TYPES, CUDA_ULPS, FLOAT_TYPES, units, units_of

DTYPES = pytest.mark.parametrize("dtype", ["float64", "float32"])


@DTYPES
def test_ulps_become_units(dtype: str) -> None:
    """n ULPs from the correctly rounded result are 2n + 1 roundoffs from the exact one."""
    assert [units(ulps) for ulps in range(3)] == [1, 3, 5]
    for name, ulps in CUDA_ULPS[dtype].items():
        assert units_of(name, CUDA_TYPES[dtype]) == 2 * ulps + 1
    unit, number = ROUNDOFF[dtype], np.dtype(dtype).type
    for value in np.linspace(1.0, 2.0, 1000, endpoint=False):
        near = number(value)
        assert abs(float(np.nextafter(near, number(3))) - value) <= units(1) * unit * value


def test_both_devices_know_both_types() -> None:
    """Roundoff and range are those of the type; only errors and the order of sums differ."""
    for dtype, here in FLOAT_TYPES.items():
        there = CUDA_TYPES[dtype]
        assert (here.unit_roundoff, here.half_subnormal, here.largest) == there[:3]
        assert (here.any_order, there.any_order) == (False, True)
    assert BY_DEVICE == {"cpu": FLOAT_TYPES, "cuda": CUDA_TYPES}


@DTYPES
def test_division_by_the_reciprocal_is_inside(dtype: str) -> None:
    """torch divides by a Python number on CUDA by multiplying; one roundoff would not be enough for that."""
    off = relative(dtype, lambda x, y: x * (x.dtype.type(1) / y), lambda x, y: x / y)
    assert 1 < off.max() <= units_of("divide", CUDA_TYPES[dtype])
    assert units_of("divide", FLOAT_TYPES[dtype]) == 1


@DTYPES
def test_a_reciprocal_root_is_inside(dtype: str) -> None:
    """rsqrt, 1 ULP off in float64 and 2 in float32, is what square root and division may be off together."""
    kind = CUDA_TYPES[dtype]
    assert units({"float64": 1, "float32": 2}[dtype]) <= units_of("sqrt", kind) + units_of("divide", kind)


def relative(dtype: str, program: Any, exact: Any) -> Any:
    """Relative errors of a program of two numbers, in roundoffs."""
    x, y = np.meshgrid(np.linspace(1, 2, 301), np.linspace(1, 4, 401))
    x, y = x.astype(dtype), y.astype(dtype)
    wide = exact(x.astype(np.longdouble), y.astype(np.longdouble))
    return np.abs(program(x, y).astype(np.longdouble) / wide - 1) / ROUNDOFF[dtype]
