"""A function of one variable -> its range, its bounds and where it rises, by SymPy.

It works for formulas that are rational in x, or in e^x, on each side of 0: there the slope's zeros are
roots of a polynomial, and all of them are found.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

import sympy

from nncheck.spec.expression import Expression
from nncheck.verify.conditions import Region
from nncheck.verify.symbols import Undecided, as_rational, branches, formulas

_DIGITS = 60


class Extreme(NamedTuple):
    """An end of the range, and where it is attained; None where it is only approached."""

    value: Any  # of SymPy, -oo or oo included
    at: Any | None


class Piece(NamedTuple):
    """A rational function of `symbol` on an open interval; `back` gives x from the symbol."""

    rational: Any
    symbol: Any
    low: Any
    high: Any
    back: Any  # x as a formula in the symbol


def value_range(output: Expression, variable: Expression, region: Region) -> tuple[Extreme, Extreme]:
    """The least and the greatest value.

    Raises Undecided.
    """
    found = [each for piece in pieces(output, variable, region) for each in _extremes(piece)]
    found += _isolated(output, variable, region)
    smallest = min(found, key=lambda each: (_number(each.value), each.at is None))
    greatest = max(found, key=lambda each: (_number(each.value), each.at is not None))
    return smallest, greatest


def jumps(output: Expression, variable: Expression) -> bool:
    """Whether the function jumps where its pieces meet, so that its values fill no interval."""
    found = list(pieces(output, variable, Region()))
    beginnings = {sympy.simplify(sympy.limit(each.rational, each.symbol, each.low, "+")) for each in found}
    return len(found) > 1 and len(beginnings) > 1


def directions(output: Expression, variable: Expression, region: Region) -> list[tuple[int, Any]]:
    """The signs of the slope from left to right, each with the x where it begins; 0 is a flat part."""
    found: list[tuple[int, Any]] = []
    for piece in map(_forwards, pieces(output, variable, region)):
        slope = sympy.cancel(sympy.diff(piece.rational, piece.symbol))
        if _inside(sympy.fraction(piece.rational)[1], piece):
            raise Undecided("the formula has a pole")
        turns = _roots(slope, piece)
        ends = [piece.low, *turns, piece.high]
        for low, high in zip(ends, ends[1:], strict=False):
            sign = int(sympy.sign(slope.subs(piece.symbol, _between(low, high))))
            if not found or found[-1][0] != sign:
                found.append((sign, sympy.simplify(piece.back.subs(piece.symbol, low))))
    return found


def pieces(output: Expression, variable: Expression, region: Region) -> Iterator[Piece]:
    """The function on open intervals on which no condition changes."""
    x = sympy.Symbol("x", real=True)
    low = -sympy.oo if region.low is None else sympy.Rational(region.low.numerator, region.low.denominator)
    high = sympy.oo if region.high is None else sympy.Rational(region.high.numerator, region.high.denominator)
    if branches([output]) and low < 0 < high:
        yield _piece(output, variable, low, sympy.Integer(0), -1)
        yield _piece(output, variable, sympy.Integer(0), high, 1)
    elif branches([output]):
        yield _piece(output, variable, low, high, -1 if high <= 0 else 1)
    else:
        (formula,) = formulas([output], {variable.order: x})
        yield _rational(formula, x, low, high, x)


def _piece(output: Expression, variable: Expression, low: Any, high: Any, sign: int) -> Piece:
    """On one side of 0, with x written by a positive symbol."""
    p = sympy.Symbol("p", positive=True)
    (formula,) = formulas([output], {variable.order: sign * p})
    ends = (low, high) if sign > 0 else (-high, -low)
    return _rational(formula, p, *ends, sign * p)


def _rational(formula: Any, x: Any, low: Any, high: Any, back: Any) -> Piece:
    rational = as_rational(formula)
    if rational is None:
        raise Undecided("the formula is rational neither in x nor in e^x")
    power = sympy.Symbol(f"e^{x.name}", positive=True)
    e = sympy.Symbol("e", positive=True)
    if e in rational.free_symbols or {x, power} <= rational.free_symbols:
        raise Undecided("the formula mixes x and e^x")
    rational = sympy.cancel(sympy.together(rational))
    if power in rational.free_symbols:
        return Piece(rational, power, sympy.exp(low), sympy.exp(high), back.subs(x, sympy.log(power)))
    return Piece(rational, x, low, high, back)


def _extremes(piece: Piece) -> Iterator[Extreme]:
    """Values where the slope is zero, and what is approached at the ends."""
    _, denominator = sympy.fraction(piece.rational)
    if _inside(denominator, piece):
        raise Undecided("the formula has a pole")
    if piece.symbol not in piece.rational.free_symbols:
        yield Extreme(piece.rational, piece.back.subs(piece.symbol, _between(piece.low, piece.high)))
        return
    for root in _roots(sympy.diff(piece.rational, piece.symbol), piece):
        yield Extreme(
            _exact(piece.rational.subs(piece.symbol, root)),
            sympy.simplify(piece.back.subs(piece.symbol, root)),
        )
    for end, side in ((piece.low, "+"), (piece.high, "-")):
        yield Extreme(sympy.limit(piece.rational, piece.symbol, end, side), None)


def _isolated(output: Expression, variable: Expression, region: Region) -> list[Extreme]:
    """The values at closed ends, and at 0 where the pieces meet."""
    spots = []
    if region.low is not None and not region.low_open:
        spots.append(region.low)
    if region.high is not None and not region.high_open:
        spots.append(region.high)
    numbers = [sympy.Rational(each.numerator, each.denominator) for each in spots]
    if branches([output]) and region.holds(Fraction(0)):
        numbers.append(sympy.Integer(0))
    return [
        Extreme(_exact(formulas([output], {variable.order: each})[0]), each)
        for each in dict.fromkeys(numbers)
    ]


def _roots(formula: Any, piece: Piece) -> list[Any]:
    """The zeros of a rational function inside a piece, from left to right."""
    numerator, _ = sympy.fraction(sympy.cancel(sympy.together(formula)))
    return _inside(numerator, piece)


def _inside(polynomial: Any, piece: Piece) -> list[Any]:
    if piece.symbol not in polynomial.free_symbols:
        return []
    roots = dict.fromkeys(sympy.Poly(polynomial, piece.symbol).real_roots())
    low, high = _number(piece.low), _number(piece.high)
    return [root for root in roots if low < _number(root) < high]


def _between(low: Any, high: Any) -> Any:
    if low == -sympy.oo:
        return sympy.Integer(0) if high == sympy.oo else sympy.floor(high) - 1
    return sympy.ceiling(low) + 1 if high == sympy.oo else (low + high) / 2


def _forwards(piece: Piece) -> Piece:
    """The piece with a symbol that grows with x: x < 0 is written by p = -x, or by e^p."""
    if sympy.diff(piece.back, piece.symbol).subs(piece.symbol, _between(piece.low, piece.high)) > 0:
        return piece
    q, by_power = sympy.Symbol("q", real=True), piece.back.has(sympy.log)
    turned = 1 / q if by_power else -q
    low, high = (
        sympy.limit(turned.subs(q, piece.symbol), piece.symbol, end) for end in (piece.high, piece.low)
    )
    rational = sympy.cancel(sympy.together(piece.rational.subs(piece.symbol, turned)))
    return Piece(rational, q, low, abs(high) if by_power else high, sympy.log(q) if by_power else q)


def _exact(value: Any) -> Any:
    return sympy.nsimplify(sympy.simplify(value)) if value.is_rational else sympy.simplify(value)


def _number(value: Any) -> Any:
    """A number that can be compared.

    Raises Undecided where it is none.
    """
    number = sympy.N(value, _DIGITS)
    if not number.is_extended_real or not number.is_comparable and not number.is_infinite:
        raise Undecided(f"{value} is no real number"[:200])
    return number
