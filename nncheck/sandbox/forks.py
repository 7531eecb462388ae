"""Worker processes as the grader holds them: forked by a zygote, or started afresh."""

import os
import select
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from typing import Any, Protocol

from nncheck.errors import GraderError
from nncheck.records import Isolation
from nncheck.sandbox.launch import Launched
from nncheck.sandbox.levels import level
from nncheck.sandbox.wire import Frames, dumps, loads

PACKET = 1 << 16
START_SECONDS = 120.0  # even torch from a cold disk is there by then
FAREWELL_SECONDS = 2.0  # for a zygote that is at rest to end
ANSWER_SECONDS = 30.0  # for a fork, with the modules that it takes; a zygote that was stopped never answers


class ZygoteGone(GraderError):
    """The zygote does not answer any more."""


class Process(Protocol):
    """One worker process."""

    channel: socket.socket
    output: int | None  # descriptor of what it prints; None where that cannot be read beside a socket

    def cpu_seconds(self) -> float:
        """The processor time it has used, as far as the system tells."""

    def kill(self) -> None:
        """End it now."""

    def wait(self, seconds: float) -> int | None:
        """Its exit status, negative for a signal; None while it runs."""

    def close(self) -> None:
        """End it and let go of everything."""


class ZygoteClient:
    """The grader's end of a zygote."""

    def __init__(self, launched: Launched):
        self._process, self._control = launched
        self._control.settimeout(START_SECONDS)
        self._isolation: Isolation | None = None

    @property
    def isolation(self) -> Isolation:
        """What it found when it tried the layers. Waits for its start."""
        if self._isolation is None:
            self._isolation = isolation(self._answer())
            self._control.settimeout(ANSWER_SECONDS)
        return self._isolation

    def fork(self, modules: list[str]) -> "Forked":
        """A new worker, locked down or about to be; `modules` are loaded before."""
        _ = self.isolation  # it greets before it answers
        if self._process.poll() is not None:  # it may still answer while the kernel takes it apart
            raise ZygoteGone("the sandbox process has ended")
        self._ask({"modules": modules})
        try:
            flags = getattr(socket, "MSG_CMSG_CLOEXEC", 0)
            packet, descriptors, _, _ = socket.recv_fds(self._control, PACKET, 3, flags)
        except OSError as error:
            raise ZygoteGone(f"the sandbox process does not answer: {error}") from error
        if len(descriptors) != 3:
            raise ZygoteGone("the sandbox process could not fork a worker")
        channel, output, pidfd = descriptors
        return Forked(self, loads(packet)["pid"], socket.socket(fileno=channel), output, pidfd)

    def reap(self, pid: int) -> int:
        """The exit status of a worker that has ended."""
        try:
            self._ask({"reap": pid})
            return os.waitstatus_to_exitcode(self._answer()["status"])
        except ZygoteGone:  # it takes its workers along
            return -signal.SIGKILL

    def _ask(self, request: dict[str, Any]) -> None:
        try:
            self._control.send(dumps(request))
        except OSError as error:
            raise ZygoteGone(f"the sandbox process does not answer: {error}") from error

    def _answer(self) -> Any:
        try:
            packet = self._control.recv(PACKET)
        except OSError as error:
            raise ZygoteGone(f"the sandbox process does not answer: {error}") from error
        if not packet:
            raise ZygoteGone(f"the sandbox process ended: {self._last_words()}")
        return loads(packet)

    def _last_words(self) -> str:
        assert self._process.stderr is not None  # launch_zygote makes a pipe
        words = self._process.stderr.read().decode("utf-8", "replace").strip()
        return words.rpartition("\n")[2] or "it left no message"

    def close(self) -> None:
        """End it, and with it its workers.

        One that waits for requests ends by itself, together with what stands by it. Killed, it would leave
        a dead child to whoever adopts orphans, and in a container that may be us.
        """
        self._control.close()
        if self._isolation is None or not self._ended(FAREWELL_SECONDS):
            self._process.kill()
            self._process.wait()
        if self._process.stderr is not None:
            self._process.stderr.close()

    def _ended(self, seconds: float) -> bool:
        """Whether it ends by itself. (Popen.wait would look only now and then.)"""
        if self._process.poll() is not None:
            return True
        ended, pidfd = select.poll(), os.pidfd_open(self._process.pid)
        ended.register(pidfd, select.POLLIN)
        try:
            return bool(ended.poll(seconds * 1000)) and self._process.wait() is not None
        finally:
            os.close(pidfd)


