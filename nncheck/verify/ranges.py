"""Claims about a function of one variable: range, bound, limit, monotone."""

from fractions import Fraction
from typing import Any, NamedTuple

import sympy

from nncheck.errors import UsageError
from nncheck.reference.balls import Uncertified
from nncheck.reference.symbolic import limit as limit_at_infinity
from nncheck.spec.expression import Expression, constant
from nncheck.verify.claim import BOUNDS, Claim
from nncheck.verify.conditions import Region, points, regions
from nncheck.verify.courses import Extreme, directions, jumps, value_range
from nncheck.verify.findings import Verdict
from nncheck.verify.judged import Judged, undecided
from nncheck.verify.printed import Agreement, agreement, bounds, parse, shown, significant
from nncheck.verify.quantities import Quantities, hull, variables_named
from nncheck.verify.symbols import Undecided, formulas

_FAR = 1000  # where float arithmetic has long rounded a limit to its value
_WORDS = {1: "increasing", -1: "decreasing", 0: "constant"}


class Interval(NamedTuple):
    """An interval as it is printed."""

    low: Any
    high: Any
    low_closed: bool
    high_closed: bool


def value_range_claim(claim: Claim, quantities: Quantities) -> Judged:
    """True when the values fill exactly this interval; imprecise when an end is wrongly open or closed."""
    printed = _interval(claim.printed)
    graph, variable = _function(claim, quantities)
    try:
        low, high = value_range(graph, variable, Region())
        if jumps(graph, variable):
            raise Undecided("it jumps at 0, and so its values fill no interval")
    except Undecided as error:
        return undecided(f"its range could not be computed: {error}", "", claim.printed)
    opening, closing = "(" if low.at is None else "[", ")" if high.at is None else "]"
    actual = f"{opening}{_text(low.value)}, {_text(high.value)}{closing}"
    faults = [
        _end_fault(end, value, closed, claim, quantities)
        for end, value, closed in (
            (low, printed.low, printed.low_closed),
            (high, printed.high, printed.high_closed),
        )
    ]
    if not any(faults):
        return Judged(Verdict.TRUE, f"its values fill {actual}", actual, claim.printed)
    outside = (printed.low > low.value) == True or (printed.high < high.value) == True  # noqa: E712  SymPy's own truth
    same = printed.low == low.value and printed.high == high.value
    reason = f"{'; '.join(each for each in faults if each)}; the range is {actual}"
    if same or not outside:
        return Judged(Verdict.IMPRECISE, reason, actual, claim.printed)
    return Judged(Verdict.FALSE, reason, actual, claim.printed)


def _end_fault(end: Extreme, printed: Any, closed: bool, claim: Claim, quantities: Quantities) -> str:
    """What is wrong with one end of a printed interval; "" if nothing is."""
    if printed != end.value:
        return f"the end {_text(printed)} should be {_text(end.value)}"
    if abs(end.value) == sympy.oo or closed == (end.at is not None):
        return ""
    if end.at is not None:
        return f"{_text(end.value)} is attained, at {claim.variables[0]} = {_text(end.at)}"
    return f"{_text(end.value)} is never attained{_attained_in_floats(end.value, claim, quantities)}"


def _attained_in_floats(value: Any, claim: Claim, quantities: Quantities) -> str:
    """Far out every limit is rounded to its value."""
    for far in (_FAR, -_FAR):
        graph = quantities.single(claim.quantity, {claim.variables[0]: constant(far)})
        try:
            low, high = bounds(hull(quantities.intervals([graph])[0]))
        except Uncertified:
            continue
        if float((low + high) / 2) == float(value):
            return f" (float64 arithmetic rounds to it, as at {claim.variables[0]} = {far})"
    return ""


def bound(claim: Claim, quantities: Quantities) -> Judged:
    """True when no value of the quantity lies beyond."""
    (side,) = (name for name in BOUNDS if getattr(claim, name))
    target = hull(quantities.intervals([quantities.single(getattr(claim, side))])[0])
    statement = f"{side.replace('_', ' ')} {getattr(claim, side)}"
    upper, strict = side in ("at_most", "below"), side in ("below", "above")
    if not claim.variables:
        value = hull(quantities.intervals([quantities.single(claim.quantity)])[0])
        return _sided(value, target, upper, strict, shown(value), claim.printed or statement)
    spots = regions(claim.where, claim.variables)
    beyond = _beyond(claim, quantities, target, upper, strict)
    if beyond is not None:
        return Judged(Verdict.FALSE, beyond, "", claim.printed or statement)
    if len(claim.variables) > 1:
        return undecided(
            "no counterexample was found, and bounds in several variables are not proved", "", statement
        )
    graph, variable = _function(claim, quantities)
    try:
        low, high = value_range(graph, variable, spots[claim.variables[0]])
    except Undecided as error:
        return undecided(
            f"no counterexample was found, and its range could not be computed: {error}", "", statement
        )
    end = high if upper else low
    value = sympy.N(end.value, 50)
    ball = quantities_ball(value)
    attained = f"its {'largest' if upper else 'smallest'} value is {_text(end.value)}" + (
        f", at {claim.variables[0]} = {_text(end.at)}" if end.at is not None else ", which it only approaches"
    )
    return _sided(
        ball,
        target,
        upper,
        strict and end.at is not None,
        _text(end.value),
        claim.printed or statement,
        attained,
    )


