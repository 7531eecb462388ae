"""The wire: exact round trips, and nothing but WireError from bytes that are no value."""

import struct
import tracemalloc
from collections import Counter, OrderedDict, UserDict, defaultdict, namedtuple
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from wire_samples import ARRAYS, VALUES, array, nested, stacked

from nncheck.sandbox.form import MAX_DEPTH
from nncheck.sandbox.wire import Frames, Opaque, Tensor, WireError, dumps, frame, loads


def same(a: Any, b: Any) -> bool:
    """Equality in type, dtype, shape and bits."""
    if type(a) is not type(b):
        return False
    if isinstance(a, np.ndarray):
        return bool(a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes())
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return list(a) == list(b) and all(same(a[key], b[key]) for key in a)
    return repr(a) == repr(b)


@given(VALUES)
def test_values_come_back(value: Any) -> None:
    """Every plain value comes back with its types, shapes and bits, NaN and -0.0 included."""
    back = loads(dumps(value))
    assert "nested too deep" in repr(back) or same(back, value)


@given(ARRAYS)
def test_arrays_are_fresh(array: Any) -> None:
    """A decoded array is a base array that is contiguous, native, writable and owns its data."""
    back = loads(dumps(array[..., ::-1] if array.ndim else array))
    assert type(back) is np.ndarray
    assert back.flags.c_contiguous
    assert back.flags.writeable
    assert back.flags.owndata
    assert back.dtype.isnative


def test_arrays_that_are_alike_are_sent_as_one() -> None:
    """A list of them takes a header for all; one that is another keeps all of them apart."""
    alike = [np.full((2, 3), float(number)) for number in range(50)]
    assert len(dumps(alike)) < 50 * 48 + 50
    assert same(loads(dumps(alike)), alike)
    for other in (np.ones((3, 2)), np.ones((2, 3), dtype=np.float32), 1.0):
        assert same(loads(dumps([*alike, other])), [*alike, other])
        assert len(dumps([*alike, other])) > 50 * (48 + 10)


def test_too_many_arrays_are_not_sent() -> None:
    """Whoever reads them would refuse them: it is said where they are written."""
    with pytest.raises(WireError, match="too many values"):
        dumps([np.ones(1)] * 100_001)
    with pytest.raises(WireError, match="too many bytes"):
        dumps([np.ones(1 << 20)] * 9)
    with pytest.raises(WireError, match="too many values"):
        dumps([[np.ones(1)] * 60_000] * 2)


def test_arrays_that_came_as_one_are_apart() -> None:
    """Each can be written to, and the others stay as they are."""
    first, second = loads(dumps([np.zeros(3), np.zeros(3)]))
    first += 1.0
    assert second.tolist() == [0.0, 0.0, 0.0]


@pytest.mark.parametrize(
    "data",
    [
        stacked((), bytes(8)),
        stacked((3,), bytes(24)),
        stacked((0, 2), b""),
        stacked((10**9, 0), b""),
        stacked((10**9, 1), bytes(8)),
        b"L" + array(0, (100, 7), bytes(700))[1:],
        stacked((200_000, 1), bytes(1_600_000)),
        (b"l" + struct.pack("<I", 1)) * MAX_DEPTH + stacked((2, 1), bytes(16)),
    ],
    ids=["no array", "numbers", "none", "empty ones", "not there", "tiny ones", "too many", "too deep"],
)
def test_only_sound_arrays_come_as_one(data: bytes) -> None:
    """What would take much more memory than bytes is refused."""
    with pytest.raises(WireError):
        loads(data)


class Text(str):
    """A subclass that could lie."""


class Number(float):
    """Another one."""


class Shouting(np.ndarray):
    """An array subclass."""


