"""Where submissions are graded: processes of this machine, or the workers of a cluster.

Either is something with the interface of concurrent.futures, and is used by the same code.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from nncheck.errors import UsageError
from nncheck.records import Environment, Submission
from nncheck.service.messages import Graded, Setup
from nncheck.service.pool import Pool
from nncheck.service.process import OnProgress


class Aborted(UsageError):
    """A batch that cannot go on, whatever the submission."""


AHEAD = 4  # submissions that wait for each one that is being graded


def all_well() -> None:
    """Processes of this machine are looked after by their pool."""


@dataclass(frozen=True)
class Places:
    """Where submissions can be handed in.

    `at_once` says how many may wait or be graded at a time. `look` is called when no result has come for
    long, and raises Aborted where none can come.
    """

    name: str
    submit: Callable[[Submission], "Future[Graded]"]
    at_once: Callable[[], int]
    environment: Environment
    look: Callable[[], None] = all_well


@contextmanager
def local(setup: Setup, jobs: int, on_progress: OnProgress) -> Iterator[Places]:
    """Grader processes on this machine, a thread for each."""
    with Pool(setup, jobs, on_progress) as pool:
        threads = ThreadPoolExecutor(jobs)
        try:
            yield Places(
                name="this machine",
                submit=lambda submission: threads.submit(pool.grade, submission),
                at_once=lambda: AHEAD * jobs,
                environment=pool.environment,
            )
        finally:
            threads.shutdown(wait=False, cancel_futures=True)  # after Ctrl-C nothing more is begun
