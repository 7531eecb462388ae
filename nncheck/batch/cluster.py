"""The workers of a Dask cluster as places where submissions are graded."""

import logging
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Any

from nncheck.batch import on_worker
from nncheck.batch.parcel import opened, packed
from nncheck.batch.places import AHEAD, Aborted, Places
from nncheck.errors import UsageError
from nncheck.keys import identity
from nncheck.records import Submission
from nncheck.service.messages import Graded, Setup

try:
    import dask
    from distributed import Client
except ModuleNotFoundError as error:
    raise UsageError(
        f"--executor dask:// needs {error.name}, which is not installed; install it with:"
        " pip install 'nncheck[cluster]'"
    ) from None

CONNECT_SECONDS = "5s"
LONELY_SECONDS = 60.0  # that a batch waits for a worker when there is none
FRESH_SECONDS = 2.0  # for which the number of workers is good
# What must be the same on client, scheduler and workers for them to understand each other.
COMMON = ("python", "dask", "distributed", "msgpack", "cloudpickle", "tornado")


@contextmanager
def on_cluster(address: str, setup: Setup) -> Iterator[Places]:
    """The cluster whose scheduler listens at HOST:PORT.

    Raises UsageError where none answers, where it has no worker, and where versions differ.
    """
    with _connected(address) as client:
        _wait_for_worker(client, address)
        refuse_skew(client.get_versions())
        refuse_other_nncheck(client)
        cluster = Cluster(client, f"the cluster at {address}", setup)
        try:
            yield cluster.places()
        finally:
            cluster.say_goodbye()


class Cluster:
    """One batch on a cluster."""

    def __init__(self, client: Client, name: str, setup: Setup):
        self._client, self._name, self._batch = client, name, os.urandom(8).hex()
        # Made by a task: data that is only put somewhere is lost with the worker that has it.
        self._parcel = client.submit(opened, packed(self._batch, setup), key=f"nncheck-parcel-{self._batch}")
        self._expected = identity()
        self._executor = client.get_executor(pure=False)
        self._threads, self._counted = 0, -FRESH_SECONDS
        self._alone_since = 0.0

    def places(self) -> Places:
        """The places, after one of them has been tried."""
        environment = self._client.submit(on_worker.environment, self._parcel, self._expected, pure=False)
        return Places(
            name=self._name,
            submit=self._submit,
            at_once=lambda: AHEAD * max(1, self._counted_threads()),
            environment=environment.result(),
            look=self._look,
        )

    def _submit(self, submission: Submission) -> "Future[Graded]":
        found: Future[Graded] = self._executor.submit(
            on_worker.grade, self._parcel, self._expected, submission
        )
        return found

    def _counted_threads(self) -> int:
        now = monotonic()
        if now - self._counted > FRESH_SECONDS:
            try:
                self._threads, self._counted = sum(self._client.nthreads().values()), now
            except (OSError, TimeoutError, RuntimeError) as error:  # the scheduler, or the client with it
                raise Aborted(f"{self._name} has gone ({error})") from None
        return self._threads

    def _look(self) -> None:
        """Abort a batch that nobody has been working on for long."""
        now = monotonic()
        if self._counted_threads():
            self._alone_since = 0.0
        elif not self._alone_since:
            self._alone_since = now
        elif now - self._alone_since > LONELY_SECONDS:
            raise Aborted(f"{self._name} has had no worker for {LONELY_SECONDS:g} s")

    def say_goodbye(self) -> None:
        """End the batch's grader processes; a worker that has gone needs no goodbye."""
        with suppress(Exception):
            self._client.run(on_worker.goodbye, self._batch, on_error="ignore")


def refuse_skew(versions: Mapping[str, Any]) -> None:
    """UsageError where parts of the cluster have different versions of what they talk with."""
    ours = versions["client"]["packages"]
    others = {"the scheduler": versions["scheduler"], **versions["workers"]}
    for name, found in others.items():
        for package in COMMON:
            theirs = (found or {}).get("packages", {}).get(package)
            if theirs != ours[package]:
                raise UsageError(
                    f"this machine has {package} {ours[package]}, but {name} has {theirs or 'none'};"
                    " install the same versions everywhere"
                )


def refuse_other_nncheck(client: Client) -> None:
    """UsageError where a worker has another nncheck, or other libraries, than this machine."""
    ours = identity()
    for worker, theirs in client.run(identity, on_error="return").items():
        if isinstance(theirs, ModuleNotFoundError):
            raise UsageError(f"the worker {worker} has no {theirs.name}; install nncheck on every worker")
        if theirs != ours:
            raise UsageError(f"the worker {worker} {_difference(ours, theirs)}")


def _difference(ours: Mapping[str, str], theirs: Any) -> str:
    if not isinstance(theirs, Mapping):
        return f"cannot say which nncheck it has ({theirs})"
    name = next(name for name in {**ours, **theirs} if ours.get(name) != theirs.get(name))
    return (
        f"has {name} {theirs.get(name, 'of no version')}, but this machine has {ours.get(name, 'none')};"
        " install the same versions everywhere"
    )


def _wait_for_worker(client: Client, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=LONELY_SECONDS / 2)
    except TimeoutError:
        raise UsageError(
            f"the cluster at {address} has no worker; start one with: dask worker ADDRESS"
        ) from None


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    for name in ("distributed", "distributed.client"):  # what ends a batch is told as a sentence
        logging.getLogger(name).setLevel(logging.CRITICAL)
    scheme = "tls" if dask.config.get("distributed.comm.require-encryption", False) else "tcp"
    try:
        client = Client(f"{scheme}://{address}", timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise UsageError(f"no Dask scheduler answers at {address} ({error})") from None
    with client:
        yield client
