"""Exercise files -> exercises; a wrong one gives an authoring error with file, line and cure."""

import importlib.util
import traceback
from collections.abc import Sequence
from pathlib import Path

from nncheck.errors import SpecError, UsageError
from nncheck.spec.exercise import Exercise
from nncheck.spec.validate import validate


def load_exercises(extra: Sequence[Path] = ()) -> dict[str, Exercise]:
    """All exercises by name: those that ship with nncheck, then those in `extra` folders.

    An extra folder holds exercises/<name>/exercise.py. Exercise code is trusted and is run here.

    Raises UsageError for a folder without exercises and SpecError for a wrong exercise file.
    """
    found: dict[str, Exercise] = {}
    for folder in (shipped_exercises(), *(_exercises_in(folder) for folder in extra)):
        for path in sorted(folder.glob("*/exercise.py")):
            exercise = load_exercise(path)
            found[exercise.name] = exercise
    return found


def shipped_exercises() -> Path:
    """The folder of our own exercises: inside an installed package, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "exercises"
    return inside if inside.is_dir() else package.parent / "exercises"


def _exercises_in(folder: Path) -> Path:
    inside = folder / "exercises"
    if not inside.is_dir():
        raise UsageError(f"{folder} holds no folder exercises/; give the folder that contains it")
    return inside


def load_exercise(path: Path) -> Exercise:
    """The exercise of one file.

    Raises SpecError naming file, line and cure.
    """
    spec = importlib.util.spec_from_file_location(f"nncheck_exercise_{path.parent.name}", path)
    if spec is None or spec.loader is None:
        raise SpecError(f"{path}:1: not a Python file; name it exercise.py")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:  # noqa: BLE001 - whatever an exercise file raises, its author needs the line
        raise SpecError(f"{path}:{_line_in(path, error)}: {type(error).__name__}: {error}") from error
    exercise = getattr(module, "EXERCISE", None)
    if not isinstance(exercise, Exercise):
        raise SpecError(
            f"{path}:1: no exercise here; end the file with EXERCISE = Exercise(name, title, functions)"
        )
    if exercise.name != path.parent.name:
        raise SpecError(
            f"{path}:1: the exercise {exercise.name!r} lies in the folder {path.parent.name!r};"
            " give both one name"
        )
    exercise.source = path
    validate(exercise)
    return exercise


def _line_in(path: Path, error: Exception) -> int:
    if isinstance(error, SyntaxError):
        return error.lineno or 1
    lines = [
        frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)
    ]
    return (lines[-1] if lines else None) or 1
