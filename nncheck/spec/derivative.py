"""Graph -> graph of its derivatives: the chain rule, with each operation's own rule derived by SymPy.

`derivative_rules.json` holds the partial derivatives of every operation, written by
`nncheck.reference.symbolic.derive_rules` (a test derives them again and compares). Nobody types a
derivative in.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from nncheck.spec.expression import Expression, apply, constant, new_input, reachable, rebuilt, substitute

_ZERO = constant(0)
_ONE = constant(1)


def gradient(output: Any, of: Any) -> Any:
    """d(output)/d(of) for a scalar `output`; `of` is a scalar, an array, or a list or dict of them.

    The result has the structure and shapes of `of`. Reverse mode: one pass over the graph.
    """
    scalar = output.item() if isinstance(output, np.ndarray) else constant(output)
    result = _gradient(scalar, of)
    for heard in _LISTENERS:
        heard.append(Differentiated(scalar, of, result))
    return result


class Differentiated(NamedTuple):
    """What a formula has differentiated, in what, and the derivatives that it got."""

    output: Expression
    of: Any
    result: Any


_LISTENERS: list[list[Differentiated]] = []


@contextmanager
def listening() -> Iterator[list[Differentiated]]:
    """Collects what formulas differentiate meanwhile."""
    heard: list[Differentiated] = []
    _LISTENERS.append(heard)
    try:
        yield heard
    finally:
        _LISTENERS.pop()


def _gradient(scalar: Expression, of: Any) -> Any:
    if isinstance(of, dict):
        return {name: _gradient(scalar, part) for name, part in of.items()}
    if isinstance(of, list | tuple):
        return type(of)(_gradient(scalar, part) for part in of)
    if isinstance(of, Expression):
        return partials(scalar, [of])[0]
    flat = partials(scalar, list(of.flat))
    result = np.empty(of.shape, dtype=object)
    result.reshape(-1)[:] = flat
    return result


def partials(output: Expression, inputs: Sequence[Expression]) -> list[Expression]:
    """The partial derivatives of `output` in each of `inputs`."""
    wanted = {node.order for node in inputs}
    nodes = reachable([output], min(wanted, default=0))  # what is older depends on none of them
    depends = _dependents(nodes, wanted)
    adjoints: dict[int, Expression] = {output.order: _ONE}
    for node in reversed(nodes):
        adjoint = adjoints.get(node.order)
        if adjoint is None or node.order not in depends:
            continue
        for index, operand in enumerate(node.operands):
            if operand.order in depends:
                step = _times(adjoint, _local(node, index))
                adjoints[operand.order] = _plus(adjoints.get(operand.order), step)
    return [adjoints.get(node.order, _ZERO) for node in inputs]


def _dependents(nodes: list[Expression], wanted: set[int]) -> set[int]:
    depends = set(wanted)
    for node in nodes:
        if any(operand.order in depends for operand in node.operands):
            depends.add(node.order)
    return depends


def _local(node: Expression, index: int) -> Expression:
    """The partial derivative of one operation in one of its operands."""
    inputs, result, rules = derivative_rules()[node.operation]
    rule = rules[index]
    given = {placeholder.order: operand for placeholder, operand in zip(inputs, node.operands, strict=True)}
    given[result.order] = node
    if not rule.operands:  # most rules are a number, or one of the operands
        return given.get(rule.order, rule)
    return substitute([rule], given, rebuilt)[0]


def _times(a: Expression, b: Expression) -> Expression:
    if a is _ONE or _is(b, 0):
        return b
    return a if _is(b, 1) else a * b


def _plus(a: Expression | None, b: Expression) -> Expression:
    if a is None or _is(a, 0):
        return b
    return a if _is(b, 0) else a + b


def _is(node: Expression, number: int) -> bool:
    return node.operation == "constant" and node.number == number


@cache
def derivative_rules() -> dict[str, tuple[list[Expression], Expression, list[Expression]]]:
    """Operation -> placeholder operands, placeholder result, partial derivatives in terms of both."""
    text = Path(__file__).with_name("derivative_rules.json").read_text("utf-8")
    return {name: _read_rule(rule) for name, rule in json.loads(text).items()}


def _read_rule(partials_as_lists: list[Any]) -> tuple[list[Expression], Expression, list[Expression]]:
    inputs = [new_input() for _ in partials_as_lists]
    result = new_input()
    names = {**{f"x{i}": node for i, node in enumerate(inputs)}, "result": result}
    return inputs, result, [read_expression(each, names) for each in partials_as_lists]


def read_expression(written: Any, names: dict[str, Expression]) -> Expression:
    """An expression from its JSON: "x0" is an input, ["1/2"] a number, ["multiply", a, b] an operation."""
    if isinstance(written, str):
        return names[written]
    if written == ["pi"]:
        return Expression("pi", ())
    if len(written) == 1:
        return constant(Fraction(written[0]))
    built: Expression = apply(written[0], *(read_expression(each, names) for each in written[1:]))
    return built
