"""Graph <-> SymPy: derivative rules, limits at infinity, and formulas as people write them."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import sympy

from nncheck.records import Record
from nncheck.reference.trace import trace
from nncheck.spec.exercise import Function
from nncheck.spec.expression import OPERATIONS, Expression, reachable

_WORTH_IT = 4  # operations that simplifying must save before it may change a formula's looks

_TO_SYMPY: dict[str, Callable[..., Any]] = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "multiply": lambda a, b: a * b,
    "divide": lambda a, b: a / b,
    "negative": lambda a: -a,
    "exp": sympy.exp,
    "log": sympy.log,
    "sqrt": sympy.sqrt,
    "erf": sympy.erf,
    "tanh": sympy.tanh,
    "absolute": sympy.Abs,
    "where": lambda s, a, b: sympy.Piecewise((a, s > 0), (b, True)),
    "pi": lambda: sympy.pi,
}


def to_sympy(
    outputs: Sequence[Expression], inputs: dict[int, Any], words: dict[str, Callable[..., Any]] = _TO_SYMPY
) -> list[Any]:
    """SymPy expressions of `outputs`; `inputs` maps each input's order to its symbol (or number)."""
    done = dict(inputs)
    for node in reachable(outputs):
        if node.order in done:
            continue
        if node.number is not None:
            done[node.order] = sympy.Rational(node.number.numerator, node.number.denominator)
        else:
            done[node.order] = words[node.operation](*(done[child.order] for child in node.operands))
    return [done[output.order] for output in outputs]


def limit(output: Expression, variable: Expression, at: float, others: dict[int, Any]) -> float:
    """The limit of `output` as `variable` goes to +inf or -inf, the other inputs being numbers."""
    symbol = sympy.Symbol("x", real=True)
    far = sympy.oo if at > 0 else -sympy.oo

    def branch(condition: Any, then: Any, otherwise: Any) -> Any:
        return then if sympy.limit(condition, symbol, far) > 0 else otherwise

    (formula,) = to_sympy([output], {**others, variable.order: symbol}, {**_TO_SYMPY, "where": branch})
    return float(sympy.limit(formula, symbol, far))


class InSymbols(Record, frozen=True, kw_only=True):
    """A symbol for each argument, and in them a formula for each thing that is returned."""

    symbols: tuple[Any, ...]
    outputs: tuple[Any, ...]


def in_symbols(function: Function) -> InSymbols:
    """An elementwise function, as its author wrote it."""
    traced = trace(function.formula, (0.0,) * len(function.domain))
    symbols = tuple(sympy.Symbol(name, real=True) for name in function.domain)
    orders = (node.order for node in traced.inputs)
    outputs = to_sympy(traced.outputs, dict(zip(orders, symbols, strict=True)))
    return InSymbols(symbols=symbols, outputs=tuple(map(_of_cases, outputs)))


def formula_text(function: Function, unicode: bool = True, width: int = 80) -> str:
    """The formula drawn with characters; "" for a function of whole arrays, which has no single one."""
    if not function.has_one_graph:
        return ""
    outputs = in_symbols(function).outputs
    return "\n\n".join(_drawn(_readable(each), unicode, width) for each in outputs)


def _drawn(formula: Any, unicode: bool, width: int) -> str:
    """The formula in rows, without blanks at their ends."""
    drawn = sympy.pretty(formula, use_unicode=unicode, num_columns=width).replace("ℯ", "e")
    return "\n".join(row.rstrip() for row in drawn.splitlines())


def _of_cases(formula: Any) -> Any:
    """A sum of cases as the two cases of sums, where that is all there is."""
    folded = sympy.piecewise_fold(formula)
    return folded if isinstance(folded, sympy.Piecewise) and len(folded.args) == 2 else formula


def _readable(formula: Any) -> Any:
    """The formula as its author wrote it, its cases told apart first, unless simplifying saves much."""
    folded = sympy.piecewise_fold(formula)
    simple = sympy.simplify(folded)
    return simple if simple.count_ops() + _WORTH_IT < folded.count_ops() else folded


def derive_rules() -> dict[str, list[Any]]:
    """The partial derivatives of every operation, derived by SymPy, as JSON can hold them."""
    return {name: [_rule(name, index) for index in range(arity)] for name, arity in OPERATIONS.items()}


def write_rules(path: Path) -> None:
    """Write the derivative rules next to the code that reads them."""
    rows = [f"{json.dumps(name)}: {json.dumps(rule)}" for name, rule in derive_rules().items()]
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8")


def _rule(name: str, index: int) -> Any:
    symbols = [sympy.Symbol(f"x{i}", real=True) for i in range(OPERATIONS[name])]
    value = _TO_SYMPY[name](*symbols)
    derivative = sympy.diff(value, symbols[index])
    if name in {"exp", "sqrt", "tanh"}:  # their derivatives contain the value that is already there
        derivative = derivative.subs(value, sympy.Symbol("result"))
    return _written(derivative)


def _written(formula: Any) -> Any:
    """A SymPy expression in the prefix lists that `nncheck.spec.derivative.read_expression` reads."""
    if formula.is_Symbol:
        return formula.name
    if formula.is_Rational:
        return [str(formula)]
    if formula is sympy.pi:
        return ["pi"]
    if isinstance(formula, sympy.Add | sympy.Mul):
        return _folded(
            "add" if isinstance(formula, sympy.Add) else "multiply", [_written(each) for each in formula.args]
        )
    if isinstance(formula, sympy.Pow):
        return _written_power(formula)
    if isinstance(formula, sympy.sign):
        return ["where", _written(formula.args[0]), ["1"], ["-1"]]
    if isinstance(formula, sympy.Piecewise):
        (then, condition), (otherwise, _) = formula.args
        return ["where", _written(condition.lhs), _written(then), _written(otherwise)]
    return [type(formula).__name__, *(_written(each) for each in formula.args)]


def _folded(operation: str, parts: list[Any]) -> Any:
    result = parts[0]
    for part in parts[1:]:
        result = [operation, result, part]
    return result


def _written_power(formula: Any) -> Any:
    base, exponent = formula.args
    if exponent == sympy.Rational(1, 2):
        return ["sqrt", _written(base)]
    if exponent < 0:
        return ["divide", ["1"], _written(base**-exponent)]
    return _folded("multiply", [_written(base)] * int(exponent))
