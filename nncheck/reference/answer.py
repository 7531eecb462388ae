"""Function + arguments -> the exact answer, the derived tolerance, and which kind of check may use it.

Accepted is |got - exact| <= half the width of the subgradient interval + c (r + u scale), where r
bounds the rounding errors of every honest form of the formula (see balls.widened, and first_order for
functions that iterate), u is the unit roundoff, and scale is local: for elementwise functions
min(sup|f|, max(|x|, |f(x)|)) at that element, else the largest |exact| in that output of that call.
"""

from collections.abc import Callable, Iterator, Sequence
from math import inf, isinf
from typing import Any, NamedTuple

import numpy as np
from flint import arb, ctx

from nncheck.reference.balls import Interval, Uncertified, Widened, certified, widened
from nncheck.reference.first_order import first_order
from nncheck.reference.trace import Trace, numbers, trace
from nncheck.spec.exercise import Function
from nncheck.spec.expression import Expression
from nncheck.spec.trees import leaves, map_leaves

SAFETY = 2.0  # c: the honest forms tried stay under 1.4 r
ROUNDOFF = {"float64": 2.0**-53, "float32": 2.0**-24}
SMALLEST = {"float64": 2.0**-1070, "float32": 2.0**-145}  # errors of a few subnormals are no errors
SHARPEST = {"float64": 1e-9, "float32": 1e-3}  # where r exceeds this part of the scale, a case proves nothing

Limit = Callable[[Expression, Expression, float, dict[int, Any]], float]


class Answer(NamedTuple):
    """Trees of float64 arrays. `ordinary` says where every honest form keeps its accuracy."""

    exact: Any
    tolerance: Any
    scale: Any
    ordinary: Any  # tree of bool arrays; an entry that is not ordinary belongs to the stability check


class _Entry(NamedTuple):
    exact: float
    half_width: float
    error: float  # r, the largest over all honest forms; inf where one of them loses everything
    best_error: float  # of the most accurate form
    overflows: bool


class _Leaf:
    """One array of an answer, entry by entry."""

    def __init__(self, shape: tuple[int, ...], entries: list[_Entry]):
        self.shape, self.entries = shape, entries

    def field(self, name: str) -> Any:
        return np.array([getattr(entry, name) for entry in self.entries], dtype=np.float64).reshape(
            self.shape
        )


class Solver:
    """Answers for one function. Keeps the graphs of the shapes that it has seen.

    `limit` gives values at infinite inputs (see symbolic.limit); without it there are none. The rounding
    errors are those of a program on `device`. Which entries are ordinary is settled on the CPU: elsewhere
    every entry is that has a bound at all. One thread at a time: python-flint has one precision a process.
    """

    def __init__(self, function: Function, limit: Limit | None = None, device: str = "cpu"):
        self.function = function
        self._limit = limit
        self._device = device
        self._traces: dict[str, list[Trace]] = {}

    def answer(self, arguments: tuple[Any, ...], dtype: str) -> Answer:
        """The answer to one call.

        Raises Uncertified where the function has no certified value.
        """
        if self.function.elementwise:
            return self._elementwise(arguments, dtype)
        traces = self._traced(arguments)
        entries = iter(_entries(traces, numbers(arguments), dtype, self._device, self.function.iterates))
        tree = map_leaves(
            lambda leaf: _Leaf(leaf.shape, [next(entries) for _ in range(leaf.size)]), traces[0].answer
        )
        return self._judged(tree, dtype, lambda exact: np.full(exact.shape, _largest(exact)))

    def _elementwise(self, arguments: tuple[Any, ...], dtype: str) -> Answer:
        x, others = np.asarray(arguments[0]), arguments[1:]
        traces = self._traced((0.0, *others))
        points = [self._point(traces, (float(value), *others), dtype) for value in x.flat]
        columns = iter([list(column) for column in zip(*points, strict=True)])
        tree = map_leaves(lambda _: _Leaf(x.shape, next(columns, [])), traces[0].answer)
        supremum = max(map(abs, self.function.value_range))
        size = np.abs(x.astype(np.float64))
        return self._judged(tree, dtype, lambda exact: np.minimum(supremum, np.maximum(size, np.abs(exact))))

    def _point(self, traces: list[Trace], values: tuple[float, ...], dtype: str) -> list[_Entry]:
        if not isinf(values[0]):
            return _entries(traces, numbers(values), dtype, self._device, self.function.iterates)
        if self._limit is None:
            raise Uncertified
        variable, *rest = traces[0].inputs
        others: dict[int, Any] = {
            node.order: value for node, value in zip(rest, numbers(values[1:]), strict=True)
        }
        limits = [self._limit(output, variable, values[0], others) for output in traces[0].outputs]
        return [_Entry(value, 0.0, inf, 0.0, True) for value in limits]

    def _traced(self, arguments: tuple[Any, ...]) -> list[Trace]:
        key = repr([(path, _stand_in(leaf)) for path, leaf in leaves(arguments)])
        if key not in self._traces:
            first = trace(self.function.formula, arguments)
            others = [trace(formula, arguments) for formula in self.function.forms]
            self._traces[key] = [first, *(_aligned(each, first) for each in others)]
        return self._traces[key]

    def _judged(self, tree: Any, dtype: str, scale_of: Callable[[Any], Any]) -> Answer:
        """Tolerances from errors and scales, leaf by leaf."""
        supremum = max(map(abs, self.function.value_range))
        sharpest = SHARPEST[dtype] if self._device == "cpu" else inf
        judged = [_judged_leaf(leaf, dtype, scale_of, supremum, sharpest) for _, leaf in leaves(tree)]
        answer = Answer(*(_like(tree, iter(column)) for column in zip(*judged, strict=True)))
        return _counted(answer) if self.function.counts else answer


