"""What an instructor claims of notes: records, and what may be said of each kind."""

from enum import StrEnum
from typing import Any

from nncheck.errors import UsageError
from nncheck.records import Record
from nncheck.verify.findings import Place


class Kind(StrEnum):
    """What a claim states of its quantity."""

    NUMBER = "number"  # printed is its correct rounding
    ARRAY = "array"  # so is every number printed
    ABOUT = "about"  # it is nearly printed, as seen beside `scale`
    COUNT = "count"  # it is this whole number
    RANKING = "ranking"  # these entries are the largest, the middle, the smallest
    IDENTITY = "identity"  # all of `equal` are equal, for all values of the variables
    RANGE = "range"  # its values fill this interval
    BOUND = "bound"  # its values stay on this side
    LIMIT = "limit"  # it goes to printed as the variable goes to `to`
    MONOTONE = "monotone"  # it increases, decreases, or one after the other
    VARIANCE = "variance"  # the variance of `distribution`


class Claim(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that notes print or state. It holds no verdict: that is computed."""

    source: str
    quote: str
    language: str = "en"
    kind: Kind
    name: str = ""
    why: str = ""  # why anybody should care; for readers of the file
    place: Place | None = None
    quantity: str = ""
    printed: Any = None
    truncated: bool = False
    scale: str = ""
    variables: tuple[str, ...] = ()
    where: str = ""  # conditions on the variables, such as "0 <= alpha <= 1 and x > 0"
    equal: tuple[str, ...] = ()
    holds_for: str = ""  # the usual case, to be told apart from what is claimed of all
    at_most: str = ""
    at_least: str = ""
    below: str = ""
    above: str = ""
    to: str = ""
    labels: str = ""
    distribution: str = ""
    second: str = ""  # what the second argument of normal(...) is: "standard deviation" or "variance"


_NEEDS: dict[Kind, tuple[str, ...]] = {
    Kind.NUMBER: ("quantity", "printed"),
    Kind.ARRAY: ("quantity", "printed"),
    Kind.ABOUT: ("quantity", "printed"),
    Kind.COUNT: ("quantity", "printed"),
    Kind.RANKING: ("quantity", "printed"),
    Kind.IDENTITY: ("equal",),
    Kind.RANGE: ("quantity", "printed", "variables"),
    Kind.BOUND: ("quantity",),
    Kind.LIMIT: ("quantity", "printed", "variables", "to"),
    Kind.MONOTONE: ("quantity", "printed", "variables"),
    Kind.VARIANCE: ("distribution", "printed"),
}
_MAY: dict[Kind, tuple[str, ...]] = {
    Kind.NUMBER: ("truncated",),
    Kind.ARRAY: ("truncated",),
    Kind.ABOUT: ("scale",),
    Kind.RANKING: ("labels",),
    Kind.IDENTITY: ("variables", "where", "holds_for"),
    Kind.BOUND: ("variables", "where", "at_most", "at_least", "below", "above", "printed"),
    Kind.MONOTONE: ("where",),
    Kind.VARIANCE: ("variables", "second"),
}
_ALWAYS = ("source", "quote", "language", "kind", "name", "why", "place")
BOUNDS = ("at_most", "at_least", "below", "above")


def where(claim: Claim) -> str:
    """file:line of a claim, for messages."""
    return f"{claim.place.file}:{claim.place.line}" if claim.place else claim.source


def check(claim: Claim) -> None:
    """Refuse a claim whose parts do not make a statement.

    Raises UsageError naming file and line.
    """
    for field in _NEEDS[claim.kind]:
        if not getattr(claim, field) and getattr(claim, field) != 0:
            raise UsageError(f"{where(claim)}: a claim of kind {claim.kind!s} needs {field!r}")
    allowed = {*_ALWAYS, *_NEEDS[claim.kind], *_MAY.get(claim.kind, ())}
    for field in claim.__struct_fields__:
        if field not in allowed and getattr(claim, field) not in ("", (), None, False):
            raise UsageError(f"{where(claim)}: a claim of kind {claim.kind!s} has no {field!r}")
    if claim.kind is Kind.IDENTITY and len(claim.equal) < 2:
        raise UsageError(f"{where(claim)}: an identity needs two quantities or more in 'equal'")
    if claim.kind is Kind.BOUND and sum(bool(getattr(claim, name)) for name in BOUNDS) != 1:
        raise UsageError(f"{where(claim)}: a bound needs one of {', '.join(BOUNDS)}")
    if claim.kind in (Kind.RANGE, Kind.LIMIT, Kind.MONOTONE) and len(claim.variables) != 1:
        raise UsageError(f"{where(claim)}: a claim of kind {claim.kind!s} has one variable")
    if claim.second not in ("", "standard deviation", "variance"):
        raise UsageError(f'{where(claim)}: \'second\' is "standard deviation" or "variance"')
