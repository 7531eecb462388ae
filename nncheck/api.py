"""nncheck for programs: `with nncheck.Grader() as grader: grader.grade(source_or_path)`."""

import os
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Self

from msgspec.structs import replace

from nncheck import results
from nncheck.errors import UsageError, unknown_name
from nncheck.records import Environment, Submission, SubmissionResult
from nncheck.sandbox.levels import LEVELS
from nncheck.seeds import seed_from
from nncheck.service.messages import setup_for
from nncheck.service.pool import Pool
from nncheck.settings import BACKENDS, DEVICES, Settings, limits_for
from nncheck.submission import MAX_BYTES, read_submission, submission_of

SOURCE_NAME = "submission.py"  # of a submission that is given as text


class Grader:
    """Grades submissions in processes of its own; any number of threads may share it.

    Options are those of `nncheck grade`. All functions of the named `exercises` count, or all that a
    submission defines where none is named. `seed_file` is the path of a secret seed, `timeout` are seconds
    for a call, `memory` MiB for a submission; nothing is run with less isolation than `require_isolation`.
    `folders` hold further exercises. At most `jobs` submissions are graded at a time. Without `explain`
    failures are not diagnosed, which is faster.

    Raises UsageError for options that cannot be, GraderError where the isolation cannot be had.
    """

    def __init__(
        self,
        *,
        exercises: Sequence[str] = (),
        functions: Sequence[str] = (),
        seed: int | None = None,
        seed_file: str | os.PathLike[str] | None = None,
        backend: str = "auto",
        device: str = "auto",
        timeout: float | None = None,
        memory: int | None = None,
        require_isolation: str = "basic",
        folders: Sequence[str | os.PathLike[str]] = (),
        jobs: int = 1,
        explain: bool = True,
    ):
        _refuse_unknown("backend", backend, BACKENDS)
        _refuse_unknown("device", device, DEVICES)
        _refuse_unknown("isolation", require_isolation, LEVELS)
        if jobs < 1:
            raise UsageError(f"jobs must be at least 1, not {jobs}")
        settings = Settings(
            exercises=_names(exercises),
            functions=_names(functions),
            device=device,
            backend=backend,
            seed=seed_from(seed, None if seed_file is None else Path(seed_file)),
            secret_seed=seed_file is not None,
            limits=limits_for(timeout, memory),
            level=require_isolation,
            explain=explain,
        )
        self._pool = Pool(setup_for(settings, [Path(folder) for folder in folders]), jobs)

    def grade(
        self, submission: str | os.PathLike[str] | Submission, name: str | None = None
    ) -> SubmissionResult:
        """The result of a submission: Python source, or the path of a .py or .ipynb file.

        Text is a path when it is one line that ends in .py or .ipynb. `name` is what the result calls it.
        Waits while all jobs are busy.

        Raises UsageError for a file that cannot be read, GraderError where nncheck itself failed.
        """
        graded = self._pool.grade(as_submission(submission, name))
        return results.decode(graded.result)

    @property
    def environment(self) -> Environment:
        """What results depend on beside submission and exercise: versions, devices, seed, isolation."""
        return self._pool.environment

    def close(self) -> None:
        """End all processes; a closed grader grades no more."""
        self._pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


def as_submission(given: str | os.PathLike[str] | Submission, name: str | None) -> Submission:
    """The submission of a record, a path or a source text.

    Raises UsageError for a file that cannot be read.
    """
    if isinstance(given, Submission):
        return given
    is_path = not isinstance(given, str) or ("\n" not in given and PurePath(given).suffix in MAX_BYTES)
    if is_path:
        found = read_submission(Path(given))
        return found if name is None else replace(found, name=name)
    return submission_of(PurePath(name or SOURCE_NAME), str(given).encode())


def _refuse_unknown(what: str, name: str, known: Sequence[str]) -> None:
    if name not in known:
        raise unknown_name(what, name, known)


def _names(given: Sequence[str]) -> tuple[str, ...]:
    """The names; a single one may be given as it is."""
    return (given,) if isinstance(given, str) else tuple(given)
