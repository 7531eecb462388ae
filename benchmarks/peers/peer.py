"""What the benchmark asks of a harness."""

import os
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from pathlib import Path
from subprocess import DEVNULL, run

from peers.assignment import POINTS
from peers.measure import Command
from peers.submissions import Submission

ANY_SIZE = range(1, sys.maxsize)


class NotMeasured(Exception):
    """Why a harness has no figures, in a sentence."""


class Peer(ABC):
    """A way of grading the assignment, as its users do it.

    `python` is the interpreter of its environment, `folder` an empty folder that is all its own.
    """

    name: str
    environment: str | None  # the name of its file in requirements/; None: the interpreter that measures
    sizes: range = ANY_SIZE  # of the batches that it is measured with

    @abstractmethod
    def prepare(self, python: Path, folder: Path, submissions: Sequence[Submission]) -> None:
        """Write what has to be there before the first submission is graded."""

    @abstractmethod
    def commands(self, python: Path, folder: Path, submissions: Sequence[Submission]) -> list[Command]:
        """What an instructor runs: this is measured."""

    @abstractmethod
    def full_marks(
        self, folder: Path, submissions: Sequence[Submission], exits: Sequence[int]
    ) -> Iterable[str]:
        """The names of the submissions that got all points, from what the commands have written."""


def write_submissions(folder: Path, submissions: Sequence[Submission]) -> None:
    """A folder for each student, with nothing but the submission in it."""
    for submission in submissions:
        place = folder / submission.name
        place.mkdir(parents=True)
        (place / "submission.py").write_text(submission.source, "utf-8")


def command(python: Path, folder: Path, *arguments: str | Path, **variables: str) -> Command:
    """A command of an interpreter's environment that runs in a folder, and leaves its output there."""
    path = os.pathsep.join((str(python.parent), os.environ.get("PATH", os.defpath)))
    return Command(tuple(map(str, arguments)), folder, folder / "output.log", variables | {"PATH": path})


def do(task: Command) -> None:
    """Run what only prepares.

    Raises NotMeasured when it fails.
    """
    variables = os.environ | task.environment
    with task.log.open("wb") as log:
        ended = run(task.arguments, cwd=task.folder, env=variables, stdin=DEVNULL, stdout=log, stderr=log)
    if ended.returncode:
        raise NotMeasured(f"{' '.join(task.arguments)} failed: {last_words(task)}")


def last_words(task: Command) -> str:
    """The last line of a command's output."""
    lines = task.log.read_text("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else "it says nothing"


def all_points(scores: dict[str, float]) -> Iterable[str]:
    """The names with every point."""
    return [name for name, score in scores.items() if score == POINTS]
