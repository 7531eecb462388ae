"""What a worker is asked: the same values there as here, and what cannot be sent is told."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from wire_samples import VALUES

import nncheck
from nncheck.sandbox.form import NATIVE_TYPES
from nncheck.sandbox.requests import CALLS, FULL, LOAD, asked, gathered, packed, read, unpacked
from nncheck.sandbox.wire import Opaque, Random, Tensor, WireError, dumps

HOW = (("numpy", "cpu"), False, 0, None)


def sent(*arguments: Any, **keywords: Any) -> tuple[Any, ...]:
    """The arguments and keywords as a worker gets them."""
    function, given, found, *how = unpacked(packed("f", arguments, keywords, HOW, {}))
    assert (function, found) == ("f", keywords)
    assert tuple(how) == HOW
    return tuple(given)


@given(VALUES)
def test_values_arrive_as_they_were_sent(value: Any) -> None:
    """Every kind of value, to the last bit, with its type."""
    (back,) = sent(value)
    assert dumps(back) == dumps(value)


@pytest.mark.parametrize("dtype", NATIVE_TYPES)
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 0, 3), (2, 3)])
def test_arrays_are_fresh_and_writable(dtype: Any, shape: tuple[int, ...]) -> None:
    """Of every number type, in the native order of bytes, contiguous, aligned, and shared with nobody."""
    array = np.arange(np.prod(shape, dtype=int)).astype(dtype.newbyteorder(">")).reshape(shape)
    call = packed("f", (array,), {}, HOW, {})
    (back,), (other,) = unpacked(call)[1], unpacked(call)[1]
    assert type(back) is np.ndarray
    assert (back.dtype, back.shape) == (dtype, shape)
    assert back.flags.c_contiguous
    assert back.flags.writeable
    assert back.flags.aligned
    assert np.array_equal(back, array)
    back[...] = 0
    assert np.array_equal(other, array)
    assert np.array_equal(unpacked(call)[1][0], array)


@pytest.mark.parametrize("size", [1, 14, 16, 1000, 100_000])
def test_arrays_lie_at_every_place_of_a_cache_line(size: int) -> None:
    """Wherever the memory that has become free lies: no answer is right for its input's address."""
    call = packed("f", (np.ones(size),), {}, HOW, {})
    places = {unpacked(call)[1][0].ctypes.data % 64 for _ in range(64)}
    assert places == {0, 16, 32, 48}


def test_strided_arrays_and_scalars() -> None:
    """A transposed view arrives in order; a numpy number is an array without dimensions."""
    turned, number = sent(np.arange(6.0).reshape(2, 3).T, np.float32(0.5))
    assert turned.tolist() == [[0, 3], [1, 4], [2, 5]]
    assert (number.dtype, number.shape, number.item()) == (np.float32, (), 0.5)


def test_equal_parts_stay_apart() -> None:
    """A list that is given twice is two lists there: what a function does to one leaves the other."""
    rows = [np.ones(2)]
    one, other = sent(rows, rows)
    assert one is not other
    assert one[0] is not other[0]


def test_markers_arrive() -> None:
    """Generators, tensors and opaque values, alone and in containers."""
    tensor, (random, opaque) = sent(Tensor(np.ones(2), "cpu"), [Random(3, True), Opaque("set")])
    assert (tensor.array.tolist(), tensor.device) == ([1, 1], "cpu")
    assert (random, opaque) == (Random(3, True), Opaque("set"))


@pytest.mark.parametrize("value", [object(), ..., {1}, np.array(["x"]), np.zeros(1, "f8,f8"), b"x"])
def test_other_values_cannot_be_sent(value: Any) -> None:
    """Nothing is left out in silence."""
    with pytest.raises(WireError, match="a value of type"):
        sent([value])


def test_large_calls_cannot_be_sent() -> None:
    """A call has room for as much as a frame."""
    with pytest.raises(WireError, match="too many bytes"):
        sent(np.zeros(9 << 20))


def test_calls_are_gathered() -> None:
    """Several small calls make one request, a large one is sent at once; all stay in order."""
    calls = [b"a" * 10, b"b" * FULL, b"c", b"d"]
    assert [read(request) for request in gathered(calls)] == [(CALLS, calls[:2]), (CALLS, calls[2:])]
    assert list(gathered([])) == []
    assert read(asked(LOAD, ([("cell", "x = 1")], []))) == (LOAD, ([("cell", "x = 1")], []))


def test_the_grader_never_reads_this_form() -> None:
    """Only what runs beside student code does: marshal must not see a byte that a worker has sent."""
    package = Path(nncheck.__file__).parent
    users = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if "exercises" not in path.parts
        and re.search(r"\bmarshal\b|requests import .*\b(?:read|unpacked)\b", path.read_text("utf-8"))
    }
    assert users == {"sandbox/requests.py", "sandbox/worker.py", "sandbox/calls.py"}
