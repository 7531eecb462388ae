"""A worker that computes on a GPU: a process of its own, because CUDA does not outlive a fork.

It loads, makes the device ready, and puts its layers on; then it is a worker like any other, or, asked to
examine, tries its layers and an honest computation, says what it found, and ends. On the device "cpu" all of
this is done without a GPU, for comparison and for tests.
"""

import math
import os
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from . import kernels, layers, tensors
from .wire import dumps
from .worker import Channel, load_if_there, preload, serve, student_builtins

EXAMINE = "examine"


def main(arguments: list[str]) -> None:
    """Serve or examine, on an inherited socket."""
    descriptor, purpose, device, memory_mib, cpu_seconds, *modules = arguments
    preload()
    tensors.use_one_thread()
    for name in modules:
        load_if_there(name)
    kernels.load()
    grader = Channel(partial(os.read, int(descriptor)), partial(os.write, int(descriptor)))
    if purpose == EXAMINE:
        grader.send(dumps(examined(device, int(memory_mib), int(cpu_seconds))))
        os._exit(0)  # to take the driver apart would need what is refused by now
    builtins = student_builtins(tensors)
    serve(grader, builtins, tensors, held(device, int(memory_mib), int(cpu_seconds)))


def held(device: str, memory_mib: int, cpu_seconds: int) -> dict[str, str]:
    """Make the device ready and put the layers on; those that could not be, with the reason."""
    plan = planned(memory_mib, cpu_seconds)
    failed = layers.lock_down(plan, layers.BEFORE_DRIVER)
    kernels.start(device, memory_mib)
    return failed | layers.lock_down(planned(memory_mib, cpu_seconds), layers.BEHIND_DRIVER)


def examined(device: str, memory_mib: int, cpu_seconds: int) -> dict[str, object]:
    """What became of the layers (None where one holds, else why not), and of the device."""
    found = layers.examined(planned(memory_mib, cpu_seconds), layers.BEFORE_DRIVER)
    with ThreadPoolExecutor(1) as older:  # for a thread that is there before the filter, as the driver's are
        older.submit(int).result()
        try:
            kernels.start(device, memory_mib)
        except Exception as error:  # noqa: BLE001 - no device, no driver, no memory
            return {"layers": found, "device": f"it cannot be used: {kernels.in_short(error)}"}
        plan = planned(memory_mib, cpu_seconds)
        found |= layers.examined(plan, layers.BEHIND_DRIVER)
        *_, filter = layers.BEHIND_DRIVER
        found[filter.NAME] = found[filter.NAME] or older.submit(filter.objection, plan).result()
        broken = kernels.control(device)
    return {"layers": found, "device": broken and f"held, an honest program fails on it: {broken}"}


def planned(memory_mib: int, cpu_seconds: int) -> layers.Plan:
    """The figures from now on: making the device ready has taken memory and time already."""
    return layers.plan(memory_mib, cpu_seconds + math.ceil(time.process_time()))
