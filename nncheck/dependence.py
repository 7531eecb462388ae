"""A wrong function that is right apart from another one of the submission: forward with its own sigmoid.

One mistake should cost one function. An exercise says how a function may be computed from the student's
own ones (`Function.with_own`). Such a formula is followed operation by operation with the rounding errors
of an honest program; where it calls a function of the student, that is asked at the numbers reached there,
and at the ends of what rounding makes of them, so that its answer enters with an error of its own.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import msgspec
import numpy as np
from flint import arb

from nncheck.cases.bundle import Case
from nncheck.diagnose.formulas import handy
from nncheck.judge.compare import as_array
from nncheck.judge.evidence import Answered
from nncheck.judge.reference import agrees
from nncheck.records import Outcome, OutcomeKind
from nncheck.reference.answer import ROUNDOFF, SAFETY
from nncheck.reference.balls import widened
from nncheck.reference.trace import numbers, trace
from nncheck.spec.exercise import Formula, Function
from nncheck.spec.expression import Expression, constant, new_input
from nncheck.spec.trees import leaves, map_leaves

# name, arguments of each call -> outcomes; none where that function is not there, or not graded
AskOwn = Callable[[str, Sequence[tuple[Any, ...]]], list[Outcome]]

_DTYPE = "float64"
_ROUNDOFF = ROUNDOFF[_DTYPE]


class Unusable(Exception):
    """One of the student's functions gives nothing to go on with."""


class Missing(Unusable):
    """There is no such function of the student, or none that is graded."""


def right_apart_from(function: Function, answers: Sequence[Answered], ask: AskOwn) -> tuple[str, ...]:
    """The student's own functions with which all of these answers are right; () where there are none.

    Edge cases are left out, where what overflows on the way cannot be followed, and so are large ones.
    What is wrong there alone is nobody else's fault: some of the answers compared must be wrong themselves.
    """
    answers = [each for each in answers if handy(each.case) and not each.case.name.startswith("edges")]
    if agrees(answers) is None:
        return ()
    for formula in function.with_own:
        asked: dict[str, None] = {}
        telling: dict[str, bool] = {}  # for each part of the answers
        try:
            if all(_explains(formula, each, ask, asked, telling) for each in answers) and all(
                telling.values()
            ):
                return tuple(asked)
        except Exception:  # noqa: BLE001, S112 - what a student returned may break a formula in any way
            continue
    return ()


def _explains(
    formula: Formula, answered: Answered, ask: AskOwn, asked: dict[str, None], telling: dict[str, bool]
) -> bool:
    """Whether an answer is what the formula makes of the student's own functions; notes which parts tell."""
    case = answered.case
    own = _Own(ask, asked)

    def traced(*arguments: Any) -> Any:
        own.learn(arguments, case.arguments)
        return formula(own, *arguments)

    middle, radius = own.reached(trace(traced, case.arguments).answer)
    for (path, at_right), (_, at_own) in zip(leaves(case.exact), leaves(middle), strict=True):
        telling[path] = telling.get(path, False) or _tells(at_right, at_own)
    other = msgspec.structs.replace(case, exact=middle, tolerance=map_leaves(_tolerance, middle, radius))
    return agrees([Answered(case=other, outcome=answered.outcome)]) is None


