"""Mistakes that any function can have: a constant factor, digits lost, another function's answer."""

from collections.abc import Callable, Sequence
from functools import partial
from math import log10
from typing import Any

import numpy as np

from nncheck.judge.compare import as_array, at
from nncheck.judge.evidence import Answered
from nncheck.records import Named
from nncheck.reference import remembered
from nncheck.reference.balls import Uncertified
from nncheck.reference.remembered import Inputs, Undefined
from nncheck.spec.exercise import Exercise, Function
from nncheck.spec.trees import leaves

_FLOAT32_SLACK = 256 * 2.0**-24
_ROUGH = 1e-3  # of the scale: what a step of 1e-4 in a difference quotient comes to, or 3.14
_FACTORS = (
    (2.0, "twice"),
    (0.5, "half"),
    (4.0, "four times"),
    (0.25, "a quarter of"),
    (3.0, "three times"),
    (10.0, "ten times"),
)


def named(exercise: Exercise, function: Function, answers: Sequence[Answered]) -> Named | None:
    """The relation between the student's outputs and the right ones, if it is one that we know."""
    if not answers:
        return None
    return _other_function(exercise, function, answers) or _known_relation(answers)


def _known_relation(answers: Sequence[Answered]) -> Named | None:
    if _everywhere(answers, lambda exact: -exact):
        return Named(
            id="NN021",
            title="the sign of every answer",
            hint="Every number is right but for its sign. Where does your formula lose a minus?",
        )
    for factor, words in _FACTORS:
        if _everywhere(answers, partial(np.multiply, factor)):
            return Named(
                id="NN022",
                title=f"{words} the right answer",
                hint="Every number is off by the same factor. Which constant is missing, or one too many?",
            )
    for digits in range(1, 11):
        if _everywhere(answers, partial(np.round, decimals=digits), slack=10.0 ** -(digits + 3)):
            return Named(
                id="NN023",
                title=f"rounded to {digits} decimals",
                hint="Round numbers when you print them. What do you return?",
            )
    if _everywhere(answers, lambda exact: exact.T):
        return Named(
            id="NN024", title="the transposed answer", hint="Which index counts the rows of your answer?"
        )
    return _nearly(answers)


def _nearly(answers: Sequence[Answered]) -> Named | None:
    """Answers that are right to so many digits: float32's seven, or another number of them."""
    error = _largest_error(answers)
    if error is None or error > _FLOAT32_SLACK:
        return None
    if error > _FLOAT32_SLACK / 2**12:
        return Named(
            id="NN025",
            title="about seven digits right",
            hint="The digits of float32, or of a rounded constant: does every step keep float64?",
        )
    return _digits(error)


def roughly(answers: Sequence[Answered]) -> Named | None:
    """Answers that are right to a few digits, which no wrong formula explains."""
    error = _largest_error(answers)
    return _digits(error) if error is not None and _FLOAT32_SLACK < error < _ROUGH else None


def _digits(error: float) -> Named:
    return Named(
        id="NN027",
        title=f"about {round(-log10(error))} digits right",
        hint="Is there a small number in your code (an epsilon, a step) that the formula does not have,"
        " or a constant with some digits missing?",
    )


def _everywhere(answers: Sequence[Answered], wrong: Callable[[Any], Any], slack: float = 0.0) -> bool:
    """Whether every answer is what `wrong` makes of the right one, at least two of them telling."""
    telling = 0
    for each in answers:
        for path, exact in leaves(each.case.exact):
            got = as_array(at(each.outcome.value, path))
            expected = wrong(exact)
            if isinstance(got, str) or got.shape != expected.shape:
                return False
            allowed = 4 * np.max(at(each.case.tolerance, path), initial=0.0) + slack
            if not (np.abs(got - expected) <= allowed).all():
                return False
            telling += expected.shape != exact.shape or bool((np.abs(expected - exact) > 2 * allowed).any())
    return telling >= 2


def _largest_error(answers: Sequence[Answered]) -> float | None:
    """The largest error as a share of the answer's scale; None where answers cannot be compared so."""
    telling, largest = 0, 0.0
    for each in answers:
        for path, exact in leaves(each.case.exact):
            got = as_array(at(each.outcome.value, path))
            if isinstance(got, str) or got.shape != exact.shape or not np.isfinite(got).all():
                return None
            error, scale = np.max(np.abs(got - exact), initial=0.0), np.max(np.abs(exact), initial=0.0)
            if error and not scale:
                return None
            largest = max(largest, float(error / scale) if error else 0.0)
            telling += bool((np.abs(got - exact) > at(each.case.tolerance, path)).any())
    return largest if telling >= 2 else None


def _other_function(exercise: Exercise, function: Function, answers: Sequence[Answered]) -> Named | None:
    """Whether the outputs are those of another function of the exercise."""
    for other in exercise.functions.values():
        if (
            other is not function
            and list(other.domain) == list(function.domain)
            and _answers_as(other, answers)
        ):
            hint = f"Your numbers are those of {other.name}. Is that what {function.name} should return?"
            return Named(id="NN026", title=f"the answers of {other.name}", hint=hint)
    return None


def _answers_as(other: Function, answers: Sequence[Answered]) -> bool:
    telling = 0
    for each in answers:
        try:
            expected = remembered.answer(other, Inputs(each.case.arguments))
        except (Uncertified, Undefined):
            return False  # such as a formula for one row, asked for a batch
        for path, exact in leaves(expected.exact):
            got, right = as_array(at(each.outcome.value, path)), at(each.case.exact, path)
            if isinstance(got, str) or got.shape != exact.shape:
                return False
            if not (np.abs(got - exact) <= 4 * at(expected.tolerance, path)).all():
                return False
            telling += right is None or right.shape != exact.shape or not np.array_equal(right, exact)
    return telling >= 2
