"""Judged checks -> points: shared by weight, without those that could not be judged."""

from collections.abc import Sequence
from math import fsum

import msgspec

from nncheck.judge.plan import MAIN, Check
from nncheck.records import CheckResult, Curve, FunctionResult, Record, Status, SubmissionResult

# of a function's points while its float64 values, or the law of its numbers, are wrong
WRONG_VALUES_CEILING = 0.25


class Judged(Record, frozen=True, kw_only=True):
    """A check and what it came to, before points. `counts` is false where nobody could judge it.

    `credit` is the share of the points that a failed check earns all the same, because the answer
    follows a convention that the instructor accepts.
    """

    check: Check
    result: CheckResult
    counts: bool = True
    credit: float = 0.0

    @property
    def earned(self) -> float:
        """The share of the check's points."""
        return 1.0 if self.result.status == Status.PASSED else self.credit


def scored(
    function: str, points: float, judged: Sequence[Judged], curve: Curve | None = None
) -> FunctionResult:
    """The function's result with its points given to the checks.

    Checks that do not count (no GPU, no library, grader at fault) leave their share to the others.
    """
    weights = [each.check.weight if each.counts else 0.0 for each in judged]
    total = sum(weights)
    shares = [points * weight / total if total else 0.0 for weight in weights]
    maximum = points if total else 0.0
    ceiling = maximum * WRONG_VALUES_CEILING if _values_wrong(judged) else maximum
    earned = fsum(share * each.earned for share, each in zip(shares, judged, strict=True))
    if all(each.earned == 1.0 for each in judged if each.counts):
        earned = maximum  # not a last digit short of it
    factor = min(1.0, ceiling / earned) if earned else 1.0
    results = [_with_points(each, share, factor) for each, share in zip(judged, shares, strict=True)]
    return FunctionResult(
        function=function,
        score=min(earned, ceiling),
        max_score=maximum,
        checks=tuple(results),
        curve=curve,
    )


def _values_wrong(judged: Sequence[Judged]) -> bool:
    return any(each.check.name in MAIN and not each.earned for each in judged if each.counts)


def _with_points(judged: Judged, share: float, factor: float) -> CheckResult:
    return msgspec.structs.replace(judged.result, score=share * judged.earned * factor, max_score=share)


def at_fault(result: SubmissionResult) -> bool:
    """Whether the grader itself failed on some check."""
    checks = (
        check for exercise in result.exercises for function in exercise.functions for check in function.checks
    )
    return any(check.status == Status.ERROR for check in checks)
