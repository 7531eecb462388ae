"""Formula -> graph: scalars that remember, operation by operation, how they were computed.

A formula is ordinary Python. Called with `Expression` scalars (or numpy object arrays of them) it
leaves behind a graph of exactly the operations its author wrote, in that order; nothing is
simplified, because (x - m) + m is not x in floating point. Interpreters walk the graph: balls,
IEEE floats, SymPy, derivatives.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import count
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]
Operand: TypeAlias = "Expression | int | float | Fraction | np.generic"

_ORDER = count()

# operation -> number of operands; every interpreter covers exactly these
OPERATIONS = {
    "add": 2, "subtract": 2, "multiply": 2, "divide": 2, "negative": 1,
    "exp": 1, "log": 1, "sqrt": 1, "erf": 1, "tanh": 1, "absolute": 1,
    "where": 3,  # where(s, a, b): a for s > 0, b for s < 0, both are right at s = 0
    "pi": 0,
}  # fmt: skip


class Expression:
    """One scalar of a formula: an operation on other scalars, a constant or an input."""

    __slots__ = ("number", "operands", "operation", "order")

    def __init__(self, operation: str, operands: tuple["Expression", ...], number: Fraction | None = None):
        self.operation = operation
        self.operands = operands
        self.number = number  # of a constant
        self.order = next(_ORDER)  # operands are older than results: sorting by it is topological

    def __add__(self, other: Operand) -> Any:
        return _binary("add", self, other)

    def __radd__(self, other: Operand) -> Any:
        return _binary("add", other, self)

    def __sub__(self, other: Operand) -> Any:
        return _binary("subtract", self, other)

    def __rsub__(self, other: Operand) -> Any:
        return _binary("subtract", other, self)

    def __mul__(self, other: Operand) -> Any:
        return _binary("multiply", self, other)

    def __rmul__(self, other: Operand) -> Any:
        return _binary("multiply", other, self)

    def __truediv__(self, other: Operand) -> Any:
        return _binary("divide", self, other)

    def __rtruediv__(self, other: Operand) -> Any:
        return _binary("divide", other, self)

    def __neg__(self) -> "Expression":
        return Expression("negative", (self,))

    def __abs__(self) -> "Expression":
        return Expression("absolute", (self,))

    def __pow__(self, exponent: int) -> "Expression":
        """Repeated multiplication; only small whole exponents occur in formulas."""
        if not isinstance(exponent, int) or not 1 <= exponent <= 8:
            raise TypeError(f"a formula may use whole exponents from 1 to 8, not {exponent!r}")
        result = self
        for _ in range(exponent - 1):
            result = result * self
        return result

    def __bool__(self) -> bool:
        raise TypeError("a formula has no truth value: write where(positive(x), a, b) instead of if or x > 0")

    def __gt__(self, other: Operand) -> bool:
        return bool(self)

    __ge__ = __lt__ = __le__ = __gt__

    def __repr__(self) -> str:
        if self.operation == "constant":
            return str(self.number)
        return (
            f"{self.operation}({', '.join(map(repr, self.operands))})"
            if self.operands
            else f"input{self.order}"
        )


def constant(value: Operand) -> Expression:
    """A number of the formula, exactly: 0.01 is the double nearest to 1/100, as in the student's code."""
    if isinstance(value, Expression):
        return value
    if isinstance(value, np.ndarray):
        return constant(value.item())
    return Expression("constant", (), Fraction(value.item() if isinstance(value, np.generic) else value))


def new_input() -> Expression:
    """A fresh input of a formula."""
    return Expression("input", ())


def apply(operation: str, *operands: Any) -> Any:
    """`operation` on scalars, or elementwise on arrays of them (broadcast)."""
    if any(isinstance(operand, np.ndarray) and operand.ndim for operand in operands):
        return np.frompyfunc(lambda *scalars: apply(operation, *scalars), len(operands), 1)(*operands)
    return Expression(operation, tuple(constant(operand) for operand in operands))


def _binary(operation: str, left: Operand, right: Operand) -> Any:
    if isinstance(left, np.ndarray) or isinstance(right, np.ndarray):
        return apply(operation, left, right)
    return Expression(operation, (constant(left), constant(right)))


def reachable(outputs: Iterable[Expression], oldest: int = 0) -> list[Expression]:
    """All scalars that `outputs` depend on, themselves included; operands before results.

    Those made before the one of order `oldest` are left out, with all that they depend on.
    """
    seen: dict[int, Expression] = {}
    waiting = list(outputs)
    while waiting:
        node = waiting.pop()
        if node.order not in seen and node.order >= oldest:
            seen[node.order] = node
            waiting.extend(node.operands)
    return [seen[order] for order in sorted(seen)]


def substitute(
    outputs: Sequence[Expression], given: dict[int, Expression], build: Callable[..., Expression]
) -> list[Expression]:
    """Rebuild `outputs` with `given` scalars (by order) in place of theirs; `build` makes each node."""
    done = dict(given)
    for node in reachable(outputs):
        if node.order not in done:
            leaf = not node.operands
            done[node.order] = (
                node if leaf else build(node, tuple(done[child.order] for child in node.operands))
            )
    return [done[output.order] for output in outputs]


def rebuilt(node: Expression, operands: tuple[Expression, ...]) -> Expression:
    """`node` on other operands."""
    return Expression(node.operation, operands)