class _Own:
    """The student's functions, as a formula calls them."""

    def __init__(self, ask: AskOwn, asked: dict[str, None]):
        self._ask, self._asked = ask, asked
        self._balls: dict[int, Any] = {}  # what the numbers given, and those answered, may be

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return partial(self._call, name)

    def __call__(self, name: str, otherwise: Formula) -> Callable[..., Any]:
        """The student's function, or the right formula where that gives the same, or there is none graded."""

        def called(*arguments: Any) -> Any:
            right, known = otherwise(*arguments), dict(self._asked)
            try:
                answer = self._call(name, *arguments)
            except Missing:
                return right
            if not self._same(answer, right):
                return answer
            self._asked.clear()
            self._asked.update(known)  # nothing is wrong because of it
            return right

        return called

    def _same(self, one: Any, other: Any) -> bool:
        """Whether two trees of scalars are equal as far as can be told."""
        reached = (each for tree in (one, other) for each in self.reached(tree))
        middle, radius, wanted, allowed = (map_leaves(np.asarray, each) for each in reached)
        limit = map_leaves(lambda *each: _tolerance(each[0], each[1] + each[2]), wanted, radius, allowed)
        case = Case(name="", why="", group="", arguments=(), exact=wanted, tolerance=limit, scale=wanted)
        return agrees([Answered(case=case, outcome=Outcome(kind=OutcomeKind.VALUE, value=middle))]) is None

    def learn(self, arguments: tuple[Any, ...], values: tuple[Any, ...]) -> None:
        """Take note of what the formula's inputs stand for."""
        nodes = [node for _, leaf in leaves(arguments) for node in _nodes(leaf)]
        pairs = zip(nodes, numbers(values), strict=True)
        self._balls |= {node.order: arb(value) for node, value in pairs}

    def reached(self, tree: Any) -> tuple[Any, Any]:
        """The numbers that a program reaches at the scalars of a tree, and by how much each may be off."""
        nodes = [node for _, leaf in leaves(tree) for node in _nodes(leaf)]
        balls = widened(nodes, self._balls, _DTYPE).balls
        if not all(ball.is_finite() for ball in balls):
            raise Unusable
        middle, radius = (iter([float(part(ball)) for ball in balls]) for part in (arb.mid, arb.rad))
        return map_leaves(partial(_filled, middle), tree), map_leaves(partial(_filled, radius), tree)

    def _call(self, name: str, *arguments: Any) -> Any:
        middle, radius = self.reached(arguments)
        moved = [map_leaves(partial(_moved, signs), middle, radius) for signs in _SIGNS]
        outcomes = self._ask(name, [middle, *moved])
        if not outcomes:
            raise Missing
        self._asked[name] = None
        answer, *ends = map(_usable, outcomes)
        return map_leaves(self._entered, answer, *ends)

    def _entered(self, answer: Any, *ends: Any) -> Any:
        """An answer as inputs of the graph, as uncertain as its arguments make it."""
        spread = np.max([np.abs(end - answer) for end in ends], axis=0) + _ROUNDOFF * np.abs(answer)
        nodes = np.empty(answer.shape, dtype=object)
        nodes.reshape(-1)[:] = [new_input() for _ in range(nodes.size)]
        for node, value, error in zip(nodes.flat, answer.flat, spread.flat, strict=True):
            self._balls[node.order] = arb(float(value), float(error))
        return nodes


_SIGNS = ((1.0, 1.0), (-1.0, -1.0), (1.0, -1.0))  # of the errors in entries with even and odd places


def _nodes(leaf: Any) -> list[Expression]:
    """The scalars of a leaf of a formula; none where it is a word or a whole number."""
    if isinstance(leaf, np.ndarray):
        return [constant(each) for each in leaf.flat]
    return [leaf] if isinstance(leaf, Expression) else []


def _filled(values: Any, leaf: Any) -> Any:
    """The leaf with the next values in place of its scalars."""
    if isinstance(leaf, np.ndarray):
        return np.array([next(values) for _ in range(leaf.size)]).reshape(leaf.shape)
    return next(values) if isinstance(leaf, Expression) else leaf


def _moved(signs: tuple[float, float], middle: Any, radius: Any) -> Any:
    if not isinstance(middle, np.ndarray):
        return middle
    return middle + radius * np.resize(signs, middle.size).reshape(middle.shape)


def _usable(outcome: Outcome) -> Any:
    """What a student's function answered, as float64 arrays."""
    if outcome.kind != OutcomeKind.VALUE:
        raise Unusable
    return map_leaves(_finite, outcome.value)


def _finite(leaf: Any) -> Any:
    array = as_array(leaf)
    if isinstance(array, str) or not np.isfinite(array).all():
        raise Unusable
    return array.astype(np.float64)


def _tells(right: Any, own: Any) -> bool:
    """Whether anything is left to be right: a constant where numbers should vary is no achievement."""
    if right.size > 1 and np.ptp(right) > 0:
        return bool(np.ptp(own) > 0)
    return bool(np.any(own)) or not np.any(right)


def _tolerance(middle: Any, radius: Any) -> Any:
    return SAFETY * (radius + _ROUNDOFF * np.max(np.abs(middle), initial=0.0))
