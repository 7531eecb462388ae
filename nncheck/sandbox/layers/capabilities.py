"""No capability: none of the single rights that make up root's power.

A worker of root has lost them with the change of user already, but one in a user namespace has all of
them there, and a container may have given some to an ordinary user.
"""

import ctypes
import os

from ..prctl import checked, libc, prctl
from .limit import refused
from .plan import Plan

NAME = "capabilities"
PR_CAPBSET_READ, PR_CAPBSET_DROP = 23, 24
PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 47, 4
_LINUX_CAPABILITY_VERSION_3 = 0x20080522  # 64 capabilities, in two 32-bit halves
MOST = 64

Header = ctypes.c_uint32 * 2  # version, process (0: this one)
Sets = ctypes.c_uint32 * 6  # effective, permitted, inheritable; lower half, then upper


def bound() -> None:
    """Have no program that this process's descendants might start give them a capability."""
    for number in range(MOST):
        try:
            if prctl(PR_CAPBSET_READ, number):
                prctl(PR_CAPBSET_DROP, number)
        except OSError:  # the kernel has no more, or we have not the right to
            return


def apply(plan: Plan) -> None:
    """Give all of them up."""
    prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL)
    checked(libc.capset, Header(_LINUX_CAPABILITY_VERSION_3, 0), Sets())


def objection(plan: Plan) -> str | None:
    """Why this layer does not hold here."""
    return None if refused(lambda: os.chroot("/")) else "the process still has root's rights"
