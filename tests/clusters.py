"""A Dask cluster of processes of its own: a scheduler, and workers that can be killed."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

SECONDS = 60.0  # for a process to start


class Cluster:
    """A scheduler and its workers, on this machine."""

    def __init__(self, folder: Path):
        self._folder = folder
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        host, port = self.address.split(":")
        self._processes = [self._start("scheduler", "--host", host, "--port", port)]
        self._await("scheduler", "Scheduler at:")
        self.workers: list[subprocess.Popen[bytes]] = []

    def add_worker(self, environment: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
        """A worker with one thread and without a nanny, which would start another in its place."""
        name = f"worker{len(self.workers)}"
        arguments = ("--nthreads", "1", "--no-nanny", "--memory-limit", "0")
        worker = self._start(name, f"tcp://{self.address}", *arguments, environment=environment)
        self.workers.append(worker)
        self._processes.append(worker)
        self._await(name, "Registered to:")
        return worker

    def _start(
        self, name: str, *arguments: str, environment: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        part = re.sub(r"\d", "", name)
        command = [sys.executable, "-m", f"distributed.cli.dask_{part}", *arguments, "--no-dashboard"]
        with (self._folder / name).open("wb") as log:
            return subprocess.Popen(
                command, stdout=log, stderr=log, cwd=self._folder, env=environment, start_new_session=True
            )

    def _await(self, name: str, words: str) -> None:
        end = time.monotonic() + SECONDS
        while words not in (text := (self._folder / name).read_text("utf-8")):
            assert time.monotonic() < end, text
            time.sleep(0.05)

    def kill_scheduler(self) -> None:
        """With -9."""
        self._processes[0].kill()

    def log(self, number: int) -> str:
        """What a worker has written."""
        return (self._folder / f"worker{number}").read_text("utf-8")

    def close(self) -> None:
        """Kill them all."""
        for process in self._processes:
            process.kill()
        for process in self._processes:
            process.wait()


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[Cluster]:
    """A running cluster."""
    folder.mkdir(exist_ok=True)
    made = Cluster(folder)
    try:
        for _ in range(workers):
            made.add_worker()
        yield made
    finally:
        made.close()
