"""In a notebook: `%load_ext nncheck`, then `%%grade` above a cell or `nncheck.check("sigmoid")`."""

import atexit
import sys
from collections.abc import Collection, Sequence
from functools import cache, partial
from itertools import chain

import nncheck
from nncheck.api import Grader
from nncheck.errors import UsageError, unknown_name
from nncheck.integrations.card import Card
from nncheck.integrations.history import Shell, defined_in, submission_so_far
from nncheck.records import SubmissionResult
from nncheck.spec import load_exercises
from nncheck.spec.exercise import Exercise


def load_ipython_extension(shell: Shell) -> None:
    """What `%load_ext nncheck` does: `%%grade` is there, and so is the name `nncheck`."""
    shell.register_magic_function(partial(grade, shell), magic_kind="cell", magic_name="grade")
    shell.push({"nncheck": nncheck})


def grade(shell: Shell, line: str, cell: str) -> Card:
    """Run the cell as usual, and grade the functions that it defines, or those that are named.

    %%grade [FUNCTION or EXERCISE ...]
    """
    shell.run_cell(cell, store_history=False)
    defined = defined_in(cell)
    names = line.split() or [name for name in _home() if name in defined]
    if not names:
        raise UsageError("this cell defines no function of an exercise; nncheck list names them")
    return _card(shell, names)


def check(*names: str) -> Card:
    """The grade of what the cells run so far define: the functions or exercises named, or all.

    Their source is graded in a process of its own, as if the notebook had been handed in; the objects
    of this kernel are not looked at. A name that a function and an exercise share is the function's.

    Raises UsageError for a name that there is not, and outside of IPython.
    """
    return _card(_shell(), names)


def _card(shell: Shell, names: Sequence[str]) -> Card:
    known = {*_home(), *_exercises()}
    for name in names:
        if name not in known:
            raise unknown_name("function or exercise", name, known)
    only = tuple(dict.fromkeys(_home().get(name, name) for name in names))
    return _card_of(_grader().grade(submission_so_far(shell, only)), names)


def _card_of(result: SubmissionResult, names: Collection[str]) -> Card:
    """What the result says of the functions and exercises named."""
    asked = [name for name in names if name in _home()]
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


@cache
def _grader() -> Grader:
    """The kernel's grader: its processes stay warm from cell to cell."""
    grader = Grader()
    atexit.register(grader.close)
    return grader


@cache
def _exercises() -> dict[str, Exercise]:
    return load_exercises()


@cache
def _home() -> dict[str, str]:
    """Each function's exercise."""
    pairs = ((dict.fromkeys(each.functions, each.name)).items() for each in _exercises().values())
    return dict(chain.from_iterable(pairs))
