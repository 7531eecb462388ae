"""Hard limits on memory and processor time."""

import resource

from .limit import lower, refused
from .plan import Plan

NAME = "memory"


def apply(plan: Plan) -> None:
    """Set the limits; memory beyond them is MemoryError, time beyond them is the end of the process.

    RLIMIT_DATA counts private writable memory only: an attacker could share memory with himself, or read
    endless zeros. RLIMIT_AS counts addresses, whatever is there.
    """
    lower(resource.RLIMIT_CPU, plan.cpu_seconds, plan.cpu_seconds + 1)  # SIGXCPU first, then SIGKILL
    lower(resource.RLIMIT_DATA, plan.data_bytes)
    lower(resource.RLIMIT_AS, plan.address_bytes)


def objection(plan: Plan) -> str | None:
    """Why this layer does not hold here."""
    if refused(lambda: bytearray(plan.data_bytes)):
        return None
    return "the process could have more memory than its limit"
