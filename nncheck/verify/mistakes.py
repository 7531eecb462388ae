"""A wrong number -> the misconception of an exercise that gives it, if a single one does."""

import re
from collections.abc import Sequence
from typing import Any

from nncheck.errors import NncheckError
from nncheck.records import Named
from nncheck.reference.balls import Interval, Uncertified
from nncheck.verify.calls import Formula
from nncheck.verify.printed import Agreement, Printed, agreement, significant
from nncheck.verify.quantities import Quantities, hull

_ENOUGH = 4  # significant digits; fewer are met by chance
_STEPS = re.compile(r"\b(?:loss_)?after\((\d{1,6})\)")
LONG = 100  # steps of a network beyond which only the likely ones are tried


def explanation(
    text: str, printed: list[Printed], quantities: Quantities, likely: Sequence[str]
) -> Named | None:
    """The misconception under which all these numbers are right.

    `likely` are the codes of those that explained other numbers of the same source.
    """
    if sum(significant(each) for each in printed if each.value) < _ENOUGH:
        return None
    found = [
        named
        for named, function, formula in quantities.misconceptions(text)
        if (quantities.longest <= LONG or named.id in likely)
        and _gives(text, printed, quantities, function, formula)
    ]
    return found[0] if len({each.id for each in found}) == 1 else None


def another_step(text: str, printed: Printed, quantities: Quantities) -> str:
    """Whether the number is right one step earlier or later, in words; "" if it is not, or too short."""
    if significant(printed) < _ENOUGH:
        return ""
    for found in _STEPS.finditer(text):
        for steps in (int(found[1]) - 1, int(found[1]) + 1):
            moved = f"{text[: found.start(1)]}{steps}{text[found.end(1) :]}"
            try:
                (interval,) = quantities.intervals(list(quantities.graphs(moved).flat))
            except (NncheckError, Uncertified, ValueError):
                continue
            if agreement(printed, hull(interval)) is Agreement.ROUNDING:
                return f"it is right after {steps} step{'s' * (steps != 1)}"
    return ""


def _gives(
    text: str, printed: list[Printed], quantities: Quantities, function: str, formula: Formula
) -> bool:
    intervals = exchanged_values(text, quantities, function, formula)
    return len(intervals) == len(printed) and all(
        agreement(number, hull(interval)) is Agreement.ROUNDING
        for number, interval in zip(printed, intervals, strict=True)
    )


def exchanged_values(
    text: str,
    quantities: Quantities,
    function: str,
    formula: Formula,
    variables: dict[str, Any] | None = None,
) -> list[Interval]:
    """A quantity with another formula in place of a function's; none where that leads nowhere."""
    try:
        other = quantities.with_exchanged(function, formula)
        return other.intervals(list(other.graphs(text, variables).flat))
    except (NncheckError, Uncertified, ArithmeticError, TypeError, ValueError, LookupError, AttributeError):
        return []  # a wrong formula may not even fit
