"""A filter of system calls for a process that computes on a GPU.

The driver works through device files that are open by the time the filter is put on, by ioctl and by
mapping them, and it has threads. So these are allowed beside what a worker may call anyway: ioctl, polling,
shared memory of an open file (there is none but the devices), and new threads. Opening a file, sockets,
processes, programs and signals to others stay refused. It is put on every thread that there is: the driver's
own ones run student code too, in the backward pass of a student's own autograd function.
"""

import ctypes
import mmap
import os
import socket
from collections.abc import Callable, Iterator

from ..prctl import libc
from . import bpf
from .bpf import Instruction
from .limit import refused
from .plan import Plan
from .rlimits import raise_limit, start_process
from .seccomp import ALLOW, MAP_PRIVATE, MAP_TYPE, REFUSE, Program, architecture, instructions, only
from .syscalls import GPU, SECCOMP, Architecture

NAME = "gpu_filter"
SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC = 1, 1
MAP_ANONYMOUS = 0x20
CLONE_THREAD = 0x00010000
CLONE_NEW = 0x7E020000  # every kind of namespace that clone can make


def apply(plan: Plan) -> None:
    """Put the filter on all threads, for good."""
    here = architecture()
    program = Program(bpf.assembled(instructions(here, os.getpid(), list(more(here)))))
    words = [ctypes.c_ulong(each) for each in (SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC)]
    result = libc.syscall(ctypes.c_long(SECCOMP[here.audit]), *words, program.header)
    if result > 0:
        raise OSError(0, f"the thread {result} cannot take the filter")
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def more(architecture: Architecture) -> Iterator[Instruction]:
    """What is allowed beyond the filter of every worker."""
    numbers = GPU[architecture.audit]
    for name, number in numbers.items():
        if name != "clone":
            yield from bpf.when(bpf.EQUAL, number, ALLOW)
    a_thread = [bpf.load(bpf.low(0)), bpf.mask(CLONE_THREAD | CLONE_NEW), *only(CLONE_THREAD)]
    yield from bpf.when(bpf.EQUAL, numbers["clone"], *a_thread)
    private = [bpf.load(bpf.low(3)), bpf.mask(MAP_TYPE), *bpf.when(bpf.EQUAL, MAP_PRIVATE, ALLOW)]
    of_a_file = [bpf.load(bpf.low(3)), bpf.mask(MAP_ANONYMOUS), *bpf.unless_equal(0, REFUSE), ALLOW]
    yield from bpf.when(bpf.EQUAL, architecture.numbers["mmap"], *private, *of_a_file)


def objection(plan: Plan) -> str | None:
    """Why this layer does not hold here, for the thread that asks."""
    attempts: dict[str, Callable[[], object]] = {
        "open a folder": lambda: os.close(os.open("/", os.O_RDONLY)),
        "start a process": start_process,
        "raise a limit": raise_limit,
        "use the network": lambda: socket.socket().close(),
        "signal another process": lambda: os.kill(os.getppid(), 0),
        "share memory": lambda: mmap.mmap(-1, mmap.PAGESIZE).close(),
        "look into a folder": lambda: os.stat("/"),
    }
    return next((f"the process could {name}" for name, try_ in attempts.items() if not refused(try_)), None)
