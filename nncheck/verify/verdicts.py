"""Claims -> findings: every verdict is computed."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from nncheck.errors import NncheckError, UsageError
from nncheck.reference.balls import Uncertified
from nncheck.verify import identities, numbers, ranges, rankings, variances
from nncheck.verify.claim import Claim, Kind, where
from nncheck.verify.findings import Finding, Verdict
from nncheck.verify.judged import Judged, undecided
from nncheck.verify.mistakes import LONG
from nncheck.verify.patience import TooLong, limited
from nncheck.verify.quantities import Quantities
from nncheck.verify.symbols import Undecided

PATIENCE = 60.0  # seconds of processor time for one claim
# What SymPy raises where it is at a loss.
_HELPLESS = (ArithmeticError, TypeError, ValueError, LookupError, AttributeError, NotImplementedError)

_KINDS: dict[Kind, Callable[[Claim, Quantities], Judged]] = {
    Kind.ABOUT: numbers.about,
    Kind.COUNT: numbers.count,
    Kind.RANKING: rankings.ranking,
    Kind.IDENTITY: identities.identity,
    Kind.RANGE: ranges.value_range_claim,
    Kind.BOUND: ranges.bound,
    Kind.LIMIT: ranges.limit,
    Kind.MONOTONE: ranges.monotone,
    Kind.VARIANCE: variances.variance,
}


def findings(
    claims: Sequence[Claim],
    quantities: Quantities,
    tell: Callable[[int, int], None] = lambda done, total: None,
) -> list[Finding]:
    """A finding for each claim, in order; `tell` hears how many are done.

    What long computations ended in is explained last, by mistakes that the same source made elsewhere.
    """
    found = []
    for done, claim in enumerate(claims):
        tell(done, len(claims))
        found.append(finding(claim, quantities))
    if quantities.longest > LONG:
        found = [
            _explained(claim, each, found, quantities) for claim, each in zip(claims, found, strict=True)
        ]
    return found


def _explained(claim: Claim, found: Finding, all_found: list[Finding], quantities: Quantities) -> Finding:
    if (
        found.verdict is not Verdict.FALSE
        or found.misconception
        or claim.kind not in (Kind.NUMBER, Kind.ARRAY)
    ):
        return found
    likely = sorted(
        {each.misconception.id for each in all_found if each.misconception and each.source == found.source}
    )
    return finding(claim, quantities, likely) if likely else found


def finding(claim: Claim, quantities: Quantities, likely: Sequence[str] = ()) -> Finding:
    """What becomes of one claim.

    Raises UsageError naming file and line where the claim makes no sense.
    """
    try:
        with limited(PATIENCE):
            judged = judge(claim, quantities, likely)
    except TooLong:
        judged = undecided("it takes too long to compute", "", quoted(claim.printed))
    except _HELPLESS as error:
        judged = undecided(f"it could not be computed: {type(error).__name__}", "", quoted(claim.printed))
    except (Uncertified, Undecided) as error:
        judged = undecided(str(error) or "it has no certified value", "", quoted(claim.printed))
    except NncheckError as error:
        raise UsageError(f"{where(claim)}: {error}") from None
    return Finding(
        source=claim.source,
        place=claim.place,
        statement=claim.quote,
        printed=judged.printed,
        actual=judged.actual,
        digits_right=judged.digits_right,
        verdict=judged.verdict,
        reason=f"{judged.reason[:1].upper()}{judged.reason[1:]}.",
        misconception=judged.misconception,
        name=claim.name or claim.quantity or claim.distribution or " = ".join(claim.equal),
    )


def judge(claim: Claim, quantities: Quantities, likely: Sequence[str]) -> Judged:
    """The verdict on a claim of whatever kind."""
    if claim.kind is Kind.NUMBER:
        return numbers.number(claim, quantities, likely)
    if claim.kind is Kind.ARRAY:
        return numbers.array(claim, quantities, likely)
    return _KINDS[claim.kind](claim, quantities)


def stated(quantity: str, printed: Any, source: str, quote: str, place: Any = None) -> Claim:
    """A claim as it stands in notes: a number or an array of them."""
    kind = Kind.ARRAY if isinstance(printed, list) else Kind.NUMBER
    return Claim(source=source, quote=quote, kind=kind, quantity=quantity, printed=printed, place=place)


def quoted(printed: Any) -> str:
    """What is printed, on one line."""
    return printed if isinstance(printed, str) else msgspec.json.encode(printed).decode()
