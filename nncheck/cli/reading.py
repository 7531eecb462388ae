"""Paths -> submissions; among several, one that cannot be read does not stop the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nncheck.errors import UsageError
from nncheck.records import Submission
from nncheck.submission import find_submissions, read_submission


@dataclass(frozen=True)
class Unreadable:
    """A file among several that is no submission, and why."""

    name: str
    reason: str


def read_all(paths: Sequence[Path]) -> list[Submission | Unreadable]:
    """Every submission under `paths`.

    Raises UsageError when there is none, or when the only file named cannot be read.
    """
    found = find_submissions(paths)
    if not found:
        raise UsageError(f"no .py or .ipynb file in {', '.join(map(str, paths))}")
    if found == [*paths] and len(paths) == 1:
        return [read_submission(paths[0])]
    return [_read(path) for path in found]


def _read(path: Path) -> Submission | Unreadable:
    try:
        return read_submission(path)
    except UsageError as error:
        return Unreadable(str(path), str(error))
