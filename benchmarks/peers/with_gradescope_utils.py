"""gradescope-utils: a process of unittest for each submission, with its JSONTestRunner."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from textwrap import indent

from peers.assignment import CHECKS, FUNCTIONS, PREAMBLE
from peers.measure import Command
from peers.peer import Peer, all_points, command, write_submissions
from peers.submissions import Submission

RUN_TESTS = """\
import sys
import unittest

from gradescope_utils.autograder_utils.json_test_runner import JSONTestRunner

sys.path.insert(0, ".")
suite = unittest.defaultTestLoader.discover(sys.argv[1])
with open("results.json", "w") as stream:
    JSONTestRunner(visibility="visible", stream=stream).run(suite)
"""


class GradescopeUtils(Peer):
    """What run_autograder of a Gradescope assignment runs, without the container around it."""

    name = "gradescope-utils"
    environment = "gradescope-utils"

    def prepare(self, python: Path, folder: Path, submissions: Sequence[Submission]) -> None:
        """The runner, and one file of tests for all students."""
        (folder / "run_tests.py").write_text(RUN_TESTS, "utf-8")
        (folder / "tests").mkdir()
        (folder / "tests" / "test_assignment.py").write_text(_tests(), "utf-8")
        write_submissions(folder / "students", submissions)

    def commands(self, python: Path, folder: Path, submissions: Sequence[Submission]) -> list[Command]:
        """One for each submission."""
        arguments = ("python", folder / "run_tests.py", folder / "tests")
        return [command(python, folder / "students" / each.name, *arguments) for each in submissions]

    def full_marks(
        self, folder: Path, submissions: Sequence[Submission], exits: Sequence[int]
    ) -> Iterable[str]:
        """From each results.json."""
        places = {each.name: folder / "students" / each.name / "results.json" for each in submissions}
        return all_points(
            {name: json.loads(path.read_text("utf-8"))["score"] for name, path in places.items()}
        )


def _tests() -> str:
    lines = [
        "import unittest\n\nfrom gradescope_utils.autograder_utils.decorators import weight",
        f"from submission import {', '.join(FUNCTIONS)}",
        PREAMBLE,
        "class TestAssignment(unittest.TestCase):",
    ]
    lines += (indent(f"@weight(1)\n{check.definition('self')}", "    ") for check in CHECKS)
    return "\n".join(lines)
