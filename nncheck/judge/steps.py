"""What a function that is called step by step was given and returned, step for step."""

import re
from typing import Any

import msgspec

from nncheck.judge.compare import at
from nncheck.judge.evidence import Broken
from nncheck.records import OutcomeKind, Steps, Tensor, Value
from nncheck.spec.exercise import Function
from nncheck.spec.trees import map_leaves

_PART = re.compile(r"answer\[(\d+)\]")


def handed_over(arguments: tuple[Any, ...], returned: Value, steps: Steps) -> tuple[Any, ...]:
    """The arguments of all steps: each begins with what the one before returned; the state is left out."""
    given, along = list(arguments), arguments[steps.over]
    before = returned[:-1] if isinstance(returned, list) else []
    arrays = map_leaves(lambda leaf: leaf.array if isinstance(leaf, Tensor) else leaf, before)
    given[0] = [arguments[0], *arrays]
    given[steps.over] = [along[i, ...] for i in range(len(along))]
    return tuple(given)


def told_by_step(function: Function, sentence: str) -> str:
    """A sentence on a part of the answer, as one on what the function returned after that step."""
    first = next(iter(function.parameters))
    part = _PART.match(sentence)
    return f"after step {int(part[1]) + 1}: {first}{sentence[part.end() :]}" if part else sentence


def until_then(steps: Steps, broken: Broken) -> Broken:
    """The broken promise with the steps up to the one that breaks it, and what that one returned."""
    number = broken.path.partition(".")[0]
    if not number.isdigit():
        returned = broken.outcome == OutcomeKind.VALUE
        return broken if returned else msgspec.structs.replace(broken, expected=at(broken.expected, "-1"))
    arguments = list(broken.arguments)
    arguments[steps.over] = arguments[steps.over][: int(number) + 1]
    got, expected = at(broken.got, number), at(broken.expected, number)
    return msgspec.structs.replace(broken, arguments=tuple(arguments), got=got, expected=expected)


def loop(function: Function, steps: Steps, given: int) -> str:
    """The Python that takes all steps, for a call with the first `given` arguments."""
    names = list(function.parameters)[:given]
    first, over, state = names[0], names[steps.over], names[steps.state]
    inside = ["step" if name == over else name for name in names]
    return f"for step in {over}: {first}, {state} = {function.name}({', '.join(inside)})"
