"""A formula -> the wrong formulas next to it, and which of them the cases let through."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from nncheck.authoring.answers import Answering, formula_answers
from nncheck.authoring.misconceptions import fixed
from nncheck.cases.bundle import Bundle, Case
from nncheck.cases.draws import draw
from nncheck.diagnose.mutants import mutants
from nncheck.judge.evidence import Answered
from nncheck.judge.reference import agrees
from nncheck.records import Record
from nncheck.reference.answer import Solver
from nncheck.reference.balls import Uncertified
from nncheck.reference.trace import trace
from nncheck.spec.exercise import Formula, Function
from nncheck.spec.expression import Expression, apply, reachable, rebuilt, substitute
from nncheck.spec.trees import leaves, map_leaves

_ELSEWHERE_SEED = 0x0E15E
_ELSEWHERE_POINTS = 200

Build = Callable[[Expression, tuple[Expression, ...]], Expression]
Change = Callable[..., Any]

# What can be done to every operation of a kind at once.
_CHANGES: dict[str, tuple[tuple[str, Change], ...]] = {
    "add": (("every sum as a difference", lambda a, b: a - b),),
    "subtract": (("every difference as a sum", lambda a, b: a + b), ("nothing subtracted", lambda a, b: a)),
    "multiply": (("no first factors", lambda a, b: b), ("no second factors", lambda a, b: a)),
    "divide": (("every division as a product", lambda a, b: a * b), ("no division", lambda a, b: a)),
    "negative": (("no minus sign", lambda a: a),),
    "where": (("the branches of every condition exchanged", lambda a, b, c: apply("where", a, c, b)),),
    **{name: ((f"no {name}", lambda a: a),) for name in ("exp", "log", "sqrt", "erf", "tanh", "absolute")},
}  # fmt: skip


class Variant(Record, frozen=True, kw_only=True):
    """A wrong formula, and what is wrong with it."""

    title: str
    formula: Formula


def variants(function: Function, bundle: Bundle) -> Iterator[Variant]:
    """Every change of one operation, for elementwise formulas; of all operations of a kind, for others."""
    if function.has_one_graph:
        yield from (Variant(title=each.named.title, formula=each.formula) for each in mutants(function))
        return
    nodes = reachable(trace(function.formula, bundle.group("values")[0].arguments).outputs)
    present = {node.operation for node in nodes}
    for operation, changes in _CHANGES.items():
        if operation in present:
            for title, change in changes:
                yield Variant(
                    title=f"the formula with {title}",
                    formula=_everywhere(function.formula, operation, change),
                )


def _everywhere(formula: Formula, operation: str, change: Change) -> Formula:
    """The formula with `change` made of every operation of one kind."""

    def build(node: Expression, operands: tuple[Expression, ...]) -> Expression:
        changed: Expression = change(*operands) if node.operation == operation else rebuilt(node, operands)
        return changed

    def changed(*arguments: Any) -> Any:
        answer = map_leaves(lambda leaf: np.asarray(leaf, dtype=object), formula(*arguments))
        nodes = [node for _, leaf in leaves(answer) for node in leaf.flat]
        expressions = [node for node in nodes if isinstance(node, Expression)]
        done = dict(zip(map(id, expressions), substitute(expressions, {}, build), strict=True))
        return map_leaves(lambda leaf: _mapped(lambda node: done.get(id(node), node), leaf), answer)

    return changed


def _mapped(change: Callable[[Any], Any], array: Any) -> Any:
    result: Any = np.empty(array.shape, dtype=object)
    result.flat = [change(each) for each in array.flat]
    return result


def rejected(function: Function, variant: Variant, bundle: Bundle) -> bool:
    """Whether some case has another answer than the variant; the quickest cases are tried first."""
    quickest = sorted(fixed(bundle), key=lambda case: case.name.startswith("edges"))
    return _rejected_by(quickest, formula_answers(function, variant.formula))


def equivalent(function: Function, variant: Variant) -> bool:
    """Whether the variant has the right answers everywhere: at further points, too."""
    return not _rejected_by(elsewhere(function), formula_answers(function, variant.formula))


def _rejected_by(cases: Iterator[Case] | list[Case], answer: Answering) -> bool:
    return agrees(Answered(case=case, outcome=answer(case.arguments)) for case in cases) is not None


def elsewhere(function: Function) -> Iterator[Case]:
    """Cases at generic points that serve no check."""
    solver = Solver(function)
    points = 0
    for index, arguments in enumerate(draw(function, _ELSEWHERE_SEED, _ELSEWHERE_POINTS)):
        if points >= _ELSEWHERE_POINTS:
            return
        try:
            exact, tolerance, scale, ordinary = solver.answer(arguments, "float64")
        except Uncertified:
            continue
        if all(leaf.all() for _, leaf in leaves(ordinary)):
            points += sum(leaf.size for _, leaf in leaves(exact))
            yield Case(
                name=f"elsewhere-{index}", why="a generic point", group="values", arguments=arguments,
                exact=exact, tolerance=tolerance, scale=scale,
            )  # fmt: skip
