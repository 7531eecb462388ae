"""A file that was written -> nothing, or an error: it is read again, and graded as a student's would be."""

from collections.abc import Collection
from math import isclose
from pathlib import Path

import nbformat

from nncheck.errors import GraderError, UsageError
from nncheck.pipeline import Grader
from nncheck.records import Status, SubmissionResult
from nncheck.release.solved import defined
from nncheck.submission import read_submission


def prove_readable(path: Path, names: Collection[str]) -> None:
    """The file is a submission that defines every function.

    Raises UsageError where it is not.
    """
    if path.suffix == ".ipynb":
        nbformat.validate(nbformat.read(path, as_version=4))
    sources = [cell.source for cell in read_submission(path).cells]
    found = {name for source in sources for name in defined(source, path)}
    if missing := [name for name in names if name not in found]:
        raise UsageError(f"{path.name} does not define {', '.join(missing)}")


def prove_empty(path: Path, names: Collection[str], grader: Grader) -> None:
    """What students get earns nothing."""
    result = _graded(path, names, grader)
    if result.score:
        raise UsageError(
            f"{path.name} earns {result.score:g} points as it stands; a check asks for too little"
        )


def prove_solved(path: Path, names: Collection[str], grader: Grader) -> None:
    """What instructors get earns everything."""
    result = _graded(path, names, grader)
    if not isclose(result.score, result.max_score, rel_tol=1e-9):
        lost = [
            function.function
            for exercise in result.exercises
            for function in exercise.functions
            if function.function in names and not isclose(function.score, function.max_score, rel_tol=1e-9)
        ]
        raise UsageError(
            f"{path.name}: the solutions lose points in {', '.join(lost)}; try nncheck selfcheck,"
            " or one bundle for each exercise if their helpers share names"
        )


def _graded(path: Path, names: Collection[str], grader: Grader) -> SubmissionResult:
    result = grader.grade(read_submission(path))
    functions = {function.function: function for each in result.exercises for function in each.functions}
    if missing := [name for name in names if name not in functions]:
        raise UsageError(f"{path.name}: {', '.join(missing)} was not graded: {'; '.join(result.notes)}")
    faults = [check for each in functions.values() for check in each.checks if check.status is Status.ERROR]
    if faults:
        raise GraderError(f"nncheck failed on {path.name}: {faults[0].message}")
    return result
