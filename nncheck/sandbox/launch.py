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
    "PYTORCH_NVML_BASED_CUDA_CHECK": "1",  # to ask for a GPU must not make the fork unusable
}
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


def flag(torch: bool) -> str:
    """The argument that says whether to load torch."""
    return "torch" if torch else "numpy"


def launch(part: str, ours: socket.socket, theirs: socket.socket, output: int, *arguments: str) -> Launched:
    """Start one of the parts beside student code, in a session of its own where there are sessions."""
    theirs.set_inheritable(True)
    handed_on: dict[str, Any] = {"pass_fds": [theirs.fileno()], "start_new_session": True}
    if sys.platform == "win32":
        handed_on = {"close_fds": False}
    process = subprocess.Popen(
        [sys.executable, *FLAGS, str(BOOT), part, str(theirs.fileno()), *arguments],
        env=ENVIRONMENT | {name: os.environ[name] for name in INHERITED if name in os.environ},
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT if output == subprocess.PIPE else subprocess.PIPE,
        **handed_on,
    )
    theirs.close()
    return Launched(process, ours)
