"""The exercises that a notebook is graded with: ours, and those of folders that it names."""

import atexit
import os
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from nncheck.api import Grader
from nncheck.spec import load_exercises

Folder = str | os.PathLike[str]


class Course:
    """Exercises, and a grader for them whose processes stay warm from cell to cell.

    Raises UsageError for a folder without exercises, SpecError for an exercise that is wrong.
    """

    def __init__(self, folders: tuple[Path, ...]):
        self._folders = folders
        self.exercises = load_exercises(folders)
        self.home = {  # each function's exercise
            function: exercise.name for exercise in self.exercises.values() for function in exercise.functions
        }

    @cached_property
    def grader(self) -> Grader:
        """It is started when something is graded, and ends with the kernel."""
        grader = Grader(folders=self._folders)
        atexit.register(grader.close)
        return grader

    def close(self) -> None:
        """End its processes, if there are any."""
        if "grader" in vars(self):
            atexit.unregister(self.grader.close)
            self.grader.close()


_courses: dict[tuple[Path, ...], Course] = {}


def course_of(folders: tuple[Path, ...]) -> Course:
    """The course with the exercises of these folders beside ours; the same one each time."""
    if folders not in _courses:
        _courses[folders] = Course(folders)
    return _courses[folders]


def read_again(folders: tuple[Path, ...]) -> Course:
    """The course as its files are now; all other courses and their graders end."""
    course = Course(folders)
    for old in _courses.values():
        old.close()
    _courses.clear()
    _courses[folders] = course
    return course


def named(folders: Folder | Iterable[Folder]) -> tuple[Path, ...]:
    """One folder or several, as paths that stay right when the notebook changes its own folder."""
    if isinstance(folders, str | os.PathLike):
        folders = (folders,)
    return tuple(Path(each).expanduser().absolute() for each in folders)
