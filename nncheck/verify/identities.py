"""Claims that quantities are equal for all values of their variables: proved, or refuted by an example."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple

import numpy as np

from nncheck.errors import UsageError
from nncheck.records import Named
from nncheck.reference.balls import Uncertified
from nncheck.spec.expression import Expression, constant, rebuilt, substitute
from nncheck.verify.claim import Claim
from nncheck.verify.conditions import Region, points, regions
from nncheck.verify.findings import Verdict
from nncheck.verify.judged import Judged, undecided
from nncheck.verify.mistakes import exchanged_values
from nncheck.verify.printed import shown
from nncheck.verify.quantities import Quantities, hull, variables_named
from nncheck.verify.symbols import Undecided, branches, cases, formulas, is_zero

_AGREES = 20  # points at which a misconception must give the other side, to be named
_MOST_ENTRIES = 200


class Sides(NamedTuple):
    """Two quantities, entry by entry, over common variables."""

    left: list[Expression]
    right: list[Expression]
    variables: dict[str, Expression]


class Example(NamedTuple):
    """Values at which the sides differ."""

    values: dict[str, Fraction]
    left: str
    right: str


def identity(claim: Claim, quantities: Quantities) -> Judged:
    """True when proved; false with a counterexample; imprecise when it holds only as `holds_for` says."""
    region = regions(claim.where, claim.variables)
    first, *others = claim.equal
    for other in others:
        sides = _sides(first, other, claim, quantities)
        example = counterexample(sides, region, quantities)
        if example is not None:
            return _refuted(claim, other, sides, example, quantities)
    try:
        for other in others:
            proved(_sides(first, other, claim, quantities), region)
    except Undecided as error:
        return undecided(f"no counterexample was found, and no proof: {error}", "", "equal")
    return Judged(Verdict.TRUE, f"proved{_for_all(claim)}", "proved", "equal")


def _refuted(claim: Claim, other: str, sides: Sides, example: Example, quantities: Quantities) -> Judged:
    one, another = _side(claim, 0), _side(claim, claim.equal.index(other))
    reason = f"{_at(example)}{one} is {example.left} and {another} is {example.right}"
    actual = f"{example.left} and {example.right}"
    mistake = _explanation(claim, sides, quantities)
    if claim.holds_for:
        usual = regions(claim.holds_for, claim.variables)
        if counterexample(sides, usual, quantities) is None:
            try:
                proved(sides, usual)
            except Undecided as error:
                return undecided(f"{reason}; for {claim.holds_for} no proof was found: {error}")
            reason = f"it holds for {claim.holds_for}, but {reason}"
            return Judged(Verdict.IMPRECISE, reason, actual, "equal", None, mistake)
    return Judged(Verdict.FALSE, reason, actual, "equal", None, mistake)


def counterexample(sides: Sides, region: Mapping[str, Region], quantities: Quantities) -> Example | None:
    """Values at which certified balls of the two sides lie apart."""
    for values in points(region):
        try:
            found = _apart(sides, values, quantities)
        except Uncertified:  # not defined here
            continue
        if found is not None:
            return found
    return None


def _apart(sides: Sides, values: dict[str, Fraction], quantities: Quantities) -> Example | None:
    given = {sides.variables[name].order: constant(value) for name, value in values.items()}
    graphs = substitute([*sides.left, *sides.right], given, rebuilt) if given else [*sides.left, *sides.right]
    balls = [hull(each) for each in quantities.intervals(graphs)]
    half = len(sides.left)
    for left, right in zip(balls[:half], balls[half:], strict=True):
        if not left.overlaps(right):
            return Example(values, shown(left, 6), shown(right, 6))
    return None


def proved(sides: Sides, region: Mapping[str, Region]) -> None:
    """Returns when the sides are equal everywhere in the region.

    Raises Undecided where SymPy does not see it.
    """
    if len(sides.left) > _MOST_ENTRIES:
        raise Undecided("there are too many entries")
    graphs = [*sides.left, *sides.right]
    for case in cases(region, branches(graphs)):
        written = formulas(graphs, {sides.variables[name].order: value for name, value in case.items()})
        half = len(sides.left)
        for left, right in zip(written[:half], written[half:], strict=True):
            if not is_zero(left - right):
                raise Undecided(f"{left - right} was not seen to be 0"[:200])


def _sides(first: str, other: str, claim: Claim, quantities: Quantities) -> Sides:
    variables = variables_named(claim.variables)
    left, right = quantities.graphs(first, variables), quantities.graphs(other, variables)
    if left.shape != right.shape and right.size != 1:
        raise UsageError(f"{first} has the shape {left.shape}, and {other} the shape {right.shape}")
    right = np.broadcast_to(right.reshape(()) if right.size == 1 else right, left.shape)
    return Sides(list(left.flat), list(right.flat), variables)


def _explanation(claim: Claim, sides: Sides, quantities: Quantities) -> Named | None:
    """The misconception that turns the first quantity into the second, wherever both are defined."""
    found = []
    region = regions(claim.where, claim.variables)
    spots = list(points(region))[:_AGREES]
    for named, function, formula in quantities.misconceptions(claim.equal[0]):
        if _turns(claim, spots, function, formula, quantities):
            found.append(named)
    return found[0] if len({each.id for each in found}) == 1 else None


def _turns(
    claim: Claim, spots: list[dict[str, Fraction]], function: str, formula: Any, quantities: Quantities
) -> bool:
    agreed = 0
    for values in spots:
        at = {name: constant(value) for name, value in values.items()}
        try:
            right = quantities.intervals(list(quantities.graphs(claim.equal[1], at).flat))
        except Uncertified:
            continue
        wrong = exchanged_values(claim.equal[0], quantities, function, formula, at)
        if len(wrong) != len(right) or not all(
            hull(a).overlaps(hull(b)) for a, b in zip(wrong, right, strict=True)
        ):
            return False
        agreed += 1
    return agreed > 0


def _side(claim: Claim, place: int) -> str:
    """What a quantity of the claim is called in a sentence."""
    if len(claim.equal) == 2:
        return ("the left side", "the right side")[place]
    return f"the {('first', 'second', 'third', 'fourth')[place]} side" if place < 4 else f"side {place + 1}"


def _for_all(claim: Claim) -> str:
    if not claim.variables:
        return ""
    return f" for all {', '.join(claim.variables)}{f' with {claim.where}' if claim.where else ''}"


def _at(example: Example) -> str:
    if not example.values:
        return ""
    return f"at {', '.join(f'{name} = {shown(value)}' for name, value in example.values.items())} "
