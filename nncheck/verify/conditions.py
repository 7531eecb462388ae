"""Conditions on variables, such as "0 <= alpha <= 1 and x > 0" -> the region where a statement is meant."""

import ast
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import islice, product
from typing import Any, NamedTuple

from nncheck.errors import UsageError, unknown_name
from nncheck.verify.language import evaluated

_TRIED = [
    Fraction(*each)
    for each in ((1, 1), (-1, 1), (2, 1), (1, 2), (-3, 1), (5, 2), (3, 10), (0, 1), (-1, 4), (7, 1))
]
_MOST_POINTS = 300


class Region(NamedTuple):
    """Where a variable lies; None is infinity."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = True
    high_open: bool = True

    def holds(self, value: Fraction) -> bool:
        """Whether a number lies in it."""
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        below = self.high is None or value < self.high or (value == self.high and not self.high_open)
        return above and below


def regions(text: str, variables: tuple[str, ...]) -> dict[str, Region]:
    """The region of each variable."""
    found = dict.fromkeys(variables, Region())
    if not text:
        return found
    try:
        tree = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise UsageError(f"{text!r} is no condition; write such as 0 <= alpha <= 1 and x > 0") from None
    parts = tree.values if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And) else [tree]
    for part in parts:
        name, region = _condition(part, text)
        if name not in found:
            raise unknown_name("variable", name, variables)
        found[name] = _both(found[name], region)
    return found


def points(spots: Mapping[str, Region]) -> Iterator[dict[str, Fraction]]:
    """Some values of all variables, in a fixed order."""
    choices = [_values(region) for region in spots.values()]
    few = len(choices) <= 3
    ranked = sorted(product(*map(range, map(len, choices))), key=sum) if few else _diagonal(choices)
    for places in islice(ranked, _MOST_POINTS):
        yield dict(
            zip(spots, (each[place] for each, place in zip(choices, places, strict=True)), strict=True)
        )


def _diagonal(choices: list[list[Fraction]]) -> Iterator[tuple[int, ...]]:
    """Of many variables: each goes through its values at a pace of its own."""
    for step in range(_MOST_POINTS):
        yield tuple((step * (index + 1) + index) % len(each) for index, each in enumerate(choices))


def _values(region: Region) -> list[Fraction]:
    inside = [each for each in _TRIED if region.holds(each)]
    if region.low is not None and region.high is not None:
        width = region.high - region.low
        inside += [region.low + width * Fraction(i, 8) for i in range(9)]
    elif region.low is not None:
        inside += [region.low + each for each in (0, 1, Fraction(1, 8), 9)]
    elif region.high is not None:
        inside += [region.high - each for each in (0, 1, Fraction(1, 8), 9)]
    return list(dict.fromkeys(each for each in inside if region.holds(each)))


def _condition(node: ast.expr, text: str) -> tuple[str, Region]:
    """One comparison, or a chain of two with the variable in the middle."""
    if not isinstance(node, ast.Compare):
        raise UsageError(f"{text!r} is no condition; write such as 0 <= alpha <= 1 and x > 0")
    sides = [node.left, *node.comparators]
    names = [index for index, side in enumerate(sides) if isinstance(side, ast.Name)]
    if len(names) != 1 or len(sides) > 3 or (len(sides) == 3 and names[0] != 1):
        raise UsageError(f"{text!r}: a condition compares one variable with numbers")
    place = names[0]
    variable = sides[place]
    assert isinstance(variable, ast.Name)
    region = Region()
    for index, operation in enumerate(node.ops):
        other = sides[index + 1] if index == place else sides[index]
        region = _both(region, _side(operation, _number(other), variable_first=index == place))
    return variable.id, region


def _side(operation: ast.cmpop, number: Fraction, variable_first: bool) -> Region:
    if not isinstance(operation, ast.Lt | ast.LtE | ast.Gt | ast.GtE):
        raise UsageError("a condition is written with <, <=, > or >=")
    is_open = isinstance(operation, ast.Lt | ast.Gt)
    if isinstance(operation, ast.Lt | ast.LtE) == variable_first:
        return Region(high=number, high_open=is_open)
    return Region(low=number, low_open=is_open)


def _number(node: ast.expr) -> Fraction:
    value: Any = evaluated(ast.unparse(node), {})
    if not isinstance(value, int | Fraction):
        raise UsageError(f"{ast.unparse(node)} is no number")
    return Fraction(value)


def _both(one: Region, other: Region) -> Region:
    low, low_open = _larger((one.low, one.low_open), (other.low, other.low_open))
    high, high_open = _larger(
        (None if one.high is None else -one.high, one.high_open),
        (None if other.high is None else -other.high, other.high_open),
    )
    return Region(low, None if high is None else -high, low_open, high_open)


def _larger(
    one: tuple[Fraction | None, bool], other: tuple[Fraction | None, bool]
) -> tuple[Fraction | None, bool]:
    if one[0] is None or other[0] is None:
        return other if one[0] is None else one
    if one[0] == other[0]:
        return one[0], one[1] or other[1]
    return one if one[0] > other[0] else other
