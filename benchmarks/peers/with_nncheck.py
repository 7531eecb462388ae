"""nncheck: `nncheck grade` over a folder, with all its own checks of the same functions."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from shutil import rmtree
from typing import Any

from peers.measure import Command
from peers.peer import ANY_SIZE, Peer, command, do, write_submissions
from peers.submissions import EVERY, WRONG, Submission, submissions

REPORT = "report.json"


class Nncheck(Peer):
    """One process, and what it starts; `cache` is the folder in which it keeps its cases."""

    environment = None

    def __init__(self, cache: Path, jobs: int = 1, cold: bool = False):
        self.name = "nncheck, nothing cached" if cold else f"nncheck --jobs {jobs}"
        self.sizes = range(1, 2) if cold else range(jobs, ANY_SIZE.stop)
        self._cache, self._jobs, self._cold = cache, jobs, cold
        self.checks = 0  # of one submission, once there is a report

    def prepare(self, python: Path, folder: Path, submissions: Sequence[Submission]) -> None:
        """The cache as it should be: empty, or filled by other submissions, right and wrong."""
        if self._cold:
            rmtree(self._cache, ignore_errors=True)
        elif not self._cache.exists():
            self._fill_cache(python, folder / "before")
        write_submissions(folder / "students", submissions)

    def _fill_cache(self, python: Path, folder: Path) -> None:
        write_submissions(folder / "students", submissions(EVERY * len(WRONG), mixed=True))
        (only,) = self.commands(python, folder, ())
        do(only)

    def commands(self, python: Path, folder: Path, submissions: Sequence[Submission]) -> list[Command]:
        """One for all."""
        options = ("--jobs", str(self._jobs), "--format", "json", "--output", REPORT, "--fail-under", "0")
        arguments = (python, "-m", "nncheck", "grade", "students", *options)
        return [command(python, folder, *arguments, XDG_CACHE_HOME=str(self._cache))]

    def full_marks(
        self, folder: Path, submissions: Sequence[Submission], exits: Sequence[int]
    ) -> Iterable[str]:
        """From the report."""
        results = json.loads((folder / REPORT).read_text("utf-8"))["submissions"]
        self.checks = _checks(results[0])
        return [_student(each) for each in results if each["score"] == each["max_score"] > 0]


def _student(result: dict[str, Any]) -> str:
    return Path(result["submission"]).parent.name


def _checks(result: dict[str, Any]) -> int:
    functions = (function for exercise in result["exercises"] for function in exercise["functions"])
    return sum(len(function["checks"]) for function in functions)
