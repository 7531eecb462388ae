"""The cases of one function for one seed, as records, and as bytes for the cache."""

from typing import Any

import msgspec
import numpy as np

from nncheck.records import Record

FORMAT = 1  # counts up when the records below change


class Case(Record, frozen=True, kw_only=True):
    """One call, why it was chosen, and its exact answer."""

    name: str
    why: str
    group: str  # the check that it serves
    arguments: tuple[Any, ...]
    exact: Any  # trees of float64 arrays
    tolerance: Any
    scale: Any
    torch: Any = None  # torch's own answer, where the case is one of the fixed ones
    worked: str = ""  # where notes print it


class Asked(Record, frozen=True, kw_only=True):
    """One answer that a property asks for."""

    function: str
    arguments: tuple[Any, ...]
    exact: Any
    tolerance: Any
    live: bool = False  # the arguments contain an earlier answer: ours here, the student's own when graded


class PropertyCase(Record, frozen=True, kw_only=True):
    """The inputs of one property, all that it asks, and how far the exact answers are from it."""

    property: str
    arguments: tuple[Any, ...]
    asked: tuple[Asked, ...]
    residual: Any  # float64 array: 0 for an identity, the truncation error for a finite difference


class Bundle(Record, frozen=True, kw_only=True):
    """Cases of one function: those that every seed shares, those of one seed, or both."""

    cases: tuple[Case, ...]
    properties: tuple[PropertyCase, ...] = ()

    def group(self, name: str) -> list[Case]:
        """The cases that serve one check."""
        return [case for case in self.cases if case.group == name]


class Request(Record, frozen=True, kw_only=True):
    """What the process that builds bundles is asked for."""

    exercise: str  # path of exercise.py
    functions: tuple[str, ...]
    seed: str  # may have more bits than MessagePack's integers
    fixed: bool  # whether the seed-independent part is wanted, or the drawn part


class Reply(Record, frozen=True, kw_only=True):
    """Its answer: encoded bundles by function name, or one sentence why there are none."""

    bundles: dict[str, bytes] = {}
    error: str = ""


def _to_extension(value: Any) -> msgspec.msgpack.Ext:
    if isinstance(value, np.generic):
        value = np.asarray(value)
    if not isinstance(value, np.ndarray):
        raise TypeError(f"a bundle holds arrays and plain values, not {type(value).__name__}")
    header = msgspec.msgpack.encode((value.dtype.str, value.shape))
    return msgspec.msgpack.Ext(len(header), header + np.ascontiguousarray(value).tobytes())


def _from_extension(code: int, data: memoryview) -> Any:
    dtype, shape = msgspec.msgpack.decode(data[:code])
    return np.frombuffer(data[code:], dtype=dtype).reshape(shape)


def encode(bundle: Bundle) -> bytes:
    """The bundle as MessagePack; arrays are extensions whose code is the length of their header."""
    return msgspec.msgpack.encode(bundle, enc_hook=_to_extension)


_DECODER = msgspec.msgpack.Decoder(Bundle, ext_hook=_from_extension)


def decode(data: bytes) -> Bundle:
    """The bundle again.

    Raises msgspec.MsgspecError or ValueError for anything that `encode` did not write.
    """
    return _DECODER.decode(data)
