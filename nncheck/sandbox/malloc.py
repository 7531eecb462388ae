"""The C library's memory: what is freed is kept for the next use, in this process and in its children.

To give memory back and to ask for it again takes longer than to copy what comes into it: each page is then
cleared anew.
"""

import ctypes
import sys

LARGE = 1 << 20  # bytes: more than this is taken from the system, and given back, each time
KEPT = 16 << 20  # bytes that are free and kept, at most
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # glibc's numbers of its settings


def keep_freed() -> None:
    """Keep what is freed, where the C library can be told to."""
    set_option = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if set_option is not None:  # musl has none
        set_option(_TRIM_THRESHOLD, KEPT)
        set_option(_MMAP_THRESHOLD, LARGE)
