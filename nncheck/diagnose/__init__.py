"""Wrong outputs + misconceptions -> the wrong formula that explains them."""

from collections.abc import Sequence

from nncheck.diagnose import behaviour, formulas, relations
from nncheck.judge.evidence import Answered, Broken
from nncheck.judge.plan import Check
from nncheck.records import Named
from nncheck.spec.exercise import Exercise, Function


def named(
    exercise: Exercise, function: Function, check: Check, answers: Sequence[Answered], broken: Broken
) -> tuple[Named, ...]:
    """What explains a failed check: at most one named mistake.

    First what the call did (raised, returned nothing), then the function's own misconceptions, then
    mistakes that any function can have, then mutants derived from the formula.
    """
    found = behaviour.named(check, broken)
    if found is None and check.name == "stability":
        found = formulas.unstable(function, [each for each in answers if each.case.group == "stability"])
    if found is None and check.kind in ("reference", "worked", "torch"):
        typical = formulas.telling(answers)
        found = (
            formulas.misconception(function, typical)
            or relations.named(exercise, function, typical)
            or formulas.derived(function, typical)
        )
    return (found,) if found else ()
