"""What is decided before the slow imports: whether to start the process for a submission beside them."""

import math
import sys
from collections.abc import Sequence
from pathlib import Path

from nncheck.records import Limits
from nncheck.sandbox.launch import Launched, launch_zygote


def early_zygote(limits: Limits) -> Launched | None:
    """A zygote for numpy submissions, starting beside our own imports; None where there is no fork."""
    if sys.platform != "linux":
        return None
    return launch_zygote(False, limits.memory_mib, math.ceil(limits.exercise_wall_seconds))


def is_single(paths: Sequence[Path], gradebook: str | None, executor: str) -> bool:
    """Whether one file is graded, here and now, rather than one or many from a folder or an archive."""
    one_file = len(paths) == 1 and paths[0].suffix != ".zip" and not paths[0].is_dir()
    return one_file and gradebook is None and executor == "local"
