"""The grader's conversation with a process that does as it likes: bounded in time and memory, and told."""

import socket
import struct
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wire_samples import MUTATED, length, pieces

from nncheck.records import Limits, OutcomeKind
from nncheck.sandbox.exchange import Exchange, WorkerDied
from nncheck.sandbox.forks import Fresh
from nncheck.sandbox.form import REPLY, VALUE
from nncheck.sandbox.launch import Launched
from nncheck.sandbox.replies import ProtocolError, read_outcome
from nncheck.sandbox.wire import dumps, frame

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the exchange waits by poll()")
LIMITS = Limits(call_wall_seconds=0.4, call_cpu_seconds=0.4, exercise_wall_seconds=0.8, output_bytes=1 << 16)
PATIENT = Limits(call_wall_seconds=3, call_cpu_seconds=3, exercise_wall_seconds=3, output_bytes=1 << 16)
GENEROUS = Limits(call_wall_seconds=30, call_cpu_seconds=30, exercise_wall_seconds=60, output_bytes=1 << 16)
LATER = 2.5  # seconds after the limits, on a busy machine
ASKED = 3
MEANS = """
    import os, signal, socket, sys, time
    peer = socket.socket(fileno=int(sys.argv[1]))
    send, spin = peer.sendall, iter(int, 1)
"""
PLAYBACK = """
    pieces = sys.stdin.buffer
    while size := pieces.read(4):
        send(pieces.read(int.from_bytes(size, "little")))
    if sys.argv[2] == "stall":
        time.sleep(60)
"""


@contextmanager
def peer(code: str, *arguments: str, script: bytes = b"", limits: Limits = LIMITS) -> Iterator[Exchange]:
    """An exchange with a process that runs this code and reads this script."""
    ours, theirs = socket.socketpair()
    program = dedent(MEANS) + dedent(code)
    process = subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", program, str(theirs.fileno()), *arguments],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, pass_fds=[theirs.fileno()],
    )  # fmt: skip
    theirs.close()
    assert process.stdin is not None
    with process.stdin:
        process.stdin.write(script)
    process.stdin = None
    worker = Fresh(Launched(process, ours))
    try:
        yield Exchange(worker, limits)
    finally:
        worker.close()


def ending(exchange: Exchange, requests: list[bytes]) -> tuple[OutcomeKind, str]:
    """How a conversation ends: with all answers, or with the death of the peer."""
    try:
        for number, payload in enumerate(exchange.converse(requests, len(requests)), start=1):
            try:
                read_outcome(payload, number, {})
            except ProtocolError as error:
                exchange.reject(str(error))
    except WorkerDied as death:
        return death.outcome.kind, death.outcome.message
    return OutcomeKind.VALUE, ""


def answer(number: int) -> bytes:
    """A right answer to a question."""
    return frame(REPLY.pack(number, VALUE) + dumps(1.5))


ANSWERS = b"".join(answer(number) for number in range(1, ASKED + 1))
REQUEST = b"N"
PIECES = st.lists(st.integers(0, 50), max_size=5)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(MUTATED.map(frame) | MUTATED | st.sampled_from([answer(1), answer(2)]), max_size=4).map(
        b"".join
    ),
    PIECES,
    st.sampled_from(["stall", "leave"]),
)
def test_any_peer_is_dealt_with(stream: bytes, sizes: list[int], manner: str) -> None:
    """Whatever a process sends, in whatever pieces: the end comes in time, with a kind and a reason."""
    cut = b"".join(length(len(piece)) + piece for piece in pieces(stream, sizes))
    with peer(PLAYBACK, manner, script=cut) as exchange:
        began = time.monotonic()
        kind, message = ending(exchange, [REQUEST] * ASKED)
        assert time.monotonic() - began < LIMITS.exercise_wall_seconds + LATER
    assert kind in (OutcomeKind.PROTOCOL, OutcomeKind.TIMEOUT, OutcomeKind.EXIT)
    assert message


@settings(max_examples=15, deadline=None)
@given(PIECES)
def test_meta_right_answers_are_taken(sizes: list[int]) -> None:
    """The same peer with right answers, in any pieces, is no offender."""
    cut = b"".join(length(len(piece)) + piece for piece in pieces(ANSWERS, sizes))
    with peer(PLAYBACK, "stall", script=cut, limits=GENEROUS) as exchange:
        assert ending(exchange, [REQUEST] * ASKED) == (OutcomeKind.VALUE, "")


