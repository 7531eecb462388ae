"""Memory that has been freed goes back to the system."""

import sys
from pathlib import Path

import pytest

from nncheck.heap import give_back


def held_mib() -> float:
    """What this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 2**20


@pytest.mark.skipif(sys.platform != "linux", reason="the C library of Linux is asked")
def test_freed_memory_goes_back() -> None:
    """A hole in the heap below something that is still used is given back as well."""
    blocks = [bytes(64_000) for _ in range(3_000)]  # below the size that is mapped by itself
    used = blocks[-1]
    full = held_mib()
    del blocks
    give_back()
    assert full - held_mib() > 100
    assert len(used) == 64_000
