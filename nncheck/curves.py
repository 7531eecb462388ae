"""A student's function of one number, asked along a line, beside the certified values there: for pictures."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from nncheck.interview import Interview
from nncheck.judge.compare import as_array
from nncheck.records import Array, Call, Curve, OutcomeKind
from nncheck.reference import remembered
from nncheck.reference.balls import Uncertified
from nncheck.reference.remembered import Inputs, Undefined
from nncheck.spec.domain import Choice, Reals
from nncheck.spec.exercise import Exercise, Function

POINTS = 200  # an even number: 0, where slopes may be undecided, is not among them
REACH = 6.0


def curves(exercise: Exercise, names: Iterable[str], interview: Interview) -> dict[str, Curve]:
    """The curve of each function that has one. To be asked for when all else is judged."""
    found = {name: curve(exercise.functions[name], interview) for name in names}
    return {name: each for name, each in found.items() if each is not None}


def curve(function: Function, interview: Interview) -> Curve | None:
    """What a function answers along a line; None where it is no curve, or answers otherwise."""
    first = next(iter(function.domain.values()), None)
    if not isinstance(first, Reals) or not function.has_one_graph or not interview.defines(function.name):
        return None
    low, high = max(-REACH, first.low), min(REACH, first.high)
    if low >= high:
        return None
    x = np.linspace(low, high, POINTS)
    others = settings(function)
    got = _answered(function.name, (x, *others), interview)
    return None if got is None else _beside_reference(function, x, others, got)


def settings(function: Function) -> tuple[Any, ...]:
    """The other arguments of an elementwise function: a default that can be seen, or the first choice."""
    found = []
    for domain in list(function.domain.values())[1:]:
        values = domain.values if isinstance(domain, Choice) else (getattr(domain, "low", 1),)
        seen = [each for each in values if isinstance(each, float) and 0.1 <= each < 1]
        found.append(seen[0] if seen else values[0])
    return tuple(found)


def _answered(name: str, arguments: tuple[Any, ...], interview: Interview) -> Array | None:
    (outcome,) = interview.calls(name, [Call(function=name, arguments=arguments)])
    value = outcome.value
    found = as_array(value[0] if isinstance(value, list | tuple) and value else value)
    if outcome.kind != OutcomeKind.VALUE or isinstance(found, str) or found.shape != arguments[0].shape:
        return None
    return np.asarray(found, np.float64)


def _beside_reference(function: Function, x: Array, others: tuple[Any, ...], got: Array) -> Curve | None:
    """Of a function with several answers, the first one."""
    try:
        answer = remembered.answer(function, Inputs((x, *others)))
    except (Uncertified, Undefined):
        return None
    exact, allowed = (
        each[0] if isinstance(each, tuple) else each for each in (answer.exact, answer.tolerance)
    )
    return Curve(x=x, got=got, expected=exact, allowed=allowed, settings=_named(function, others))


def _named(function: Function, others: tuple[Any, ...]) -> dict[str, Any]:
    return dict(zip(list(function.domain)[1:], others, strict=True))
