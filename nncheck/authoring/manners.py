"""Bad manners: right answers spoilt by one vice, to be rejected by the checks on conduct."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from nncheck.authoring.rehearsal import Play
from nncheck.records import Call, Outcome, OutcomeKind
from nncheck.reference.torch_stored import key
from nncheck.spec.exercise import Function
from nncheck.spec.trees import leaves, map_leaves

_FAR_OUT = 50.0

Vice = Callable[[Function, Play], Play]


def _changing(change: Callable[[Any], Any]) -> Vice:
    """The vice of returning `change` of every array of the answer."""

    def vice(function: Function, right: Play) -> Play:
        return lambda call: _replaced(right(call), change)

    return vice


def _overwrites(function: Function, right: Play) -> Play:
    def play(call: Call) -> Outcome:
        outcome = right(call)
        after = map_leaves(
            lambda leaf: leaf + 1 if isinstance(leaf, np.ndarray) else leaf, outcome.inputs_after or ()
        )
        return Outcome(
            kind=outcome.kind, value=outcome.value, inputs_after=after if call.return_inputs else None
        )

    return play


def _drifts(function: Function, right: Play) -> Play:
    """Every answer to a question that was asked before is another one."""
    asked: set[str] = set()

    def play(call: Call) -> Outcome:
        question = key(call.function, "", call.arguments)
        again = question in asked
        asked.add(question)
        return _replaced(right(call), lambda leaf: leaf + 1) if again else right(call)

    return play


def _overflows(function: Function, right: Play) -> Play:
    def play(call: Call) -> Outcome:
        arrays = [leaf for _, leaf in leaves(call.arguments) if isinstance(leaf, np.ndarray)]
        far = any(np.abs(each).max(initial=0.0) > _FAR_OUT for each in arrays)
        return _replaced(right(call), lambda leaf: leaf * np.nan) if far else right(call)

    return play


def _has_no_defaults(function: Function, right: Play) -> Play:
    def play(call: Call) -> Outcome:
        if len(call.arguments) == len(function.parameters) or call.function != function.name:
            return right(call)
        return Outcome(kind=OutcomeKind.EXCEPTION, error="TypeError", message="missing a required argument")

    return play


def _replaced(outcome: Outcome, change: Callable[[Any], Any]) -> Outcome:
    if outcome.kind != OutcomeKind.VALUE:
        return outcome
    with np.errstate(all="ignore"):
        value = map_leaves(change, outcome.value)
    return Outcome(kind=outcome.kind, value=value, inputs_after=outcome.inputs_after)


VICES: Mapping[str, Vice] = {
    "loses the sign": _changing(np.negative),
    "adds an axis": _changing(lambda leaf: leaf[np.newaxis]),
    "returns float64 always": _changing(lambda leaf: leaf.astype(np.float64)),
    "cuts off to whole numbers": _changing(lambda leaf: np.trunc(np.nan_to_num(leaf)).astype(np.int64)),
    "overwrites its inputs": _overwrites,
    "answers differently the second time": _drifts,
    "gives NaN far out": _overflows,
    "has no defaults": _has_no_defaults,
}
