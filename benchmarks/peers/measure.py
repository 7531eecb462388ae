"""Commands -> what they cost: wall time, processor time and memory, of every process that they start.

The measuring process adopts whatever its descendants leave behind, so that each of them is waited for
in the end, and its processor time counted: also a server that outlives the command that started it.
"""

import ctypes
import os
import signal
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from time import monotonic, perf_counter, sleep
from typing import Self

PR_SET_CHILD_SUBREAPER = 36
POLL_SECONDS = 0.05
GRACE_SECONDS = 10.0  # for what a command leaves behind; then it is killed, and counted all the same
MIB = 2**20
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Command:
    """A program with its arguments, and where it runs. Its output goes to `log`."""

    arguments: tuple[str, ...]
    folder: Path
    log: Path
    environment: dict[str, str]


@dataclass(frozen=True)
class Usage:
    """What commands run one after the other have cost."""

    wall: float  # seconds
    cpu: float  # seconds, user and system, of all processes
    memory: float  # MiB, the most that all processes held at one time; shared pages count for each
    exits: tuple[int, ...]  # the exit code of each command


def measured(commands: Sequence[Command]) -> Usage:
    """Run the commands, and say what they cost."""
    adopt_orphans()
    wall = cpu = 0.0
    exits = []
    with MemoryWatch() as memory:
        for command in commands:
            start = perf_counter()
            code, seconds = run(command)
            wall += perf_counter() - start
            cpu += seconds + sum(orphans())
            exits.append(code)
    return Usage(wall, cpu, memory.most / MIB, tuple(exits))


def adopt_orphans() -> None:
    """Make processes that lose their parent children of this one."""
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "this system cannot hand orphans over to the measuring process")


def run(command: Command) -> tuple[int, float]:
    """The exit code, and the processor time of the process and of all that it has waited for."""
    with command.log.open("wb") as log:
        process = subprocess.Popen(
            command.arguments,
            cwd=command.folder,
            env=os.environ | command.environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)  # else Popen would wait for it once more
    return process.returncode, usage.ru_utime + usage.ru_stime


def orphans() -> Iterator[float]:
    """The processor time of each process that was left behind, once it has ended."""
    deadline = monotonic() + GRACE_SECONDS
    while True:
        try:
            pid, _, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid:
            yield usage.ru_utime + usage.ru_stime
        elif monotonic() < deadline:
            sleep(0.002)
        else:
            for child in children(os.getpid()):
                os.kill(child, signal.SIGKILL)


class MemoryWatch:
    """Looks again and again how much all descendants of this process hold."""

    def __init__(self) -> None:
        self.most = 0  # bytes
        self._over = Event()
        self._thread = Thread(target=self._watch)

    def _watch(self) -> None:
        while not self._over.wait(POLL_SECONDS):
            self.most = max(self.most, sum(map(resident, descendants(os.getpid()))))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._over.set()
        self._thread.join()


def children(pid: int) -> list[int]:
    """The processes that some thread of another has started; none of one that has gone."""
    found: list[int] = []
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += map(int, (task / "children").read_text("ascii").split())
    except (FileNotFoundError, ProcessLookupError):
        return []
    return found


def descendants(pid: int) -> Iterator[int]:
    """Children, and theirs in turn."""
    for child in children(pid):
        yield child
        yield from descendants(child)


def resident(pid: int) -> int:
    """The bytes of memory that a process holds; none of one that has gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * PAGE
    except (FileNotFoundError, ProcessLookupError):
        return 0
