"""The cases of one function for one seed, as records, and as bytes for the cache."""

from typing import Any

import msgspec
import numpy as np

from nncheck.records import Random, Record

FORMAT = 2  # counts up when the records below change


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


Limits = dict[str, tuple[float, float]]  # statistic -> the interval that it leaves once in 10^12 times


class Drawing(Record, frozen=True, kw_only=True):
    """Arguments with which a random function draws many numbers.

    `limits` hold for statistics of the numbers, by code of the misconception whose law they are drawn
    from, and "" for the right one.
    """

    name: str
    why: str
    group: str  # the check that it serves
    arguments: tuple[Any, ...]
    limits: dict[str, Limits]
    thorough: bool = False  # whether it is drawn more than once, with other generators too


class Bundle(Record, frozen=True, kw_only=True, eq=False):
    """Cases of one function: those that every seed shares, those of one seed, or both.

    Bundles are told apart by identity, so that what follows from one is worked out once.
    """

    cases: tuple[Case, ...]
    properties: tuple[PropertyCase, ...] = ()
    drawings: tuple[Drawing, ...] = ()

    def group(self, name: str) -> list[Case]:
        """The cases that serve one check."""
        return [case for case in self.cases if case.group == name]


def joined(fixed: Bundle, drawn: Bundle) -> Bundle:
    """What every seed shares, and what one seed adds."""
    return Bundle(
        cases=fixed.cases + drawn.cases,
        properties=drawn.properties,
        drawings=fixed.drawings + drawn.drawings,
    )


class Request(Record, frozen=True, kw_only=True):
    """What the process that builds bundles is asked for."""

    exercise: str  # path of exercise.py
    functions: tuple[str, ...]
    seed: str  # may have more bits than MessagePack's integers
    fixed: bool  # whether the seed-independent part is wanted, or the drawn part


class DeviceRequest(Record, frozen=True, kw_only=True):
    """What the process that prepares cases for another device than the CPU is asked for."""

    exercise: str  # path of exercise.py
    bundles: dict[str, bytes]  # encoded, by function name
    device: str


class Reply(Record, frozen=True, kw_only=True):
    """Its answer: encoded bundles by function name, or one sentence why there are none."""

    bundles: dict[str, bytes] = {}
    error: str = ""


_TUPLE, _RANDOM = -2, -3  # codes of extensions, -1 being taken; MessagePack knows no tuples


class _Packed:
    """A tuple of arguments, or a generator, on its way into an extension."""

    def __init__(self, code: int, content: Any):
        self.code, self.content = code, content


def _packed(tree: Any) -> Any:
    """The tree with its tuples and generators marked, which would come back as lists and dicts."""
    if isinstance(tree, dict):
        return {name: _packed(part) for name, part in tree.items()}
    if isinstance(tree, tuple):
        return _Packed(_TUPLE, [_packed(part) for part in tree])
    if isinstance(tree, Random):
        return _Packed(_RANDOM, [tree.seed, tree.again])
    return [_packed(part) for part in tree] if isinstance(tree, list) else tree


def _with_packed_arguments(call: Any) -> Any:
    return msgspec.structs.replace(call, arguments=tuple(map(_packed, call.arguments)))


def _to_extension(value: Any) -> msgspec.msgpack.Ext:
    if isinstance(value, _Packed):
        return msgspec.msgpack.Ext(value.code, msgspec.msgpack.encode(value.content, enc_hook=_to_extension))
    if isinstance(value, np.generic):
        value = np.asarray(value)
    if not isinstance(value, np.ndarray):
        raise TypeError(f"a bundle holds arrays and plain values, not {type(value).__name__}")
    header = msgspec.msgpack.encode((value.dtype.str, value.shape))
    return msgspec.msgpack.Ext(len(header), header + np.ascontiguousarray(value).tobytes())


def _from_extension(code: int, data: memoryview) -> Any:
    if code == _TUPLE:
        return tuple(msgspec.msgpack.decode(data, ext_hook=_from_extension))
    if code == _RANDOM:
        seed, again = msgspec.msgpack.decode(data)
        return Random(seed=seed, again=again)
    dtype, shape = msgspec.msgpack.decode(data[:code])
    return np.frombuffer(data[code:], dtype=dtype).reshape(shape)


def encode(bundle: Bundle) -> bytes:
    """The bundle as MessagePack; arrays are extensions whose code is the length of their header."""
    properties = tuple(
        msgspec.structs.replace(
            _with_packed_arguments(case), asked=tuple(map(_with_packed_arguments, case.asked))
        )
        for case in bundle.properties
    )
    packed = Bundle(
        cases=tuple(map(_with_packed_arguments, bundle.cases)),
        properties=properties,
        drawings=tuple(map(_with_packed_arguments, bundle.drawings)),
    )
    return msgspec.msgpack.encode(packed, enc_hook=_to_extension)


_DECODER = msgspec.msgpack.Decoder(Bundle, ext_hook=_from_extension)


def decode(data: bytes) -> Bundle:
    """The bundle again.

    Raises msgspec.MsgspecError or ValueError for anything that `encode` did not write.
    """
    return _DECODER.decode(data)
