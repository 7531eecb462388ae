"""Landlock: the kernel's own allow-list of files, ports and peers, here an empty one.

What a worker imports was loaded before, so that no file at all has to be granted. Numbers and structures
are those of linux/landlock.h and https://docs.kernel.org/userspace-api/landlock.html. The system calls'
numbers are the same on every architecture.
"""

import ctypes
import os

from ..prctl import checked, libc
from .limit import refused
from .plan import Plan

NAME = "landlock"
LANDLOCK_CREATE_RULESET, LANDLOCK_RESTRICT_SELF = 444, 446
LANDLOCK_CREATE_RULESET_VERSION = 1

# What each version of the interface (ABI) brought: the first one's 13 rights to files and folders,
# refer (linking across folders), truncate, ioctl on devices.
FILES = {1: 0x1FFF, 2: 1 << 13, 3: 1 << 14, 5: 1 << 15}
NETWORK = {4: 0b11}  # TCP bind and connect
SCOPES = {6: 0b11}  # abstract Unix sockets and signals beyond the process's own domain


def abi() -> int:
    """The version of Landlock in this kernel; OSError where it has none, or keeps it switched off."""
    version = ctypes.c_uint32(LANDLOCK_CREATE_RULESET_VERSION)
    return checked(libc.syscall, LANDLOCK_CREATE_RULESET, None, ctypes.c_size_t(0), version)


def rights(version: int) -> list[int]:
    """All that a version can handle, in the order of struct landlock_ruleset_attr."""
    return [
        sum(bits for since, bits in kind.items() if since <= version) for kind in (FILES, NETWORK, SCOPES)
    ]


def apply(plan: Plan) -> None:
    """Handle every right that this kernel knows, and grant none."""
    attributes = (ctypes.c_uint64 * 3)(*rights(abi()))
    size, none = ctypes.c_size_t(ctypes.sizeof(attributes)), ctypes.c_uint32(0)
    ruleset = checked(libc.syscall, LANDLOCK_CREATE_RULESET, attributes, size, none)
    try:
        checked(libc.syscall, LANDLOCK_RESTRICT_SELF, ruleset, none)
    finally:
        os.close(ruleset)


def objection(plan: Plan) -> str | None:
    """Why this layer does not hold here."""
    if refused(lambda: os.close(os.open("/", os.O_RDONLY | os.O_DIRECTORY))):
        return None
    return "the process could open a folder"
