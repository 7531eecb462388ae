"""Formulas leave behind exactly the operations that their author wrote."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from nncheck.spec.expression import Expression, apply, constant, new_input, reachable, rebuilt, substitute
from nncheck.spec.mathematics import PI, exp
from nncheck.spec.notation import written

TRACED = [
    (lambda x, m: (x - m) + m, "add(subtract(x, m), m)"),
    (lambda x, m: x * 1 + 0, "add(multiply(x, 1), 0)"),
    (lambda x, m: 1 - x, "subtract(1, x)"),
    (lambda x, m: x - x, "subtract(x, x)"),
    (lambda x, m: 2 / x, "divide(2, x)"),
    (lambda x, m: x / x, "divide(x, x)"),
    (lambda x, m: -(1 * -x), "negative(multiply(1, negative(x)))"),
    (lambda x, m: abs(-x), "absolute(negative(x))"),
    (lambda x, m: exp(-x), "exp(negative(x))"),
    (lambda x, m: x**1, "x"),
    (lambda x, m: x**3, "multiply(multiply(x, x), x)"),
    (lambda x, m: np.float64(0.5) * x, "multiply(1/2, x)"),
    (lambda x, m: x * PI, "multiply(x, pi)"),
]


@pytest.mark.parametrize(("formula", "operations"), TRACED, ids=[operations for _, operations in TRACED])
def test_formulas_trace_operation_by_operation(formula: Callable[..., Any], operations: str) -> None:
    """Nothing is simplified: (x - m) + m is not x in floating point."""
    x, m = new_input(), new_input()
    text = repr(formula(x, m)).replace(repr(x), "x").replace(repr(m), "m").replace(repr(PI), "pi")
    assert text == operations


@pytest.mark.parametrize(
    "formula",
    [
        lambda x: x > 0,
        lambda x: x >= 0,
        lambda x: x < 1,
        lambda x: x <= 1,
        lambda x: 1 if x else 0,
        lambda x: max(x, 0),
    ],
    ids=[">", ">=", "<", "<=", "if", "max"],
)
def test_conditions_are_refused_with_the_cure(formula: Callable[[Expression], Any]) -> None:
    """A comparison or an `if` on a formula says what to write in its place."""
    with pytest.raises(TypeError, match=r"a formula has no truth value: write where\(positive\(x\), a, b\)"):
        formula(new_input())


@pytest.mark.parametrize("exponent", [0, -1, 9, 0.5, 2.0])
def test_odd_exponents_are_refused(exponent: Any) -> None:
    """Only whole exponents from 1 to 8 are powers; the sentence says so."""
    with pytest.raises(TypeError, match=f"whole exponents from 1 to 8, not {exponent}"):
        new_input() ** exponent


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (3, Fraction(3)),
        (0.25, Fraction(1, 4)),
        (0.1, Fraction(0.1)),
        (np.float32(0.5), Fraction(1, 2)),
        (np.array(2.0), Fraction(2)),
    ],
)
def test_constants_are_exact(value: Any, number: Fraction) -> None:
    """0.1 is the double nearest to 1/10, as it would be in the student's code."""
    assert constant(value).number == number


def test_apply_broadcasts() -> None:
    """An operation on arrays is an array of operations, broadcast as numpy does."""
    rows = np.array([[new_input()], [new_input()]], dtype=object)
    columns = np.array([new_input(), new_input(), new_input()], dtype=object)
    sums = apply("add", rows, columns)
    assert sums.shape == (2, 3)
    assert sums[1, 2].operands == (rows[1, 0], columns[2])


@pytest.mark.parametrize("swap", [False, True], ids=["scalar op array", "array op scalar"])
def test_scalars_mix_with_arrays(swap: bool) -> None:
    """A lone scalar next to an array acts on each of its entries."""
    scalar, array = new_input(), np.array([new_input(), new_input()], dtype=object)
    result = array - scalar if swap else scalar - array
    assert result.shape == (2,)
    assert result[1].operands == ((array[1], scalar) if swap else (scalar, array[1]))


def test_reachable_lists_operands_before_results() -> None:
    """Every scalar comes once, and after all that it is computed from."""
    x = new_input()
    square = x * x
    output = square + exp(square)
    nodes = reachable([output])
    assert len(nodes) == 4
    assert nodes[0] is x
    assert nodes[-1] is output
    assert all(nodes.index(child) < nodes.index(node) for node in nodes for child in node.operands)
    assert reachable([output], square.order) == nodes[1:], "what is older can be left out"


def test_substitute_replaces_one_node_and_keeps_the_rest() -> None:
    """A graph is rebuilt around a replaced scalar."""
    x, y = new_input(), new_input()
    (changed,) = substitute([exp(x) + 1], {x.order: y}, rebuilt)
    assert repr(changed) == f"add(exp({y!r}), 1)"


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (lambda x: 1 / (1 + exp(-x)), "1 / (1 + e^-x)"),
        (lambda x: (x - 1) * (x + 2), "(x - 1) (x + 2)"),
        (lambda x: x - (x - 1), "x - (x - 1)"),
        (lambda x: exp(2 * x), "e^(2 x)"),
        (lambda x: abs(x) * PI, "|x| pi"),
    ],
)
def test_notation_reads_like_mathematics(formula: Callable[..., Any], text: str) -> None:
    """A formula is written as one would write it, with the parentheses that it needs."""
    x = new_input()
    assert written(formula(x), {x.order: "x"}) == text