OPAQUE = [
    (np.zeros((1, 1)).view(np.matrix), "numpy.matrix"),
    (np.ma.masked_array([1.0]), "numpy.ma.MaskedArray"),
    (np.zeros(2).view(Shouting), "test_wire.Shouting"),
    (np.array([None]), "ndarray of dtype object"),
    (np.array(["a"]), "ndarray of dtype str32"),
    (np.zeros(2, np.longdouble), f"ndarray of dtype {np.dtype(np.longdouble).name}"),
    (np.zeros(2, [("a", "f8")]), "ndarray of dtype void64"),
    (np.array("2020", "M8[D]"), "ndarray of dtype datetime64[D]"),
    (Text("a"), "test_wire.Text"),
    (Number(1), "test_wire.Number"),
    (UserDict(a=1), "collections.UserDict"),
    (OrderedDict({1: 2}), "dict with keys of type int"),
    ({1: 2}, "dict with keys of type int"),
    ({0: 2}, "dict with keys of type int"),
    ({"\ud800": 2}, "dict with keys of type str"),
    ("\ud800", "str with lone surrogates"),
    (1 << 63, "int beyond 64 bits"),
    ((number for number in "12"), "generator"),
    (len, "builtin_function_or_method"),
    (b"bytes", "bytes"),
    ({1, 2}, "set"),
]


@pytest.mark.parametrize(("value", "name"), OPAQUE)
def test_other_types_are_opaque(value: Any, name: str) -> None:
    """What is not exactly a plain type crosses as its name, alone and inside others."""
    assert loads(dumps([value])) == [Opaque(name)]


class Liar(dict[str, int]):
    """What it says of itself is not what it holds."""

    def items(self) -> Any:
        return {"a": 2}.items()

    def keys(self) -> Any:
        return {"a": 2}.keys()

    def __getitem__(self, key: str) -> int:
        return 2

    def __iter__(self) -> Any:
        return iter("a")

    def __len__(self) -> int:
        return 1


class Twice(list[int]):
    """One that seems to hold everything twice."""

    def __iter__(self) -> Any:
        return iter([*list.__iter__(self)] * 2)

    def __getitem__(self, place: Any) -> Any:
        return 7

    def __len__(self) -> int:
        return 2 * list.__len__(self)


Pair = namedtuple("Pair", "first second")
HELD: list[tuple[Any, Any]] = [
    (OrderedDict(b=1, a=2), {"b": 1, "a": 2}),
    (defaultdict(list, a=1), {"a": 1}),
    (Counter("aab"), {"a": 2, "b": 1}),
    (Pair(1, OrderedDict(a=[2])), (1, {"a": [2]})),
    (Liar(b=1), {"b": 1}),
    (Twice([1, 2]), [1, 2]),
    (Twice(), []),
]


@pytest.mark.parametrize(("value", "held"), HELD)
def test_of_a_containers_subclass_goes_what_it_holds(value: Any, held: Any) -> None:
    """A named tuple is a tuple and an OrderedDict a dict; what their own methods say is not asked."""
    assert same(loads(dumps(value)), held)
    assert same(loads(dumps([value, value])), [held, held])


def test_numpys_double_is_pythons_float() -> None:
    """It inherits from it: where a Python float will do, so does this one."""
    assert same(loads(dumps([np.float64(0.5), np.sqrt(np.array(2.0))])), [0.5, 2.0**0.5])


def test_nested_subclasses_end() -> None:
    """They are not a way around the bounds on depth and on the number of values."""
    value: Any = 1
    for _ in range(10 * MAX_DEPTH):
        value = Twice([value])
    assert "nested too deep" in repr(loads(dumps(value)))
    with pytest.raises(WireError, match="too many values"):
        dumps(Twice(range(100)), max_items=99)


@pytest.mark.parametrize(
    "scalar", [np.float32(1.5), np.int8(-3), np.bool_(True), np.complex64(2j), np.longlong(4)]
)
def test_numpy_scalars_are_arrays(scalar: Any) -> None:
    """A numpy scalar comes as an array without dimensions, of the same dtype."""
    back = loads(dumps(scalar))
    assert same(back, np.array(scalar, dtype=scalar.dtype.newbyteorder("=")))


def test_a_head_comes_first() -> None:
    """A value can stand behind other bytes, and be read from there on."""
    data = dumps([1.5, "a"], head=b"head")
    assert data == b"head" + dumps([1.5, "a"])
    assert loads(data, start=len(b"head")) == [1.5, "a"]


def test_markers_come_back() -> None:
    """A tensor keeps its array and device; converters make values of other types."""
    back = loads(dumps(Tensor(np.arange(3), "cuda:0")))
    assert back.device == "cuda:0"
    assert same(back.array, np.arange(3))
    assert loads(dumps([3 + 4j, {7}], {set: sorted})) == [3 + 4j, [7]]


