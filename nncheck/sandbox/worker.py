"""The process that student code runs in: READY -> source -> report -> calls, until the grader hangs up."""

import os
import socket
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType
from typing import Any, TextIO

from . import layers
from .ambient import settle
from .calls import Caller
from .guard import StudentBuiltins
from .modules import PRELOADED, importable
from .program import Program
from .requests import RUN, read
from .wire import HEADER, dumps, frame

_end = os._exit
_BROKEN = 70  # exit status when not even a reply could be made


class Channel:
    """Frames over two functions that read and write bytes and wait until they have."""

    def __init__(self, read: Callable[[int], bytes], write: Callable[[bytes | memoryview], int]):
        self._read, self._write = read, write

    def receive(self) -> Any:
        """The next request; ends the process when the grader has hung up."""
        (length,) = HEADER.unpack(self._exactly(HEADER.size))
        return read(self._exactly(length))

    def _exactly(self, size: int) -> bytes:
        parts = []
        while size:
            part = self._read(min(size, 1 << 20))
            if not part:
                _end(0)
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def send(self, payload: bytes) -> None:
        """A reply, in whole."""
        data = frame(payload)
        sent = self._write(data)
        while sent < len(data):
            sent += self._write(memoryview(data)[sent:])


def student_builtins(tensors: ModuleType | None) -> StudentBuiltins:
    """What student code is run with; to make it takes a while, so that a zygote does it for its workers."""
    return StudentBuiltins(importable(tensors is not None, ()))


def serve(
    channel: Channel, builtins: StudentBuiltins, tensors: ModuleType | None, failed: dict[str, str]
) -> None:
    """Serve one submission; never returns. `failed`: the layers that could not be put on, and why."""
    try:
        _serve(channel, builtins, tensors, failed)
    finally:
        _end(_BROKEN)


def _serve(
    channel: Channel, builtins: StudentBuiltins, tensors: ModuleType | None, failed: dict[str, str]
) -> None:
    output = sys.stdout
    settle(tensors)
    channel.send(dumps({"failed": failed}))
    _, (cells, extra) = channel.receive()
    program = Program(builtins.installed(extra))
    for name, source in cells:
        program.parse(name, source)
    places = program.statements
    channel.send(dumps({"defined": program.defined, "problems": program.problems, "statements": places}))
    caller = Caller(program, tensors)
    while True:
        purpose, content = channel.receive()
        replies = ran(program, content) if purpose == RUN else map(caller.answer, content)
        for reply in replies:  # each is sent before the next one is made: the grader has to know which hangs
            flush(output)
            channel.send(reply)


def ran(program: Program, count: int) -> Iterator[bytes]:
    """Run so many statements -> the problems that each had, as bytes."""
    for number in range(count):
        before = len(program.problems)
        program.run(number)
        yield dumps(program.problems[before:])


def flush(output: TextIO) -> None:
    """Let the grader count what was printed; the student may have closed it."""
    try:
        output.flush()
    except Exception:  # noqa: BLE001, S110  whatever the student has put in its place
        return


def preload() -> None:
    """Load what student code is likely to import, and what numpy loads on first use."""
    for name in PRELOADED:
        import_module(name)
    numpy: Any = import_module("numpy")
    repr(numpy.linspace(0, 1, 3, dtype=numpy.float32).std())


def load_tensors(wanted: bool) -> ModuleType | None:
    """Our part that needs torch, warmed up."""
    if not wanted:
        return None
    tensors = import_module(".tensors", __package__)
    tensors.warm_up()
    return tensors


def main(arguments: list[str]) -> None:
    """A worker that was not forked: a process of its own, with the layers that every Unix has."""
    descriptor, torch, memory_mib, cpu_seconds, *modules = arguments
    preload()
    tensors = load_tensors(torch == "torch")
    for name in modules:
        load_if_there(name)
    with socket.socket(fileno=int(descriptor)) as peer:
        channel = Channel(peer.recv, peer.send)
        plan = layers.plan(int(memory_mib), int(cpu_seconds))
        serve(channel, student_builtins(tensors), tensors, layers.lock_down(plan, layers.PORTABLE))


def load_if_there(name: str) -> None:
    """Load a module that a source names; it may be a name that does not exist."""
    try:
        import_module(name)
    except BaseException:  # noqa: BLE001  whatever it is: the student's own import will tell the same
        return
