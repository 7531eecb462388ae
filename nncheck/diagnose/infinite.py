"""Answers without one finite number -> the wrong formula that divides by 0 in just the same places."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from nncheck.diagnose import order
from nncheck.diagnose.formulas import any_finite, as_named, floats
from nncheck.judge.compare import as_array
from nncheck.judge.evidence import Answered
from nncheck.records import Named, OutcomeKind
from nncheck.spec.exercise import Formula, Function
from nncheck.spec.trees import leaves

_NOWHERE_FINITE = Named(
    id="NN019",
    title="NaN or infinity in every answer",
    hint="Follow the example line by line. Which division, logarithm or power meets a 0, and where does the 0"
    " come from?",
)
_LEAST = 2


def named(function: Function, answers: Sequence[Answered]) -> Named | None:
    """What makes every number NaN or infinite; None where a number is finite, or too little tells."""
    given = [each for each in answers if each.outcome.kind == OutcomeKind.VALUE and _entries(each).size]
    if len(given) < _LEAST or any_finite(given):
        return None
    fitting = [
        each
        for each in function.misconceptions
        if any(_gives(formula, given) for formula in (each.formula, *each.alike))
    ]
    if len(fitting) == 1:
        return as_named(fitting[0])
    return (
        order.named(function, given[0].case.arguments, lambda formula: _gives(formula, given))
        or _NOWHERE_FINITE
    )


def _entries(answered: Answered) -> Any:
    """The numbers of an answer in a row; none where it has parts that are no numbers."""
    parts = [as_array(leaf) for _, leaf in leaves(answered.outcome.value)]
    if not parts or any(isinstance(part, str) for part in parts):
        return np.zeros(0)
    return np.concatenate([np.ravel(part).astype(np.float64) for part in parts])


def _gives(formula: Formula, answers: Sequence[Answered]) -> bool:
    """Whether the formula, computed naively, gives the same NaN and infinities."""
    try:
        return all(
            np.array_equal(floats(formula, each.case.arguments, "float64"), _entries(each), equal_nan=True)
            for each in answers
        )
    except (ValueError, IndexError, TypeError, ZeroDivisionError):  # of other shapes than these inputs
        return False