def _sided(
    value: Any, target: Any, upper: bool, strict: bool, actual: str, printed: str, reason: str = ""
) -> Judged:
    """On which side of the bound a ball lies."""
    reason = reason or f"it is {actual}"
    low, high = bounds(value)
    target_low, target_high = bounds(target)
    if not upper:
        low, high, target_low, target_high = -high, -low, -target_high, -target_low
    if high < target_low or (not strict and high <= target_low):
        return Judged(Verdict.TRUE, reason, actual, printed)
    if low > target_high or (strict and low >= target_high):
        return Judged(Verdict.FALSE, reason, actual, printed)
    return undecided(f"{reason}, too near to the bound to tell", actual, printed)


def _beyond(claim: Claim, quantities: Quantities, target: Any, upper: bool, strict: bool) -> str | None:
    """A point beyond the bound, in words."""
    for values in points(regions(claim.where, claim.variables)):
        at = {name: constant(value) for name, value in values.items()}
        try:
            ball = hull(quantities.intervals([quantities.single(claim.quantity, at)])[0])
        except Uncertified:
            continue
        if _sided(ball, target, upper, strict, "", "").verdict is Verdict.FALSE:
            spot = ", ".join(f"{name} = {shown(value)}" for name, value in values.items())
            return f"at {spot} it is {shown(ball)}"
    return None


def limit(claim: Claim, quantities: Quantities) -> Judged:
    """True when the limit is what is printed, correctly rounded."""
    graph, variable = _function(claim, quantities)
    printed = parse(claim.printed)
    try:
        value = _limit(graph, variable, claim.to)
    except (Undecided, NotImplementedError, TypeError, ValueError) as error:
        return undecided(f"the limit could not be computed: {error}", "", claim.printed)
    if value is None:
        return Judged(Verdict.FALSE, "there is no limit: the sides differ", "none", claim.printed)
    actual = shown(value, max(significant(printed) + 3, 10))
    right = agreement(printed, value) is Agreement.ROUNDING
    return Judged(Verdict.TRUE if right else Verdict.FALSE, f"the limit is {actual}", actual, claim.printed)


def _limit(graph: Expression, variable: Expression, to: str) -> Any:
    """A float or a fraction; None where the two sides differ."""
    if to in ("inf", "-inf"):
        return limit_at_infinity(graph, variable, float(to), {})
    end = parse(to).value
    x = sympy.Symbol("x", positive=True)
    spot = sympy.Rational(end.numerator, end.denominator)
    sides = [
        sympy.limit(formulas([graph], {variable.order: spot + sign * x})[0], x, 0, "+") for sign in (1, -1)
    ]
    if sympy.simplify(sides[0] - sides[1]) != 0:
        return None
    if sides[0].is_infinite:
        return float(sides[0])
    return Fraction(str(sympy.N(sides[0], 60)))


def monotone(claim: Claim, quantities: Quantities) -> Judged:
    """True when the function rises and falls in this order."""
    wanted = [each.strip() for each in claim.printed.split("then")]
    if not all(each in _WORDS.values() for each in wanted):
        raise UsageError('printed is such as "increasing" or "increasing then decreasing"')
    graph, variable = _function(claim, quantities)
    region = regions(claim.where, claim.variables)[claim.variables[0]]
    try:
        found = directions(graph, variable, region)
    except Undecided as error:
        return undecided(f"its course could not be computed: {error}", "", claim.printed)
    actual = " then ".join(_WORDS[sign] for sign, _ in found)
    turns = ", ".join(f"{claim.variables[0]} = {_text(at)}" for _, at in found[1:])
    reason = f"it is {actual}{f', turning at {turns}' if turns else ''}"
    right = [_WORDS[sign] for sign, _ in found] == wanted
    return Judged(Verdict.TRUE if right else Verdict.FALSE, reason, actual, claim.printed)


def _function(claim: Claim, quantities: Quantities) -> tuple[Expression, Expression]:
    variables = variables_named(claim.variables)
    return quantities.single(claim.quantity, variables), variables[claim.variables[0]]


def _interval(text: Any) -> Interval:
    """A printed interval.

    Raises UsageError where it is none.
    """
    parts = text.strip()[1:-1].split(",") if isinstance(text, str) else []
    if len(parts) != 2 or text.strip()[0] not in "([" or text.strip()[-1] not in ")]":
        raise UsageError(f"{text!r} is no interval; write such as (0, 0.25] or [0, inf)")
    low, high = (_end(part) for part in parts)
    return Interval(low, high, text.strip()[0] == "[", text.strip()[-1] == "]")


def _end(text: str) -> Any:
    number = parse(text)
    if number.special is not None:
        return sympy.oo if number.special > 0 else -sympy.oo
    return sympy.Rational(number.value.numerator, number.value.denominator)


def _text(value: Any) -> str:
    """A number of SymPy as people read it."""
    if value in (sympy.oo, -sympy.oo):
        return "inf" if value > 0 else "-inf"
    if value.is_Rational:
        fraction = Fraction(int(value.p), int(value.q))
        exact = shown(fraction)
        return exact if Fraction(exact) == fraction else str(value)
    return str(value) if len(str(value)) <= 20 else shown(Fraction(str(sympy.N(value, 30))))


def quantities_ball(value: Any) -> Any:
    """A number of SymPy as a fraction, close enough to compare with a bound."""
    if value in (sympy.oo, -sympy.oo):
        return Fraction(10**400) * (1 if value > 0 else -1)
    return Fraction(str(value)) if not value.is_Rational else Fraction(int(value.p), int(value.q))
