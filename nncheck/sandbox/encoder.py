"""A value -> its bytes on the wire."""

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from .form import (
    ARRAY,
    CODE_OF_TYPE,
    COMPLEX,
    DOUBLE,
    GENERATOR,
    INTEGER,
    LEAST_STACKED,
    LENGTH,
    MAX_DEPTH,
    MAX_DIMENSIONS,
    MAX_TEXT,
    REAL,
    SCALARS,
    SHAPES,
    WIRE_TYPES,
    Opaque,
    Random,
    Tensor,
    WireError,
    ndarray,
)

Convert = Mapping[type, Callable[[Any], Any]]
ARRAY_TAG = b"a"
LITTLE = sys.byteorder == "little"  # as the wire is


def array_bytes(value: Any, most: int) -> bytes | None:
    """An array's bytes on the wire; None for one of another type; WireError when there would be too many."""
    dtype, shape = value.dtype, value.shape
    code = CODE_OF_TYPE.get(dtype.num)
    if code is None or len(shape) > MAX_DIMENSIONS:
        return None
    if value.nbytes > most:  # before any copy: a zero stride makes 2**40 entries out of one
        raise WireError("too many bytes")
    if dtype != WIRE_TYPES[code]:  # the other byte order
        value = value.astype(WIRE_TYPES[code])
    numbers: bytes = value.tobytes()
    return ARRAY_TAG + ARRAY.pack(code, len(shape)) + SHAPES[len(shape)].pack(*shape) + numbers


def stacked_bytes(values: Sequence[Any], most: int) -> bytes | None:
    """Arrays of one type and shape as the bytes of a single one; None for others.

    A training loop answers with dozens of them, and each by itself takes longer than all their numbers.
    """
    first = values[0]
    if type(first) is not ndarray or not 0 < first.ndim < MAX_DIMENSIONS:
        return None
    dtype, shape = first.dtype, first.shape
    code = CODE_OF_TYPE.get(dtype.num)
    if code is None or dtype != WIRE_TYPES[code] or first.nbytes < LEAST_STACKED:
        return None
    if any(type(each) is not ndarray or each.dtype != dtype or each.shape != shape for each in values):
        return None
    if len(values) * first.nbytes > most:
        raise WireError("too many bytes")
    head: bytes = ARRAY.pack(code, len(shape) + 1) + SHAPES[len(shape) + 1].pack(len(values), *shape)
    return head + b"".join([each.tobytes() for each in values])


