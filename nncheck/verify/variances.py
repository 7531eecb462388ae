"""Claims about the variance of uniform and normal laws, by integration."""

import ast
from typing import Any

import sympy

from nncheck.errors import UsageError
from nncheck.spec.expression import Expression
from nncheck.verify.claim import Claim
from nncheck.verify.findings import Verdict
from nncheck.verify.judged import Judged
from nncheck.verify.quantities import Quantities, variables_named
from nncheck.verify.symbols import Undecided, formulas

_SIZES = (3, 5, 7, 11)  # at which formulas are compared
DEVIATION, VARIANCE = "standard deviation", "variance"


def variance(claim: Claim, quantities: Quantities) -> Judged:
    """True when the law has this variance; imprecise when that hangs on how N(m, s) is read."""
    law, first, second = _law(claim)
    variables = variables_named(claim.variables)
    symbols = {node.order: sympy.Symbol(name, positive=True) for name, node in variables.items()}
    graphs: list[Expression] = [quantities.single(each, variables) for each in (first, second, claim.printed)]
    one, two, printed = formulas(graphs, symbols)
    if law == "uniform":
        actual = _uniform(one, two)
        same = _equal(actual, printed)
        reason = f"its variance is {actual}" if same else f"its variance is {actual}, not {printed}"
        return _judged(claim, same, reason, actual)
    readings = {DEVIATION: two**2, VARIANCE: two}
    right = {name: _equal(value, printed) for name, value in readings.items()}
    if claim.second:
        return _judged(
            claim, right[claim.second], f"its variance is {readings[claim.second]}", readings[claim.second]
        )
    if right[DEVIATION] != right[VARIANCE]:
        meant, other = (DEVIATION, VARIANCE) if right[DEVIATION] else (VARIANCE, DEVIATION)
        reason = f"the second argument must be read as the {meant}: as a {other} it gives {readings[other]}"
        return Judged(Verdict.IMPRECISE, reason, str(readings[meant]), claim.printed)
    return _judged(claim, right[DEVIATION], f"its variance is {readings[DEVIATION]}", readings[DEVIATION])


def _equal(one: Any, other: Any) -> bool:
    """Whether two formulas are equal for all sizes.

    Raises Undecided where SymPy sees neither that they are nor that they are not.
    """
    difference = sympy.simplify(one - other)
    if difference == 0:
        return True
    sizes = dict(zip(sorted(difference.free_symbols, key=str), _SIZES, strict=False))
    if abs(sympy.N(difference.subs(sizes), 50)) > sympy.Float("1e-30"):
        return False
    raise Undecided(f"{difference} was not seen to be 0")


def _judged(claim: Claim, right: bool, reason: str, actual: Any) -> Judged:
    verdict = Verdict.TRUE if right else Verdict.FALSE
    example = "" if right else _example(actual, claim)
    return Judged(verdict, f"{reason}{example}", str(actual), claim.printed)


def _example(actual: Any, claim: Claim) -> str:
    """The variance for some sizes, which anybody can check."""
    values = dict(zip(sorted(actual.free_symbols, key=str), _SIZES, strict=False))
    if not values:
        return ""
    spot = ", ".join(f"{symbol} = {value}" for symbol, value in values.items())
    return f"; for {spot} it is {actual.subs(values)}"


def _uniform(low: Any, high: Any) -> Any:
    """The integral of (x - mean)^2 / (high - low)."""
    x = sympy.Symbol("x", real=True)
    a, b = sympy.symbols("a b", real=True)
    mean = sympy.integrate(x / (b - a), (x, a, b))
    spread = sympy.integrate((x - mean) ** 2 / (b - a), (x, a, b))
    return sympy.simplify(sympy.simplify(spread).subs({a: low, b: high}))


def _law(claim: Claim) -> tuple[str, str, str]:
    """The name of the law and its two arguments, as text."""
    try:
        node = ast.parse(claim.distribution, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        node = None
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or len(node.args) != 2:
        raise UsageError(f"{claim.distribution!r} is no law; write uniform(low, high) or normal(mean, s)")
    if node.func.id not in ("uniform", "normal"):
        raise UsageError(f"{claim.distribution!r}: the laws are uniform(low, high) and normal(mean, s)")
    return node.func.id, ast.unparse(node.args[0]), ast.unparse(node.args[1])
