"""Outputs equal the exact ones within the derived tolerance, or those of torch within two of them."""

from collections.abc import Iterable
from typing import Any

from nncheck.cases.bundle import Case
from nncheck.judge.compare import disagreement
from nncheck.judge.evidence import Answered, Broken, no_value
from nncheck.spec.trees import map_leaves


def agrees(answers: Iterable[Answered]) -> Broken | None:
    """Every answer is the exact one, within its tolerance."""
    for each in answers:
        broken = None if each.right else _against(each, each.case.exact, each.case.tolerance)
        if broken:
            return broken
    return None


def agrees_with_torch(answers: Iterable[Answered]) -> Broken | None:
    """Every answer is torch's, within the tolerances of both."""
    for each in answers:
        if each.as_torch or each.case.torch is None:
            continue
        broken = _against(each, each.case.torch, map_leaves(lambda leaf: 2 * leaf, each.case.tolerance))
        if broken:
            return broken
    return None


def agrees_with_torch_on(answers: Iterable[Answered], elsewhere: Iterable[Case]) -> Broken | None:
    """Every answer is the one that torch gives elsewhere to the same case, within the tolerances of both."""
    others = {case.name: case for case in elsewhere if case.torch is not None}
    for each in answers:
        other = others.get(each.case.name)
        if other is None:
            continue
        allowed = map_leaves(lambda ours, theirs: ours + theirs, each.case.tolerance, other.tolerance)
        broken = _against(each, other.torch, allowed)
        if broken:
            return broken
    return None


def _against(answered: Answered, expected: Any, tolerance: Any) -> Broken | None:
    broken = no_value(answered)
    if broken:
        return broken
    mismatch = disagreement(answered.outcome.value, expected, tolerance)
    if mismatch is None:
        return None
    return Broken(
        sentence=mismatch.sentence,
        arguments=answered.case.arguments,
        got=answered.outcome.value,
        expected=expected,
        path=mismatch.path,
        index=mismatch.index,
        error=mismatch.error,
        allowed=mismatch.allowed,
        why=answered.case.why,
        case=answered.case,
    )
