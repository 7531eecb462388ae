"""pytest: a process for each submission, which the tests import; its exit code is the grade."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from peers.assignment import CHECKS, FUNCTIONS, PREAMBLE, PREAMBLE_WITH_TORCH
from peers.measure import Command
from peers.peer import Peer, command, write_submissions
from peers.submissions import Submission

TESTS = "test_assignment.py"


class Pytest(Peer):
    """`pytest` beside each submission; with torch, the expected values are torch's own."""

    def __init__(self, torch: bool = False):
        self.name = "pytest + torch" if torch else "pytest"
        self.environment = "pytest-torch" if torch else "pytest"
        self._preamble = PREAMBLE_WITH_TORCH if torch else PREAMBLE

    def prepare(self, python: Path, folder: Path, submissions: Sequence[Submission]) -> None:
        """One file of tests for all students: pytest then rewrites its asserts only once."""
        imports = f"from submission import {', '.join(FUNCTIONS)}\n"
        tests = "\n\n".join(check.definition() for check in CHECKS)
        (folder / TESTS).write_text(f"{imports}{self._preamble}\n\n{tests}", "utf-8")
        write_submissions(folder / "students", submissions)

    def commands(self, python: Path, folder: Path, submissions: Sequence[Submission]) -> list[Command]:
        """One for each submission, in its folder: `-m` puts that on the path."""
        arguments = ("python", "-m", "pytest", "-q", folder / TESTS)
        return [command(python, folder / "students" / each.name, *arguments) for each in submissions]

    def full_marks(
        self, folder: Path, submissions: Sequence[Submission], exits: Sequence[int]
    ) -> Iterable[str]:
        """Those whose process ended with 0."""
        return [each.name for each, code in zip(submissions, exits, strict=True) if code == 0]
