"""What was found out about a check -> its result, as the student reads it."""

from typing import Protocol

import numpy as np

from nncheck.judge.compare import keys
from nncheck.judge.evidence import UNWRITTEN, Broken, Explanation
from nncheck.judge.plan import Check
from nncheck.judge.steps import loop, told_by_step, until_then
from nncheck.records import CheckResult, Counterexample, Location, Named, Opaque, OutcomeKind, Status, Value
from nncheck.sandbox.allowance import memory
from nncheck.spec.exercise import Function

MOST_KEPT = 1 << 20  # bytes of an answer; of what is smaller, reports show 64 entries


class Telling(Protocol):
    """How much of a failure is told. Findings become results here and nowhere else."""

    simplifies: bool  # whether simpler inputs may be searched for, with the student's code

    def failed(
        self, function: Function, check: Check, found: Explanation, defined: Location | None
    ) -> CheckResult:
        """The result of a broken promise; `defined` is where the function stands in the submission."""

    def fault(self, check: Check, error: Exception) -> CheckResult:
        """The result of a check that we failed to judge."""


class Openly:
    """Everything is told: inputs, answers, what the student's code said."""

    def __init__(self, simplifies: bool = True):
        self.simplifies = simplifies

    def failed(
        self, function: Function, check: Check, found: Explanation, defined: Location | None
    ) -> CheckResult:
        """The sentence, the inputs, what came and what should have."""
        prefix = f"the first wrong link is {found.link}: " if found.link else ""
        return result(
            check,
            Status.FAILED,
            prefix + _sentence(function, found.broken),
            counterexample=_counterexample(function, found.broken),
            misconceptions=found.misconceptions,
            location=found.broken.location or defined,
        )

    def fault(self, check: Check, error: Exception) -> CheckResult:
        """Our own exception, for whoever reports it to us."""
        message = f"nncheck failed on this check ({type(error).__name__}: {error}); it costs no points"
        return result(check, Status.ERROR, message)


def result(
    check: Check,
    status: Status,
    message: str | None = None,
    *,
    counterexample: Counterexample | None = None,
    misconceptions: tuple[Named, ...] = (),
    location: Location | None = None,
) -> CheckResult:
    """The check with what it came to, before points."""
    return CheckResult(
        check=check.name, kind=check.kind, device=check.device, status=status, promise=check.promise,
        score=0.0, max_score=0.0, message=message, counterexample=counterexample,
        misconceptions=misconceptions, location=location,
    )  # fmt: skip


def _sentence(function: Function, broken: Broken) -> str:
    sentence = told_by_step(function, broken.sentence) if function.steps else broken.sentence
    if broken.error is None or broken.allowed is None:
        return sentence
    return f"{sentence}; off by {broken.error:.3g}, allowed {broken.allowed:.2g}"


def _counterexample(function: Function, broken: Broken) -> Counterexample | None:
    if not broken.arguments or broken.sentence == UNWRITTEN or broken.outcome == OutcomeKind.MISSING:
        return None
    steps, call = function.steps, ""
    if steps:
        broken, call = until_then(steps, broken), loop(function, steps, len(broken.arguments))
    inputs = dict(zip(function.parameters, broken.arguments, strict=False))
    return Counterexample(
        inputs=inputs, got=_kept(broken.got), expected=broken.expected, call=call, error=broken.error,
        allowed=broken.allowed, part=keys(broken.path),
    )  # fmt: skip


def _kept(got: Value) -> Value:
    """What came, or only what it was where it is large: results are kept until all submissions are graded."""
    if memory(got) <= MOST_KEPT:
        return got
    what = f"{got.dtype} array of shape {got.shape}" if isinstance(got, np.ndarray) else type(got).__name__
    return Opaque(type_name=f"{what}, too large to be shown")