PEERS = [
    ("nothing at all", "time.sleep(60)", OutcomeKind.TIMEOUT, "took longer|did not finish"),
    ("a busy loop", "any(spin)", OutcomeKind.TIMEOUT, "did not finish"),
    ("a stopped process", "os.kill(os.getpid(), signal.SIGSTOP)", OutcomeKind.TIMEOUT, "did not finish"),
    (
        "one byte at a time",
        "[(send(b'x'), time.sleep(.05)) for _ in spin]",
        OutcomeKind.PROTOCOL,
        "no answer",
    ),
    (
        "a long frame, slowly",
        "send(b'\\0\\0\\0\\2'), [(send(b'x'), time.sleep(.05)) for _ in spin]",
        OutcomeKind.TIMEOUT,
        "did not finish",
    ),
    ("a frame that is too long", "send(b'\\1\\0\\0\\4'); time.sleep(60)", OutcomeKind.PROTOCOL, "no answer"),
    ("zeros without end", "[send(bytes(1 << 20)) for _ in spin]", OutcomeKind.PROTOCOL, "no answer"),
    (
        "large frames without end",
        "[send(b'\\0\\0\\0\\4' + bytes(1 << 26)) for _ in spin]",
        OutcomeKind.PROTOCOL,
        "",
    ),
    ("a print without end", "[print('x' * 9999) for _ in spin]", OutcomeKind.FLOOD, "printed more than"),
    ("a closed output", "os.close(1); os.close(2); time.sleep(60)", OutcomeKind.TIMEOUT, "did not finish"),
    ("a closed socket", "peer.close(); time.sleep(60)", OutcomeKind.PROTOCOL, "closed its connection"),
    (
        "a socket closed one way",
        "peer.shutdown(socket.SHUT_WR); time.sleep(60)",
        OutcomeKind.PROTOCOL,
        "closed its connection",
    ),
    (
        "a socket closed the other way",
        "peer.shutdown(socket.SHUT_RD); time.sleep(60)",
        OutcomeKind.TIMEOUT,
        "did not finish",
    ),
    ("an exit", "os._exit(7)", OutcomeKind.EXIT, "exit status 7"),
    ("a crash", "os.kill(os.getpid(), signal.SIGSEGV)", OutcomeKind.CRASH, "SIGSEGV"),
    ("a half frame and an exit", "send(b'\\x09\\0\\0\\0x'); os._exit(0)", OutcomeKind.EXIT, "exit status 0"),
]


@pytest.mark.parametrize(
    ("code", "kind", "message"), [row[1:] for row in PEERS], ids=[row[0] for row in PEERS]
)
def test_peers_of_every_kind(code: str, kind: OutcomeKind, message: str) -> None:
    """Each ends as what it is, in time, and takes no more memory than a few of the largest frames."""
    offends = kind == OutcomeKind.PROTOCOL  # and is ended for that, not because a busy machine is slow
    with peer(code, limits=PATIENT if offends else LIMITS) as exchange:
        tracemalloc.start()
        began = time.monotonic()
        found, reason = ending(exchange, [REQUEST] * ASKED)
        taken, peak = time.monotonic() - began, tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert taken < LIMITS.exercise_wall_seconds + LATER
    assert peak < 200 << 20
    assert found == kind, reason
    assert any(part in reason for part in message.split("|"))


def test_a_peer_that_does_not_read() -> None:
    """Requests that nobody takes are held back, and end with the time."""
    requests = [bytes(1 << 20)] * 100
    with peer("time.sleep(60)") as exchange:
        tracemalloc.start()
        kind, _ = ending(exchange, requests)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert kind == OutcomeKind.TIMEOUT
    assert peak < 8 << 20


def test_answers_before_a_forgery_count() -> None:
    """What was answered before something that is no answer is kept, in whatever pieces it comes."""
    forged = answer(1) + struct.pack("<I", 1 << 30)
    with peer(PLAYBACK, "stall", script=length(len(forged)) + forged) as exchange:
        conversation = exchange.converse([REQUEST], ASKED)
        assert next(conversation) == answer(1)[4:]
        with pytest.raises(WorkerDied, match="no answer"):
            next(conversation)
