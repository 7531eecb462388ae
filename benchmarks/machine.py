"""Where and when figures were taken."""

import os
import platform
from datetime import date
from importlib.metadata import version
from pathlib import Path

import nncheck


def machine() -> dict[str, str]:
    """What a reader needs to know to compare."""
    return {
        "date": date.today().isoformat(),
        "processor": f"{_processor()}, {len(os.sched_getaffinity(0))} cores",
        "kernel": f"{platform.system()} {platform.release()}",
        "Python": platform.python_version(),
        "nncheck": nncheck.__version__,
        "numpy": version("numpy"),
    }


def sentence(facts: dict[str, str]) -> str:
    """The facts in a line."""
    return "; ".join(f"{name}: {value}" for name, value in facts.items())


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("ascii", "replace").splitlines()
    except OSError:
        lines = []
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, platform.machine())
