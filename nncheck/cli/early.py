"""The process for submissions, started as early as can be."""

import math
import sys

from nncheck.records import Limits
from nncheck.sandbox.launch import Launched, launch_zygote


def early_zygote(limits: Limits) -> Launched | None:
    """A zygote for numpy submissions, starting beside our own imports; None where there is no fork."""
    if sys.platform != "linux":
        return None
    return launch_zygote(False, limits.memory_mib, math.ceil(limits.exercise_wall_seconds))
