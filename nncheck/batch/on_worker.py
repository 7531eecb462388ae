"""What runs on a worker of a cluster: its own grader processes, for as long as a batch goes on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from tempfile import TemporaryDirectory
from threading import Lock
from time import monotonic

from nncheck.batch.parcel import Parcel, unpacked
from nncheck.batch.places import Aborted
from nncheck.keys import identity
from nncheck.records import Environment, Submission
from nncheck.service.messages import Graded
from nncheck.service.pool import Pool

AS_MANY_AS_COME = 1024  # grader processes: the cluster decides how many tasks a worker has at a time
IDLE_SECONDS = 600.0  # after which graders are ended whose batch has not said goodbye


@dataclass
class Graders:
    """The grader processes of one batch on this worker."""

    pool: Pool
    folders: Sequence[TemporaryDirectory[str]]
    used: float = field(default_factory=monotonic)

    def close(self) -> None:
        """End them."""
        self.pool.close()
        for folder in self.folders:
            folder.cleanup()


_GRADERS: dict[str, Graders] = {}  # by the parcel's id
_LOCK = Lock()


def grade(parcel: Parcel, expected: dict[str, str], submission: Submission) -> Graded:
    """Grade a submission on this worker; Aborted where its nncheck is not the expected one."""
    graders = _graders(parcel, expected)
    try:
        return graders.pool.grade(submission)
    finally:
        graders.used = monotonic()


def environment(parcel: Parcel, expected: dict[str, str]) -> Environment:
    """Where this worker's submissions run."""
    return _graders(parcel, expected).pool.environment


def goodbye(id: str) -> None:
    """End the grader processes of a batch."""
    with _LOCK:
        graders = _GRADERS.pop(id, None)
    if graders is not None:
        graders.close()


def _graders(parcel: Parcel, expected: dict[str, str]) -> Graders:
    if identity() != expected:  # also of a worker that came later
        raise Aborted("a worker of the cluster runs another nncheck, Python or library than this machine")
    with _LOCK:
        _close_idle()
        if parcel.id not in _GRADERS:
            setup, folders = unpacked(parcel)
            _GRADERS[parcel.id] = Graders(Pool(setup, AS_MANY_AS_COME), folders)
        return _GRADERS[parcel.id]


def _close_idle() -> None:
    now = monotonic()
    for id in [id for id, each in _GRADERS.items() if now - each.used > IDLE_SECONDS]:
        _GRADERS.pop(id).close()
