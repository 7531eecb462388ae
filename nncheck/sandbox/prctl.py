"""What only Linux's prctl can ask of the kernel."""

import ctypes
import os

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4


def prctl(option: int, argument: int) -> None:
    """One call; OSError when it is refused."""
    if ctypes.CDLL(None, use_errno=True).prctl(option, argument, 0, 0, 0) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def become_private() -> None:
    """Keep processes of the same user out of this one's memory and files, and leave no core dump."""
    prctl(PR_SET_DUMPABLE, 0)


def die_with_parent(signal_number: int) -> None:
    """Have the kernel send this signal when the parent ends. A change of user undoes it."""
    prctl(PR_SET_PDEATHSIG, signal_number)
