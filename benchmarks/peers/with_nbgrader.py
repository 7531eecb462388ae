"""nbgrader: `nbgrader autograde` over the notebooks of all students, in a course folder of its own."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from peers.assignment import CHECKS, PREAMBLE, TITLE
from peers.measure import Command
from peers.peer import Peer, all_points, command, do
from peers.submissions import Submission

SCORES = """\
select submitted_assignment.student_id, sum(grade.auto_score) from grade
join submitted_notebook on grade.notebook_id = submitted_notebook.id
join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id
group by submitted_assignment.student_id
"""

Cell = dict[str, Any]


class Nbgrader(Peer):
    """One process grades all students; each notebook has a kernel of its own."""

    name = "nbgrader autograde"
    environment = "nbgrader"

    def prepare(self, python: Path, folder: Path, submissions: Sequence[Submission]) -> None:
        """The assignment in the course's gradebook, and each student's notebook in its place."""
        _write(folder / "source" / TITLE, "### BEGIN SOLUTION\npass\n### END SOLUTION\n")
        do(command(python, folder, "nbgrader", "generate_assignment", TITLE))
        for submission in submissions:
            _write(folder / "submitted" / submission.name / TITLE, submission.source)

    def commands(self, python: Path, folder: Path, submissions: Sequence[Submission]) -> list[Command]:
        """One for all."""
        return [command(python, folder, "nbgrader", "autograde", TITLE)]

    def full_marks(
        self, folder: Path, submissions: Sequence[Submission], exits: Sequence[int]
    ) -> Iterable[str]:
        """From the gradebook."""
        with closing(sqlite3.connect(folder / "gradebook.db")) as gradebook:
            return all_points(dict(gradebook.execute(SCORES)))


def _write(folder: Path, solution: str) -> None:
    """The notebook: what the student writes, the data of the tests, and a cell for each check."""
    cells = [_cell("solution", solution, solution=True), _cell("data", PREAMBLE)]
    cells += (_cell(check.name, check.body, points=1) for check in CHECKS)
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    folder.mkdir(parents=True)
    (folder / "assignment.ipynb").write_text(json.dumps(notebook), "utf-8")


def _cell(name: str, source: str, solution: bool = False, points: int | None = None) -> Cell:
    about: Cell = {
        "schema_version": 3,
        "grade_id": name,
        "grade": points is not None,
        "solution": solution,
        "locked": not solution,
        "task": False,
    }
    if points is not None:
        about["points"] = points
    return {
        "cell_type": "code",
        "id": name.replace("_", "-"),
        "execution_count": None,
        "metadata": {"nbgrader": about},
        "outputs": [],
        "source": source,
    }
