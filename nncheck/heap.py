"""The memory that this process holds and does not use."""

import ctypes
import sys


def give_back() -> None:
    """Return freed memory to the system, as far as the C library can: a long run must not seem to grow."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc has it, musl has not
        if trim is not None:
            trim(0)
