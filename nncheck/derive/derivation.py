"""A name, a parameter and values -> the page of a derivation."""

from collections.abc import Mapping
from typing import Any

from nncheck.derive.asking import ask, example_arguments, worked_function
from nncheck.derive.element import element_page
from nncheck.derive.network import network_page
from nncheck.derive.page import Page
from nncheck.derive.values import with_values
from nncheck.errors import UsageError, unknown_name
from nncheck.spec.exercise import Exercise, Function


def derivation(
    name: str,
    exercises: Mapping[str, Exercise],
    *,
    wrt: str | None = None,
    values: dict[str, Any] | None = None,
    numbers: bool | None = None,
    language: str = "en",
) -> Page:
    """The derivation of a function or exercise, in one parameter.

    `numbers`: with the worked example's (or one's own) numbers; None lets the kind of function decide.

    Raises UsageError where a name is unknown, or nothing can be differentiated.
    """
    exercise, function = _found(name, exercises, wrt)
    if function.random or function.counts:
        does = "draws numbers" if function.random else "counts"
        raise UsageError(f"{function.name} {does}: it has no derivative")
    if function.iterates:
        raise UsageError(f"{function.name} repeats one step many times; derive the step")
    arguments = example_arguments(function)
    if arguments is None:
        raise UsageError(f"{function.name} takes no real numbers in which it could be differentiated")
    if function.elementwise and not function.steps:
        return _element(exercise, function, arguments, wrt, values, numbers, language)
    named = with_values(dict(zip(function.parameters, arguments, strict=True)), values or {})
    question = ask(exercise, function, tuple(named.values()), wrt)
    return network_page(question, numbers is not False, language)


def _element(
    exercise: Exercise,
    function: Function,
    arguments: tuple[Any, ...],
    wrt: str | None,
    values: dict[str, Any] | None,
    numbers: bool | None,
    language: str,
) -> Page:
    """A function of one number: the values of x are the points of a table."""
    named = with_values(dict(zip(function.parameters, arguments, strict=True)), values or {})
    first = next(iter(named))
    points = tuple(float(x) for x in named[first].flat) if values and first in values else None
    question = ask(exercise, function, (0.0, *list(named.values())[1:]), wrt)
    return element_page(question, exercise, bool(numbers or values), points, language)


def _found(name: str, exercises: Mapping[str, Exercise], wrt: str | None) -> tuple[Exercise, Function]:
    """What a name means: backprop, sigmoid, or activations.sigmoid."""
    if name in exercises and name not in exercises[name].functions:
        return exercises[name], worked_function(exercises[name], wrt)
    pairs = [(each, function) for each in exercises.values() for function in each.functions.values()]
    for exercise, function in pairs:
        if name in (function.name, f"{exercise.name}.{function.name}"):
            return exercise, function
    raise unknown_name("exercise or function", name, {*exercises, *(function.name for _, function in pairs)})
