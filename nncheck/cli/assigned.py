"""An assignment's file -> settings in which its functions count, for its points."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from nncheck.errors import UsageError
from nncheck.release.assignment import chosen, read_assignment
from nncheck.settings import Settings
from nncheck.spec import load_exercises


def with_assignment(settings: Settings, path: Path, folders: Sequence[Path]) -> Settings:
    """The settings, with what the assignment asks for.

    Raises UsageError for a file that is no assignment, and where options have asked for something already.
    """
    if settings.exercises or settings.functions:
        raise UsageError(f"{path} says which functions count: leave --exercise and --function out")
    assignment = read_assignment(path)
    if not assignment.exercises:
        raise UsageError(f'name the exercises in {path}: exercises = ["softmax"]')
    exercises = tuple(chosen(assignment, load_exercises(folders)))
    return replace(
        settings,
        exercises=exercises,
        functions=assignment.functions,
        points=dict(assignment.points),
        hidden_checks=assignment.hidden_checks,
    )
