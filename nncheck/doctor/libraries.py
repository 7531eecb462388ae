"""What is installed, where results are kept, and what there is to compute on."""

import os
import platform
import subprocess
import sys
from pathlib import Path

from nncheck import __version__
from nncheck.devices import cuda_missing
from nncheck.doctor.findings import Libraries
from nncheck.doctor.trials import ask, described
from nncheck.errors import NncheckError
from nncheck.records import Limits
from nncheck.reference.store import default_store
from nncheck.reference.versions import version
from nncheck.sandbox.session import Sandbox

PACKAGES = ("numpy", "sympy", "hypothesis", "python-flint", "torch")
NVIDIA = Path("/dev/nvidiactl")  # a driver is loaded
NOT_ASKED = "not asked for; nncheck doctor --torch asks torch"
TELL = """
import torch
print("CUDA", torch.version.cuda or "not built in")
for number in range(torch.cuda.device_count()):
    made = torch.cuda.get_device_properties(number)
    print(f"cuda:{number}", made.name, f"{made.total_memory / 2**30:.0f} GiB")
"""
HONEST = """
import torch

def slope(x):
    x = torch.tensor(x, requires_grad=True)
    torch.sigmoid(x).backward()
    return x.grad.item()
"""


def libraries(torch: bool) -> Libraries:
    """All of them; with `torch`, torch is started as well, in processes of its own."""
    folder = default_store().folder
    tried = torch and version("torch") is not None
    return Libraries(
        versions=versions(),
        interpreter=sys.executable,
        cache=str(folder),
        cache_writable=folder is not None and writable(folder),
        devices={"cpu": "", "cuda": cuda(torch)},
        torch=told_by_torch() if tried else (),
        torch_problem=torch_problem() if tried else None,
    )


def versions() -> dict[str, str | None]:
    """Of nncheck, Python and the packages that results depend on; None where one is not installed."""
    found: dict[str, str | None] = {"nncheck": __version__, "Python": platform.python_version()}
    return found | {package: version(package) for package in PACKAGES}


def writable(folder: Path) -> bool:
    """Whether the folder, or the one that it would be made in, can be written."""
    there = next((each for each in (folder, *folder.parents) if each.exists()), None)
    return there is not None and os.access(there, os.W_OK | os.X_OK)


def cuda(torch: bool) -> str:
    """Why there is no CUDA device; "" where there is one. Only where it costs nothing, or with `torch`."""
    costly = sys.platform != "linux" or NVIDIA.exists()
    return NOT_ASKED if costly and not torch and version("torch") is not None else cuda_missing()


def told_by_torch() -> tuple[str, ...]:
    """What it was built for, and the devices that it sees."""
    done = subprocess.run([sys.executable, "-I", "-c", TELL], capture_output=True, text=True, check=False)
    return tuple(done.stdout.splitlines() or done.stderr.strip().splitlines()[-1:])


def torch_problem() -> str | None:
    """Why an honest torch submission is not graded as it should be, with all layers; None where it is."""
    try:
        with Sandbox(Limits(), torch=True) as sandbox:
            outcome = ask(sandbox, HONEST, "slope", [0.0])
    except NncheckError as error:
        return str(error)
    return None if outcome.value == 0.25 else f"the slope of torch.sigmoid at 0 came to {described(outcome)}"
