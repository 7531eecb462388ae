"""A broken promise -> the smallest inputs that break it, asked for through the same worker."""

from collections.abc import Callable
from typing import Any

import numpy as np

from nncheck.cases.bundle import Case
from nncheck.cases.draws import smallest
from nncheck.judge.evidence import Answered, Broken
from nncheck.judge.reference import agrees
from nncheck.records import Outcome
from nncheck.reference.answer import Solver
from nncheck.reference.balls import Uncertified
from nncheck.spec.exercise import Function
from nncheck.spec.trees import leaves, map_leaves

SHRINK_CALLS = 60
_SHRINK_SEED = 1

Ask = Callable[[tuple[Any, ...]], Outcome]


def shrunk(function: Function, broken: Broken, ask: Ask) -> Broken:
    """The same wrong values on the simplest inputs that show them; `broken` itself where nothing is simpler."""
    solver = Solver(function)

    def judged(arguments: tuple[Any, ...]) -> Broken | None:
        try:
            exact, tolerance, scale, ordinary = solver.answer(arguments, "float64")
        except Uncertified:
            return None
        if not all(leaf.all() for _, leaf in leaves(ordinary)):
            return None
        case = Case(
            name="smallest", why="the simplest inputs found", group="values", arguments=arguments, exact=exact,
            tolerance=tolerance, scale=scale,
        )  # fmt: skip
        return agrees([Answered(case=case, outcome=ask(arguments))])

    found = smallest(function, lambda arguments: judged(arguments) is not None, _SHRINK_SEED, SHRINK_CALLS)
    return (judged(found) if found is not None else None) or broken


def reduced(function: Function, broken: Broken, ask: Ask) -> Broken:
    """The same promise broken on one entry, or one row, of the inputs, where that is enough to break it."""
    case = broken.case
    if case is None or not broken.arguments or not isinstance(case.arguments[0], np.ndarray):
        return broken
    part = _entry(case, broken.index) if function.elementwise else _row(case, broken.index)
    if part is None:
        return broken
    return agrees([Answered(case=part, outcome=ask(part.arguments))]) or broken


def _entry(case: Case, index: tuple[int, ...]) -> Case | None:
    """The case cut down to one entry of its first argument."""
    x = case.arguments[0]
    if x.size < 2 or len(index) != x.ndim:
        return None
    window = tuple(slice(i, i + 1) for i in index)
    return _cut(case, lambda leaf: np.ascontiguousarray(leaf[window]).reshape(1))


def _row(case: Case, index: tuple[int, ...]) -> Case | None:
    """The case cut down to one row of a batch; only where the whole input is that batch."""
    x = case.arguments[0]
    if x.ndim != 2 or len(x) < 2 or not index or len(case.arguments) > 1 or not isinstance(case.exact, np.ndarray):
        return None
    return _cut(case, lambda leaf: leaf[index[0]]) if case.exact.shape == x.shape else None


def _cut(case: Case, cut: Callable[[Any], Any]) -> Case:
    return Case(
        name=case.name,
        why=case.why,
        group=case.group,
        arguments=(cut(case.arguments[0]), *case.arguments[1:]),
        exact=map_leaves(cut, case.exact),
        tolerance=map_leaves(cut, case.tolerance),
        scale=map_leaves(cut, case.scale),
    )
