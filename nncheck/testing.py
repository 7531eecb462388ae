"""For tests of your own: `from nncheck.testing import assert_graded`."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from rich.text import Text

from nncheck.cases.provide import Provider
from nncheck.errors import GraderError, UsageError, unknown_name
from nncheck.examination import Examination
from nncheck.integrations.live import Live, torch_is_here
from nncheck.on_demand import explained
from nncheck.records import FunctionResult, Status
from nncheck.reference.store import default_store
from nncheck.report.failure import failure_lines
from nncheck.report.screen import Screen
from nncheck.report.styles import DIM
from nncheck.report.text import indented, laid_out
from nncheck.scoring import scored
from nncheck.spec import load_exercises
from nncheck.spec.exercise import Exercise

PRACTICE = (
    "graded as practice: the function ran in this very process, isolation none, "
    "where nothing keeps code from the answers; nncheck grade says what counts"
)
SCREEN = Screen()
DEVICES = {"cpu": "", "cuda": "not asked for: assert_graded grades on the CPU"}


def assert_graded(function: Callable[..., Any], name: str, *, seed: int = 0) -> None:
    """Assert that `function` keeps every promise of the exercise function `name`, such as "sigmoid".

    This is practice. The function is called as it is, in this very process: there is no isolation, no
    limit of time or memory, and code that wants to can read the answers or replace this assertion. What
    counts is graded by `nncheck grade`. Checks that need other functions of a submission are left out.

    Raises AssertionError with the promise and the counterexample, UsageError for a name that there is
    not, GraderError where nncheck itself failed.
    """
    __tracebackhide__ = True
    if not callable(function):
        raise UsageError(
            f"assert_graded needs a function, and {type(function).__name__} objects cannot be called"
        )
    result = _graded(function, _exercise_of(name), name, seed)
    faults = [check.message for check in result.checks if check.status is Status.ERROR]
    if faults:
        raise GraderError(faults[0] or "a check could not be judged")
    if any(check.status is Status.FAILED for check in result.checks):
        raise AssertionError(laid_out(_lines(result), SCREEN).rstrip("\n"))


def _graded(function: Callable[..., Any], exercise: Exercise, name: str, seed: int) -> FunctionResult:
    bundles = Provider(default_store(), seed).bundles(exercise, [name])
    examination = Examination(exercise, bundles, Live(name, function), "auto", DEVICES, explained)
    examination.ask_all(torch_possible=torch_is_here())
    return scored(name, exercise.functions[name].points, list(examination.judged(name)))


def _lines(result: FunctionResult) -> Iterator[Text]:
    yield Text(f"{result.function} does not keep every promise")
    yield from indented(failure_lines(result, SCREEN.columns - 2), 2)
    yield Text()
    yield Text(f"({PRACTICE})", style=DIM)


def _exercise_of(name: str) -> Exercise:
    exercises = _exercises().values()
    found = next((each for each in exercises if name in each.functions), None)
    if found is None:
        raise unknown_name("function", name, (known for each in exercises for known in each.functions))
    return found


@cache
def _exercises() -> dict[str, Exercise]:
    return load_exercises()