def test_cycles_and_depth_end() -> None:
    """A list that contains itself, and one nested too deep, are opaque from some depth on."""
    cycle: list[Any] = []
    cycle.append(cycle)
    assert "nested too deep" in repr(loads(dumps(cycle)))
    assert loads(dumps(nested(MAX_DEPTH - 1))) == nested(MAX_DEPTH - 1)


def test_too_much_is_refused() -> None:
    """Bytes and items are bounded before they are copied, a zero-stride array included."""
    with pytest.raises(WireError, match="too many bytes"):
        dumps(np.broadcast_to(np.zeros(1), (1 << 40,)))
    with pytest.raises(WireError, match="too many values"):
        dumps([None] * 100_001)
    with pytest.raises(WireError, match="too many values"):
        dumps(dict.fromkeys(range(100_001)))
    with pytest.raises(WireError, match="too many values"):
        loads(dumps([None] * 50), max_items=50)
    with pytest.raises(WireError, match="too much text"):
        dumps(["a" * (5 << 20)] * 2)
    with pytest.raises(WireError, match="too much text"):
        loads(b"s" + struct.pack("<I", 9 << 20) + bytes(9 << 20))


@pytest.mark.parametrize("held", [lambda text: text, lambda text: {text: 1}], ids=["text", "key"])
@pytest.mark.parametrize("letter", ["a", "激"])
def test_endless_texts_are_not_copied(held: Callable[[str], object], letter: str) -> None:
    """Whoever answers with a hundred megabytes pays for them once."""
    value = held(letter * (32 << 20))
    tracemalloc.start()
    with pytest.raises(WireError, match="too much text"):
        dumps(value)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 1 << 20


FORGED = [
    (b"", "empty"),
    (b"?", "unknown tag"),
    (b"NN", "trailing bytes"),
    (b"i\0", "short integer"),
    (b"s\xff\xff\xff\xffa", "string longer than the frame"),
    (b"s\2\0\0\0\xff\xfe", "not utf-8"),
    (b"s\3\0\0\0\xed\xa0\x80", "surrogate"),
    (b"l\xff\xff\xff\xff", "four billion items"),
    (b"l\1\0\0\0" * 100_000, "nesting"),
    (b"d\2\0\0\0\1\0\0\0aN\1\0\0\0aN", "the same key twice"),
    (array(99, (1,), b"\0" * 8), "unknown dtype"),
    (array(11, (2,), b"\0" * 8), "shape larger than the data"),
    (array(11, (1,), b"\0" * 16), "shape smaller than the data"),
    (array(11, (2**40, 2**40), b""), "astronomic shape"),
    (array(11, (2**63, 0), b""), "a dimension beyond what numpy counts"),
    (array(0, (2,), b"\1\2"), "a boolean that is 2"),
    (b"a\x0b\xff", "255 dimensions"),
    (b"z\3\0\0\0cpuN", "a tensor without an array"),
]


@pytest.mark.parametrize("data", [data for data, _ in FORGED], ids=[why for _, why in FORGED])
def test_forged_bytes_are_refused(data: bytes) -> None:
    """Bytes that lie about what follows are a WireError, at the cost of no more than their size."""
    tracemalloc.start()
    with pytest.raises(WireError):
        loads(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1 << 20


@given(st.lists(st.binary(max_size=20)), st.integers(1, 9))
def test_frames_in_pieces(payloads: list[bytes], size: int) -> None:
    """Frames come back whole and in order, however the stream is cut."""
    stream = b"".join(map(frame, payloads))
    frames = Frames()
    found = [item for at in range(0, len(stream), size) for item in frames.feed(stream[at : at + size])]
    assert found == payloads
    assert not frames.partial


def test_long_frames_are_refused_at_once() -> None:
    """A length beyond the cap is refused before its bytes arrive."""
    with pytest.raises(WireError, match="too long"):
        Frames(max_bytes=10).feed(struct.pack("<I", 11))


def test_what_came_before_a_long_frame_is_kept() -> None:
    """Whole frames before a forged one are given, however they arrive; then it is refused."""
    frames = Frames(max_bytes=10)
    assert frames.feed(frame(b"right") + struct.pack("<I", 11)) == [b"right"]
    with pytest.raises(WireError, match="too long"):
        frames.feed(b"")
