"""What a worker is asked to do <-> bytes.

Requests come from the grader, which is trusted: marshal, written in C, can read them. It reads nothing that
comes the other way. The type of an array or a marker is told behind an Ellipsis, in a tuple of its own.
"""

import marshal
from collections.abc import Iterable, Iterator
from itertools import cycle
from typing import Any

from .form import CODE_OF_TYPE, NATIVE_TYPES, SCALARS, Opaque, Random, Tensor, WireError, ndarray
from .wire import MAX_BYTES, Convert

LOAD, RUN, CALLS = range(3)  # a source; so many statements of it; calls, each of which is bytes of its own
FULL = 1 << 16  # bytes of calls, with which a request is sent
_VERSION = 2  # of marshal's format: the last one in which equal parts stay apart

_ARRAY, _TENSOR, _RANDOM, _OPAQUE = range(4)
_PLAIN = frozenset({type(None), bool, int, float, complex, str})
_loads = marshal.loads

# Where an array lies within a cache line changes from one to the next, so that no answer may depend on it:
# it stands in the middle of so many bytes more, in each place after each other one.
_ROOM = bytes(48)
_fronts = cycle((0, 0, 16, 0, 32, 0, 48, 16, 16, 32, 16, 48, 32, 32, 48, 48))
_together = bytearray().join


def asked(purpose: int, content: Any) -> bytes:
    """The bytes of one request."""
    return marshal.dumps((purpose, content), _VERSION)


def read(request: bytes) -> Any:
    """Its purpose and content."""
    return _loads(request)


def packed(
    function: str,
    arguments: tuple[Any, ...],
    keywords: dict[str, Any],
    how: tuple[Any, ...],
    convert: Convert,
) -> bytes:
    """The bytes of a call; WireError where it holds something that cannot be sent, or too much.

    `how` are plain values that say how to call.
    """
    given = _marked(arguments, convert), _marked(keywords, convert)
    data = marshal.dumps((function, *given, how), _VERSION)
    if len(data) > MAX_BYTES:
        raise WireError("too many bytes")
    return data


def unpacked(data: bytes) -> tuple[Any, ...]:
    """The call again, in one tuple, with arrays that are fresh, contiguous and writable."""
    function, arguments, keywords, how = _loads(data)
    return function, tuple(map(_unmarked, arguments)), keywords and _unmarked(keywords), *how


def gathered(calls: Iterable[bytes]) -> Iterator[bytes]:
    """Requests to make the calls, several in each."""
    together: list[bytes] = []
    size = 0
    for call in calls:
        together.append(call)
        size += len(call)
        if size >= FULL:
            yield asked(CALLS, together)
            together, size = [], 0
    if together:
        yield asked(CALLS, together)


def _marked(value: Any, convert: Convert) -> Any:
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind in (list, tuple):
        return kind(_marked(item, convert) for item in value)
    if kind is dict:
        return {name: _marked(item, convert) for name, item in value.items()}
    if kind in convert:
        return _marked(convert[kind](value), convert)
    return (..., *_marker(value, convert))


def _marker(value: Any, convert: Convert) -> tuple[Any, ...]:
    if type(value) is Random:
        return _RANDOM, value.seed, value.again
    if type(value) is Tensor:
        return _TENSOR, _marked(value.array, convert), value.device
    if type(value) is Opaque:
        return _OPAQUE, value.type_name
    code = CODE_OF_TYPE.get(value.dtype.num) if type(value) in (ndarray, *SCALARS) else None
    if code is None:
        raise WireError(f"a value of type {type(value).__name__}")
    return _ARRAY, code, value.shape, value.astype(NATIVE_TYPES[code]).tobytes()


def _unmarked(value: Any) -> Any:
    kind = type(value)
    if kind is tuple:
        if value and value[0] is ...:
            return _MAKERS[value[1]](*value[2:])
        return tuple(map(_unmarked, value))
    if kind is list:
        return list(map(_unmarked, value))
    if kind is dict:
        return {name: _unmarked(item) for name, item in value.items()}
    return value


def _array(code: int, shape: tuple[int, ...], data: bytes) -> Any:
    front = next(_fronts)
    return ndarray(shape, NATIVE_TYPES[code], _together((_ROOM[:front], data, _ROOM[front:])), front)


_MAKERS: tuple[Any, ...] = (_array, lambda array, device: Tensor(_unmarked(array), device), Random, Opaque)
