"""Exercise -> nothing, or an authoring error: what can be told from a spec without running its formulas."""

import inspect
import re
from difflib import get_close_matches

from nncheck.errors import SpecError
from nncheck.spec.exercise import Exercise, Function

_CODE = re.compile(r"[A-Z]{2,6}\d{3,4}")


def validate(exercise: Exercise) -> None:
    """Refuse a spec whose parts do not fit together.

    Raises SpecError naming file, line and cure.
    """
    if not exercise.functions:
        raise SpecError(f"{exercise.source}:1: the exercise has no functions; list at least one")
    for function in exercise.functions.values():
        _validate_domain(function)
        _validate_needs(exercise, function)
        _validate_accepted(function)
    _validate_codes(exercise)


def where(function: Function) -> str:
    """file:line and name of a function's formula."""
    code = inspect.unwrap(function.formula).__code__
    return f"{code.co_filename}:{code.co_firstlineno}: {function.name}"


def _validate_domain(function: Function) -> None:
    parameters, domain = list(function.parameters), list(function.domain)
    if parameters != domain:
        raise SpecError(
            f"{where(function)}: the formula takes ({', '.join(parameters)}) but the domain describes"
            f" ({', '.join(domain)}); describe each argument once, in order"
        )
    if not function.statement:
        raise SpecError(f"{where(function)}: no docstring; it is what the student reads")


def _validate_needs(exercise: Exercise, function: Function) -> None:
    for each in function.properties:
        for needed in each.needs:
            if needed not in exercise.functions:
                near = get_close_matches(needed, exercise.functions, n=1)
                cure = f"did you mean {near[0]}?" if near else f"known: {', '.join(exercise.functions)}"
                raise SpecError(
                    f"{where(function)}: property {each.name!r} needs {needed!r},"
                    f" which is no function here; {cure}"
                )


def _validate_accepted(function: Function) -> None:
    known = [each.code for each in function.misconceptions if each.convention]
    for code in function.accept:
        if code not in known:
            raise SpecError(
                f"{where(function)}: accepts {code!r}, which is none of its conventions;"
                f" known: {', '.join(known) or 'none'}"
            )


def _validate_codes(exercise: Exercise) -> None:
    seen: dict[str, str] = {}
    for function in exercise.functions.values():
        for each in (*function.misconceptions, *function.unstable):
            if not _CODE.fullmatch(each.code):
                raise SpecError(
                    f"{where(function)}: misconception code {each.code!r};"
                    " use letters and three or four digits, as in NN101"
                )
            if each.code in seen:
                raise SpecError(
                    f"{where(function)}: misconception code {each.code} is already taken by {seen[each.code]}"
                )
            seen[each.code] = function.name
