"""Mistakes that show in what a call does rather than in its numbers."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from nncheck.diagnose import messages
from nncheck.judge.compare import as_array, at, misshapen
from nncheck.judge.evidence import UNWRITTEN, Answered, Broken
from nncheck.judge.plan import Check, takes_arrays
from nncheck.judge.reference import agrees
from nncheck.records import Named, OutcomeKind
from nncheck.spec.trees import leaves

_NO_STATE_YET = (
    "NN009",
    "a state before the first step",
    "What is the state when nothing has been remembered yet, and what does your code make of it?",
)

_BY_CHECK = {
    "unchanged_inputs": (
        "NN011",
        "the input is changed in place",
        "The caller still needs its array. Which of your statements write into it?",
    ),
    "repeatable": (
        "NN012",
        "the answer depends on earlier calls",
        "Which variable outlives the call, and who resets it?",
    ),
    "shapes": messages.EVERY_SHAPE,
}


# where no array goes in
_WITHOUT_ARRAYS = {
    "shapes": (
        "NN037",
        "not every shape that is asked for",
        "Try the shapes (), (0, 3) and (2, 1, 3), and one neuron. Which statement assumes another shape?",
    ),
    "dtype": (
        "NN038",
        "not the usual type of numbers",
        "Which type has your array, and which statement chose it?",
    ),
}


def named(check: Check, broken: Broken) -> Named | None:
    """The mistake that the sentence, or the check itself, gives away."""
    if broken.sentence == UNWRITTEN:
        return None
    if found := messages.said(broken.sentence):
        return found
    if "'NoneType'" in broken.sentence and "(at step 1)" in broken.sentence:
        code, title, hint = _NO_STATE_YET
        return Named(id=code, title=title, hint=hint)
    if found := messages.raised(broken.sentence):
        return found
    if broken.outcome not in (OutcomeKind.VALUE, OutcomeKind.EXCEPTION):
        return None
    if check.name in _WITHOUT_ARRAYS and broken.case is not None and not takes_arrays([broken.case]):
        code, title, hint = _WITHOUT_ARRAYS[check.name]
        return Named(id=code, title=title, hint=hint)
    if check.name == "dtype" and broken.outcome == OutcomeKind.VALUE:
        return _dtype(broken)
    if check.name not in _BY_CHECK or (broken.outcome == OutcomeKind.EXCEPTION and check.name != "shapes"):
        return None
    return of_check(check.name)


def of_check(name: str) -> Named:
    """The mistake that a check of the call's manners gives away by itself."""
    code, title, hint = _BY_CHECK[name]
    return Named(id=code, title=title, hint=hint)


def alone(
    check: Check, broken: Broken, ordinary: Sequence[Answered], extreme: Sequence[Answered] = ()
) -> Named | None:
    """What a check says of code whose `ordinary` answers are right: it is this that is wrong, and no more.

    `extreme` are its answers to extreme inputs.
    """
    if not ordinary or agrees(ordinary) is not None:
        return None
    if check.name == "defaults":
        hint = "Which arguments may be left out, and which values does the statement give them?"
        return Named(id="NN051", title="a default that is missing, or another one", hint=hint)
    if check.name != "stability" or broken.outcome != OutcomeKind.VALUE:
        return None
    if _stays_finite(broken, extreme):
        hint = (
            "Is there a clip, a maximum or minimum, or a shortcut for large inputs in your code that the"
            " formula does not have? If not, which of your steps is rounded there?"
        )
        return Named(id="NN049", title="wrong at extreme inputs alone", hint=hint)
    hint = (
        "Compute your steps for the example one after the other. Which result is rounded to 0 or 1,"
        " or too large for a float?"
    )
    return Named(id="NN049", title="right on paper, not in floating point", hint=hint)


def _stays_finite(broken: Broken, extreme: Sequence[Answered]) -> bool:
    """Whether all answers are numbers in the type of the broken one: in float32 much more overflows."""
    of_type = [each for each in extreme if _types(each.case.arguments) == _types(broken.arguments)]
    return bool(of_type) and all(map(_finite, of_type))


def _types(arguments: Sequence[Any]) -> set[Any]:
    return {leaf.dtype for _, leaf in leaves(arguments) if isinstance(leaf, np.ndarray)}


def _finite(answered: Answered) -> bool:
    """Whether a call returned numbers, none of them NaN or infinite unless the exact one is infinite too."""
    if answered.outcome.kind != OutcomeKind.VALUE or misshapen(answered.outcome.value, answered.case.exact):
        return False
    parts = (
        (as_array(at(answered.outcome.value, path)), exact) for path, exact in leaves(answered.case.exact)
    )
    return all((np.isfinite(got) | (got == exact)).all() for got, exact in parts)


def _dtype(broken: Broken) -> Named:
    if "whole numbers" in broken.sentence or "is int64" in broken.sentence:
        hint = "Would 0.5 fit into your answer? Which type should it have, also where x holds whole numbers?"
        return Named(id="NN014", title="whole numbers in place of floats", hint=hint)
    if "is bool" in broken.sentence:
        hint = "What type has x > 0, and what type should come out?"
        return Named(id="NN015", title="the answer has the type of a condition", hint=hint)
    hint = "What type goes in, and which of your statements changes it?"
    return Named(id="NN016", title="the type of the input is not kept", hint=hint)
