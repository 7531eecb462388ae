"""Wrong outputs + misconceptions -> the wrong formula that explains them."""

from collections.abc import Sequence

import numpy as np

from nncheck.diagnose import behaviour, chance, formulas, infinite, relations, shapes
from nncheck.judge.compare import misshapen
from nncheck.judge.distribution import Drawn
from nncheck.judge.evidence import Answered, Broken
from nncheck.judge.plan import Check
from nncheck.records import Named, OutcomeKind
from nncheck.spec.exercise import Exercise, Function


@np.errstate(all="ignore")  # what a student returned may be NaN, or so large that it overflows
def named(
    exercise: Exercise,
    function: Function,
    check: Check,
    answers: Sequence[Answered],
    broken: Broken,
    drawn: Sequence[Drawn] = (),
) -> tuple[Named, ...]:
    """What explains a failed check: at most one named mistake.

    First the function's own misconceptions, then what the call did (raised, returned nothing), then
    mistakes that any function can have, then mutants derived from the formula. These are at last sought
    in the answers of the right shape alone: who trips over one sample may have the formula wrong, too.
    """
    if function.random:
        by_chance = chance.named(function, check, drawn, answers) or behaviour.named(check, broken)
        return (by_chance,) if by_chance else ()
    found = None
    if check.name == "stability":
        found = formulas.unstable(function, _group(answers, "stability"))
    if check.kind in ("reference", "worked", "torch"):
        found = formulas.misconception(function, formulas.telling(answers))
        found = found or shapes.in_another_order(formulas.telling(answers))
    if found is None and check.kind in ("stability", "contract"):
        found = behaviour.alone(check, broken, _group(answers, "values"), _group(answers, "stability"))
    if found is None and not (check.name == "shapes" and _whatever_the_shape(broken, answers)):
        found = behaviour.named(check, broken)
    if found is None and check.kind in ("reference", "worked", "torch"):
        found = _from_values(exercise, function, formulas.telling(answers))
    return (found,) if found else ()


def _group(answers: Sequence[Answered], group: str) -> list[Answered]:
    return [each for each in answers if each.case.group == group]


def _whatever_the_shape(broken: Broken, answers: Sequence[Answered]) -> bool:
    """Whether the same line raises the same exception in every call with an ordinary shape."""
    ordinary = {
        (each.outcome.kind, each.outcome.error, each.outcome.location)
        for each in answers
        if each.case.group in ("values", "worked")
    }
    return ordinary == {(OutcomeKind.EXCEPTION, broken.raised, broken.location)}


def _from_values(exercise: Exercise, function: Function, answers: Sequence[Answered]) -> Named | None:
    values = [each for each in answers if each.outcome.kind == OutcomeKind.VALUE]
    shaped = [each for each in values if not misshapen(each.outcome.value, each.case.exact)]
    partly = shaped if len(shaped) < len(answers) else []
    return (
        infinite.named(function, values)
        or relations.named(exercise, function, values)
        or formulas.exchanged(function, values)
        or formulas.misconception(function, partly)
        or formulas.derived(function, values)
        or (formulas.derived(function, shaped) if len(shaped) < len(values) else None)
        or relations.roughly(values)
        or shapes.named([each for each in values if each not in shaped], shaped)
    )
