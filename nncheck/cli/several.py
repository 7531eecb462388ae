"""Many submissions -> their results, in order; what goes wrong with one leaves the others alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from queue import SimpleQueue

from nncheck.cli.failing import printable
from nncheck.cli.progress import Progress
from nncheck.cli.reading import Unreadable
from nncheck.pipeline import Grader
from nncheck.records import Submission, SubmissionResult


@dataclass(frozen=True)
class Graded:
    """A result, and whether nncheck itself got into trouble over it."""

    result: SubmissionResult
    trouble: bool = False


def grade_all(
    graders: Sequence[Grader],
    entries: Sequence[Submission | Unreadable],
    unreadable_points: float,
    progress: Progress,
) -> list[Graded]:
    """One result an entry; each grader works on one submission at a time."""
    if len(entries) == 1 and isinstance(entries[0], Submission):
        return [Graded(graders[0].grade(entries[0]))]
    free: SimpleQueue[Grader] = SimpleQueue()
    for grader in graders:
        free.put(grader)

    def grade(entry: Submission | Unreadable) -> Graded:
        grader = free.get()
        try:
            return _graded(grader, entry, unreadable_points)
        finally:
            free.put(grader)
            progress.advance(printable(entry.name))

    from concurrent.futures import ThreadPoolExecutor  # of no use to a single submission

    executor = ThreadPoolExecutor(len(graders))
    try:
        return list(executor.map(grade, entries))
    finally:
        executor.shutdown(wait=False, cancel_futures=True)  # after Ctrl-C nothing more is begun


def _graded(grader: Grader, entry: Submission | Unreadable, unreadable_points: float) -> Graded:
    if isinstance(entry, Unreadable):
        return Graded(_unscored(entry.name, "", unreadable_points, entry.reason))
    try:
        return Graded(grader.grade(entry))
    except Exception as error:  # noqa: BLE001  the other submissions are graded all the same
        reason = f"nncheck failed on this file, so it has no score: {type(error).__name__}: {error}"
        return Graded(_unscored(entry.name, entry.sha256, 0.0, reason), trouble=True)


def _unscored(name: str, sha256: str, points: float, reason: str) -> SubmissionResult:
    return SubmissionResult(
        submission=name, sha256=sha256, score=0.0, max_score=points, exercises=(), notes=(reason,)
    )
