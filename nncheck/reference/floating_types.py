"""What rounding does on each device: by how many unit roundoffs the result of an operation may be off.

CPU: arithmetic and sqrt are rounded correctly, which is one unit. The functions of numpy's and torch's
vectorised libraries are good to 1 ULP in float64 and to 4 in float32; an ULP is at most 2 units.

CUDA: tables 17 and 18 of the CUDA C++ Programming Guide (Mathematical Functions, Standard Functions) give
the largest difference, in ULPs, from the correctly rounded result. That is half an ULP off at most, so n
ULPs are 2n + 1 units. torch is built with nvcc's default, correctly rounded division and square root, but

- divides a tensor by a Python number by multiplying with its reciprocal: two roundings, and their product;
- may take rsqrt for 1 / sqrt, 1 ULP off in float64 and 2 in float32. That is 3 and 5 units, of which the
  division has 3 already.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from flint import arb, fmpq


class FloatType(NamedTuple):
    """What rounding to a floating-point type does."""

    unit_roundoff: Any  # u, as a ball without radius
    half_subnormal: Any  # h
    largest: Any
    units: Mapping[str, int]  # by how many u the result of an operation may be off, where not by one
    any_order: bool = False  # whether a sum may be taken in another order than the formula's


def _float64(units: Mapping[str, int], any_order: bool = False) -> FloatType:
    largest = arb(1 - fmpq(1, 2**53)) * arb(2) ** 1024
    return FloatType(arb(2) ** -53, arb(2) ** -1075, largest, units, any_order)


def _float32(units: Mapping[str, int], any_order: bool = False) -> FloatType:
    largest = arb(1 - fmpq(1, 2**24)) * arb(2) ** 128
    return FloatType(arb(2) ** -24, arb(2) ** -150, largest, units, any_order)


def units(ulps: int) -> int:
    """The unit roundoffs in this many ULPs beyond the correctly rounded result."""
    return 2 * ulps + 1


CUDA_ULPS = {
    "float64": {"exp": 1, "log": 1, "tanh": 1, "erf": 2},
    "float32": {"exp": 2, "log": 1, "tanh": 2, "erf": 2},
}
_CUDA = {dtype: {name: units(ulps) for name, ulps in table.items()} for dtype, table in CUDA_ULPS.items()}
_DIVISION = 3  # 2 u + u^2

FLOAT_TYPES = {
    "float64": _float64(dict.fromkeys(("exp", "log", "erf", "tanh"), 2)),
    "float32": _float32(dict.fromkeys(("exp", "log", "erf", "tanh"), 8)),
}
CUDA_TYPES = {
    "float64": _float64(_CUDA["float64"] | {"divide": _DIVISION}, any_order=True),
    "float32": _float32(_CUDA["float32"] | {"divide": _DIVISION, "sqrt": 2}, any_order=True),
}
BY_DEVICE = {"cpu": FLOAT_TYPES, "cuda": CUDA_TYPES}


def units_of(operation: str, kind: FloatType) -> int:
    """By how many unit roundoffs the result of an operation may be off."""
    return kind.units.get(operation, 1)
