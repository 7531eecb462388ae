"""Namespaces: the zygote and its workers see no network, no other process and no shared memory.

Optional: they take root, or a kernel that lets everybody make user namespaces. The zygote becomes
process 1 of its own, so that all its workers end with it.
"""

import ctypes
import os
from pathlib import Path
from typing import NoReturn

from .prctl import checked, die_with_parent, libc

NAME = "namespaces"
CLONE_NEWIPC, CLONE_NEWUSER = 0x08000000, 0x10000000
CLONE_NEWPID, CLONE_NEWNET = 0x20000000, 0x40000000
SIGKILL = 9


def enter() -> str | None:
    """Go on as process 1 of new namespaces; else stay what this process was, and say why."""
    own_user = os.geteuid() != 0
    # A user namespace may be granted and then be worth nothing (AppArmor on Ubuntu): a child tries first.
    if own_user and (reason := refusal()):
        return reason
    try:
        separate(own_user)
    except OSError as error:
        return f"the kernel refuses them: {error.strerror}"
    become_first()
    return None


def separate(own_user: bool) -> None:
    """Leave the namespaces that are shared with others; the one of processes is left by the children."""
    user, group = os.geteuid(), os.getegid()
    flags = CLONE_NEWIPC | CLONE_NEWPID | CLONE_NEWNET | (CLONE_NEWUSER if own_user else 0)
    checked(libc.unshare, ctypes.c_int(flags))
    if own_user:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")


def refusal() -> str | None:
    """Why a child could not have namespaces of its own; None when it could."""
    if (child := os.fork()) == 0:
        try:
            separate(own_user=True)
            if (first := os.fork()) == 0:
                os._exit(0)
            os._exit(os.waitstatus_to_exitcode(os.waitpid(first, 0)[1]))
        except OSError as error:
            os._exit(error.errno or 1)
        finally:
            os._exit(1)
    number = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return f"the kernel refuses them to this user: {os.strerror(number)}" if number else None


def become_first() -> None:
    """Fork, and go on as the child, process 1; what was forked from stands by and ends with it."""
    parent = os.getpid()
    if (child := os.fork()) != 0:
        _stand_by(child)
    die_with_parent(SIGKILL)
    if os.getppid() not in (0, parent):  # 0: it is outside of our namespace
        os._exit(1)


def _stand_by(child: int) -> NoReturn:
    os.closerange(3, os.sysconf("SC_OPEN_MAX"))  # the grader's socket, for one, is the child's alone
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os._exit(status if status >= 0 else 1)
