"""Graphs as SymPy formulas in which every branch is decided, and proofs that one of them is zero.

A variable is written by positive numbers: x > 0 as p, x < 0 as -p, 0 <= x <= 1 as 1/(1 + p). SymPy can
then tell the sign of most conditions. What it cannot tell stays undecided.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

import sympy

from nncheck.reference.symbolic import to_sympy
from nncheck.spec.expression import Expression, reachable
from nncheck.verify.conditions import Region

_MOST_CASES = 81
_MOST_OPERATIONS = 400  # of a formula that SymPy's general simplifier is let loose on

WORDS: dict[str, Any] = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "multiply": lambda a, b: a * b,
    "divide": lambda a, b: a / b,
    "negative": lambda a: -a,
    "exp": sympy.exp,
    "log": sympy.log,
    "sqrt": sympy.sqrt,
    "erf": sympy.erf,
    "tanh": lambda a: (sympy.exp(2 * a) - 1) / (sympy.exp(2 * a) + 1),
    "pi": lambda: sympy.pi,
}


class Undecided(Exception):
    """SymPy cannot tell; the message says what."""


def branches(outputs: Sequence[Expression]) -> bool:
    """Whether a graph has conditions."""
    return any(node.operation in ("where", "absolute") for node in reachable(outputs))


def cases(spots: Mapping[str, Region], split: bool) -> Iterator[dict[str, Any]]:
    """The variables written by symbols, in cases that cover the region; `split` parts the real line at 0."""
    choices = [_written(name, region, split) for name, region in spots.items()]
    if _many(choices):
        raise Undecided("there are too many cases")
    for combination in product(*choices):
        yield dict(zip(spots, combination, strict=True))


def _many(choices: list[list[Any]]) -> bool:
    count = 1
    for each in choices:
        count *= len(each)
    return count > _MOST_CASES


def _written(name: str, region: Region, split: bool) -> list[Any]:
    """A variable in each of its cases."""
    positive = sympy.Symbol(name, positive=True)
    low = None if region.low is None else sympy.Rational(region.low.numerator, region.low.denominator)
    high = None if region.high is None else sympy.Rational(region.high.numerator, region.high.denominator)
    if low is not None and high is not None:
        inside = [(low + high * positive) / (1 + positive)] if low < high else []
    elif low is not None:
        inside = [low + positive]
        if split and low < 0:
            raise Undecided(f"the region of {name} reaches over 0")
    elif high is not None:
        inside = [high - positive]
        if split and high > 0:
            raise Undecided(f"the region of {name} reaches over 0")
    elif split:
        inside = [positive, -positive, sympy.Integer(0)]
    else:
        inside = [sympy.Symbol(name, real=True)]
    ends = [
        end
        for end, is_open in ((low, region.low_open), (high, region.high_open))
        if end is not None and not is_open
    ]
    return [*inside, *dict.fromkeys(ends)]


def formulas(outputs: Sequence[Expression], values: dict[int, Any]) -> list[Any]:
    """SymPy's formula of each output, every branch decided.

    Raises Undecided where the sign of a condition cannot be told.
    """
    words = {**WORDS, "where": _branch, "absolute": lambda a: _branch(a, a, -a)}
    return to_sympy(outputs, values, words)


def _branch(condition: Any, then: Any, otherwise: Any) -> Any:
    condition = sympy.factor(sympy.together(condition))
    if condition.is_positive:
        return then
    if condition.is_negative:
        return otherwise
    if condition.is_zero or (condition.is_nonnegative and is_zero(then - otherwise)):
        return then
    if condition.is_nonpositive and is_zero(then - otherwise):
        return otherwise
    raise Undecided(f"the sign of {condition} cannot be told")


def is_zero(formula: Any) -> bool:
    """Whether SymPy proves that it is zero everywhere."""
    if formula == 0:
        return True
    rational = as_rational(formula)
    if rational is not None:
        return bool(sympy.cancel(sympy.together(rational)) == 0)
    if formula.count_ops() > _MOST_OPERATIONS:
        return False
    return bool(sympy.simplify(formula) == 0)


def as_rational(formula: Any) -> Any | None:
    """The formula with e^x as a symbol for each variable, where that makes it a rational function."""
    formula = sympy.expand_power_exp(sympy.sympify(formula))
    changes = {}
    for each in formula.atoms(sympy.exp):
        power = _power_product(sympy.expand(each.args[0]))
        if power is None:
            return None
        changes[each] = power
    changed = formula.xreplace(changes)
    symbols = sorted(changed.free_symbols, key=str)
    return changed if not symbols or changed.is_rational_function(*symbols) else None


def _power_product(exponent: Any) -> Any | None:
    """e^(2x - y) as X^2/Y, where the exponent has whole coefficients and nothing else."""
    result = sympy.Integer(1)
    for term in sympy.Add.make_args(exponent):
        coefficient, rest = term.as_coeff_Mul()
        if not coefficient.is_Integer or not (rest.is_Symbol or rest == 1):
            return None
        base = (
            sympy.Symbol("e", positive=True) if rest == 1 else sympy.Symbol(f"e^{rest.name}", positive=True)
        )
        result *= base**coefficient
    return result
