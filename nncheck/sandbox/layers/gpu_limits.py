"""Hard limits for a process that computes on a GPU: processor time, private memory, and nothing written.

CUDA reserves addresses for all memory of machine and GPU, so that these cannot be limited (RLIMIT_AS), and it
has threads and open files; `gpu_filter` sees to it that there are no other files, and no processes.
"""

import resource

from .limit import lower, refused
from .plan import Plan

NAME = "gpu_limits"
NOTHING = ("CORE", "FSIZE", "MSGQUEUE")


def apply(plan: Plan) -> None:
    """Set them."""
    lower(resource.RLIMIT_CPU, plan.cpu_seconds, plan.cpu_seconds + 1)
    lower(resource.RLIMIT_DATA, plan.data_bytes)
    for name in NOTHING:
        lower(getattr(resource, f"RLIMIT_{name}"), 0)


def objection(plan: Plan) -> str | None:
    """Why this layer does not hold here."""
    if not refused(lambda: bytearray(plan.data_bytes)):
        return "the process could have more memory than its limit"
    if resource.getrlimit(resource.RLIMIT_CPU)[1] > plan.cpu_seconds + 1:
        return "the process could have more processor time than its limit"
    return None
