"""What results depend on beside submission and exercise."""

import sys

import numpy as np

from nncheck import __version__
from nncheck.devices import devices_for
from nncheck.records import Environment, Isolation
from nncheck.reference.versions import version


def environment(device: str, seed: int | None, isolation: Isolation) -> Environment:
    """This machine and its libraries; `device` is what --device says, `seed` None for a secret one."""
    return Environment(
        nncheck=__version__,
        python=".".join(map(str, sys.version_info[:3])),
        numpy=np.__version__,
        torch=version("torch"),
        sympy=version("sympy") or "",
        hypothesis=version("hypothesis") or "",
        python_flint=version("python-flint") or "",
        devices=tuple(name for name, missing in devices_for(device).items() if not missing),
        seed=seed,
        isolation=isolation,
    )
