"""The memory that this process holds and does not use."""

import ctypes
import gc
import sys


def give_back(garbage: bool) -> None:
    """Return freed memory to the system, as far as the C library can: a long run must not grow.

    `garbage` says that a failure has been explained: hypothesis then leaves cycles behind that hold every
    answer of the submission, hundreds of MiB where it was hostile.
    """
    if garbage:
        gc.collect()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc has it, musl has not
        if trim is not None:
            trim(0)
