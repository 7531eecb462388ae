"""An assignment -> the cells of its bundle, for students with stubs or for instructors with solutions."""

from collections.abc import Iterator, Mapping

from nncheck.records import Record
from nncheck.release.assignment import Assignment, points
from nncheck.release.cells import Cell, code, text
from nncheck.release.statement import statement
from nncheck.release.stub import stub
from nncheck.release.words import WORDS
from nncheck.spec.exercise import Exercise, Function
from nncheck.spec.load import shipped_exercises


class Bundle(Record, frozen=True, kw_only=True):
    """All that goes into the files of one assignment."""

    assignment: Assignment
    functions: dict[str, dict[str, Function]]  # by exercise
    exercises: dict[str, Exercise]
    language: str

    @property
    def names(self) -> list[str]:
        """All functions asked for."""
        return [name for each in self.functions.values() for name in each]

    @property
    def title(self) -> str:
        """The assignment's, else those of its exercises."""
        return self.assignment.title or ", ".join(self.exercises[name].title for name in self.functions)

    @property
    def shipped(self) -> bool:
        """Whether students have all of the exercises with nncheck itself."""
        return all(self.exercises[name].source.is_relative_to(shipped_exercises()) for name in self.functions)


def student_cells(bundle: Bundle, file_name: str) -> Iterator[Cell]:
    """Statements and stubs."""
    yield from _opening(bundle, file_name)
    for name, functions in bundle.functions.items():
        yield _statement(bundle, name, file_name)
        yield from (code(stub(function)) for function in functions.values())


def instructor_cells(bundle: Bundle, file_name: str, solutions: Mapping[str, str]) -> Iterator[Cell]:
    """Statements and solutions, which come by exercise."""
    yield text(WORDS[bundle.language]["solved"])
    yield from _opening(bundle, file_name)
    for name in bundle.functions:
        yield _statement(bundle, name, file_name)
        yield code(solutions[name])


def _opening(bundle: Bundle, file_name: str) -> Iterator[Cell]:
    yield text("\n\n".join(_introduction(bundle, file_name)))
    yield code(f"# nncheck: {', '.join(bundle.functions)}\nimport numpy as np")


def _introduction(bundle: Bundle, file_name: str) -> Iterator[str]:
    words, assignment = WORDS[bundle.language], bundle.assignment
    yield f"# {bundle.title}"
    if assignment.deadline:
        yield words["deadline"].format(when=assignment.deadline)
    if assignment.prerequisites:
        yield words["prerequisites"].format(names="; ".join(assignment.prerequisites))
    yield _table(bundle)
    options = "" if bundle.shipped else "--exercises COURSE "
    yield f"{words['how']}\n\n```\nnncheck grade {options}{file_name}\n```"
    if not bundle.shipped:
        yield words["course"]
    if assignment.hidden:
        yield words["hidden"]
    if assignment.hidden_checks:
        yield words["hidden checks"]


def _table(bundle: Bundle) -> str:
    """Functions and points."""
    words = WORDS[bundle.language]
    rows = [
        f"| {exercise} | `{function.signature}` | {points(bundle.assignment, function):g} |"
        for exercise, functions in bundle.functions.items()
        for function in functions.values()
    ]
    head = f"| {words['exercise']} | {words['function']} | {words['points']} |"
    return "\n".join([head, "|---|---|---|", *rows])


def _statement(bundle: Bundle, name: str, file_name: str) -> Cell:
    """What to write, under the title of the exercise unless that is the title of all."""
    exercise = bundle.exercises[name]
    body = statement(exercise, bundle.language).replace("submission.py", file_name)
    return text(body if exercise.title == bundle.title else f"# {exercise.title}\n\n{body}")
