"""A small TOML file -> an assignment: which functions, for how many points, until when."""

import tomllib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import msgspec

from nncheck.errors import UsageError, unknown_name
from nncheck.files import read_bounded
from nncheck.judge.plan import MAIN, names
from nncheck.records import Record
from nncheck.spec.exercise import Exercise, Function
from nncheck.submission import decoded

LARGEST = 1 << 16  # bytes of an assignment file
Points = Annotated[float, msgspec.Meta(ge=0, le=1e6)]


class Assignment(Record, frozen=True, kw_only=True):
    """What students are asked for; every field but the exercises may be left out."""

    title: str = ""
    exercises: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()  # all of the exercises, where none is named
    points: dict[str, Points] = {}
    deadline: str = ""  # a day, or a moment, in ISO 8601
    hidden: bool = False  # graded on inputs from a secret seed as well
    hidden_checks: tuple[str, ...] = ()  # not seen by students: dtype of all functions, or adam.dtype
    prerequisites: tuple[str, ...] = ()


def read_assignment(path: Path) -> Assignment:
    """The assignment in a file.

    Raises UsageError with one sentence for a file that is none.
    """
    try:
        table = tomllib.loads(decoded(path, read_bounded(path, LARGEST)))
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path} is not TOML: {error}") from error
    for key in table:
        if key not in Assignment.__struct_fields__:
            raise UsageError(f"{path}: {unknown_name('key', key, Assignment.__struct_fields__)}")
    if "deadline" in table:
        table["deadline"] = _moment(table["deadline"], path)
    try:
        return msgspec.convert(table, Assignment)
    except msgspec.ValidationError as error:
        raise UsageError(f"{path}: {_in_toml(str(error))}") from error


def chosen(assignment: Assignment, exercises: Mapping[str, Exercise]) -> dict[str, dict[str, Function]]:
    """The functions asked for, by exercise.

    Raises UsageError for a name that there is not.
    """
    for name in assignment.exercises:
        if name not in exercises:
            raise unknown_name("exercise", name, exercises)
    known = {name for each in assignment.exercises for name in exercises[each].functions}
    for name in (*assignment.functions, *assignment.points):
        if name not in known:
            raise unknown_name("function", name, known)
    wanted = set(assignment.functions) or known
    found = {
        each: {name: one for name, one in exercises[each].functions.items() if name in wanted}
        for each in dict.fromkeys(assignment.exercises)
    }
    _refuse_twice(found)
    _refuse_unknown_checks(assignment, found)
    return {exercise: functions for exercise, functions in found.items() if functions}


def points(assignment: Assignment, function: Function) -> float:
    """What the function is worth to the student."""
    return assignment.points.get(function.name, function.points)


def _moment(value: Any, path: Path) -> str:
    try:
        datetime.fromisoformat(str(value))
    except ValueError as error:
        raise UsageError(
            f'{path}: deadline = {value!r} is no date; write 2026-03-01 or "2026-03-01T18:00"'
        ) from error
    return str(value)


def _in_toml(problem: str) -> str:
    """msgspec's sentence in the words of the file."""
    return problem.replace("`$.", "`").replace("`array`", "a list").replace("`object`", "a table")


def _refuse_unknown_checks(assignment: Assignment, found: Mapping[str, Mapping[str, Function]]) -> None:
    checks = {name: names(function) for each in found.values() for name, function in each.items()}
    everywhere = set().union(*checks.values())
    known = everywhere | {f"{name}.{check}" for name, some in checks.items() for check in some}
    for each in assignment.hidden_checks:
        if each.rpartition(".")[2] in MAIN:
            raise UsageError(f"{each} cannot be hidden: most of the points hang on it")
        if each not in known:
            raise unknown_name("check", each, known if "." in each else everywhere)


def _refuse_twice(found: Mapping[str, Mapping[str, Function]]) -> None:
    seen: dict[str, str] = {}
    for exercise, functions in found.items():
        for name in functions:
            if name in seen:
                raise UsageError(
                    f"{name} is a function of {seen[name]} and of {exercise}; one file has room for one"
                )
            seen[name] = exercise
