"""Graph -> balls (python-flint): certified values, and bounds on an honest program's rounding errors.

Two ways to walk a graph. `certified` encloses the exact value, doubling the precision until the
enclosure is far smaller than any rounding error. `widened` follows the formula operation by
operation as a program in a floating-point type would: every input, constant and result grows by
|v|u + h, u being the type's unit roundoff and h half its smallest subnormal, so the last ball holds
whatever such a program may return. Arithmetic is rounded correctly, and so grows by u; what is off by
more, and on which device, is in `floating_types`. A GPU adds in whatever order: see `sums`.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from flint import arb, ctx, fmpq

from nncheck.reference.floating_types import BY_DEVICE, FloatType, units_of
from nncheck.reference.sums import Sum, sums
from nncheck.spec.expression import Expression, reachable

_BITS = (256, 1024, 4096, 16384)
_WIDENED_BITS = 128  # a radius needs few digits
_SURE_OVERFLOW = 100_000  # e to this is beyond every floating-point type


class Uncertified(Exception):
    """No enclosure: the formula is undefined here, or needs more precision than we spend."""


class Interval(NamedTuple):
    """The exact answers: one number (low = high), or all subgradients at a kink."""

    low: Any
    high: Any


def certified(outputs: Sequence[Expression], inputs: dict[int, Any]) -> list[Interval]:
    """The exact value of each output, as tight balls; `inputs` are exact (floats or balls)."""
    nodes = reachable(outputs)
    for bits in _BITS:
        ctx.prec = bits
        try:
            low, at_kink = _walk(nodes, inputs, kink=1)
            high = _walk(nodes, inputs, kink=-1)[0] if at_kink else low
        except ValueError:  # a condition whose sign needs more bits
            continue
        pairs = [(low[node.order], high[node.order]) for node in outputs]
        if all(_tight(ball) for pair in pairs for ball in pair):
            return [Interval(a.min(b), a.max(b)) if at_kink else Interval(a, b) for a, b in pairs]
    raise Uncertified


def enclosed(nodes: Sequence[Expression], inputs: dict[int, Any], bits: int) -> dict[int, Any]:
    """The ball of each of `nodes`, by its order, at a given precision.

    `nodes` are all that their results depend on, operands first. Raises Uncertified at a kink, and where a
    condition's sign cannot be told.
    """
    ctx.prec = bits
    try:
        values, at_kink = _walk(nodes, inputs, kink=1)
    except ValueError:
        raise Uncertified from None
    if at_kink:
        raise Uncertified
    return values


def _tight(ball: Any) -> bool:
    radius = ball.rad()
    return bool(ball.is_finite()) and bool(
        radius <= abs(ball.mid()) * arb(2) ** -100 or radius < arb(2) ** -1400
    )


def _is_zero(condition: Any) -> bool:
    """Whether a number is 0, as far as can be told: equal terms that cancel leave a ball around it."""
    return bool(condition == 0) or bool(condition.contains(0) and condition.rad() < arb(2) ** -1400)


def _walk(nodes: Sequence[Expression], inputs: dict[int, Any], kink: int) -> tuple[dict[int, Any], bool]:
    """Every node's ball; where a condition is exactly 0, the branch that `kink` says."""
    values: dict[int, Any] = {order: arb(value) for order, value in inputs.items()}
    at_kink = False
    for node in nodes:
        if node.order in values:
            continue
        operands = [values[child.order] for child in node.operands]
        if node.operation == "where":
            condition, then, otherwise = operands
            zero = _is_zero(condition)
            at_kink = at_kink or zero
            if not (zero or condition > 0 or condition < 0):
                raise ValueError
            values[node.order] = then if (kink > 0 if zero else condition > 0) else otherwise
        else:
            values[node.order] = _number(node) if not operands else _APPLY[node.operation](*operands)
    return values, at_kink


def _number(node: Expression) -> Any:
    if node.number is None:
        return arb.pi()
    return arb(fmpq(node.number.numerator, node.number.denominator))


