"""Bytes from the wire -> a value, whoever wrote them."""

from collections.abc import Callable
from math import prod
from struct import Struct
from typing import Any

from .form import (
    ARRAY,
    CODE_OF,
    COMPLEX,
    GENERATOR,
    INTEGER,
    ITEM_SIZES,
    LEAST_STACKED,
    LENGTH,
    MAX_DEPTH,
    MAX_DIMENSIONS,
    MAX_TEXT,
    NATIVE_TYPES,
    NUMBERS,
    REAL,
    SHAPES,
    WIRE_TYPES,
    WireError,
    ndarray,
)

BOOL = CODE_OF["b1"]
ARRAY_TAG = ord("a")


def array_at(data: bytes, at: int) -> tuple[Any, int]:
    """The array of which the type stands at a place, and the place behind it."""
    code, dimensions = data[at], data[at + 1]
    if code >= len(NUMBERS) or dimensions > MAX_DIMENSIONS:
        raise WireError("unknown array type")
    form = SHAPES[dimensions]
    start = at + ARRAY.size
    shape = form.unpack_from(data, start)
    start += form.size
    end = start + prod(shape) * ITEM_SIZES[code]
    if end > len(data):
        raise WireError("a value is longer than its frame")
    if code == BOOL and data[start:end].translate(None, b"\0\1"):
        raise WireError("a boolean is neither 0 nor 1")
    return ndarray(shape, WIRE_TYPES[code], data, start).astype(NATIVE_TYPES[code]), end


class Decoder:
    """Reads one value; every length is compared with what is there before anything is allocated."""

    def __init__(
        self,
        data: bytes,
        start: int,
        max_items: int,
        make_tensor: Callable[[Any, str], Any],
        make_opaque: Callable[[str], Any],
        make_random: Callable[[int, bool], Any] | None,
    ):
        self._data = data
        self._at = start
        self._items = max_items
        self._letters = MAX_TEXT
        self._make_tensor = make_tensor
        self._make_opaque = make_opaque
        self._make_random = make_random

    def decode(self, depth: int) -> Any:
        """The value, which takes up all of the bytes that are left."""
        value = self._value(depth)
        if self._at != len(self._data):
            raise WireError("more bytes than a value")
        return value

    def _value(self, depth: int) -> Any:
        self._items -= 1
        if self._items < 0:
            raise WireError("too many values")
        reader = READERS.get(self._data[self._at])
        if reader is None:
            raise WireError("unknown tag")
        self._at += 1
        return reader(self, depth)

    def _unpack(self, form: Struct) -> tuple[Any, ...]:
        values = form.unpack_from(self._data, self._at)
        self._at += form.size
        return values

    def _take(self, size: int) -> int:
        """Where the next `size` bytes start."""
        start = self._at
        if size > len(self._data) - start:
            raise WireError("a value is longer than its frame")
        self._at += size
        return start

    def _str(self, depth: int = 0) -> str:
        (size,) = self._unpack(LENGTH)
        self._letters -= size
        if self._letters < 0:
            raise WireError("too much text")
        start = self._take(size)
        return self._data[start : self._at].decode("utf-8", "strict")

    def _count(self, depth: int) -> int:
        """The length of a container, of which every item has yet to come out of the budget."""
        count: int = self._unpack(LENGTH)[0]
        if depth >= MAX_DEPTH:
            raise WireError("nested too deep")
        if count > self._items:
            raise WireError("too many values")
        return count

    def _list(self, depth: int) -> list[Any]:
        return [self._value(depth + 1) for _ in range(self._count(depth))]

    def _tuple(self, depth: int) -> tuple[Any, ...]:
        return tuple(self._list(depth))

    def _dict(self, depth: int) -> dict[str, Any]:
        count = self._count(depth)
        items = {self._str(): self._value(depth + 1) for _ in range(count)}
        if len(items) != count:
            raise WireError("a key comes twice")
        return items

    def _array(self, depth: int) -> Any:
        array, self._at = array_at(self._data, self._at)
        return array

    def _stack(self, depth: int) -> list[Any]:
        """Arrays that were sent as one."""
        stack = self._array(depth)
        if depth >= MAX_DEPTH:
            raise WireError("nested too deep")
        if stack.ndim < 2 or not len(stack) or stack[0].nbytes < LEAST_STACKED:
            raise WireError("these arrays are not sent as one")
        self._items -= len(stack)
        if self._items < 0:
            raise WireError("too many values")
        return list(stack)

    def _tensor(self, depth: int) -> Any:
        device, array = self._str(), self._value(depth)
        if type(array) is not ndarray:
            raise WireError("a tensor without an array")
        return self._make_tensor(array, device)

    def _random(self, depth: int) -> Any:
        if self._make_random is None:
            raise WireError("a generator from a peer that may send none")
        return self._make_random(*self._unpack(GENERATOR))


READERS: dict[int, Callable[[Decoder, int], Any]] = {
    ord("N"): lambda decoder, depth: None,
    ord("T"): lambda decoder, depth: True,
    ord("F"): lambda decoder, depth: False,
    ord("i"): lambda decoder, depth: decoder._unpack(INTEGER)[0],
    ord("f"): lambda decoder, depth: decoder._unpack(REAL)[0],
    ord("c"): lambda decoder, depth: complex(*decoder._unpack(COMPLEX)),
    ord("s"): Decoder._str,
    ord("l"): Decoder._list,
    ord("t"): Decoder._tuple,
    ord("L"): Decoder._stack,
    ord("U"): lambda decoder, depth: tuple(decoder._stack(depth)),
    ord("d"): Decoder._dict,
    ARRAY_TAG: Decoder._array,
    ord("z"): Decoder._tensor,
    ord("r"): Decoder._random,
    ord("o"): lambda decoder, depth: decoder._make_opaque(decoder._str()),
}
