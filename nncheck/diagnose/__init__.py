"""Wrong outputs + misconceptions -> the wrong formula that explains them."""

from collections.abc import Sequence

import numpy as np

from nncheck.diagnose import behaviour, chance, formulas, relations
from nncheck.judge.compare import misshapen
from nncheck.judge.distribution import Drawn
from nncheck.judge.evidence import Answered, Broken
from nncheck.judge.plan import Check
from nncheck.records import Named, OutcomeKind
from nncheck.spec.exercise import Exercise, Function


@np.errstate(invalid="ignore")  # what a student returned may be NaN
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
        found = formulas.unstable(function, [each for each in answers if each.case.group == "stability"])
    if check.kind in ("reference", "worked", "torch"):
        found = formulas.misconception(function, formulas.telling(answers))
    found = found or behaviour.named(check, broken)
    if found is None and check.kind in ("reference", "worked", "torch"):
        found = _from_values(exercise, function, formulas.telling(answers))
    return (found,) if found else ()


def _from_values(exercise: Exercise, function: Function, answers: Sequence[Answered]) -> Named | None:
    values = [each for each in answers if each.outcome.kind == OutcomeKind.VALUE]
    shaped = [each for each in values if not misshapen(each.outcome.value, each.case.exact)]
    partly = shaped if len(shaped) < len(answers) else []
    return (
        relations.named(exercise, function, values)
        or formulas.misconception(function, partly)
        or formulas.derived(function, values)
        or (formulas.derived(function, shaped) if len(shaped) < len(values) else None)
    )