class Forked:
    """A worker that a zygote has forked."""

    def __init__(self, zygote: ZygoteClient, pid: int, channel: socket.socket, output: int, pidfd: int):
        self.channel = channel
        self.output: int | None = output
        self._printed = output
        self._zygote = zygote
        self._pid = pid  # as its zygote counts
        self._pidfd = pidfd
        self._process = process_of(pidfd)
        self._status: int | None = None

    def cpu_seconds(self) -> float:
        """Read from the kernel's clock of that process."""
        return cpu_seconds(self._process)

    def kill(self) -> None:
        """Through the pidfd, which cannot name another process by mistake."""
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)

    def wait(self, seconds: float) -> int | None:
        """Its zygote, which is its parent, knows the status."""
        if self._status is None:
            ended = select.poll()  # select could not watch a descriptor beyond 1024
            ended.register(self._pidfd, select.POLLIN)
            self._status = self._zygote.reap(self._pid) if ended.poll(seconds * 1000) else None
        return self._status

    def close(self) -> None:
        """Kill, reap, close."""
        self.kill()
        self.wait(START_SECONDS)
        self.channel.close()
        for descriptor in (self._printed, self._pidfd):
            os.close(descriptor)


def examined(launched: Launched) -> Isolation:
    """What an examiner says of the layers of workers that are not forked."""
    return isolation(told(launched))


def told(launched: Launched) -> dict[str, Any]:
    """All that a process says before it ends."""
    process, channel = launched
    with channel, channel.makefile("rb") as stream:
        frames = Frames().feed(stream.read())
    words, _ = process.communicate()
    if not frames:
        last = (words or b"").decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise GraderError(f"a process to try the layers of isolation ended: {last}")
    found: dict[str, Any] = loads(frames[0])
    return found


class Fresh:
    """A worker that is a process of its own."""

    def __init__(self, launched: Launched):
        self._process, self.channel = launched
        printed = self._process.stdout
        self.output = None if printed is None else printed.fileno()

    def cpu_seconds(self) -> float:
        """Read from the kernel's clock of that process."""
        return cpu_seconds(self._process.pid)

    def kill(self) -> None:
        """As its parent."""
        self._process.kill()

    def wait(self, seconds: float) -> int | None:
        """As its parent."""
        try:
            return self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    def close(self) -> None:
        """Kill, reap, close."""
        self.kill()
        self._process.communicate()
        self.channel.close()


def isolation(found: dict[str, str | None]) -> Isolation:
    """What a process found when it tried the layers: None where one holds, else why not."""
    missing = {name: objection for name, objection in found.items() if objection is not None}
    active = tuple(name for name in found if name not in missing)
    return Isolation(level=level(active), active=active, missing=missing)


def process_of(pidfd: int) -> int:
    """The process's number in our namespace of processes; its zygote may count in another."""
    with open(f"/proc/self/fdinfo/{pidfd}", "rb", buffering=0) as file:
        information = file.read(4096)
    return int(information.partition(b"Pid:")[2].split()[0])


def cpu_seconds(process: int) -> float:
    """The processor time of another process; 0 where the system has no such clock, or no such process."""
    if sys.platform == "win32" or process <= 0:  # it has ended
        return 0.0
    try:
        return time.clock_gettime((~process << 3) | 2)  # Linux: the clock of all its threads
    except OSError:
        return 0.0