def _sqrt(a: Any) -> Any:
    """The root. A ball around 0 stands for a sum of squares, of which no part below 0 is meant."""
    return arb(0).union(a.upper().sqrt()) if a.contains(0) and a.upper() > 0 else a.sqrt()


_APPLY: dict[str, Callable[..., Any]] = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "multiply": lambda a, b: a * b,
    "divide": lambda a, b: a / b,
    "negative": lambda a: -a,
    "exp": lambda a: a.exp(),
    "log": lambda a: a.log(),
    "sqrt": _sqrt,
    "erf": lambda a: a.erf(),
    "tanh": lambda a: a.tanh(),
    "absolute": lambda a: abs(a),
}


class Widened(NamedTuple):
    """What a program may return, and what happens on the way."""

    balls: list[Any]
    overflows: bool
    at_kink: bool  # a condition cannot be told: the other branch is possible too


def widened(
    outputs: Sequence[Expression], inputs: dict[int, Any], dtype: str, kink: int = 1, device: str = "cpu"
) -> Widened:
    """The formula in floating point, operation by operation; a ball may be infinite or NaN.

    Where a condition's ball holds 0, the branch that `kink` says is taken. (A ball around both
    branches would be 2^-30 too wide: radii have 30 bits.)
    """
    ctx.prec = _WIDENED_BITS
    kind = BY_DEVICE[device][dtype]
    nodes = reachable(outputs)
    found = sums(nodes, outputs) if kind.any_order else {}
    overflows = at_kink = False
    values: dict[int, Any] = {}
    for node in nodes:
        operands = [values[child.order] for child in node.operands]
        if node.order in inputs:
            exact = arb(inputs[node.order])
        elif node.operation == "where":
            at_kink = at_kink or bool(operands[0].contains(0))
            exact = _branch(operands, kink)
        else:
            exact = _applied(node.operation, operands) if operands else _number(node)
        partial = _partial(found.get(node.order), values, exact)
        if partial <= kind.largest:
            values[node.order] = exact + arb(0, _rounding(node, kind, found.get(node.order), exact, partial))
        else:
            overflows = True
            values[node.order] = _overflowed(exact, kind.largest)
    return Widened([values[node.order] for node in outputs], overflows, at_kink)


def _partial(whole: Sum | None, values: dict[int, Any], exact: Any) -> Any:
    """The largest number that the program may have in hand on the way to this result."""
    if whole is None or len(whole.terms) < 3:
        return abs(exact).upper()
    return sum((abs(values[order]).upper() for order in whole.terms), arb(0)).upper()


def _rounding(node: Expression, kind: FloatType, whole: Sum | None, exact: Any, partial: Any) -> Any:
    """How far rounding may move a result: by some units, and for a sum by one for each partial sum."""
    if partial == 0:  # every type holds 0: a unit that is off stays off
        return arb(0)
    units = units_of(node.operation, kind)
    moved = abs(exact).upper() * units * kind.unit_roundoff + kind.half_subnormal
    if whole is None:
        return moved
    if not whole.complete:  # rounded where the sum ends
        return arb(0)
    inner = len(whole.terms) - 2  # additions before the last one
    growth = (1 + kind.unit_roundoff) ** (inner + 1)  # partial sums are off themselves
    return (moved + inner * (partial * kind.unit_roundoff + kind.half_subnormal)) * growth


def _applied(operation: str, operands: list[Any]) -> Any:
    if operation == "exp" and operands[0] > _SURE_OVERFLOW:
        return arb.pos_inf()  # arb would answer "anything" for exp(1e308)
    return _APPLY[operation](*operands)


def _branch(operands: list[Any], kink: int) -> Any:
    condition, then, otherwise = operands
    upper = kink > 0 if condition.contains(0) else condition > 0
    return then if upper else otherwise


def _overflowed(exact: Any, largest: Any) -> Any:
    """An infinity where overflow is certain, as in a program; else nothing is known."""
    if not abs(exact).lower() > largest:
        return arb.nan()
    return arb.pos_inf() if exact > 0 else arb.neg_inf()
