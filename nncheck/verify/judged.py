"""What a kind of claim says of one claim, and how several such answers make one."""

from collections.abc import Iterable
from typing import NamedTuple

from nncheck.records import Named
from nncheck.verify.findings import Verdict


class Judged(NamedTuple):
    """A verdict with its reason: one sentence without a full stop."""

    verdict: Verdict
    reason: str
    actual: str = ""
    printed: str = ""
    digits_right: int | None = None
    misconception: Named | None = None


_ORDER = (Verdict.FALSE, Verdict.UNDECIDED, Verdict.IMPRECISE, Verdict.TRUE)


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """What several verdicts come to together: true only where all are."""
    return min(verdicts, key=_ORDER.index)


def undecided(reason: str, actual: str = "", printed: str = "") -> Judged:
    """What cannot be computed is undecided, never true."""
    return Judged(Verdict.UNDECIDED, reason, actual, printed)