class Encoder:
    """Writes one value; types are compared exactly, because a subclass may lie about itself.

    Of a container's subclass, such as OrderedDict or a named tuple, goes what the container itself holds.
    """

    def __init__(self, convert: Convert, max_bytes: int, max_items: int, head: bytes = b""):
        self._parts = [head]
        self._bytes = max_bytes
        self._items = max_items
        self._letters = MAX_TEXT
        self._convert = convert

    def encode(self, value: Any, depth: int) -> bytes:
        """The bytes, behind the head; WireError when there would be too many."""
        self._add(value, depth)
        return b"".join(self._parts)

    def _open(self, tag: bytes, value: Collection[Any]) -> None:
        """Begin a container, unless what is in it would be too many values anyway."""
        if len(value) > self._items:
            raise WireError("too many values")
        self._put(tag + LENGTH.pack(len(value)))

    def _put(self, part: bytes) -> None:
        self._bytes -= len(part)
        if self._bytes < 0:
            raise WireError("too many bytes")
        self._parts.append(part)

    def _add(self, value: Any, depth: int) -> None:
        self._items -= 1
        if self._items < 0:
            raise WireError("too many values")
        writer = WRITERS.get(type(value))
        if writer is not None:
            writer(self, value, depth)
        elif type(value) in self._convert:
            self._add(self._convert[type(value)](value), depth)
        elif (held := _held(value)) is not None:
            self._add(held, depth)
        else:
            self._opaque(Opaque(type_name(value)), depth)

    def _int(self, value: int, depth: int) -> None:
        if -(1 << 63) <= value < 1 << 63:
            self._put(b"i" + INTEGER.pack(value))
        else:
            self._opaque(Opaque("int beyond 64 bits"), depth)

    def _str(self, value: str, depth: int) -> None:
        try:
            self._text(b"s", value)
        except UnicodeEncodeError:
            self._opaque(Opaque("str with lone surrogates"), depth)

    def _text(self, tag: bytes, text: str) -> None:
        if len(text) > self._letters:  # before any copy
            raise WireError("too much text")
        data = text.encode("utf-8")
        self._letters -= len(data)
        if self._letters < 0:
            raise WireError("too much text")
        self._put(tag + LENGTH.pack(len(data)) + data)

    def _sequence(self, value: list[Any] | tuple[Any, ...], depth: int) -> None:
        if depth >= MAX_DEPTH:
            self._opaque(Opaque(f"{type_name(value)} nested too deep"), depth)
            return
        data = stacked_bytes(value, self._bytes) if 1 < len(value) <= self._items else None
        if data is not None:
            self._items -= len(value)
            self._put((b"L" if type(value) is list else b"U") + data)
            return
        self._open(b"l" if type(value) is list else b"t", value)
        for item in value:
            self._add(item, depth + 1)

    def _dict(self, value: dict[Any, Any], depth: int) -> None:
        if depth >= MAX_DEPTH:
            self._opaque(Opaque("dict nested too deep"), depth)
            return
        if len(value) <= self._items and (strangers := [key for key in value if not is_name(key)]):
            self._opaque(Opaque(f"dict with keys of type {type_name(strangers[0])}"), depth)
            return
        self._open(b"d", value)
        for key, item in value.items():
            self._text(b"", key)
            self._add(item, depth + 1)

    def _array(self, value: Any, depth: int) -> None:
        data = array_bytes(value, self._bytes)
        if data is None:
            self._opaque(Opaque(f"ndarray of dtype {value.dtype.name}"), depth)
        else:
            self._put(data)

    def _scalar(self, value: Any, depth: int) -> None:
        if not LITTLE:
            value = value.byteswap()
        self._put(ARRAY_TAG + ARRAY.pack(CODE_OF_TYPE[value.dtype.num], 0) + value.tobytes())

    def _tensor(self, value: Tensor, depth: int) -> None:
        self._text(b"z", value.device)
        self._array(value.array, depth)

    def _random(self, value: Random, depth: int) -> None:
        self._put(b"r" + GENERATOR.pack(value.seed, value.again))

    def _opaque(self, value: Opaque, depth: int) -> None:
        self._text(b"o", value.type_name.encode("utf-8", "backslashreplace").decode()[:200])


WRITERS: dict[type, Callable[[Encoder, Any, int], None]] = {
    type(None): lambda encoder, value, depth: encoder._put(b"N"),
    bool: lambda encoder, value, depth: encoder._put(b"T" if value else b"F"),
    int: Encoder._int,
    float: lambda encoder, value, depth: encoder._put(b"f" + REAL.pack(value)),
    complex: lambda encoder, value, depth: encoder._put(b"c" + COMPLEX.pack(value.real, value.imag)),
    str: Encoder._str,
    list: Encoder._sequence,
    tuple: Encoder._sequence,
    dict: Encoder._dict,
    ndarray: Encoder._array,
    **dict.fromkeys(SCALARS - {DOUBLE}, Encoder._scalar),
    DOUBLE: lambda encoder, value, depth: encoder._put(b"f" + REAL.pack(value)),
    Random: Encoder._random,
    Tensor: Encoder._tensor,
    Opaque: Encoder._opaque,
}


def _held(value: Any) -> Any:
    """What an instance of a container's subclass holds, whatever its own methods say; None for others."""
    return next((kind(items(value)) for kind, items in _ITEMS if issubclass(type(value), kind)), None)


_ITEMS: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    (dict, dict.items),
    (tuple, tuple.__iter__),
    (list, list.__iter__),
)


def is_name(key: Any) -> bool:
    """Whether a dictionary's key can be sent: a plain string without lone surrogates."""
    if type(key) is not str:
        return False
    if key.isascii() or len(key) > MAX_TEXT:  # too long: refused as that, and not looked through
        return True
    return not any("\ud800" <= letter <= "\udfff" for letter in key)


def type_name(value: Any) -> str:
    """The name of a value's type as one reads it: "numpy.matrix", "generator"."""
    module, name = type(value).__module__, type(value).__qualname__
    if type(module) is not str or type(name) is not str:  # a class may set both to anything
        return "class without a name"
    return name if module == "builtins" else f"{module}.{name}"
