"""Which process a run belongs to, and whether that process is still there."""

import os
import socket
from contextlib import suppress
from pathlib import Path

from nncheck.records import Record

_DEAD = "ZX"  # states of a process that has ended and has not been waited for


class Owner(Record, frozen=True, kw_only=True):
    """A process of some machine; `started` tells it from another one that had its number."""

    host: str
    pid: int
    started: str


def this_process() -> Owner:
    """Us."""
    state, started = _state_and_start(os.getpid()) or ("R", "")
    return Owner(host=_host(), pid=os.getpid(), started=started)


def is_gone(owner: Owner) -> bool:
    """Whether the process is known to have ended; of other machines nothing is known."""
    if owner.host != _host():
        return False
    if not owner.started:  # no /proc here
        return not _is_there(owner.pid)
    found = _state_and_start(owner.pid)
    return found is None or found[0] in _DEAD or found[1] != owner.started


def _host() -> str:
    """Everything within which a process has its number to itself: a container, since the last boot."""
    parts = [socket.gethostname()]
    with suppress(OSError):
        parts.append(Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip())
        parts.append(os.readlink("/proc/self/ns/pid"))
    return " ".join(parts)


def _state_and_start(pid: int) -> tuple[str, str] | None:
    try:
        status = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace")
    except OSError:
        return None
    fields = status.rpartition(")")[2].split()  # the name in brackets may hold anything
    return fields[0], fields[19]


def _is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
