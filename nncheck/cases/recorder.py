"""A property's questions -> exact answers, and the list of what was asked."""

from collections.abc import Callable
from math import isinf
from typing import Any

import numpy as np

from nncheck.cases.bundle import Asked
from nncheck.reference.answer import Solver
from nncheck.reference.balls import Uncertified
from nncheck.reference.floats import in_floats
from nncheck.reference.trace import numbers, trace
from nncheck.spec.exercise import Function
from nncheck.spec.measured import Measured
from nncheck.spec.trees import leaves, map_leaves


class Recorder:
    """Answers a property's questions with exact answers and keeps a list of them."""

    def __init__(self, own: str, solvers: dict[str, Solver]):
        self._own, self._solvers = own, solvers
        self.asked: list[Asked] = []

    def __call__(self, *arguments: Any) -> Any:
        return self._ask(self._own, arguments)

    def __getattr__(self, function: str) -> Callable[..., Any]:
        return lambda *arguments: self._ask(function, arguments)

    def _ask(self, function: str, arguments: tuple[Any, ...]) -> Any:
        live = any(isinstance(leaf, Measured) for _, leaf in leaves(arguments))
        plain = map_leaves(lambda leaf: leaf.value if isinstance(leaf, Measured) else leaf, arguments)
        exact, tolerance = _answer(self._solvers[function], plain)
        self.asked.append(
            Asked(function=function, arguments=plain, exact=exact, tolerance=tolerance, live=live)
        )
        return map_leaves(Measured, exact, tolerance)


def _answer(solver: Solver, arguments: tuple[Any, ...]) -> tuple[Any, Any]:
    """The exact answer and its tolerance, or infinity, without one, where the function is infinite."""
    try:
        exact, tolerance, _, _ = solver.answer(arguments, "float64")
    except Uncertified:
        exact = _infinite(solver.function, arguments)
        tolerance = map_leaves(np.zeros_like, exact)
    return exact, tolerance


def _infinite(function: Function, arguments: tuple[Any, ...]) -> Any:
    """The infinities of the first form of the formula that gives nothing else in floating point.

    Raises Uncertified where there is none.
    """
    for formula in (function.formula, *function.forms):
        traced = trace(formula, arguments)
        inputs = {node.order: value for node, value in zip(traced.inputs, numbers(arguments), strict=True)}
        values = in_floats(traced.outputs, inputs, "float64")
        if all(map(isinf, values)):
            left = iter(values)
            return map_leaves(
                lambda leaf, left=left: np.array([next(left) for _ in range(leaf.size)]).reshape(leaf.shape),
                traced.answer,
            )
    raise Uncertified
