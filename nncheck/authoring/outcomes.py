"""A solution and its result -> what is not as it is filed: right, naive, wrong or hostile."""

import re
from collections.abc import Callable, Iterator
from math import isclose
from pathlib import Path

from nncheck.records import CheckResult, ExerciseResult, FunctionResult, Record, Status, SubmissionResult

KINDS = ("right", "naive", "wrong", "hostile")

_HEADER_LINE = re.compile(r"# (\w+): (.*)")


class Solution(Record):
    """A file of solutions/<exercise>/<kind>/ with what its first lines state."""

    exercise: str
    kind: str
    path: Path
    header: dict[str, str]

    @property
    def diagnosis(self) -> str:
        """The code of the misconception that must be named, or "" """
        stated = self.header.get("diagnosed", "none")
        return "" if stated == "none" else stated


def find_solutions(folder: Path, exercise: str) -> list[Solution]:
    """The solutions of one exercise, kind by kind."""
    return [
        Solution(exercise=exercise, kind=kind, path=path, header=_header(path))
        for kind in KINDS
        for path in sorted((folder / exercise / kind).glob("*"))
        if path.suffix in (".py", ".ipynb")
    ]


def _header(path: Path) -> dict[str, str]:
    stated: dict[str, str] = {}
    for line in path.read_text("utf-8", "replace").splitlines():
        found = _HEADER_LINE.fullmatch(line.rstrip())
        if found is None:
            break
        stated[found[1]] = found[2].strip()
    return stated


def problems(solution: Solution, result: SubmissionResult) -> list[str]:
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
    return [*faults, *_PROBLEMS[solution.kind](solution, found)]


def _right(solution: Solution, result: ExerciseResult) -> Iterator[str]:
    if result.not_attempted:
        yield f"it does not define {', '.join(result.not_attempted)}"
    for each in result.functions:
        for check in each.checks:
            if check.status == Status.FAILED or (check.status == Status.SKIPPED and check.max_score > 0):
                yield f"{each.function}.{check.check} {check.status}: {check.message}"
    if not _full(result) or not result.functions:
        yield f"it scores {result.score:g} of {result.max_score:g}"


def _naive(solution: Solution, result: ExerciseResult) -> Iterator[str]:
    failed = [(each.function, check) for each in result.functions for check in each.checks if _lost(check)]
    for function, check in failed:
        if check.kind != "stability":
            yield f"{function}.{check.check} {check.status}: {check.message}"
    if not failed:
        yield "it loses no stability check; it belongs to right/"


def _wrong(solution: Solution, result: ExerciseResult) -> Iterator[str]:
    missing = [name for name in ("mistake", "function", "fails", "diagnosed") if name not in solution.header]
    if missing:
        yield f"its first lines state no {missing[0]!r}; write # {missing[0]}: ..."
        return
    function = _function(solution, result)
    if function is None:
        yield f"it does not define {solution.header['function']}, which it states as wrong"
        return
    failed = {check.check for check in function.checks if check.status == Status.FAILED}
    for name in solution.header["fails"].replace(",", " ").split():
        if name not in failed:
            yield f"{function.function}.{name} does not fail, only {', '.join(sorted(failed)) or 'nothing'}"
    codes = {named.id for check in function.checks for named in check.misconceptions}
    if solution.diagnosis and solution.diagnosis not in codes:
        yield f"{solution.diagnosis} is not named, but {', '.join(sorted(codes)) or 'nothing'}"


def _hostile(solution: Solution, result: ExerciseResult) -> Iterator[str]:
    missing = [name for name in ("attack", "function", "outcome") if name not in solution.header]
    if missing:
        yield f"its first lines state no {missing[0]!r}; write # {missing[0]}: ..."
        return
    if solution.header["function"] == "all":
        if result.score:
            yield f"it scores {result.score:g}, expected nothing"
        return
    named = _function(solution, result)
    passes = solution.header["outcome"].startswith("passes")
    if named is None and passes:
        yield f"it does not define {solution.header['function']}"
    elif named is not None and _full(named) != passes:
        yield f"{named.function} scores {named.score:g} of {named.max_score:g}, expected {'all' if passes else 'less'}"
    for each in result.functions:
        if each is not named and not _full(each):
            yield f"{each.function} scores {each.score:g} of {each.max_score:g}, expected all"


_PROBLEMS: dict[str, Callable[[Solution, ExerciseResult], Iterator[str]]] = {
    "right": _right,
    "naive": _naive,
    "wrong": _wrong,
    "hostile": _hostile,
}


def _function(solution: Solution, result: ExerciseResult) -> FunctionResult | None:
    return next((each for each in result.functions if each.function == solution.header["function"]), None)


def _full(result: ExerciseResult | FunctionResult) -> bool:
    """Whether nothing is lost; sums of shares may be off in the last digit."""
    return isclose(result.score, result.max_score, rel_tol=1e-9)


def _lost(check: CheckResult) -> bool:
    return check.status == Status.FAILED or (check.status == Status.SKIPPED and check.max_score > 0)
