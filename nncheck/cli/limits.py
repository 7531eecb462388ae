"""What a submission may use, from the options, and the process for it started as early as can be."""

import math
import sys

from nncheck.records import Limits
from nncheck.sandbox.launch import Launched, launch_zygote


def limits_for(timeout: float | None, memory: int | None) -> Limits:
    """The usual limits, but for what was asked; a longer call may need a longer exercise."""
    usual = Limits()
    return Limits(
        call_wall_seconds=timeout or usual.call_wall_seconds,
        call_cpu_seconds=timeout or usual.call_cpu_seconds,
        exercise_wall_seconds=max(usual.exercise_wall_seconds, 4 * (timeout or 0)),
        memory_mib=memory or usual.memory_mib,
        output_bytes=usual.output_bytes,
    )


def early_zygote(limits: Limits) -> Launched | None:
    """A zygote for numpy submissions, starting beside our own imports; None where there is no fork."""
    if sys.platform != "linux":
        return None
    return launch_zygote(False, limits.memory_mib, math.ceil(limits.exercise_wall_seconds))
