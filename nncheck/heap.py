"""The memory that this process holds and does not use."""

import ctypes
import gc
import os
import sys
from pathlib import Path

MUCH = 24 << 20  # bytes: to ask the system for memory again takes longer than to keep less than this

_least = 0  # bytes held when memory was returned last


def collect_seldom() -> None:
    """Look for garbage when there are a million new objects, and not when there are 700.

    Graphs of formulas are many objects that live long: to look through them takes a sixth of a selfcheck.
    """
    gc.set_threshold(1_000_000, 20, 20)


def give_back() -> None:
    """Return freed memory to the system where there is much, as far as the C library can.

    A long run must not grow.
    """
    global _least
    if sys.platform == "linux" and held() > _least + MUCH:
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc has it, musl has not
        if trim is not None:
            trim(0)
        _least = held()


def held() -> int:
    """The bytes of memory that this process holds."""
    pages = Path("/proc/self/statm").read_text("ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
