"""Memory that is freed is used again."""

import subprocess
import sys

import pytest

from nncheck.sandbox.malloc import LARGE

PAGES_TAKEN = f"""
import resource, sys
from nncheck.sandbox.malloc import keep_freed
if sys.argv[1] == "kept":
    keep_freed()
def pages():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt
def use():
    return [bytearray({LARGE} // 2) for _ in range(8)]
use()
before = pages()
for _ in range(20):
    use()
print(pages() - before)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="this is a setting of glibc")
def test_freed_memory_is_not_asked_for_again() -> None:
    """The system clears far fewer pages than for a process that gives memory back each time."""
    kept, given_back = (
        int(subprocess.check_output([sys.executable, "-c", PAGES_TAKEN, way]))
        for way in ("kept", "given back")
    )
    if given_back < 1000:
        pytest.skip("this C library keeps memory by itself")
    assert kept < given_back / 10
