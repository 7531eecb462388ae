"""An assignment -> the contents of its files; and once they are written, the proof that they are right."""

from collections.abc import Callable, Iterator
from pathlib import Path

from nncheck.pipeline import Grader, Settings
from nncheck.release.assignment import points
from nncheck.release.bundle import Bundle, instructor_cells, student_cells
from nncheck.release.cells import as_notebook, as_python
from nncheck.release.proof import prove_empty, prove_readable, prove_solved
from nncheck.release.solved import solution

FORMATS = {".py": as_python, ".ipynb": as_notebook}
SOLVED = "_solved"  # what instructors' files are named after


def student_files(bundle: Bundle, stem: str) -> Iterator[tuple[str, str]]:
    """Names and contents of the files for students."""
    for suffix, form in FORMATS.items():
        name = stem + suffix
        yield name, form(list(student_cells(bundle, name)))


def instructor_files(bundle: Bundle, stem: str) -> Iterator[tuple[str, str]]:
    """Names and contents of the files for instructors.

    Raises UsageError where an exercise has no solutions beside it.
    """
    solutions = {name: solution(bundle.exercises[name], each) for name, each in bundle.functions.items()}
    for suffix, form in FORMATS.items():
        name = stem + SOLVED + suffix
        yield name, form(list(instructor_cells(bundle, name, solutions)))


def prove(bundle: Bundle, stem: str, paths: list[Path], on_progress: Callable[..., None]) -> None:
    """Reads all files again: the stubs, named after `stem`, earn nothing, and solutions everything.

    Raises UsageError where it is otherwise.
    """
    for path in paths:
        prove_readable(path, bundle.names)
    settings = Settings(device="cpu", explain=False, simplify=False)
    with Grader(bundle.exercises, settings, on_progress) as grader:
        for path in paths:
            judge = prove_empty if path.stem == stem else prove_solved
            judge(path, bundle.names, grader)


def remarks(bundle: Bundle) -> Iterator[str]:
    """What an instructor should know of the points and of grading."""
    each = [one for functions in bundle.functions.values() for one in functions.values()]
    other = [one for one in each if points(bundle.assignment, one) != one.points]
    if other:
        listed = ", ".join(f"{one.name} counts {one.points:g}" for one in other)
        yield f"these points count with nncheck grade --assignment FILE; without it {listed}"
    if bundle.assignment.hidden_checks:
        yield "nncheck grade --assignment FILE --public leaves the hidden checks out, for students to try"
    if bundle.assignment.hidden:
        yield "hidden inputs come from a seed file of yours: nncheck grade --seed-file PATH"
