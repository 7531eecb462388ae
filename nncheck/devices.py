"""Which devices checks can run on, and why not on the others."""

import subprocess
import sys
from functools import cache
from pathlib import Path

from nncheck.errors import UsageError
from nncheck.reference.versions import version

_ASK_TORCH = "import torch, sys; sys.exit(0 if torch.cuda.is_available() else 1)"


def devices_for(wanted: str) -> dict[str, str]:
    """Device -> why it is not used ("" where it is); `wanted` is auto, cpu, cuda or all.

    Raises UsageError where `all` or `cuda` asks for a GPU that is not there.
    """
    missing = "not asked for (--device cpu)" if wanted == "cpu" else cuda_missing()
    if missing and wanted in ("cuda", "all"):
        raise UsageError(f"--device {wanted}: {missing}; use --device auto to take what is there")
    return {"cpu": "", "cuda": missing}


@cache
def cuda_missing() -> str:
    """Why there is no CUDA device, or "" where there is one.

    Only where a driver is present is torch asked, in a process of its own.
    """
    if (
        not Path("/dev/nvidiactl").exists()
        and not Path("/proc/driver/nvidia").exists()
        and sys.platform == "linux"
    ):
        return "no CUDA device on this machine"
    if version("torch") is None:
        return "torch is not installed"
    done = subprocess.run([sys.executable, "-I", "-c", _ASK_TORCH], capture_output=True, check=False)
    return "" if done.returncode == 0 else "torch finds no CUDA device on this machine"
