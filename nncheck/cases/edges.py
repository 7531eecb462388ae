"""The inputs that a person would not think of, for functions of one real variable."""

import numpy as np

from nncheck.records import Array

_EDGES = (
    0.0, -0.0, 5e-324, -5e-324, 2.5e-308, 1e-300, -1e-300, 1e-12, -1e-12, 1e-8, -1e-8, 1e-4, -1e-4,
    0.5, -0.5, 1.0, -1.0, 1.5, -1.5, 2.0, -2.0, 3.0, -3.0, 6.0, -6.0, 12.0, -12.0, 20.0, -20.0, 30.0, -30.0,
    40.0, -40.0, 88.0, -88.0, 89.0, -89.0, 104.0, -104.0, 354.0, -354.0, 356.0, -356.0, 700.0, -700.0,
    710.0, -710.0, 746.0, -746.0, 1000.0, -1000.0, 1e4, -1e4, 1e30, -1e30, 1e300, -1e300,
)  # fmt: skip

_SMALLEST_SUBNORMAL = {"float64": 5e-324, "float32": float(np.finfo(np.float32).smallest_subnormal)}


def edges(dtype: str, infinities: tuple[float, ...]) -> Array:
    """Signed zeros, subnormals, both sides of every kink, and far out to the largest and to infinity.

    The largest by a factor of four: that 2x overflows says nothing of how well a program is written.
    """
    smallest = _SMALLEST_SUBNORMAL[dtype]
    limit = np.finfo(dtype)
    kept = [x for x in _EDGES if abs(x) <= float(limit.max) and (x == 0 or abs(x) >= float(limit.tiny))]
    ends = [smallest, -smallest, float(limit.tiny), float(limit.max) / 4, -float(limit.max) / 4]
    return np.array([*kept, *ends, *infinities], dtype=dtype)
