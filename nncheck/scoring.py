"""Judged checks -> points: shared by weight, without those that could not be judged."""

from collections.abc import Sequence

from nncheck.judge.plan import Check
from nncheck.records import CheckResult, FunctionResult, Record, Status

WRONG_VALUES_CEILING = 0.25  # of a function's points while its float64 values are wrong


class Judged(Record):
    """A check and what it came to, before points. `counts` is false where nobody could judge it."""

    check: Check
    result: CheckResult
    counts: bool = True


def scored(function: str, points: float, judged: Sequence[Judged]) -> FunctionResult:
    """The function's result with its points given to the checks.

    Checks that do not count (no GPU, no library, grader at fault) leave their share to the others.
    """
    weights = [each.check.weight if each.counts else 0.0 for each in judged]
    total = sum(weights)
    shares = [points * weight / total if total else 0.0 for weight in weights]
    earned = sum(share for share, each in zip(shares, judged, strict=True) if each.result.status == Status.PASSED)
    maximum = points if total else 0.0
    ceiling = maximum * WRONG_VALUES_CEILING if _values_wrong(judged) else maximum
    factor = min(1.0, ceiling / earned) if earned else 1.0
    results = [_with_points(each.result, share, factor) for each, share in zip(judged, shares, strict=True)]
    return FunctionResult(function=function, score=min(earned, ceiling), max_score=maximum, checks=tuple(results))


def _values_wrong(judged: Sequence[Judged]) -> bool:
    return any(each.check.name == "values" and each.result.status == Status.FAILED for each in judged)


def _with_points(result: CheckResult, share: float, factor: float) -> CheckResult:
    passed = result.status == Status.PASSED
    return CheckResult(
        check=result.check,
        kind=result.kind,
        device=result.device,
        status=result.status,
        promise=result.promise,
        score=share * factor if passed else 0.0,
        max_score=share,
        message=result.message,
        counterexample=result.counterexample,
        misconceptions=result.misconceptions,
        location=result.location,
    )
