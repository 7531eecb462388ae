"""Resource limits, hard ones: bounded memory and time, no new process, no new file, no core dump."""

import errno
import os
import resource
from collections.abc import Callable

from .plan import Plan

NAME = "rlimits"
NOTHING = (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE, resource.RLIMIT_NPROC, resource.RLIMIT_NOFILE)


def apply(plan: Plan) -> None:
    """Set the limits. Files that are open stay open; private memory beyond the limit is MemoryError."""
    lower(resource.RLIMIT_DATA, plan.data_bytes, plan.data_bytes)
    lower(resource.RLIMIT_CPU, plan.cpu_seconds, plan.cpu_seconds + 1)  # SIGXCPU first, then SIGKILL
    for limit in NOTHING:
        lower(limit, 0, 0)


def lower(limit: int, soft: int, hard: int) -> None:
    """Set a limit, but never above the hard one that is there."""
    there = resource.getrlimit(limit)[1]
    if there != resource.RLIM_INFINITY:
        soft, hard = min(soft, there), min(hard, there)
    resource.setrlimit(limit, (soft, hard))


def objection(plan: Plan) -> str | None:
    """Why this layer does not hold here: the first thing that was possible after all."""
    attempts: list[tuple[str, Callable[[], object]]] = [
        ("open a file", open_file),
        ("start a process", start_process),
        ("raise a limit", raise_limit),
        ("have more memory than its limit", lambda: bytearray(plan.data_bytes)),
    ]
    return next((f"the process could {name}" for name, attempt in attempts if not refused(attempt)), None)


def refused(attempt: Callable[[], object]) -> bool:
    """Whether the kernel says no."""
    try:
        attempt()
    except (OSError, ValueError, MemoryError):
        return True
    return False


def open_file() -> None:
    """A file that every process can read; its absence is no refusal."""
    try:
        os.close(os.open("/proc/self/stat", os.O_RDONLY))
    except OSError as error:
        if error.errno in (errno.EMFILE, errno.ENFILE):
            raise


def start_process() -> None:
    """A child that ends at once."""
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def raise_limit() -> None:
    """One file more than none."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (1, 1))
