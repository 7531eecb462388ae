"""A function called step by step, as a training loop calls an optimizer.

Its first argument and its state are what the step before returned; the state is None at first and never
leaves this process. Another argument holds what differs from step to step, along its first axis.
"""

from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Any

from .form import CODE_OF_TYPE, ndarray
from .wire import Convert, Opaque, WireError, dumps, loads, type_name

Step = Callable[..., Any]
SMALL = 1 << 16  # bytes of an array that is copied as it is: the wire has room for it


class AtStep(Exception):
    """What student code raised, and in which step, counted from 1."""

    def __init__(self, error: BaseException, number: int):
        super().__init__(number)
        self.error, self.number = error, number


class Walk:
    """The way of one parameter."""

    def __init__(self, step: Step, arguments: Sequence[Any], along: Sequence[Any], over: int, state: int):
        self._step, self._arguments, self._along = step, list(arguments), along
        self._over, self._state = over, state
        self._returned: Sequence[Any] = (arguments[0], None)
        self.given: list[Any] = []  # what was handed over as the first argument, step by step

    def take(self) -> Any:
        """The first part of what one more step returns."""
        first, state = self._returned
        arguments, number = self._arguments, len(self.given)
        self.given.append(first)
        arguments[0], arguments[self._over], arguments[self._state] = first, self._along[number], state
        try:
            self._returned = _pair(self._step(*arguments))
        except BaseException as error:  # noqa: BLE001  whatever it is, it is the student's
            raise AtStep(error, number + 1) from error
        return self._returned[0]


def walked(
    step: Step, arguments: Sequence[Any], how: tuple[int, int, bool], convert: Convert
) -> tuple[list[Any], tuple[Any, ...]]:
    """What all steps return, as it was just then, and the arguments as they are in the end.

    `how` says at which places the argument of many steps and the state are, and whether another parameter
    takes steps of its own in between, from the same place and the other way round.
    """
    over, state, between = how
    along = [_apart(arguments[over][i, ...]) for i in range(len(arguments[over]))]
    walk, other = Walk(step, arguments, along, over, state), None
    if between:
        start, backwards = deepcopy((arguments, along[::-1]))
        other = Walk(step, start, backwards, over, state)
    returned = []
    for _ in along:
        if other is not None:
            other.take()
        returned.append(_as_now(walk.take(), convert))
    after = list(arguments)
    after[0], after[over], after[state] = walk.given, along, None
    return returned, tuple(after)


def _pair(answer: Any) -> Sequence[Any]:
    """The answer of one step, if it has two parts."""
    if isinstance(answer, tuple | list) and len(answer) == 2:
        return answer
    if isinstance(answer, tuple | list):
        raise TypeError(f"the answer has {len(answer)} parts, not the two of (w, state)")
    what = "None" if answer is None else f"of type {type_name(answer)}"
    raise TypeError(f"the answer is {what}, not a pair (w, state)")


def _apart(part: Any) -> Any:
    """A row that shares no memory with the others."""
    return part.copy() if type(part) is ndarray else deepcopy(part)


def _as_now(value: Any, convert: Convert) -> Any:
    """The value as it would cross the wire now: a later step may change it."""
    if type(value) is ndarray and value.dtype.num in CODE_OF_TYPE and value.nbytes <= SMALL:
        return value.copy()
    try:
        return loads(dumps(value, convert))
    except WireError as error:
        return Opaque(f"{type_name(value)} with {error}")
