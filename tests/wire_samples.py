"""What the tests of the wire share: values of every kind, and bytes that are made to harm."""

import struct
from itertools import accumulate
from typing import Any

from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from nncheck.sandbox.form import NATIVE_TYPES
from nncheck.sandbox.wire import dumps

ARRAYS = st.sampled_from(NATIVE_TYPES).flatmap(
    lambda dtype: npst.arrays(dtype, npst.array_shapes(min_dims=0, min_side=0, max_side=4))
)
ALIKE = st.tuples(ARRAYS, st.integers(2, 5), st.sampled_from([list, tuple])).map(
    lambda drawn: drawn[2](drawn[0].copy() for _ in range(drawn[1]))
)
PLAIN = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats()
    | st.complex_numbers()
    | st.text()
    | ARRAYS
    | ALIKE
)
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def length(number: int) -> bytes:
    """A length as it stands on the wire."""
    return struct.pack("<I", number)


def array(code: int, shape: tuple[int, ...], data: bytes) -> bytes:
    """An array's bytes with any header."""
    return b"a" + bytes([code, len(shape)]) + struct.pack(f"<{len(shape)}Q", *shape) + data


LETTER = "\N{LATIN SMALL LETTER A WITH MACRON}".encode()


def stacked(shape: tuple[int, ...], data: bytes) -> bytes:
    """Arrays of float64 that are sent as one."""
    return b"L" + array(11, shape, data)[1:]


def listed(item: bytes, count: int) -> bytes:
    """A list of so many of these items."""
    return b"l" + length(count) + item * count


def dense(count: int) -> dict[str, bytes]:
    """Few bytes each, so many times, that take much memory."""
    items = {
        "nothing": b"N",
        "empty lists": b"l" + length(0),
        "empty dictionaries": b"d" + length(0),
        "lists of one": b"l" + length(1) + b"N",
        "dictionaries of one": b"d" + length(1) + length(0) + b"N",
        "dictionaries of one array": b"d" + length(1) + length(2) + LETTER + array(0, (), b"\1"),
        "arrays without dimensions": array(0, (), b"\1"),
        "empty arrays": array(0, (0,), b""),
        "empty arrays of 32 dimensions": array(0, (0,) * 32, b""),
        "tensors": b"z" + length(0) + array(0, (), b"\1"),
        "opaque values": b"o" + length(2) + LETTER,
        "short texts": b"s" + length(2) + LETTER,
        "integers": b"i" + bytes(7) + b"\1",
        "floats": b"f" + bytes(8),
    }
    names = b"".join(length(6) + b"%06d" % each + b"N" for each in range(count))
    return {
        **{name: listed(item, count) for name, item in items.items()},
        "names": b"d" + length(count) + names,
        "arrays sent as one": stacked((count, 1), bytes(8 * count)),
        "long text": dumps("a" * 80 * count + "\N{GRINNING FACE}"),
        "wide text": dumps("\N{GRINNING FACE}" * 20 * count),
        "truths": array(0, (200 * count,), bytes(200 * count)),
        "numbers": array(11, (26 * count,), bytes(208 * count)),
    }


DENSE = dense(5000)

LIES = (0, 1, 2, 255, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)  # lengths that are not so
SIZES = st.integers(0, 300)


def flipped(data: bytes, bits: list[int]) -> bytes:
    """With some bits turned."""
    changed = bytearray(data)
    for bit in bits:
        changed[bit // 8 % len(data)] ^= 1 << bit % 8
    return bytes(changed)


def lied(data: bytes, at: int, number: int) -> bytes:
    """With another number where a length may be."""
    at %= len(data)
    return data[:at] + length(number) + data[at + 4 :]


def repeated(data: bytes, start: int, size: int, times: int) -> bytes:
    """With a piece of it several times."""
    return data[:start] + data[start : start + size] * times + data[start + size :]


VALID = VALUES.map(dumps)
MUTATED = st.one_of(
    st.builds(flipped, VALID, st.lists(st.integers(0, 8000), min_size=1, max_size=8)),
    st.builds(lambda data, end: data[: end % len(data)], VALID, SIZES),
    st.builds(lied, VALID, SIZES, st.sampled_from(LIES) | st.integers(0, 2**32 - 1)),
    st.builds(lambda one, other, at, to: one[:at] + other[to:], VALID, VALID, SIZES, SIZES),
    st.builds(repeated, VALID, SIZES, st.integers(1, 30), st.integers(2, 300)),
    st.builds(
        lambda tag, depth, data: tag * depth + data,
        st.sampled_from([b"l", b"t"]).map(lambda tag: tag + length(1)),
        st.integers(1, 3000),
        VALID,
    ),
    st.builds(lambda data, more: data + more, VALID, st.binary(min_size=1, max_size=20)),
)


def pieces(data: bytes, sizes: list[int]) -> list[bytes]:
    """The bytes cut into pieces of these sizes, and the rest."""
    ends = [0, *accumulate(sizes), len(data)]
    return [data[start:end] for start, end in zip(ends, ends[1:], strict=False)]


def nested(depth: int) -> Any:
    """A list in a list in a list..."""
    return [nested(depth - 1)] if depth else []
