"""The wire's form: number types, markers and bounds, which both directions share.

Names of numpy and of its types are bound here, so that a numpy patched later leaves them as they are.
"""

import struct
from typing import Any, NamedTuple

import numpy as np

MAX_BYTES = 64 << 20  # of one frame
MAX_ITEMS = 100_000  # values in one frame: an empty list takes 5 bytes there, but 56 in memory
MAX_TEXT = 8 << 20  # bytes of text in one frame: one emoji makes every other letter take 4 bytes in memory
MAX_DEPTH = 6
LEAST_STACKED = 8  # bytes of each of many arrays that are sent as one: it takes some 100 in memory
MAX_DIMENSIONS = 32  # as many as every supported numpy can hold

LENGTH, INTEGER, REAL, COMPLEX = (struct.Struct(form) for form in ("<I", "<q", "<d", "<dd"))
ARRAY = struct.Struct("<BB")  # number type and dimensions
GENERATOR = struct.Struct("<q?")  # seed, and whether it is the one of the call before
REPLY = struct.Struct("<IB")  # number of the call, and what the rest of the reply is: one of these
VALUE, WITH_INPUTS, FAILURE = range(3)
SHAPES = tuple(struct.Struct(f"<{count}Q") for count in range(MAX_DIMENSIONS + 1))

ndarray = np.ndarray
NUMBERS = ("b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16")
CODE_OF = {name: code for code, name in enumerate(NUMBERS)}
NUMPY_TYPES = tuple(map(np.dtype, "?bhilqBHILQefdFD"))  # more than NUMBERS: long and long long are one
CODE_OF_TYPE = {each.num: CODE_OF[each.str[1:]] for each in NUMPY_TYPES}  # by numpy's number of the type
WIRE_TYPES = tuple(np.dtype("<" + name) for name in NUMBERS)
NATIVE_TYPES = tuple(np.dtype("=" + name) for name in NUMBERS)
ITEM_SIZES = tuple(each.itemsize for each in WIRE_TYPES)
SCALARS = frozenset(each.type for each in NUMPY_TYPES)
DOUBLE = np.float64  # which is a Python float, too


class WireError(ValueError):
    """Bytes that are no value, or a value that cannot be sent."""


class Tensor(NamedTuple):
    """A torch tensor: its values, and the device that it was on."""

    array: Any
    device: str


class Random(NamedTuple):
    """A random number generator to be made where the call is made; sent to a worker, never back."""

    seed: int
    again: bool


class Opaque(NamedTuple):
    """Something that is no plain value, of which only the type is told."""

    type_name: str
