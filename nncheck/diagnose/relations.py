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

_OF_SMALL_NUMBERS = (
    "Is there a small number in your code (an epsilon, a step) that the formula does not have,"
    " or a constant with some digits missing?"
)
_OF_TWO_KINDS = (
    "Is there a small number in your code (an epsilon, a step) that the formula does not have,"
    " or a step in float32, or a constant with some digits missing?"
)
_FLOAT32 = Named(
    id="NN025",
    title="about seven digits right",
    hint="Every number that you return is one of float32: which step does not keep float64?",
)
_ZERO = Named(
    id="NN053",
    title="0 where the exact value is small",
    hint="Your answer is 0 for some inputs where the exact one is small but not 0. Which limit, rounding or"
    " shortcut makes it 0?",
)
_SMALL_ONES = Named(
    id="NN054",
    title="small numbers wrong, large ones nearly right",
    hint="Which small number in your code (an epsilon, a step, a limit) does the formula not have? It counts"
    " most where the exact value is small.",
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
    if error <= _FLOAT32_SLACK / 2**12:
        return _partly(answers) or _digits(error)
    return _FLOAT32 if _all_float32(answers) else _partly(answers) or _digits(error, _OF_TWO_KINDS)


def roughly(answers: Sequence[Answered]) -> Named | None:
    """Answers that are right to a few digits, which no wrong formula explains."""
    error = _largest_error(answers)
    if error is None or not _FLOAT32_SLACK < error < _ROUGH:
        return None
    return _partly(answers) or _digits(error)


def _digits(error: float, hint: str = _OF_SMALL_NUMBERS) -> Named:
    return Named(id="NN027", title=f"about {round(-log10(error))} digits right", hint=hint)


def _all_float32(answers: Sequence[Answered]) -> bool:
    """Whether no number of any answer has more digits than float32 holds."""
    parts = (
        as_array(at(each.outcome.value, path)) for each in answers for path, _ in leaves(each.case.exact)
    )
    return all(np.array_equal(part, part.astype(np.float32)) for part in parts)


def _partly(answers: Sequence[Answered]) -> Named | None:
    """What leaves small entries no right digit, though the error is small beside the largest entry."""
    exact, got = _wrong_entries(answers)
    if not got.any():
        return _ZERO
    lost = (exact != 0) & (np.abs(got - exact) >= np.abs(exact) / 2)
    return _SMALL_ONES if lost.any() else None


def _wrong_entries(answers: Sequence[Answered]) -> tuple[Any, Any]:
    """The exact values of all entries that are wrong, and what the answers have in their place."""
    exact, got = [], []
    for each in answers:
        for path, right in leaves(each.case.exact):
            given = as_array(at(each.outcome.value, path)).astype(np.float64)
            wrong = np.abs(given - right) > at(each.case.tolerance, path)
            exact.append(right[wrong])
            got.append(given[wrong])
    return np.concatenate(exact), np.concatenate(got)


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
