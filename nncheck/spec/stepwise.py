"""A formula of one step -> the function of many steps: an optimizer and the loop around it."""

from collections.abc import Mapping
from functools import wraps
from typing import Any

from nncheck.errors import SpecError
from nncheck.records import Steps
from nncheck.spec.domain import Choice, Domain
from nncheck.spec.exercise import Formula, Function, Misconception
from nncheck.spec.validate import where


def stepwise(
    formula: Formula,
    domain: Mapping[str, Domain],
    *,
    over: str,
    carries: str,
    forms: tuple[Formula, ...] = (),
    misconceptions: tuple[Misconception, ...] = (),
    **details: Any,
) -> Function:
    """A function that students write for one step, and that is asked for many.

    It returns its first argument after the step and its state, the argument `carries`, which is None at
    first, whatever a student makes of it later, and not looked at. The argument `over` has one more axis in
    `domain` than in `formula`: an entry for each step. The answer is a list of the first argument after
    every step.
    """
    names = list(domain)
    if over not in names or carries not in names or domain[carries] != Choice(values=(None,)):
        raise SpecError(
            f"{where(Function(formula, domain))}: it takes steps over {over!r} and carries {carries!r};"
            f" name two of its arguments, and describe {carries!r} by one_of(None)"
        )
    steps = Steps(over=names.index(over), state=names.index(carries))
    return Function(
        walked(formula, steps),
        domain,
        steps=steps,
        forms=tuple(walked(each, steps) for each in forms),
        misconceptions=tuple(
            Misconception(
                each.code, each.title, each.hint, walked(each.formula, steps), convention=each.convention
            )
            for each in misconceptions
        ),
        **details,
    )


def walked(formula: Formula, steps: Steps) -> Formula:
    """The formula of all steps. It keeps the name, signature and place of the one that it repeats."""

    @wraps(formula)
    def walk(*arguments: Any) -> list[Any]:
        first, state = arguments[0], None
        found = []
        for each in arguments[steps.over]:
            given = list(arguments)
            given[0], given[steps.over], given[steps.state] = first, each, state
            first, state = formula(*given)
            found.append(first)
        return found

    return walk
