"""A chain of results -> its first wrong link."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from nncheck.judge.compare import at, disagreement
from nncheck.judge.evidence import Answered
from nncheck.records import OutcomeKind, Value
from nncheck.spec.exercise import Function, Link


def first_wrong_link(function: Function, answers: Sequence[Answered]) -> Link | None:
    """The first link, in the order of the chain, that some answer has wrong; None where none can be told."""
    given = [each for each in answers if each.outcome.kind == OutcomeKind.VALUE]
    return next((link for link in function.links if any(_wrong(link, each) for each in given)), None)


def _wrong(link: Link, answered: Answered) -> bool:
    if link.one_row and not _one_row(answered.case.arguments):
        return False
    got = at(answered.outcome.value, link.path)
    exact, tolerance = at(answered.case.exact, link.path), at(answered.case.tolerance, link.path)
    if exact is None or _of_other_length(answered.outcome.value, answered.case.exact):
        return False  # a chain that is shorter here, or a list whose places mean nothing
    return disagreement(got, exact, tolerance) is not None


def _of_other_length(got: Value, exact: Any) -> bool:
    listed = isinstance(got, list | tuple) or (isinstance(got, np.ndarray) and got.ndim > 0)
    return isinstance(exact, list) and listed and len(got) != len(exact)


def _one_row(arguments: tuple[Any, ...]) -> bool:
    x = arguments[0]
    return isinstance(x, np.ndarray) and (x.ndim == 1 or len(x) == 1)
