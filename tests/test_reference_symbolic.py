"""Graphs become SymPy's formulas, and SymPy's answers become rules and limits."""

import json
from math import inf
from pathlib import Path
from typing import Any

import pytest
import sympy

from nncheck.reference.symbolic import limit, to_sympy, write_rules
from nncheck.spec import exp, maximum, positive, tanh, where
from nncheck.spec.derivative import read_expression
from nncheck.spec.expression import new_input


def test_formulas_become_sympy() -> None:
    """The graph of 1/(1+e^-x) is SymPy's 1/(1+exp(-x)), and a condition becomes a Piecewise."""
    x, symbol = new_input(), sympy.Symbol("x", real=True)
    sigmoid, rectified = to_sympy([1 / (1 + exp(-x)), where(positive(x), x, 0)], {x.order: symbol})
    assert sigmoid == 1 / (1 + sympy.exp(-symbol))
    assert rectified == sympy.Piecewise((symbol, symbol > 0), (0, True))


def test_constants_stay_exact() -> None:
    """0.1 becomes the fraction that the double is, not 1/10."""
    x = new_input()
    (formula,) = to_sympy([x * 0.1], {x.order: sympy.Integer(1)})
    assert formula == sympy.Rational(0.1) != sympy.Rational(1, 10)


@pytest.mark.parametrize(
    ("formula", "at", "value"),
    [
        (lambda x, a: 1 / (1 + exp(-x)), inf, 1.0),
        (lambda x, a: 1 / (1 + exp(-x)), -inf, 0.0),
        (lambda x, a: tanh(x), -inf, -1.0),
        (lambda x, a: maximum(x, 0), -inf, 0.0),
        (lambda x, a: where(positive(x), x, a * x), -inf, -inf),
        (lambda x, a: x * exp(-x), inf, 0.0),
    ],
    ids=["sigmoid +", "sigmoid -", "tanh", "relu", "leaky", "x e^-x"],
)
def test_limits_at_infinity(formula: Any, at: float, value: float) -> None:
    """What a formula tends to, the other inputs being numbers."""
    x, a = new_input(), new_input()
    assert limit(formula(x, a), x, at, {a.order: 0.25}) == value


def test_rules_are_written_as_they_are_read(tmp_path: Path) -> None:
    """write_rules gives the file that ships, byte for byte, and every rule in it can be read."""
    write_rules(tmp_path / "rules.json")
    shipped = Path(__file__).parent.parent / "nncheck" / "spec" / "derivative_rules.json"
    assert (tmp_path / "rules.json").read_bytes() == shipped.read_bytes()
    names = {name: new_input() for name in ("x0", "x1", "x2", "result")}
    rules = [rule for partials in json.loads(shipped.read_text("utf-8")).values() for rule in partials]
    assert all(read_expression(rule, names) is not None for rule in rules)
    assert len(rules) > 15
