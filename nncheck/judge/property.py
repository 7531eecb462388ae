"""A property's relation, over the student's own answers."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from nncheck.cases.bundle import Asked, PropertyCase
from nncheck.judge.compare import in_form_of, misshapen
from nncheck.judge.evidence import Broken, outcome_sentence
from nncheck.records import Call, Outcome, OutcomeKind, Tensor, Value
from nncheck.spec.exercise import Property
from nncheck.spec.measured import Measured
from nncheck.spec.trees import leaves, map_leaves

Live = Callable[[str, tuple[Any, ...]], Outcome]


class _NoAnswer(Exception):
    """A question of the relation has no usable answer; carries the broken promise."""


class _Replay:
    """Answers the relation's questions, in their recorded order, with what the student's code said.

    A question that contains an earlier answer, as f(f(x)), is put to the student's code live: with
    the student's own answer, never with ours.
    """

    def __init__(self, own: str, asked: Iterator[tuple[Asked, Outcome | None]], live: Live):
        self._own, self._asked, self._live = own, asked, live

    def __call__(self, *arguments: Any) -> Any:
        return self._answer(self._own, arguments)

    def __getattr__(self, function: str) -> Callable[..., Any]:
        return lambda *arguments: self._answer(function, arguments)

    def _answer(self, function: str, arguments: tuple[Any, ...]) -> Any:
        asked, outcome = next(self._asked)
        slack = 0.0
        if outcome is None:
            given = [leaf for _, leaf in leaves(arguments) if isinstance(leaf, Measured)]
            slack = max(float(each.tolerance.max(initial=0.0)) for each in given)
            arguments = map_leaves(lambda leaf: leaf.value if isinstance(leaf, Measured) else leaf, arguments)
            outcome = self._live(function, arguments)
        if outcome.kind != OutcomeKind.VALUE:
            raise _NoAnswer(
                Broken(
                    sentence=outcome_sentence(outcome),
                    arguments=arguments,
                    location=outcome.location,
                    outcome=outcome.kind,
                    raised=outcome.error,
                )
            )
        mismatch = misshapen(outcome.value, asked.exact)
        if mismatch:
            raise _NoAnswer(
                Broken(
                    sentence=mismatch.sentence, arguments=arguments, got=outcome.value, expected=asked.exact
                )
            )
        return map_leaves(
            lambda _, got, tolerance: Measured(_array(got), tolerance + slack),
            asked.exact,
            in_form_of(asked.exact, outcome.value),
            asked.tolerance,
        )


def questions(own: str, case: PropertyCase) -> list[Call]:
    """The calls that can be made before any answer is known."""
    return [
        Call(function=each.function or own, arguments=each.arguments) for each in case.asked if not each.live
    ]


def holds(
    promised: Property, own: str, case: PropertyCase, outcomes: list[Outcome], live: Live
) -> Broken | None:
    """Whether the relation holds, within the tolerances of all answers in it."""
    ready = iter(outcomes)
    asked = ((each, None if each.live else next(ready)) for each in case.asked)
    with np.errstate(all="ignore"):
        try:
            relation = promised.relation(_Replay(own, asked, live), *case.arguments)
        except _NoAnswer as problem:
            broken: Broken = problem.args[0]
            return broken
        gap, allowed = relation.gap, relation.allowed + case.residual
        right = np.broadcast_to(relation.right.value, gap.shape)
    kept = gap <= allowed  # a NaN is not kept
    if kept.all():
        return None
    index = tuple(int(i) for i in np.argwhere(~kept)[0])
    left = np.broadcast_to(relation.left.value, gap.shape)
    words = "is less than" if relation.one_sided else "is not"
    place = f" at index {list(index)}" if index else ""
    return Broken(
        sentence=f"{float(left[index])!r} {words} {float(right[index])!r}{place}",
        arguments=case.arguments,
        got=left,
        expected=right,
        index=index,
        error=float(gap[index]),
        allowed=float(allowed[index]),
        why=promised.promise,
    )


def _array(got: Value) -> Any:
    return np.asarray(got.array if isinstance(got, Tensor) else got, dtype=np.float64)
