"""Start a process for student code: a fresh interpreter that knows nothing of this one.

This imports no numpy, so that the process can start before anything else is loaded.
"""

import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

BOOT = Path(__file__).with_name("boot.py")
# -s, -P and this environment do what -I does, except that hashes, and so the order of sets, stay fixed.
FLAGS = ("-s", "-P", "-B")
ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "PYTHONHASHSEED": "0",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    # A GPU that is seen must not make a fork unusable: autograd would start a thread for it, and CUDA itself.
    "PYTORCH_NVML_BASED_CUDA_CHECK": "1",
    "CUDA_VISIBLE_DEVICES": "",
}
# A process that computes on a GPU sees those that its grader sees. It loads all kernels at once, since it can
# open nothing later, writes no cache of kernels, adds up the same way every time, and never rounds to TF32.
ON_GPU = {
    "CUDA_MODULE_LOADING": "EAGER",
    "CUDA_CACHE_DISABLE": "1",
    "CUBLAS_WORKSPACE_CONFIG": ":4096:8",
    "NVIDIA_TF32_OVERRIDE": "0",
}
GPU_CHOICE = "CUDA_VISIBLE_DEVICES"
# Some interpreters do not find their own library without the first; Windows needs the other for sockets.
INHERITED = ("LD_LIBRARY_PATH", "SYSTEMROOT")
# Windows can wait for sockets only, so that what is printed there cannot be counted, and is thrown away.
PRINTED = subprocess.DEVNULL if sys.platform == "win32" else subprocess.PIPE


class Launched(NamedTuple):
    """A process that has been started, and our end of its socket."""

    process: subprocess.Popen[bytes]
    channel: socket.socket


def launch_zygote(
    torch: bool, memory_mib: int, cpu_seconds: int, layers: Sequence[str] | None = None
) -> Launched:
    """Start a zygote, without waiting for it. Its workers wear the layers named; all of them for None."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    arguments = (
        flag(torch),
        str(memory_mib),
        str(cpu_seconds),
        "all" if layers is None else ",".join(layers),
    )
    return launch("zygote", ours, theirs, subprocess.DEVNULL, *arguments)


def launch_worker(torch: bool, memory_mib: int, cpu_seconds: int, modules: list[str]) -> Launched:
    """Start a worker that is not forked from a zygote; what it prints comes through a pipe."""
    arguments = (flag(torch), str(memory_mib), str(cpu_seconds), *modules)
    return launch("worker", *socket.socketpair(), PRINTED, *arguments)


def launch_examiner(memory_mib: int, cpu_seconds: int) -> Launched:
    """Start a process that tries the layers of such a worker, says what it found, and ends."""
    return launch("examiner", *socket.socketpair(), subprocess.PIPE, str(memory_mib), str(cpu_seconds))


def launch_on_device(
    purpose: str, device: str, memory_mib: int, cpu_seconds: int, modules: Sequence[str] = ()
) -> Launched:
    """Start a process that computes on a device: one to "examine" its layers, or one to "serve"."""
    arguments = (purpose, device, str(memory_mib), str(cpu_seconds), *modules)
    return launch("cuda", *socket.socketpair(), subprocess.PIPE, *arguments, device=device)


def flag(torch: bool) -> str:
    """The argument that says whether to load torch."""
    return "torch" if torch else "numpy"


def environment(device: str) -> dict[str, str]:
    """All that a process that computes on a device knows of ours."""
    handed_on = (*INHERITED, GPU_CHOICE) if device != "cpu" else INHERITED
    usual = {name: value for name, value in ENVIRONMENT.items() if name not in handed_on}
    found = {name: os.environ[name] for name in handed_on if name in os.environ}
    return usual | (ON_GPU if device != "cpu" else {}) | found


def launch(
    part: str, ours: socket.socket, theirs: socket.socket, output: int, *arguments: str, device: str = "cpu"
) -> Launched:
    """Start one of the parts beside student code, in a session of its own where there are sessions."""
    theirs.set_inheritable(True)
    handed_on: dict[str, Any] = {"pass_fds": [theirs.fileno()], "start_new_session": True}
    if sys.platform == "win32":
        handed_on = {"close_fds": False}
    process = subprocess.Popen(
        [sys.executable, *FLAGS, str(BOOT), part, str(theirs.fileno()), *arguments],
        env=environment(device),
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT if output == subprocess.PIPE else subprocess.PIPE,
        **handed_on,
    )
    theirs.close()
    return Launched(process, ours)
