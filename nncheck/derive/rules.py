"""Formula -> its derivative, one rule of differentiation after the other, as one does it on paper."""

from typing import Any, NamedTuple

import sympy

_WORTH_IT = 3  # operations that simplifying must save before it may change a formula's looks
_LONGEST = 24  # steps; formulas that need more are not done on paper


class Step(NamedTuple):
    """The formula after some rules; what is still to be differentiated stands in it as Derivative."""

    formula: Any
    rules: tuple[str, ...]  # their names, as in phrases.py


def steps(formula: Any, variable: Any) -> list[Step]:
    """From d/dx of the formula to its derivative."""
    if not (at_once := _d(formula, variable)).has(sympy.Derivative):
        return [Step(at_once, ())]
    current: Any = sympy.Derivative(formula, variable)
    found: list[Step] = []
    while current.has(sympy.Derivative) and len(found) < _LONGEST:
        pending = sorted(current.atoms(sympy.Derivative), key=str)
        taken = {each: _taken(each.expr, variable) for each in pending}
        current = current.xreplace({each: step.formula for each, step in taken.items()})
        found.append(Step(current, tuple(dict.fromkeys(step.rules[0] for step in taken.values()))))
    return found


def _taken(formula: Any, x: Any) -> Step:
    """One rule applied to the derivative of a formula."""
    if formula.is_Add:
        return Step(sympy.Add(*(_d(term, x) for term in formula.args)), ("sum",))
    if isinstance(formula, sympy.Piecewise):
        return Step(sympy.Piecewise(*((_d(value, x), where) for value, where in formula.args)), ("cases",))
    fixed, moving = formula.as_independent(x, as_Add=False)
    if fixed != 1:
        return Step(fixed * _d(moving, x), ("constant factor",))
    top, bottom = sympy.fraction(formula, exact=True)
    if bottom.has(x) and not isinstance(formula, sympy.exp):
        return _quotient(top, bottom, x)
    if formula.is_Mul:
        first, rest = formula.as_two_terms()
        return Step(_d(first, x) * rest + first * _d(rest, x), ("product",))
    return _chain(formula, x)


def _quotient(top: Any, bottom: Any, x: Any) -> Step:
    if not top.has(x):
        return Step(-top * _d(bottom, x) / bottom**2, ("reciprocal",))
    return Step((_d(top, x) * bottom - top * _d(bottom, x)) / bottom**2, ("quotient",))


def _chain(formula: Any, x: Any) -> Step:
    """The derivative of the outer function at the inner one, times the derivative of the inner one."""
    if formula.is_Pow and not isinstance(formula, sympy.exp):
        return Step(formula.exp * formula.base ** (formula.exp - 1) * _d(formula.base, x), ("power",))
    inner = formula.args[0]
    place = sympy.Dummy(real=True)
    outer = sympy.diff(formula.func(place), place).subs(place, inner)
    name = {"exp": "exponential", "log": "logarithm"}.get(type(formula).__name__, "chain")
    return Step(outer * _d(inner, x), (name,))


def _d(formula: Any, x: Any) -> Any:
    """The derivative, at once where it is obvious: of a number, of x; factors without x stay before it."""
    if not formula.has(x):
        return sympy.Integer(0)
    fixed, moving = formula.as_independent(x, as_Add=False)
    return fixed * (1 if moving == x else sympy.Derivative(moving, x))


def shortest(formula: Any) -> Any:
    """The way to write a formula that takes the fewest operations; its own where no other saves a few."""
    top, bottom = sympy.fraction(sympy.together(formula))
    others = [top / bottom, sympy.expand(top) / bottom, sympy.cancel(formula), sympy.factor(formula)]
    own = sympy.fraction(formula, exact=True)
    others.append(sympy.expand(own[0]) / own[1])
    plain = [each for each in others if not each.has(sympy.sinh, sympy.cosh)]
    best = min(plain, key=sympy.count_ops)
    return best if sympy.count_ops(best) + _WORTH_IT <= sympy.count_ops(formula) else formula
