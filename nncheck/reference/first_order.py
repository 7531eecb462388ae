"""Graph -> first-order bounds on an honest program's rounding errors, for functions that iterate.

Balls widen with every step of a long computation: they forget that what one step gets wrong, the next
ones make good again. Here each rounding is followed to the outputs by the derivative there. A scalar v is
off by |v|u + h at most, as in `balls.widened`, so that an output is off by

    r = sum over all scalars v of |d output / d v| (|v|u + h)

up to terms in u^2. One pass back through the graph finds the derivatives of all outputs, with the same
rules that derive gradients (`spec.derivative`).
"""

from collections.abc import Callable, Sequence
from functools import cache
from math import pi
from typing import Any

import numpy as np
from flint import arb
from numpy.typing import NDArray

from nncheck.reference.balls import Widened
from nncheck.reference.floating_types import BY_DEVICE, FloatType, units_of
from nncheck.reference.floats import APPLY, all_in_floats
from nncheck.reference.sums import Sum, sums
from nncheck.spec.derivative import derivative_rules
from nncheck.spec.expression import Expression, reachable

Floats = NDArray[np.float64]
Slope = Callable[[list[Any]], Any]  # of an operation, from the values of its operands and its own

_SMALLEST = float(np.finfo(np.float64).smallest_subnormal)


def first_order(
    outputs: Sequence[Expression], inputs: dict[int, Any], dtype: str, device: str = "cpu"
) -> Widened:
    """What a program may return for each output: a ball around the number that float64 gives.

    It is NaN where a result on the way leaves the range of the type, and where rounding could turn a
    condition either way.
    """
    nodes = reachable(outputs)
    values = all_in_floats(nodes, inputs, "float64")
    kind = BY_DEVICE[device][dtype]
    largest = float(kind.largest)
    unknown = [arb.nan()] * len(outputs)
    if not all(abs(value) <= largest for value in values.values()):
        return Widened(unknown, overflows=True, at_kink=False)
    partial_sums = sums(nodes, outputs) if kind.any_order else {}
    roundings = [_rounding(node, values, kind, partial_sums.get(node.order)) for node in nodes]
    conditions = [node.operands[0] for node in nodes if node.operation == "where"]
    errors = _propagated(nodes, roundings, values, [*outputs, *conditions])
    decided = np.abs([values[node.order] for node in conditions]) > errors[len(outputs) :]
    if not (decided.all() and np.isfinite(errors).all()):
        return Widened(unknown, overflows=False, at_kink=not decided.all())
    balls = [arb(float(values[node.order]), error) for node, error in zip(outputs, errors, strict=False)]
    return Widened(balls, overflows=False, at_kink=False)


def _rounding(node: Expression, values: dict[int, Any], kind: FloatType, whole: Sum | None) -> float:
    """By how much the result of one operation may be off; for a sum, in whatever order it is taken."""
    unit, least = float(kind.unit_roundoff), max(float(kind.half_subnormal), _SMALLEST)
    moved = abs(float(values[node.order])) * units_of(node.operation, kind) * unit + least
    if whole is None:
        return moved
    if not whole.complete:  # rounded where the sum ends
        return 0.0
    largest_partial = sum(abs(float(values[term])) for term in whole.terms)
    return moved + (len(whole.terms) - 2) * (largest_partial * unit + least)


def _propagated(
    nodes: Sequence[Expression],
    roundings: Sequence[float],
    values: dict[int, Any],
    watched: Sequence[Expression],
) -> Floats:
    """What the roundings of all nodes amount to at the watched ones."""
    errors = np.zeros(len(watched))
    adjoints: dict[int, Floats] = {}  # of each node: the derivatives of all watched ones in it
    for column, node in enumerate(watched):
        adjoints.setdefault(node.order, np.zeros(len(watched)))[column] += 1
    with np.errstate(all="ignore"):
        for node, rounding in zip(reversed(nodes), reversed(roundings), strict=True):
            adjoint = adjoints.pop(node.order)
            errors += np.abs(adjoint) * rounding
            given = [*(values[operand.order] for operand in node.operands), values[node.order]]
            for operand, slope in zip(node.operands, _slopes()[node.operation], strict=True):
                step = adjoint * slope(given)
                known = adjoints.get(operand.order)
                adjoints[operand.order] = step if known is None else known + step
    return errors


@cache
def _slopes() -> dict[str, list[Slope]]:
    """Operation -> its partial derivatives, as functions of numbers."""
    compiled: dict[str, list[Slope]] = {"input": [], "constant": []}
    for operation, (operands, result, partials) in derivative_rules().items():
        places = {node.order: place for place, node in enumerate([*operands, result])}
        compiled[operation] = [_compiled(partial, places) for partial in partials]
    return compiled


def _compiled(partial: Expression, places: dict[int, int]) -> Slope:
    """A partial derivative as a function of the operands' values and the result's."""
    if partial.order in places:
        place = places[partial.order]
        return lambda given: given[place]
    if not partial.operands:
        number = pi if partial.number is None else float(partial.number)
        return lambda given: number
    apply, parts = APPLY[partial.operation], [_compiled(each, places) for each in partial.operands]
    return lambda given: apply(*(part(given) for part in parts))
