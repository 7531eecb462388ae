"""Solutions beside an exercise -> the source of one that an instructor's bundle can show."""

import ast
from collections.abc import Collection
from pathlib import Path

from nncheck.errors import UsageError
from nncheck.spec.exercise import Exercise
from nncheck.submission import ONLY, read_submission, uses_torch


def solution(exercise: Exercise, names: Collection[str]) -> str:
    """The first solution in numpy that defines the named functions.

    Raises UsageError where there is none.
    """
    folder = exercise.source.parents[2] / "solutions" / exercise.name / "right"
    plainest_first = sorted(folder.glob("*.py"), key=lambda path: (not path.name.startswith("numpy"), path))
    for path in plainest_first:
        submission = read_submission(path)
        source = submission.cells[0].source
        if not uses_torch(submission) and set(names) <= defined(source, path):
            return ONLY.sub("", source)
    raise UsageError(
        f"{folder} holds no solution in numpy with {', '.join(names)};"
        " --instructor needs one beside the exercise"
    )


def defined(source: str, path: Path) -> set[str]:
    """What a source defines or assigns at top level.

    Raises UsageError where it is not Python.
    """
    try:
        body = ast.parse(source).body
    except SyntaxError as error:
        raise UsageError(f"{path}:{error.lineno or 1}: not Python: {error.msg}") from error
    found = {each.name for each in body if isinstance(each, ast.FunctionDef | ast.ClassDef)}
    assigned = (each for each in body if isinstance(each, ast.Assign))
    targets = (target for each in assigned for one in each.targets for target in ast.walk(one))
    return found | {target.id for target in targets if isinstance(target, ast.Name)}
