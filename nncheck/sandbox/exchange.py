"""Requests to one worker -> its replies, within its limits.

One loop sends, receives and counts what is printed, so that neither side waits for the other to read.
"""

import os
import selectors
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from nncheck.records import Limits, Outcome, OutcomeKind
from nncheck.sandbox.forks import START_SECONDS, Process
from nncheck.sandbox.wire import Frames, WireError, frame

SEND_AHEAD = 1 << 16  # bytes of requests that are made before the first of them is sent
RECEIVE = 1 << 18  # more than a socket holds; what is larger would be asked of the system each time
# To look takes longer than to take an answer in, so answers that are on their way are waited for: as long as
# their calls usually take, but at most a millisecond.
USUAL_CALL, LONGEST_PAUSE = 15e-6, 1e-3
SHORTEST_WAIT = 0.005  # seconds, while a clock of processor time creeps towards its limit
READ, WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE
Selector = getattr(selectors, "PollSelector", selectors.SelectSelector)  # Windows can only select
LAST_BREATH = 0.5  # seconds from the end of a worker's socket to the end of its process


class WorkerDied(Exception):
    """The worker is no more; `outcome` is that of the request that it was at."""

    def __init__(self, outcome: Outcome):
        super().__init__(outcome.message)
        self.outcome = outcome


class Exchange:
    """The conversation with one worker."""

    def __init__(self, process: Process, limits: Limits):
        self._process = process
        self._limits = limits
        self._frames = Frames()
        self._unsent = bytearray()
        self._unanswered = 0
        self._wall_left = limits.exercise_wall_seconds
        self._selector: selectors.BaseSelector = Selector()
        self._waiting_for = READ
        self._selector.register(process.channel, READ)
        process.channel.setblocking(False)
        if process.output is not None:
            self._selector.register(process.output, READ)
            os.set_blocking(process.output, False)

    def greeting(self) -> bytes:
        """What the worker says before it has been asked anything."""
        self._unanswered = 1
        self._start_clocks(START_SECONDS, START_SECONDS)
        while not (replies := self._step()):
            pass
        self._unanswered = 0
        return replies[0]

    def converse(self, requests: Iterable[bytes], count: int) -> Iterator[bytes]:
        """Send the requests and give so many replies, in order; raises WorkerDied."""
        requests = iter(requests)
        self._unanswered = count
        while self._unanswered:
            self._fill(requests)
            self._start_clocks(self._limits.call_wall_seconds, self._limits.call_cpu_seconds)
            while not (replies := self._step()):
                self._fill(requests)
            self._wall_left -= time.monotonic() - self._started
            answers = replies[: self._unanswered]
            self._unanswered -= len(answers)
            yield from answers
            if len(replies) > len(answers):
                self.reject("sent more than its answers")
        if self._frames.partial:
            self.reject("sent more than its answers")

    def reject(self, reason: str) -> NoReturn:
        """End a worker that does not keep to the protocol."""
        self._end(OutcomeKind.PROTOCOL, reason)

    def _fill(self, requests: Iterator[bytes]) -> None:
        while len(self._unsent) < SEND_AHEAD and (request := next(requests, None)) is not None:
            self._unsent += frame(request)

    def _start_clocks(self, wall_seconds: float, cpu_seconds: float) -> None:
        self._started = time.monotonic()
        self._wall_end = self._started + min(wall_seconds, self._wall_left)
        self._cpu_end = self._process.cpu_seconds() + cpu_seconds
        self._printed = 0

    def _time_left(self) -> float:
        return min(self._wall_end - time.monotonic(), self._cpu_end - self._process.cpu_seconds())

    def _step(self) -> list[bytes]:
        """Wait for something to happen, and see to it."""
        self._fed(b"")  # a forged length that stood behind whole frames is refused now
        events = self._events()
        if self._process.output in events:
            self._drain()
        replies = []
        event = events.get(self._process.channel, 0)
        if event & WRITE:
            self._send()
        if event & READ:
            if not self._frames.partial:
                time.sleep(min((self._unanswered - 1) * USUAL_CALL, LONGEST_PAUSE))
            replies = self._receive()
        if not replies and self._time_left() <= 0:
            self._end(OutcomeKind.TIMEOUT, self._too_long())
        return replies

    def _events(self) -> dict[Any, int]:
        """What can be read, and written, as soon as anything can, or when the time is up."""
        wanted = READ | WRITE if self._unsent else READ
        if wanted != self._waiting_for:
            self._waiting_for = wanted
            self._selector.modify(self._process.channel, wanted)
        found = self._selector.select(max(self._time_left(), SHORTEST_WAIT))
        return {key.fileobj: event for key, event in found}

    def _send(self) -> None:
        try:
            sent = self._process.channel.send(self._unsent)
        except BlockingIOError:
            return
        except OSError:  # it has gone; what it had said before is still to be read
            sent = len(self._unsent)
        del self._unsent[:sent]

    def _receive(self) -> list[bytes]:
        try:
            data = self._process.channel.recv(RECEIVE)
        except BlockingIOError:
            return []
        except OSError:
            data = b""
        if not data:
            self._died()
        return self._fed(data)

    def _fed(self, data: bytes) -> list[bytes]:
        try:
            return self._frames.feed(data)
        except WireError:
            self.reject("sent something that is no answer")

    def _drain(self) -> None:
        assert self._process.output is not None  # there was something to read
        data = os.read(self._process.output, RECEIVE)
        self._printed += len(data)
        if not data:  # closed
            self._selector.unregister(self._process.output)
        if self._printed > self._limits.output_bytes:
            self._end(OutcomeKind.FLOOD, f"printed more than {self._limits.output_bytes:,} bytes")

    def _too_long(self) -> str:
        limits = self._limits
        if self._wall_left < limits.call_wall_seconds:
            together = limits.exercise_wall_seconds
            return f"did not finish in time (limit: {together:g} s for all calls together)"
        return (
            f"did not finish in time (limits: {limits.call_cpu_seconds:g} s of processor time, "
            f"{limits.call_wall_seconds:g} s in all)"
        )

    def _end(self, kind: OutcomeKind, message: str) -> NoReturn:
        self._process.kill()
        raise WorkerDied(Outcome(kind=kind, message=message))

    def _died(self) -> NoReturn:
        """Tell how a worker ended whose socket has."""
        status = self._process.wait(LAST_BREATH)
        if status is None:
            self.reject("closed its connection")
        if status >= 0:
            self._end(OutcomeKind.EXIT, f"ended the process (exit status {status})")
        if sys.platform != "win32" and status == -signal.SIGXCPU:
            self._end(OutcomeKind.TIMEOUT, self._too_long())
        self._end(OutcomeKind.CRASH, f"the process was ended by {signal_name(-status)}")


def signal_name(number: int) -> str:
    """SIGSEGV for 11."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
