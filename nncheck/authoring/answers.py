"""Formulas -> outcomes, as if a submission had computed them; the right ones come from the bundles."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from nncheck.cases.bundle import Bundle
from nncheck.records import Outcome, OutcomeKind
from nncheck.reference.answer import Limit, Solver
from nncheck.reference.balls import Uncertified
from nncheck.reference.floats import in_floats
from nncheck.reference.torch_stored import key
from nncheck.reference.trace import numbers, trace
from nncheck.spec.exercise import Exercise, Formula, Function
from nncheck.spec.trees import leaves, map_leaves

Answering = Callable[[tuple[Any, ...]], Outcome]


class RightAnswers:
    """The exact answer to any call: the one that a bundle holds, else a new one."""

    def __init__(self, exercise: Exercise, bundles: Mapping[str, Bundle], limit: Limit | None = None):
        self._functions = exercise.functions
        self._solvers = {name: Solver(function, limit) for name, function in exercise.functions.items()}
        self._known: dict[str, Any] = {}
        for name, bundle in bundles.items():
            asked = [each for case in bundle.properties for each in case.asked]
            self._known.update({key(each.function, "", each.arguments): each.exact for each in asked})
            self._known.update({key(name, "", case.arguments): case.exact for case in bundle.cases})

    def answer(self, name: str, arguments: tuple[Any, ...]) -> Outcome:
        """What a flawless function returns."""
        function = self._functions[name]
        place = key(name, "", arguments)
        if place not in self._known:
            self._known[place] = self._solvers[name].answer(completed(function, arguments), "float64").exact
        return value(self._known[place], arguments, function.keeps_integers)


def formula_answers(function: Function, formula: Formula) -> Answering:
    """What a function returns that computes a wrong formula; in floats where it has no certain value."""
    solver = Solver(function.computing(formula))

    def answer(arguments: tuple[Any, ...]) -> Outcome:
        given = completed(function, arguments)
        try:
            return value(_exact_or_floats(solver, formula, given), arguments)
        except Exception as problem:  # noqa: BLE001 - a wrong formula may raise whatever it likes, as a student's does
            return Outcome(kind=OutcomeKind.EXCEPTION, error=type(problem).__name__, message=str(problem))

    return answer


def float_answers(function: Function, formula: Formula) -> Answering:
    """What a program returns that computes `formula` operation by operation, with every overflow."""

    def answer(arguments: tuple[Any, ...]) -> Outcome:
        given = completed(function, arguments)
        return value(computed(formula, given, function.elementwise), arguments)

    return answer


def _exact_or_floats(solver: Solver, formula: Formula, arguments: tuple[Any, ...]) -> Any:
    try:
        return solver.answer(arguments, "float64").exact
    except Uncertified:
        return computed(formula, arguments, solver.function.elementwise)


def computed(formula: Formula, arguments: tuple[Any, ...], elementwise: bool) -> Any:
    """The formula in the floating-point type of its inputs; elementwise ones entry by entry."""
    if not elementwise:
        return _in_floats(formula, arguments)
    x, others = np.asarray(arguments[0]), arguments[1:]
    points = [_in_floats(formula, (np.array(entry), *others)) for entry in x.flat]
    shape = points[0] if points else _in_floats(formula, (np.zeros((), x.dtype), *others))
    columns = [[leaf for _, leaf in leaves(point)] for point in points]
    entries = iter(np.array(columns, dtype=np.float64).reshape(len(points), -1).T)
    return map_leaves(lambda _: next(entries, np.zeros(0)).reshape(x.shape), shape)


def _in_floats(formula: Formula, arguments: tuple[Any, ...]) -> Any:
    traced = trace(formula, arguments)
    inputs = {node.order: number for node, number in zip(traced.inputs, numbers(arguments), strict=True)}
    results = iter(in_floats(traced.outputs, inputs, _float_type(arguments)))
    return map_leaves(
        lambda leaf: np.array([next(results) for _ in range(leaf.size)]).reshape(leaf.shape), traced.answer
    )


def value(exact: Any, arguments: tuple[Any, ...], keeps_integers: bool = False) -> Outcome:
    """The outcome that returns `exact` in the type that well-mannered functions give it."""
    whole = keeps_integers and not any(map(_is_floating, (leaf for _, leaf in leaves(arguments))))
    wanted = _first_type(arguments, np.int64) if whole else np.dtype(_float_type(arguments))
    with np.errstate(all="ignore"):
        typed = map_leaves(lambda leaf: np.asarray(leaf).astype(wanted), exact)
    return Outcome(kind=OutcomeKind.VALUE, value=typed)


def completed(function: Function, arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    """The arguments with the defaults of those that were left out."""
    left_out = list(function.parameters.values())[len(arguments) :]
    return (*arguments, *(each.default for each in left_out))


def _float_type(arguments: tuple[Any, ...]) -> str:
    return "float32" if _first_type(arguments) == np.float32 else "float64"


def _first_type(arguments: tuple[Any, ...], otherwise: type = np.float64) -> np.dtype[Any]:
    return next(
        (leaf.dtype for _, leaf in leaves(arguments) if isinstance(leaf, np.ndarray)), np.dtype(otherwise)
    )


def _is_floating(leaf: Any) -> bool:
    return isinstance(leaf, float) or (isinstance(leaf, np.ndarray) and leaf.dtype.kind == "f")
