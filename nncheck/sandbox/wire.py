"""Values <-> bytes, for a peer that is not trusted: typed, bounded, no pickle.

None, bool, int (64 bits), float, complex, str, list, tuple, dict with string keys, arrays of 14 number
types, and the markers Random, Tensor and Opaque. Everything else crosses as an Opaque marker with its type's
name. Only numpy and the standard library are imported, because this is also used beside student code.
"""

import struct
from collections.abc import Callable
from typing import Any

from .decoder import ARRAY_TAG, Decoder, array_at
from .encoder import Convert, Encoder, array_bytes, type_name
from .form import MAX_BYTES, MAX_ITEMS, Opaque, Random, Tensor, WireError, ndarray

__all__ = [
    "MAX_BYTES",
    "Convert",
    "Frames",
    "Opaque",
    "Random",
    "Tensor",
    "WireError",
    "dumps",
    "frame",
    "loads",
    "type_name",
]

HEADER = struct.Struct("<I")  # in a stream, a payload's length goes in front of it


def dumps(
    value: Any,
    convert: Convert | None = None,
    max_bytes: int = MAX_BYTES,
    max_items: int = MAX_ITEMS,
    depth: int = 0,
    head: bytes = b"",
) -> bytes:
    """The bytes of a value, behind those of a head; `convert` maps further types to values of the known ones.

    `depth` says how deep the value is nested in what it is a part of.
    """
    if type(value) is ndarray and (data := array_bytes(value, max_bytes)) is not None:
        if len(data) > max_bytes:
            raise WireError("too many bytes")
        return head + data
    return Encoder(convert or {}, max_bytes, max_items, head).encode(value, depth)


def loads(
    data: bytes,
    max_items: int = MAX_ITEMS,
    make_tensor: Callable[[Any, str], Any] = Tensor,
    make_opaque: Callable[[str], Any] = Opaque,
    make_random: Callable[[int, bool], Any] | None = None,
    start: int = 0,
    depth: int = 0,
) -> Any:
    """The value of the bytes from `start` on, with arrays that are fresh, contiguous and writable.

    Generators are refused, unless `make_random` says what to make of them.
    Raises WireError, and nothing else, whatever the bytes are.
    """
    try:
        if data[start] == ARRAY_TAG:  # as nearly all answers are
            array, end = array_at(data, start + 1)
            if end != len(data):
                raise WireError("more bytes than a value")
            return array
        return Decoder(data, start, max_items, make_tensor, make_opaque, make_random).decode(depth)
    except WireError:
        raise
    except (struct.error, ValueError, IndexError, OverflowError, MemoryError) as error:
        raise WireError(f"malformed data: {error}") from None


def frame(payload: bytes) -> bytes:
    """A payload with its length in front."""
    return HEADER.pack(len(payload)) + payload


class Frames:
    """A stream of bytes, in pieces of any size -> the payloads of its frames."""

    def __init__(self, max_bytes: int = MAX_BYTES):
        self._buffer = bytearray()
        self._max_bytes = max_bytes

    def feed(self, data: bytes) -> list[bytes]:
        """The payloads that are complete now.

        Raises WireError when the next one claims to be too long; those before it are given first.
        """
        self._buffer += data
        payloads: list[bytes] = []
        at, there = 0, len(self._buffer)
        with memoryview(self._buffer) as whole:
            while (start := at + HEADER.size) <= there:
                (length,) = HEADER.unpack_from(whole, at)
                if length > self._max_bytes:
                    if payloads:
                        break
                    raise WireError(f"a frame of {length} bytes is too long")
                if start + length > there:
                    break
                at = start + length
                payloads.append(bytes(whole[start:at]))
        del self._buffer[:at]
        return payloads

    @property
    def partial(self) -> bool:
        """Whether a frame has begun and not ended."""
        return bool(self._buffer)
