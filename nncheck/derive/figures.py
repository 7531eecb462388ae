"""Nodes of a graph -> the numbers that a page prints, each one checked before it is printed."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

import sympy
from flint import arb, ctx, fmpq

from nncheck.derive.naming import Input
from nncheck.derive.pieces import Figure
from nncheck.errors import GraderError, UsageError
from nncheck.reference.balls import Uncertified, certified
from nncheck.reference.symbolic import to_sympy
from nncheck.spec.expression import Expression, reachable
from nncheck.verify.printed import Agreement, agreement, bounds, parse, shown, significant

DIGITS = 8  # significant ones
_MOST_TO_SIMPLIFY = 500  # operations
_BITS = 1024  # of a given decimal number as a ball
_ARITHMETIC: dict[str, Callable[..., Any]] = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "multiply": lambda a, b: a * b,
    "divide": lambda a, b: a / b if b else None,
    "negative": lambda a: -a,
}


def as_written(value: float) -> Fraction:
    """The decimal number that was written, and not the double next to it: 0.1 is 1/10."""
    return Fraction(repr(value))


def figure(exact: Any, digits: int = DIGITS) -> Figure:
    """The exact value (a ball or a fraction) as printed, and whether digits had to be dropped.

    Raises GraderError where the printed number is not the right one: then this code is wrong.
    """
    text = shown(exact, digits)
    rounded = not isinstance(exact, Fraction) or parse(text).value != exact
    text = _all_digits(text, digits) if rounded else text
    if agreement(parse(text), exact) is not Agreement.ROUNDING:
        raise GraderError(f"derive would print {text}, which is not the exact value rounded")
    return Figure(text=text, exact=exact, rounded=rounded)


def _all_digits(text: str, digits: int) -> str:
    """Zeros at the end are digits too, where a number is rounded."""
    mantissa, letter, exponent = text.partition("e")
    missing = digits - significant(parse(mantissa))
    if missing > 0:
        mantissa += "0" * missing if "." in mantissa else "." + "0" * missing
    return mantissa + letter + exponent


class Figures:
    """The values of a graph at given inputs; exact fractions where its operations allow it."""

    def __init__(self, inputs: Iterable[Input]):
        self._given = {each.node.order: as_written(each.value) for each in inputs}
        self._fractions: dict[int, Fraction | None] = dict(self._given)
        ctx.prec = _BITS
        self._balls = {order: _ball(value) for order, value in self._given.items()}
        self._known: dict[int, Figure] = {}

    def learn(self, nodes: Iterable[Expression]) -> None:
        """Compute some values.

        Raises UsageError where there is none, or more than one.
        """
        for node in nodes:
            if node.order not in self._known:
                fraction = self._fraction(node)
                self._known[node.order] = figure(self._certified(node) if fraction is None else fraction)

    def short(self, node: Expression, digits: int) -> str:
        """The value with fewer digits, for a picture."""
        return figure(self.of(node).exact, digits).text

    def _certified(self, node: Expression) -> Any:
        try:
            (interval,) = certified([node], self._balls)
        except (Uncertified, ZeroDivisionError):
            return self._zero(node)
        if not interval.low.overlaps(interval.high):
            raise UsageError("a kink lies exactly at these inputs, where the slope is not a single number;"
                             " choose other --values")  # fmt: skip
        return bounds(interval.low)[0] if interval.low.is_exact() else interval.low

    def _zero(self, node: Expression) -> Fraction:
        """No ball around a number that cancels to 0 can tell that it is 0; SymPy can."""
        given = {
            order: sympy.Rational(value.numerator, value.denominator) for order, value in self._given.items()
        }
        if len(reachable([node])) <= _MOST_TO_SIMPLIFY and sympy.simplify(to_sympy([node], given)[0]) == 0:
            return Fraction(0)
        raise UsageError("the formula has no finite value at these inputs; choose other --values")

    def of(self, node: Expression) -> Figure:
        """The printed value of a node."""
        if node.order not in self._known:
            self.learn([node])
        return self._known[node.order]

    def _fraction(self, node: Expression) -> Fraction | None:
        for each in reachable([node]):
            if each.order not in self._fractions:
                self._fractions[each.order] = self._computed(each)
        return self._fractions[node.order]

    def _computed(self, node: Expression) -> Fraction | None:
        if node.number is not None:
            return as_written(float(node.number)) if node.number.denominator > 1 << 20 else node.number
        operands = [self._fractions[child.order] for child in node.operands]
        if node.operation == "where":
            condition = operands[0]
            return None if not condition else operands[1 if condition > 0 else 2]
        apply = _ARITHMETIC.get(node.operation)
        return None if apply is None or None in operands else apply(*operands)


def _ball(value: Fraction) -> Any:
    return arb(fmpq(value.numerator, value.denominator))