def _stand_in(leaf: Any) -> Any:
    """What a graph depends on: the shape of an array, but a word or a whole number itself."""
    return leaf.shape if isinstance(leaf, np.ndarray) else None if isinstance(leaf, float) else leaf


def _counted(answer: Answer) -> Answer:
    """Whole numbers, without any tolerance."""
    exact = map_leaves(lambda leaf: np.rint(leaf).astype(np.int64), answer.exact)
    return answer._replace(exact=exact, tolerance=map_leaves(np.zeros_like, answer.tolerance))


def _aligned(other: Trace, first: Trace) -> Trace:
    """The other form with its outputs in the order of the first (dicts may differ in theirs)."""
    return Trace(other.inputs, map_leaves(lambda _, same: same, first.answer, other.answer))


def _judged_leaf(
    leaf: _Leaf, dtype: str, scale_of: Callable[[Any], Any], supremum: float, sharpest: float
) -> tuple[Any, ...]:
    exact, error = leaf.field("exact"), leaf.field("error")
    scale = scale_of(exact)
    whole_scale = scale if isinf(supremum) else np.full(exact.shape, supremum)
    sharp_enough = np.maximum(SMALLEST[dtype], _times(sharpest, np.where(scale == 0, whole_scale, scale)))
    ordinary = (error <= sharp_enough) & np.isfinite(error) & (leaf.field("overflows") == 0)
    scale = np.where(ordinary, scale, whole_scale)
    rounding = np.where(ordinary, error, leaf.field("best_error")) + ROUNDOFF[dtype] * np.where(
        np.isinf(scale), 0, scale
    )
    tolerance = leaf.field("half_width") + SAFETY * np.where(np.isinf(exact), 0, rounding)
    return exact, tolerance, scale, ordinary


def _times(sharpest: float, scale: Any) -> Any:
    """The largest r that is sharp enough: without a limit whatever it is, at a scale of 0 too."""
    return np.full(scale.shape, inf) if isinf(sharpest) else sharpest * scale


def _entries(
    traces: Sequence[Trace], values: list[float], dtype: str, device: str, iterates: bool
) -> list[_Entry]:
    forms = [each.outputs for each in traces]
    inputs = {node.order: value for each in traces for node, value in zip(each.inputs, values, strict=True)}
    exact = _certified_by_any(forms, inputs)
    if iterates:
        computed = [first_order(outputs, inputs, dtype, device) for outputs in forms]
    else:
        computed = [each for outputs in forms for each in _branches(outputs, inputs, dtype, device)]
    overflows = any(each.overflows for each in computed)
    ctx.prec = 256
    return [
        _entry(interval, [each.balls[i] for each in computed], overflows) for i, interval in enumerate(exact)
    ]


def _branches(outputs: list[Expression], inputs: dict[int, Any], dtype: str, device: str) -> list[Widened]:
    """The formula in floating point, at a kink with either branch."""
    upper = widened(outputs, inputs, dtype, device=device)
    return [upper, widened(outputs, inputs, dtype, -1, device)] if upper.at_kink else [upper]


def _certified_by_any(forms: list[list[Expression]], inputs: dict[int, Any]) -> list[Interval]:
    """The first form that has a certified value: e^x/(1+e^x) has none at 1e308, 1/(1+e^-x) has."""
    for outputs in forms:
        try:
            return certified(outputs, inputs)
        except Uncertified:
            continue
    raise Uncertified


def _entry(exact: Interval, balls: list[Any], overflows: bool) -> _Entry:
    errors = [_beyond(ball, exact) for ball in balls]
    middle = (exact.low + exact.high) / 2
    half_width = (exact.high.mid() - exact.low.mid()) / 2
    return _Entry(float(middle.mid()), float(half_width), max(errors), min(errors), overflows)


def _beyond(ball: Any, exact: Interval) -> float:
    """How far outside the exact interval a program's result may lie."""
    if not ball.is_finite():
        return inf
    reach = (ball.upper() - exact.high).max(exact.low - ball.lower()).max(arb(0))
    return float(reach.upper())


def _largest(exact: Any) -> float:
    finite = np.abs(exact[np.isfinite(exact)])
    return float(finite.max()) if finite.size else 0.0


def _like(tree: Any, values: Iterator[Any]) -> Any:
    return map_leaves(lambda _: next(values), tree)
