"""Results as bytes, and again: for a pipe, a gradebook or another machine. No pickle."""

from typing import Any

import msgspec
import numpy as np
from msgspec.msgpack import Ext
from msgspec.structs import replace

from nncheck.records import (
    CheckResult,
    Counterexample,
    ExerciseResult,
    FunctionResult,
    Opaque,
    Random,
    Record,
    SubmissionResult,
    Value,
)
from nncheck.sandbox.replies import CONVERT, read_plain
from nncheck.sandbox.wire import WireError, dumps, type_name

MOST_BYTES = 1 << 20  # of one value in a counterexample; of a larger one its type is kept
_VALUE = 1  # code of the extension that such a value becomes: MessagePack has neither arrays nor tuples


class Summary(Record, frozen=True, kw_only=True):
    """What is known of a result without decoding it."""

    score: float
    max_score: float
    seconds: float | None = None  # that grading took


def encode(result: SubmissionResult) -> bytes:
    """The result as MessagePack."""
    return msgspec.msgpack.encode(replace(result, exercises=tuple(map(_exercise, result.exercises))))


def decode(data: bytes) -> SubmissionResult:
    """The result again, equal to the one that was encoded.

    Raises ValueError for anything that `encode` did not write.
    """
    return _DECODER.decode(data)


def _exercise(result: ExerciseResult) -> ExerciseResult:
    return replace(result, functions=tuple(map(_function, result.functions)))


def _function(result: FunctionResult) -> FunctionResult:
    return replace(result, checks=tuple(map(_check, result.checks)), curve=None)


def _check(result: CheckResult) -> CheckResult:
    found = result.counterexample
    return result if found is None else replace(result, counterexample=_packed(found))


def _packed(found: Counterexample) -> Counterexample:
    inputs = {name: _value(value) for name, value in found.inputs.items()}
    return replace(found, inputs=inputs, got=_value(found.got), expected=_value(found.expected))


def _value(value: Value) -> Ext:
    try:
        return Ext(_VALUE, dumps(_plain(value), CONVERT, MOST_BYTES))
    except WireError:
        return Ext(_VALUE, dumps(Opaque(type_name=type_name(value)), CONVERT))


def _plain(value: Value) -> Value:
    """The value with numpy's scalars as Python's, which the wire would make arrays of."""
    match value:
        case np.generic():
            return value.item()
        case dict():
            return {name: _plain(item) for name, item in value.items()}
        case list() | tuple():
            return type(value)(map(_plain, value))
    return value


def _from_extension(code: int, data: memoryview) -> Any:
    if code != _VALUE:
        raise ValueError(f"a result holds no extension {code}")
    return read_plain(bytes(data), make_random=lambda seed, again: Random(seed=seed, again=again))


_DECODER = msgspec.msgpack.Decoder(SubmissionResult, ext_hook=_from_extension)
