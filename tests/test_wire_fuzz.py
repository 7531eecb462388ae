"""The wire under fire: only its own errors escape, in bounded memory and time, whatever bytes come."""

import time
import tracemalloc
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from wire_samples import DENSE, MUTATED, VALUES, pieces

from nncheck.records import LoadProblem, Outcome
from nncheck.sandbox.form import FAILURE, MAX_ITEMS, REPLY, VALUE, WITH_INPUTS
from nncheck.sandbox.replies import Parsed, ProtocolError, read_outcome, read_parsed, read_problems
from nncheck.sandbox.wire import Frames, WireError, dumps, frame, loads

LARGER = 32  # no byte on the wire takes more bytes in memory, at any time; 27 have been seen
BASE = 16 << 10  # bytes that reading takes whatever is read: an exception, a traceback
ANY = st.binary(max_size=400) | MUTATED
LINES = {"cell 1": 3}
READERS: list[Callable[[bytes], Any]] = [
    partial(read_outcome, number=7, lines=LINES),
    partial(read_parsed, lines=LINES),
    partial(read_problems, lines=LINES),
]
RAISED = ("exception", "E", "m", ("cell 1", 3))
PARSED = {"defined": {"f": ("cell 1", 1)}, "problems": [("cell 1", 2, "m")], "statements": [("cell 1", 3)]}


def peak(use: Callable[[], object]) -> int:
    """The most memory that was in use on the way, in bytes."""
    tracemalloc.start()
    try:
        use()
    except (WireError, ProtocolError):
        pass
    finally:
        size = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return size


@settings(max_examples=500)
@given(ANY)
def test_only_a_wire_error_escapes(data: bytes) -> None:
    """Random bytes, and valid ones with flipped bits, lies, splices, repeats and nesting."""
    try:
        loads(data)
    except WireError:
        return


@settings(max_examples=200)
@given(ANY)
def test_memory_is_bounded_by_what_came(data: bytes) -> None:
    """A byte on the wire never takes more than a fixed number of bytes in memory."""
    assert peak(lambda: loads(data)) <= LARGER * len(data) + BASE


@pytest.mark.parametrize("name", DENSE)
def test_the_densest_values_are_within_the_bound(name: str) -> None:
    """Values that are small on the wire and large in memory, as densely as they can come."""
    assert peak(lambda: loads(DENSE[name])) <= LARGER * len(DENSE[name]) + BASE


def test_meta_the_bound_can_be_exceeded() -> None:
    """The measurement sees what is allocated, and the bound is not far from what happens."""
    worst = max(peak(partial(loads, data)) / len(data) for data in DENSE.values())
    assert LARGER / 2 < worst < LARGER


def test_the_largest_number_of_values_is_read_in_time() -> None:
    """As many values as a frame may hold do not keep the grader long."""
    data = dumps([[]] * (MAX_ITEMS - 1))
    began = time.process_time()
    assert len(loads(data)) == MAX_ITEMS - 1
    assert time.process_time() - began < 2


@settings(max_examples=300)
@given(st.lists(ANY.map(frame) | ANY, max_size=6), st.lists(st.integers(0, 60)), st.integers(0, 500))
def test_streams_in_any_pieces(parts: list[bytes], sizes: list[int], longest: int) -> None:
    """The same payloads come out however a stream is cut; nothing is kept that has come out or is refused."""
    stream = b"".join(parts)
    whole, whole_refused = fed([stream], longest)
    found, refused = fed(pieces(stream, sizes), longest)
    assert (found, refused) == (whole, whole_refused)
    assert all(len(payload) <= longest for payload in found)


def fed(stream: list[bytes], longest: int) -> tuple[list[bytes], bool]:
    """The payloads of a stream, and whether it was refused at some point."""
    frames, found = Frames(max_bytes=longest), []
    try:
        for piece in stream:
            found += frames.feed(piece)
        frames.feed(b"")  # what stood behind whole frames is looked at now
    except WireError:
        return found, True
    return found, False


def test_memory_of_a_stream() -> None:
    """A large frame in pieces is held twice at most: as it comes, and when it is whole."""
    stream, frames = frame(bytes(8 << 20)), Frames()

    def feed() -> None:
        for at in range(0, len(stream), 1 << 16):
            frames.feed(stream[at : at + (1 << 16)])

    assert peak(feed) < 2.2 * len(stream)


def answer(what: int, content: Any) -> bytes:
    """A reply to the question that the readers have put."""
    return REPLY.pack(7, what) + dumps(content)


ANSWER, WATCHED = answer(VALUE, None), answer(WITH_INPUTS, (None, (1,)))
FAILED = answer(FAILURE, RAISED)
REPLIES = st.one_of(
    ANY,
    st.builds(lambda what, data: REPLY.pack(7, what) + data, st.integers(0, 3), ANY),
    st.builds(answer, st.integers(0, 3), VALUES),
    st.builds(
        lambda at, value: answer(FAILURE, (*RAISED[:at], value, *RAISED[at + 1 :])), st.integers(0, 4), VALUES
    ),
    st.builds(lambda key, value: dumps({**PARSED, key: value}), st.sampled_from([*PARSED]), VALUES),
)


@settings(max_examples=500)
@given(REPLIES)
@example(ANSWER)
@example(WATCHED)
@example(FAILED)
@example(dumps(PARSED))
@example(dumps(PARSED["problems"]))
def test_replies_are_records_or_refused(data: bytes) -> None:
    """Every reader gives a record whose parts have the right types, or a ProtocolError."""
    for read in READERS:
        try:
            found = read(data)
        except ProtocolError:
            continue
        assert isinstance(found, Outcome | Parsed | list)
        if isinstance(found, Outcome):
            assert isinstance(found.message, str)
            assert found.location is None or found.location.line in (1, 2, 3)
        if isinstance(found, list):
            assert all(isinstance(each, LoadProblem) for each in found)


@pytest.mark.parametrize("reply", [ANSWER, WATCHED, FAILED, dumps(PARSED), dumps(PARSED["problems"])])
def test_meta_true_replies_are_read(reply: bytes) -> None:
    """What the fuzzing starts from is accepted by a reader: not everything is refused."""
    accepted = []
    for read in READERS:
        try:
            accepted.append(read(reply))
        except ProtocolError:
            continue
    assert len(accepted) == 1
