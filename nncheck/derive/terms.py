"""A derivative in terms of the function's own values, such as f (1 - f): found, and then proved by SymPy."""

from collections.abc import Sequence
from itertools import combinations, combinations_with_replacement
from typing import Any

import sympy

_FRACTIONS = ((1, 3), (-1, 2), (3, 4), (-5, 4), (7, 5), (-2, 7), (8, 9), (-6, 5))
_POINTS = [sympy.Rational(top, bottom) for top, bottom in _FRACTIONS]
_DIGITS = 40
_SAMPLES = 4  # points: two more than there are coefficients
_CLOSE = sympy.Rational(1, 10**20)
_LARGEST = 100  # denominator of a coefficient


def in_own_terms(slope: Any, values: dict[Any, Any]) -> Any | None:
    """The slope as a polynomial of degree 2 or less in some values, or None where it is none.

    `values` gives each value's symbol and its formula. The coefficients are guessed from numbers and the
    identity is proved.
    """
    symbols = list(values)
    monomials = [
        sympy.Mul(*parts) for degree in range(3) for parts in combinations_with_replacement(symbols, degree)
    ]
    rows, right = _samples(slope, values, monomials)
    for size in (1, 2):  # values may depend on each other, as probabilities do: the shortest one is meant
        for chosen in combinations(range(len(monomials)), size):
            factors = _fitted([[row[place] for place in chosen] for row in rows], right)
            if factors is not None:
                found = sympy.Add(*(f * monomials[place] for f, place in zip(factors, chosen, strict=True)))
                if equal(slope, found.subs(values)):
                    return _tidy(found)
    return None


def equal(one: Any, other: Any) -> bool:
    """Whether SymPy proves that two formulas are the same."""
    return bool(sympy.simplify(one - other) == 0)


def without_shift(formula: Any) -> Any:
    """A softmax without the largest entry, which programs subtract: SymPy shows that it changes nothing."""
    largest = max(formula.atoms(sympy.Piecewise), key=sympy.count_ops, default=None)
    if largest is None or not formula.has(sympy.exp):
        return formula
    shift = sympy.Dummy(real=True)
    shifted = formula.xreplace({largest: shift})
    unchanged = not shifted.has(sympy.Piecewise) and sympy.simplify(sympy.diff(shifted, shift)) == 0
    return shifted.subs(shift, 0) if unchanged else formula


def _tidy(found: Any) -> Any:
    """f (1 - f) for f - f^2, but 1 - f^2 as it is: the shorter one, without a minus before sums."""
    factored = sympy.factor(found)
    if factored.could_extract_minus_sign():
        for factor in sympy.Mul.make_args(-factored):
            if factor.is_Add:
                factored = sympy.Mul(-factor, -factored / factor, evaluate=False)
                break
    return factored if sympy.count_ops(factored) <= sympy.count_ops(found) else found


def _samples(
    slope: Any, values: dict[Any, Any], monomials: Sequence[Any]
) -> tuple[list[list[Any]], list[Any]]:
    """The monomials, and the slope, as numbers at a few points."""
    free = sorted(slope.free_symbols.union(*(value.free_symbols for value in values.values())), key=str)
    rows, right = [], []
    for shift in range(_SAMPLES):
        at = {
            symbol: _POINTS[(shift + 3 * place) % len(_POINTS)] + sympy.Rational(shift, 11)
            for place, symbol in enumerate(free)
        }
        numbers = {symbol: value.subs(at).evalf(_DIGITS) for symbol, value in values.items()}
        rows.append([monomial.subs(numbers).evalf(_DIGITS) for monomial in monomials])
        right.append(slope.subs(at).evalf(_DIGITS))
    return rows, right


def _fitted(rows: list[list[Any]], right: list[Any]) -> list[Any] | None:
    """Small rational coefficients that fit at every point."""
    size = len(rows[0])
    matrix = sympy.Matrix(rows[:size])
    if matrix.det() == 0:
        return None
    found = [_rational(number) for number in matrix.LUsolve(sympy.Matrix(right[:size]))]
    if None in found:
        return None
    gaps = [
        sum(f * number for f, number in zip(found, row, strict=True)) - want
        for row, want in zip(rows, right, strict=True)
    ]
    return found if all(abs(gap) < _CLOSE for gap in gaps) else None


def _rational(number: Any) -> Any | None:
    if not number.is_number or not number.is_finite:
        return None
    near = sympy.nsimplify(number, rational=True, tolerance=_CLOSE)
    return near if near.q <= _LARGEST and abs(near - number) < _CLOSE else None
