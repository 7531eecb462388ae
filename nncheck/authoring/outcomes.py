"""A solution and its result -> what is not as it is filed: right, naive, wrong or hostile."""

import re
from collections.abc import Callable, Iterator
from itertools import takewhile
from math import isclose
from pathlib import Path

from nncheck.records import (
    CheckResult,
    ExerciseResult,
    FunctionResult,
    Record,
    Status,
    Submission,
    SubmissionResult,
)

KINDS = ("right", "naive", "wrong", "hostile")

_HEADER_LINE = re.compile(r"# (mistake|attack|function|fails|diagnosed|outcome): *(.*)")


class Solution(Record, frozen=True, kw_only=True):
    """A file of solutions/<exercise>/<kind>/."""

    exercise: str
    kind: str
    path: Path


class Statement(Record, frozen=True, kw_only=True):
    """What the first lines of a wrong or hostile solution say of it; "" where they say nothing."""

    mistake: str = ""
    attack: str = ""
    function: str = ""
    fails: str = ""
    diagnosed: str = ""
    outcome: str = ""

    @property
    def diagnosis(self) -> str:
        """The code of the misconception that must be named, or "" for none."""
        return "" if self.diagnosed == "none" else self.diagnosed


def find_solutions(folder: Path, exercise: str) -> list[Solution]:
    """The solutions of one exercise, kind by kind."""
    return [
        Solution(exercise=exercise, kind=kind, path=path)
        for kind in KINDS
        for path in sorted((folder / exercise / kind).glob("*"))
        if path.suffix in (".py", ".ipynb")
    ]


def statement(submission: Submission) -> Statement:
    """The comment at the head of the file, or of the first cell of a notebook."""
    head = takewhile(
        lambda line: line.startswith("#"), submission.cells[0].source.splitlines() if submission.cells else []
    )
    found = [_HEADER_LINE.fullmatch(line.rstrip()) for line in head]
    return Statement(**{line[1]: line[2] for line in found if line is not None})


def problems(solution: Solution, stated: Statement, result: SubmissionResult) -> list[str]:
    """What is not as the solution's folder and first lines say; nothing where all is."""
    found = next((each for each in result.exercises if each.exercise == solution.exercise), None)
    if found is None:
        found = ExerciseResult(exercise=solution.exercise, score=0.0, max_score=0.0, functions=())
    faults = [
        f"nncheck failed on {each.function}.{check.check}: {check.message}"
        for each in found.functions
        for check in each.checks
        if check.status == Status.ERROR
    ]
    return [*faults, *_PROBLEMS[solution.kind](stated, found)]


def _right(stated: Statement, result: ExerciseResult) -> Iterator[str]:
    if result.not_attempted:
        yield f"it does not define {', '.join(result.not_attempted)}"
    for each in result.functions:
        for check in each.checks:
            if check.status == Status.FAILED or (check.status == Status.SKIPPED and check.max_score > 0):
                yield f"{each.function}.{check.check} {check.status}: {check.message}"
    if not result.functions:
        yield "it defines no function of the exercise"
    if not _full(result):
        yield f"it scores {result.score:g} of {result.max_score:g}"


def _naive(stated: Statement, result: ExerciseResult) -> Iterator[str]:
    failed = [(each.function, check) for each in result.functions for check in each.checks if _lost(check)]
    for function, check in failed:
        if check.kind != "stability":
            yield f"{function}.{check.check} {check.status}: {check.message}"
    if not failed:
        yield "it loses no stability check; it belongs to right/"


def _wrong(stated: Statement, result: ExerciseResult) -> Iterator[str]:
    unstated = [name for name in ("mistake", "function", "fails", "diagnosed") if not getattr(stated, name)]
    if unstated:
        yield f"its first lines state no {unstated[0]!r}; write # {unstated[0]}: ..."
        return
    function = _function(stated, result)
    if function is None:
        yield f"it does not define {stated.function}, which it states as wrong"
        return
    failed = {check.check for check in function.checks if check.status == Status.FAILED}
    for name in stated.fails.replace(",", " ").split():
        if name not in failed:
            yield f"{function.function}.{name} does not fail, only {', '.join(sorted(failed)) or 'nothing'}"
    codes = {named.id for check in function.checks for named in check.misconceptions}
    if stated.diagnosis and stated.diagnosis not in codes:
        yield f"{stated.diagnosis} is not named, but {', '.join(sorted(codes)) or 'nothing'}"


def _hostile(stated: Statement, result: ExerciseResult) -> Iterator[str]:
    unstated = [name for name in ("attack", "function", "outcome") if not getattr(stated, name)]
    if unstated:
        yield f"its first lines state no {unstated[0]!r}; write # {unstated[0]}: ..."
        return
    if stated.function == "all":
        if result.score:
            yield f"it scores {result.score:g}, expected nothing"
        return
    named = _function(stated, result)
    passes = stated.outcome.startswith("passes")
    if named is None and passes:
        yield f"it does not define {stated.function}"
    elif named is not None and _full(named) != passes:
        expected = "all" if passes else "less"
        yield f"{named.function} scores {named.score:g} of {named.max_score:g}, expected {expected}"
    for each in result.functions:
        if each is not named and not _full(each):
            yield f"{each.function} scores {each.score:g} of {each.max_score:g}, expected all"


_PROBLEMS: dict[str, Callable[[Statement, ExerciseResult], Iterator[str]]] = {
    "right": _right,
    "naive": _naive,
    "wrong": _wrong,
    "hostile": _hostile,
}


def _function(stated: Statement, result: ExerciseResult) -> FunctionResult | None:
    return next((each for each in result.functions if each.function == stated.function), None)


def _full(result: ExerciseResult | FunctionResult) -> bool:
    """Whether nothing is lost; sums of shares may be off in the last digit."""
    return isclose(result.score, result.max_score, rel_tol=1e-9)


def _lost(check: CheckResult) -> bool:
    return check.status == Status.FAILED or (check.status == Status.SKIPPED and check.max_score > 0)
