"""What only Linux's prctl can ask of the kernel. Numbers are those of linux/prctl.h."""

import ctypes
import os
from collections.abc import Callable
from typing import Any

PR_SET_PDEATHSIG = 1
PR_GET_DUMPABLE, PR_SET_DUMPABLE = 3, 4

libc = ctypes.CDLL(None, use_errno=True)  # the C library that this interpreter uses already


def checked(function: Callable[..., int], *arguments: Any) -> int:
    """What a function of the C library returns; OSError when it is refused."""
    if (result := function(*arguments)) < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result


def prctl(option: int, *arguments: Any) -> int:
    """One call; all five arguments are given, since the kernel looks at each of them."""
    words = [each if isinstance(each, ctypes.Array) else ctypes.c_ulong(each) for each in arguments]
    return checked(libc.prctl, option, *words, *[ctypes.c_ulong(0)] * (4 - len(words)))


def become_private() -> None:
    """Keep processes of the same user out of this one's memory and files, and leave no core dump."""
    prctl(PR_SET_DUMPABLE, 0)


def is_private() -> bool:
    """Whether they are kept out."""
    return prctl(PR_GET_DUMPABLE) == 0


def die_with_parent(signal_number: int) -> None:
    """Have the kernel send this signal when the parent ends. A change of user undoes it."""
    prctl(PR_SET_PDEATHSIG, signal_number)
