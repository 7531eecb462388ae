"""Results -> who fails in the same way, and so could be helped together."""

from collections.abc import Iterator, Mapping, Sequence

from nncheck.records import FunctionResult, Named, Record, SubmissionResult
from nncheck.report.failure import check_name, failures

FEWEST = 2  # submissions that make a group


class Failing(Record, frozen=True, kw_only=True):
    """A way to fail a function: by misconceptions, for one reason, or else just by some checks."""

    exercise: str
    function: str
    misconceptions: tuple[Named, ...] = ()
    reason: str = ""  # what all checks say, as of a function that is not defined
    checks: tuple[str, ...] = ()


class Group(Record, frozen=True, kw_only=True):
    """Submissions that fail in the same ways, by the numbers of their rows."""

    failings: tuple[Failing, ...]
    rows: tuple[int, ...]
    again: int  # how many of them were changed since they were first handed in


def failings(result: SubmissionResult) -> Iterator[Failing]:
    """The ways in which a submission fails, one for each function that does."""
    for exercise in result.exercises:
        for function in exercise.functions:
            if failures(function):
                yield _failing(exercise.exercise, function)


def _failing(exercise: str, function: FunctionResult) -> Failing:
    failed, name = failures(function), function.function
    named = {each.id: each for check in failed for each in check.misconceptions}
    if named:
        ordered = tuple(named[number] for number in sorted(named))
        return Failing(exercise=exercise, function=name, misconceptions=ordered)
    said = {check.message for check in failed}
    told = len(failed) > 1 and len(said) == 1 and not failed[0].hidden  # hidden ones all say the same
    reason = said.pop() if told else None
    if reason:
        return Failing(exercise=exercise, function=name, reason=reason)
    checks = tuple(dict.fromkeys(map(check_name, failed)))
    return Failing(exercise=exercise, function=name, checks=checks)


def groups(alike: Mapping[Failing, Sequence[int]], versions: Sequence[int]) -> list[Group]:
    """The groups, those first in which most have tried again, then the largest.

    `versions` says of each row how often it was handed in. What the very same submissions fail is one group.
    """
    ways: dict[tuple[int, ...], list[Failing]] = {}
    for failing, rows in alike.items():
        if len(rows) >= FEWEST:
            ways.setdefault(tuple(rows), []).append(failing)
    found = [
        Group(failings=tuple(each), rows=rows, again=sum(versions[row] > 1 for row in rows))
        for rows, each in ways.items()
    ]
    return sorted(found, key=lambda group: (-group.again, -len(group.rows)))
