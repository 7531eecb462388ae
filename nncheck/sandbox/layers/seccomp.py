"""seccomp: the kernel asks a filter before every system call. Ours lists what may be called.

A worker computes: it reads and writes what it has open, manages private memory, tells the time, sleeps,
and ends. It opens no file, makes no socket, process or thread, and signals nobody but itself.
"""

import ctypes
import errno
import os
import struct
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache

from ..prctl import prctl
from . import bpf
from .bpf import Instruction
from .limit import refused
from .plan import Plan
from .syscalls import ARCHITECTURES, FIRST_UNKNOWN, Architecture

NAME = "seccomp"
PR_SET_NAME, PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 15, 22, 2
MAP_TYPE, MAP_PRIVATE = 0x0F, 0x02  # shared memory escapes RLIMIT_DATA
ALLOW, REFUSE = bpf.answer(bpf.ALLOW), bpf.answer(bpf.ERRNO | errno.EPERM)
UNKNOWN = bpf.answer(bpf.ERRNO | errno.ENOSYS)  # callers then fall back on an older call
ANYBODY = 0xFEDCBA98  # stands for a process: no process has this number, and no other constant is like it
CONDITIONAL = frozenset({"mmap", "tgkill", "prctl", "prlimit64"})


def prepare() -> None:
    """Write the filter for all processes that will be forked: it takes half a millisecond."""
    with suppress(OSError):  # each of them will tell why there is none
        _written()


def apply(plan: Plan) -> None:
    """Put the filter on, for good."""
    process = struct.pack("=I", os.getpid())
    program = Program(_written().replace(struct.pack("=I", ANYBODY), process))
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, program.header)


@cache
def _written() -> bytes:
    """The filter of this machine, for the process ANYBODY."""
    return bpf.assembled(instructions(architecture(), ANYBODY))


def architecture() -> Architecture:
    """How this machine's processor calls the kernel; OSError where there is no table for it."""
    machine = os.uname().machine
    if machine not in ARCHITECTURES:
        raise OSError(errno.ENOSYS, f"no table of system calls for the processor {machine}")
    return ARCHITECTURES[machine]


class Program:
    """A filter in memory, as long as this object lives."""

    def __init__(self, code: bytes):
        self._code = (ctypes.c_char * len(code)).from_buffer_copy(code)
        length = len(code) // bpf.SIZE
        self.header = (ctypes.c_size_t * 2)(length, ctypes.addressof(self._code))  # struct sock_fprog


def instructions(
    architecture: Architecture, process: int, more: Sequence[Instruction] = ()
) -> list[Instruction]:
    """The filter for one process; what it does not list is refused. `more` is asked first."""
    return [
        bpf.load(bpf.ARCHITECTURE),
        *bpf.unless_equal(architecture.audit, bpf.answer(bpf.KILL_PROCESS)),
        bpf.load(bpf.NUMBER),
        *_foreign(architecture.first_foreign),
        *more,
        *_unconditional(architecture.numbers),
        *_conditional(architecture.numbers, process),
        *bpf.when(bpf.EQUAL, architecture.numbers["clone3"], UNKNOWN),
        *bpf.when(bpf.AT_LEAST, FIRST_UNKNOWN, UNKNOWN),
        REFUSE,
    ]


def _foreign(first: int | None) -> list[Instruction]:
    """The end of a process that uses another table's numbers: 32-bit ones on a 64-bit processor."""
    return [] if first is None else bpf.when(bpf.AT_LEAST, first, bpf.answer(bpf.KILL_PROCESS))


def _unconditional(numbers: dict[str, int]) -> Iterator[Instruction]:
    for name, number in numbers.items():
        if name != "clone3" and name not in CONDITIONAL:
            yield from bpf.when(bpf.EQUAL, number, ALLOW)


def _conditional(numbers: dict[str, int], process: int) -> Iterator[Instruction]:
    """Calls that are harmless with some arguments only."""
    private = [bpf.load(bpf.low(3)), bpf.mask(MAP_TYPE), *only(MAP_PRIVATE)]
    yield from bpf.when(bpf.EQUAL, numbers["mmap"], *private)
    to_itself = [bpf.load(bpf.low(0)), *only(process)]  # abort() does that
    yield from bpf.when(bpf.EQUAL, numbers["tgkill"], *to_itself)
    yield from bpf.when(bpf.EQUAL, numbers["prctl"], bpf.load(bpf.low(0)), *only(PR_SET_NAME))
    its_own = [bpf.load(bpf.low(0)), *bpf.unless_equal(0, REFUSE)]
    only_asking = [bpf.load(bpf.low(2)), *bpf.unless_equal(0, REFUSE), bpf.load(bpf.high(2)), *only(0)]
    yield from bpf.when(bpf.EQUAL, numbers["prlimit64"], *its_own, *only_asking)


def only(value: int) -> list[Instruction]:
    """The end: allowed when what has been loaded is the value, else refused."""
    return [*bpf.unless_equal(value, REFUSE), ALLOW]


def objection(plan: Plan) -> str | None:
    """Why this layer does not hold here: harmless calls that no other layer refuses."""
    attempts = {"ask for its folder": os.getcwd, "change its umask": lambda: os.umask(0o77)}
    attempts["look into a folder"] = lambda: os.stat("/")
    return next((f"the process could {name}" for name, try_ in attempts.items() if not refused(try_)), None)
