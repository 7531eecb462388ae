"""Misconceptions + cases -> those that the cases cannot tell apart, or that the diagnosis does not name."""

from collections.abc import Iterator, Sequence

from nncheck import diagnose
from nncheck.authoring.answers import Answering, float_answers, formula_answers
from nncheck.cases.bundle import Bundle, Case
from nncheck.judge.evidence import Answered, Broken
from nncheck.judge.plan import Check, checks
from nncheck.judge.reference import agrees
from nncheck.spec.exercise import Exercise, Function, Misconception


def fixed(bundle: Bundle) -> list[Case]:
    """The float64 cases that every seed shares: what they show, no seed can hide."""
    return [
        case
        for case in bundle.cases
        if case.group in ("values", "worked") and not case.name.startswith("drawn")
    ]


def undistinguished(exercise: Exercise, function: Function, bundle: Bundle) -> Iterator[str]:
    """One sentence for each misconception that passes for the truth, or is not named, or not it alone."""
    cases = [case for case in fixed(bundle) if diagnose.formulas.handy(case)]
    (check,) = (each for each in checks(function, bundle) if each.name == "values")
    for each in function.misconceptions:
        answers = answered(cases, formula_answers(function, each.formula))
        broken = agrees(answers)
        if broken is None:
            yield f"blind cases: {_title(each)} is right on all of them; add an example on which it is wrong"
        else:
            yield from _misnamed(exercise, function, check, each, answers, broken)


def _misnamed(
    exercise: Exercise,
    function: Function,
    check: Check,
    each: Misconception,
    answers: Sequence[Answered],
    broken: Broken,
) -> Iterator[str]:
    named = diagnose.named(exercise, function, check, answers, broken)
    if [name.id for name in named] == [each.code]:
        return
    twins = [
        other
        for other in function.misconceptions
        if other is not each and _explains(function, other, answers)
    ]
    if twins:
        both = " and ".join(sorted(map(_title, [each, *twins])))
        yield f"blind cases: {both} agree on all of them; add an example that tells them apart"
    elif named:
        yield f"{_title(each)} is diagnosed as {named[0].id} ({named[0].title})"
    else:
        yield f"{_title(each)} is rejected but not named: fewer than two fixed cases show it; add examples"


def _explains(function: Function, other: Misconception, answers: Sequence[Answered]) -> bool:
    """Whether another misconception gives these answers on all ordinary cases."""
    answer = formula_answers(function, other.formula)
    return all(_same(each, answer) for each in diagnose.formulas.telling(answers))


def _same(given: Answered, answer: Answering) -> bool:
    case = given.case
    expected = answer(case.arguments)
    if expected.kind != given.outcome.kind:
        return False
    twin = Case(
        name=case.name, why=case.why, group=case.group, arguments=case.arguments, exact=expected.value,
        tolerance=case.tolerance, scale=case.scale,
    )  # fmt: skip
    try:
        return agrees([Answered(case=twin, outcome=given.outcome)]) is None
    except (KeyError, IndexError, ValueError):  # of another shape than the tolerances
        return False


def unexplained_overflows(exercise: Exercise, function: Function, bundle: Bundle) -> Iterator[str]:
    """One sentence for each unstable form that overflows nowhere in the cases, or is not named there."""
    cases = bundle.group("stability")
    check = next((each for each in checks(function, bundle) if each.name == "stability"), None)
    for each in function.unstable:
        answers = answered(cases, float_answers(function, each.formula))
        broken = agrees(answers)
        if broken is None or check is None:
            yield f"blind cases: the unstable form {_title(each)} is stable on all; add an extreme example"
            continue
        named = [name.id for name in diagnose.named(exercise, function, check, answers, broken)]
        if named != [each.code]:
            yield f"the unstable form {_title(each)} is not named but {named[0] if named else 'nothing'}"


def answered(cases: Sequence[Case], answer: Answering) -> list[Answered]:
    """The cases with what a formula makes of them."""
    return [Answered(case=case, outcome=answer(case.arguments)) for case in cases]


def _title(each: Misconception) -> str:
    return f"{each.code} ({each.title})"
