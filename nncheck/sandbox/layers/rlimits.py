"""Nothing new: no process, no open file, no byte written to a file, no core dump."""

import errno
import os
import resource
from collections.abc import Callable

from .limit import lower, refused
from .plan import Plan

NAME = "rlimits"
# Locked memory and message queues are not everywhere; the others are on every Unix.
NOTHING = ("CORE", "FSIZE", "NPROC", "NOFILE", "MEMLOCK", "MSGQUEUE")


def apply(plan: Plan) -> None:
    """Set hard limits of nought. Files that are open stay open."""
    for name in NOTHING:
        limit = getattr(resource, f"RLIMIT_{name}", None)
        if limit is not None:
            lower(limit, 0)


def objection(plan: Plan) -> str | None:
    """Why this layer does not hold here: the first thing that was possible after all."""
    attempts: list[tuple[str, Callable[[], object]]] = [
        ("open a file", open_file),
        ("start a process", start_process),
        ("raise a limit", raise_limit),
    ]
    return next((f"the process could {name}" for name, attempt in attempts if not refused(attempt)), None)


def open_file() -> None:
    """A file that every process can read; its absence, or another layer's veto, is no refusal of ours."""
    try:
        os.close(os.open("/", os.O_RDONLY))
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
