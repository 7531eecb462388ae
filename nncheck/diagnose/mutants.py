"""A formula -> the wrong formulas next to it: a factor dropped, a sign flipped, a step forgotten."""

from collections.abc import Callable, Iterator
from typing import Any

from nncheck.records import Named, Record
from nncheck.spec.exercise import Function
from nncheck.spec.expression import Expression, apply, new_input, reachable, rebuilt, substitute
from nncheck.spec.notation import written
from nncheck.spec.trees import map_leaves

Change = Callable[[Expression], Expression]


class Mutant(Record, frozen=True, kw_only=True):
    """A wrong formula derived from a right one."""

    named: Named
    formula: Callable[..., Any]


def mutants(function: Function) -> Iterator[Mutant]:
    """Every single change of the formula's graph, and of the graphs of its other forms."""
    for formula in (function.formula, *function.forms):
        stand_ins = [new_input() for _ in function.domain]
        names = {node.order: name for node, name in zip(stand_ins, function.domain, strict=True)}
        answer = formula(*stand_ins)
        parts = list(answer) if isinstance(answer, list | tuple) else [answer]
        nodes = reachable([part for part in parts if isinstance(part, Expression)])
        for position, node in enumerate(nodes):
            for title, change in _changes(node, names):
                yield _mutant(function, formula, len(nodes), position, title, change)


def _mutant(
    function: Function, formula: Callable[..., Any], size: int, position: int, title: str, change: Change
) -> Mutant:
    def changed(*arguments: Any) -> Any:
        answer = formula(*arguments)
        parts = list(answer) if isinstance(answer, list | tuple) else [answer]
        nodes = reachable([part for part in parts if isinstance(part, Expression)])
        if len(nodes) != size:  # the graph of other arguments: no such place
            return answer
        target = nodes[position]
        given = {target.order: change(target)}
        return map_leaves(
            lambda leaf: (
                substitute([leaf], dict(given), rebuilt)[0] if isinstance(leaf, Expression) else leaf
            ),
            answer,
        )

    hint = "Compare your formula with that of the exercise, factor by factor: what is different?"
    return Mutant(named=Named(id="NN900", title=f"the formula {title}", hint=hint), formula=changed)


def _changes(node: Expression, names: dict[int, str]) -> Iterator[tuple[str, Change]]:
    """What can be done to one operation, and how to say it."""
    if node.operation in ("multiply", "divide"):
        left, right = (written(operand, names) for operand in node.operands)
        yield (
            f"without the factor {left}",
            lambda n: n.operands[1] if n.operation == "multiply" else 1 / n.operands[1],
        )
        yield (
            f"without {'the factor' if node.operation == 'multiply' else 'dividing by'} {right}",
            lambda n: n.operands[0],
        )
    if node.operation == "divide":
        yield "with a division turned into a product", lambda n: n.operands[0] * n.operands[1]
    if node.operation in ("add", "subtract"):
        other = "subtract" if node.operation == "add" else "add"
        part = written(node, names)
        yield f"with the sign inside {part} flipped", lambda n: apply(other, *n.operands)
        for index in (0, 1):
            text = written(node.operands[1 - index], names)
            yield f"without the term {text}", lambda n, index=index: n.operands[index]  # type: ignore[misc]
    if node.operation == "negative":
        yield f"with the sign of {written(node.operands[0], names)} flipped", lambda n: n.operands[0]
    if node.operation in ("exp", "log", "sqrt", "erf", "tanh"):
        yield f"without the {node.operation} of {written(node.operands[0], names)}", lambda n: n.operands[0]
    if node.operation == "where":
        yield (
            "with its two branches exchanged",
            lambda n: apply("where", n.operands[0], n.operands[2], n.operands[1]),
        )
    if node.operation == "constant" and node.number not in (0, None):
        yield f"with {float(node.number):g} doubled", lambda n: n * 2
        yield f"with {float(node.number):g} halved", lambda n: n / 2
