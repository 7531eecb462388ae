"""In a notebook: `%load_ext nncheck`, then `%%grade` above a cell or `nncheck.check("sigmoid")`.

`%nncheck_exercises DIR` adds the exercises of a folder. Nothing is loaded from anywhere else.
"""

import shlex
import sys
from collections.abc import Collection, Iterable, Sequence
from functools import partial
from pathlib import Path

import nncheck
from nncheck.errors import UsageError, unknown_name
from nncheck.integrations.card import Card
from nncheck.integrations.course import Course, Folder, course_of, named, read_again
from nncheck.integrations.history import Shell, defined_in, submission_so_far
from nncheck.records import SubmissionResult

_chosen: list[Path] = []  # the folders of %nncheck_exercises


def load_ipython_extension(shell: Shell) -> None:
    """What `%load_ext nncheck` does: the magics are there, and so is the name `nncheck`."""
    shell.register_magic_function(partial(grade, shell), magic_kind="cell", magic_name="grade")
    shell.register_magic_function(use_exercises, magic_kind="line", magic_name="nncheck_exercises")
    shell.push({"nncheck": nncheck})


def use_exercises(line: str) -> None:
    """Use the exercises of folders beside those that ship with nncheck; without folders only these.

    %nncheck_exercises [DIR ...]
    """
    folders = named(shlex.split(line))
    course = read_again(folders)  # who has changed an exercise asks for it once more
    _chosen[:] = folders
    print(f"exercises: {', '.join(course.exercises)}")


def grade(shell: Shell, line: str, cell: str) -> Card:
    """Run the cell as usual, and grade the functions that it defines, or those that are named.

    %%grade [FUNCTION or EXERCISE ...]
    """
    shell.run_cell(cell, store_history=False)
    course, defined = course_of(tuple(_chosen)), defined_in(cell)
    names = line.split() or [name for name in course.home if name in defined]
    if not names:
        raise UsageError("this cell defines no function of an exercise; nncheck list names them")
    return _card(shell, names, course)


def check(*names: str, exercises: Folder | Iterable[Folder] = ()) -> Card:
    """The grade of what the cells run so far define: the functions or exercises named, or all.

    Their source is graded in a process of its own, as if the notebook had been handed in; the objects
    of this kernel are not looked at. A name that a function and an exercise share is the function's.
    `exercises` are folders that hold further exercises; else those of %nncheck_exercises count.

    Raises UsageError for a name or a folder that there is not, and outside of IPython.
    """
    return _card(_shell(), names, course_of(named(exercises) or tuple(_chosen)))


def _card(shell: Shell, names: Sequence[str], course: Course) -> Card:
    known = {*course.home, *course.exercises}
    for name in names:
        if name not in known:
            raise unknown_name("function or exercise", name, known)
    only = tuple(dict.fromkeys(course.home.get(name, name) for name in names))
    return _card_of(course.grader.grade(submission_so_far(shell, only)), names, course)


def _card_of(result: SubmissionResult, names: Collection[str], course: Course) -> Card:
    """What the result says of the functions and exercises named."""
    asked = [name for name in names if name in course.home]
    whole = [name for name in names if name not in asked]
    functions = tuple(
        function
        for exercise in result.exercises
        for function in exercise.functions
        if not names or function.function in asked or exercise.exercise in whole
    )
    missing = tuple(name for name in asked if name not in {each.function for each in functions})
    # the last note on a submission without any function says the same in other words
    notes = result.notes[:-1] if missing and not result.exercises else result.notes
    return Card(functions=functions, missing=missing, notes=notes)


def _shell() -> Shell:
    ipython = sys.modules.get("IPython")
    shell: Shell | None = ipython.get_ipython() if ipython else None
    if shell is None:
        raise UsageError("nncheck.check grades the cells of a notebook; in a program use nncheck.Grader")
    return shell
