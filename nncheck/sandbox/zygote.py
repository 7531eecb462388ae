"""The process that workers are forked from: loaded once, it holds no answer and runs no student code.

Requests and replies are one packet each on a socket of packets:
    {"modules": [names]}  ->  {"pid": number}, with the worker's socket, its output and its pidfd
    {"reap": pid}         ->  {"status": its wait status}, when that worker has ended
"""

import gc
import os
import signal
import socket
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from . import layers, malloc, namespaces, prctl
from .ambient import settle
from .wire import dumps, loads
from .worker import Channel, load_if_there, load_tensors, preload, serve, student_builtins

SELDOM = (10_000, 20, 20)  # objects between collections of garbage, and collections between thorough ones
PACKET = 1 << 16
EVERY = "all"  # layers, where none are named
WORKER_SOCKET = 3  # the descriptor in a worker: the first after standard input, output and error


class Zygote:
    """Forks workers on request."""

    def __init__(
        self,
        control: socket.socket,
        memory_mib: int,
        cpu_seconds: int,
        wanted: tuple[layers.Layer, ...],
        tensors: ModuleType | None,
    ):
        self._control = control
        self._memory_mib = memory_mib
        self._cpu_seconds = cpu_seconds
        self._wanted = wanted
        self._tensors = tensors
        self._builtins = student_builtins(tensors)
        self._pid = os.getpid()
        self._plan = self._planned()

    def run(self, around: dict[str, str | None]) -> None:
        """Say which layers hold, and which are `around` this process; then serve until the grader is gone."""
        self._control.send(dumps(around | self.examined()))
        while packet := self._control.recv(PACKET):
            request = loads(packet)
            if "reap" in request:
                status = os.waitpid(request["reap"], 0)[1]
                self._control.send(dumps({"status": status}))
            else:
                self._fork(request["modules"])

    def examined(self) -> dict[str, str | None]:
        """What a throw-away child finds out about the layers: None where one holds, else why not."""
        reader, writer = os.pipe()
        if (child := os.fork()) == 0:
            try:
                os.write(writer, dumps(layers.examined(self._plan, self._wanted)))
            finally:
                os._exit(0)
        os.close(writer)
        with open(reader, "rb") as pipe:
            found = pipe.read()
        os.waitpid(child, 0)
        return loads(found) if found else {layer.NAME: "trying it failed" for layer in self._wanted}

    def _planned(self) -> layers.Plan:
        return layers.plan(self._memory_mib, self._cpu_seconds)

    def _fork(self, modules: list[str]) -> None:
        self._load(modules)
        ours, theirs = socket.socketpair()
        output, printed = os.pipe()
        if (child := os.fork()) == 0:
            self._become_worker(theirs.fileno(), printed)
        pidfd = os.pidfd_open(child)
        descriptors = [ours.fileno(), output, pidfd]
        socket.send_fds(self._control, [dumps({"pid": child})], descriptors)
        for descriptor in (output, printed, pidfd):
            os.close(descriptor)
        ours.close()
        theirs.close()

    def _load(self, modules: list[str]) -> None:
        """Load what a source names, for its worker and all later ones."""
        new = [name for name in modules if name not in sys.modules]
        for name in new:
            load_if_there(name)
        if new:
            gc.freeze()
            self._plan = self._planned()  # here and not in each worker, for whom it would take a millisecond

    def _become_worker(self, channel: int, printed: int) -> NoReturn:
        try:
            os.setsid()
            os.dup2(printed, 1)
            os.dup2(printed, 2)
            os.dup2(channel, WORKER_SOCKET)
            os.closerange(WORKER_SOCKET + 1, os.sysconf("SC_OPEN_MAX"))
            prctl.die_with_parent(signal.SIGKILL)
            failed = layers.lock_down(self._plan, self._wanted)
            if os.getppid() == self._pid:  # else the zygote has gone meanwhile
                grader = Channel(partial(os.read, WORKER_SOCKET), partial(os.write, WORKER_SOCKET))
                serve(grader, self._builtins, self._tensors, failed)
        finally:
            os._exit(1)


def main(arguments: list[str]) -> None:
    """Become a zygote on an inherited socket."""
    descriptor, torch, memory_mib, cpu_seconds, names = arguments
    chosen = None if names == EVERY else names.split(",")
    with suppress(OSError):  # when memory runs out, the kernel should take workers first
        Path("/proc/self/oom_score_adj").write_text("900")
    around: dict[str, str | None] = {}
    if chosen is None or namespaces.NAME in chosen:
        around[namespaces.NAME] = namespaces.enter()  # before there are threads, and while a fork is cheap
    preload()
    tensors = load_tensors(torch == "torch")
    layers.capabilities.bound()
    layers.seccomp.prepare()
    prctl.become_private()
    malloc.keep_freed()
    settle(tensors)  # as each worker does, which then finds it done
    gc.collect()
    gc.freeze()  # a collection in a worker would otherwise copy every page
    gc.set_threshold(*SELDOM)  # and a short life makes little garbage
    control = socket.socket(fileno=int(descriptor))
    wanted = layers.named(chosen)
    Zygote(control, int(memory_mib), int(cpu_seconds), wanted, tensors).run(around)
    os._exit(0)  # to take everything apart would only keep the grader waiting
