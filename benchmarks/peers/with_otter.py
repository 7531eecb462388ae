"""otter-grader, without its containers: `otter run` for each submission, or its Python API in one process."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from peers.assignment import CHECKS, FUNCTIONS, PREAMBLE
from peers.measure import Command
from peers.peer import ANY_SIZE, Peer, all_points, command, do, write_submissions
from peers.submissions import Submission

HEADER = """\
from otter.test_files import test_case

OK_FORMAT = False
name = {function!r}
points = None

"""
GRADE_ALL = """\
import json
from pathlib import Path

from otter.api import grade_submission

scores = {}
for path in sorted(Path("students").glob("*/submission.py")):
    scores[path.parent.name] = grade_submission(str(path), "autograder.zip", quiet=True).total
Path("scores.json").write_text(json.dumps(scores))
"""


class OtterRun(Peer):
    """`otter run` for each submission."""

    name = "otter-grader, otter run"
    environment = "otter-grader"

    def prepare(self, python: Path, folder: Path, submissions: Sequence[Submission]) -> None:
        """autograder.zip, with a file of tests for each question."""
        (folder / "tests").mkdir()
        for function in FUNCTIONS:
            (folder / "tests" / f"{function}.py").write_text(_tests(function), "utf-8")
        do(command(python, folder, "otter", "generate", "-t", "tests", "-o", "autograder.zip"))
        write_submissions(folder / "students", submissions)

    def commands(self, python: Path, folder: Path, submissions: Sequence[Submission]) -> list[Command]:
        """One for each submission."""
        arguments = ("otter", "run", "-a", folder / "autograder.zip", "submission.py")
        return [command(python, folder / "students" / each.name, *arguments) for each in submissions]

    def full_marks(
        self, folder: Path, submissions: Sequence[Submission], exits: Sequence[int]
    ) -> Iterable[str]:
        """From each results.json."""
        places = {each.name: folder / "students" / each.name / "results.json" for each in submissions}
        return all_points({name: _score(path) for name, path in places.items()})


class OtterApi(OtterRun):
    """A loop over otter.api.grade_submission."""

    name = "otter-grader, otter.api in one process"
    sizes = range(2, ANY_SIZE.stop)

    def commands(self, python: Path, folder: Path, submissions: Sequence[Submission]) -> list[Command]:
        """One for all."""
        (folder / "grade_all.py").write_text(GRADE_ALL, "utf-8")
        return [command(python, folder, "python", "grade_all.py")]

    def full_marks(
        self, folder: Path, submissions: Sequence[Submission], exits: Sequence[int]
    ) -> Iterable[str]:
        """From what the loop wrote down."""
        return all_points(json.loads((folder / "scores.json").read_text("utf-8")))


def _tests(function: str) -> str:
    cases = (check for check in CHECKS if check.function == function)
    tests = "\n\n".join(f"@test_case(points=1)\n{check.definition(function)}" for check in cases)
    return f"{HEADER.format(function=function)}{PREAMBLE}\n\n{tests}"


def _score(path: Path) -> float:
    tests = json.loads(path.read_text("utf-8"))["tests"]
    return float(sum(test.get("score", 0) for test in tests))
