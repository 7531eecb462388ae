"""Resource limits, and how to see that something is refused."""

import resource
from collections.abc import Callable


def lower(limit: int, soft: int, hard: int | None = None) -> None:
    """Set a limit, but never above the hard one that is there."""
    hard = soft if hard is None else hard
    there = resource.getrlimit(limit)[1]
    if there != resource.RLIM_INFINITY:
        soft, hard = min(soft, there), min(hard, there)
    resource.setrlimit(limit, (soft, hard))


def refused(attempt: Callable[[], object]) -> bool:
    """Whether the kernel says no."""
    try:
        attempt()
    except (OSError, ValueError, MemoryError):
        return True
    return False
