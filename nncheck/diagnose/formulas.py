"""Wrong formulas, written by an instructor or derived from the right one, tried on the student's outputs."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np

from nncheck.cases.bundle import Case
from nncheck.diagnose import order
from nncheck.diagnose.mutants import Mutant, mutants
from nncheck.judge.compare import as_array, at, misshapen
from nncheck.judge.evidence import Answered
from nncheck.records import Named, OutcomeKind
from nncheck.reference import remembered
from nncheck.reference.balls import Uncertified
from nncheck.reference.floats import in_floats
from nncheck.reference.remembered import Inputs, Undefined
from nncheck.reference.trace import numbers, trace
from nncheck.spec.exercise import Formula, Function, Misconception
from nncheck.spec.trees import leaves

_MARGIN = 64.0  # a wrong formula has honest forms that we do not know: this many tolerances
_MOST_CASES = 10
_SHARP = 1e-7  # of the scale, but never so many that the match says little
_COMPARABLE = (OutcomeKind.VALUE, OutcomeKind.EXCEPTION)
_LARGEST = 200  # numbers of a case, inputs and outputs; more tell nothing more
_LEAST_FINITE = 1 / 3
_LEAST_TELLING = 2


_Question = tuple[Answered, Inputs]


def telling(answers: Sequence[Answered]) -> list[Answered]:
    """Ordinary float64 answers, the larger ones that are not huge: what wrong formulas are tried on."""
    ordinary = [
        each
        for each in answers
        if each.case.group in ("values", "worked") and not each.case.name.startswith("edges")
    ]
    given = [each for each in ordinary if each.outcome.kind in _COMPARABLE and handy(each.case)]
    return sorted(given, key=_size, reverse=True)[:_MOST_CASES][::-1]  # the quickest to try first


def misconception(function: Function, answers: Sequence[Answered]) -> Named | None:
    """The one misconception that reproduces the outputs; none where two do, or where too little tells."""
    if not any_finite(answers):  # every formula would be tried on every case, and none could be named
        return None
    questions = _questions(answers)
    fitting = [
        each
        for each in function.misconceptions
        if any(_fits(function, formula, questions) for formula in (each.formula, *each.alike))
    ]
    return as_named(fitting[0]) if len(fitting) == 1 else None


def exchanged(function: Function, answers: Sequence[Answered]) -> Named | None:
    """The two arguments whose exchange reproduces the outputs."""
    if not any_finite(answers):
        return None
    questions = _questions(answers)
    return order.named(
        function, answers[0].case.arguments, lambda formula: _fits(function, formula, questions)
    )


def derived(function: Function, answers: Sequence[Answered]) -> Named | None:
    """The first mutant of the formula that reproduces the outputs."""
    if not function.has_one_graph or not any_finite(answers):
        return None
    questions = _questions(answers)
    fitting = (each for each in _mutants(function) if _fits(function, each.formula, questions))
    return next((each.named for each in fitting), None)


@cache
def _mutants(function: Function) -> tuple[Mutant, ...]:
    """Always the same ones, so that what they answer is remembered."""
    return tuple(mutants(function))


def unstable(function: Function, answers: Sequence[Answered]) -> Named | None:
    """The form of the formula whose overflows leave NaN and inf in just the same places."""
    fitting = [each for each in function.unstable if _overflows_alike(each, answers)]
    return as_named(fitting[0]) if fitting else None


def as_named(each: Misconception) -> Named:
    """A misconception as the student reads it."""
    title = f"right under another convention: {each.title}" if each.convention else each.title
    return Named(id=each.code, title=title, hint=each.hint)


def handy(case: Case) -> bool:
    """Whether a case is small enough to try many wrong formulas on."""
    return sum(int(np.size(leaf)) for _, leaf in leaves((case.arguments, case.exact))) <= _LARGEST


def _questions(answers: Sequence[Answered]) -> list[_Question]:
    return [(each, Inputs(each.case.arguments)) for each in answers]


def any_finite(answers: Sequence[Answered]) -> bool:
    """Whether there is a number in any answer; without one too little tells."""
    values = [each.outcome.value for each in answers if each.outcome.kind == OutcomeKind.VALUE]
    found = (as_array(leaf) for value in values for _, leaf in leaves(value))
    return any(np.isfinite(leaf).any() for leaf in found if not isinstance(leaf, str))


def _size(answered: Answered) -> int:
    return sum(int(np.size(leaf)) for _, leaf in leaves(answered.case.exact))


def _fits(function: Function, formula: Formula, questions: Sequence[_Question]) -> bool:
    tells, seen, finite = 0, 0, 0.0
    for each in questions:
        compared = _compared(function, formula, each)
        if compared is None:
            return False
        tells, seen, finite = tells + compared.tells, seen + compared.value, finite + compared.finite
    return tells >= _LEAST_TELLING and seen > 0 and finite >= _LEAST_FINITE * seen


class _Compared(NamedTuple):
    """A case on which a wrong formula and the student agree."""

    tells: bool  # and the right answer is another
    value: bool  # both gave a value
    finite: float  # share of entries that are finite in both


def _compared(function: Function, formula: Formula, question: _Question) -> _Compared | None:
    """How a wrong formula agrees with the student's answer; None where it does not.

    A formula that cannot be computed there (shapes that do not fit) agrees with code that raises.
    """
    answered, inputs = question
    raised = answered.outcome.kind == OutcomeKind.EXCEPTION
    try:
        wrong = remembered.answer(function, inputs, formula)
    except Uncertified:
        return _Compared(False, False, 0.0)
    except Undefined:
        return _Compared(True, False, 0.0) if raised else None
    if raised or misshapen(answered.outcome.value, wrong.exact):
        return None
    tells, finite, total = bool(misshapen(wrong.exact, answered.case.exact)), 0, 0
    for path, exact in leaves(wrong.exact):
        got, right = as_array(at(answered.outcome.value, path)), at(answered.case.exact, path)
        if isinstance(got, str) or got.shape != exact.shape:
            return None
        tolerance = at(wrong.tolerance, path)
        margin = np.maximum(tolerance, np.minimum(_MARGIN * tolerance, _SHARP * at(wrong.scale, path)))
        both = np.isfinite(exact) & np.isfinite(got)
        if not (np.abs(got - exact)[both] <= margin[both]).all():
            return None
        tells = tells or right is None or _differs(exact, right, at(answered.case.tolerance, path), margin)
        finite, total = finite + int(both.sum()), total + both.size
    return _Compared(tells, True, finite / max(total, 1))


def _differs(wrong: Any, right: Any, tolerance: Any, margin: Any) -> bool:
    if wrong.shape != np.shape(right):
        return True
    return bool((np.abs(wrong - right) > tolerance + margin).any())


def _overflows_alike(each: Misconception, answers: Sequence[Answered]) -> bool:
    seen = False
    for answered in answers:
        got = as_array(answered.outcome.value)
        if answered.outcome.kind != OutcomeKind.VALUE or isinstance(got, str):
            return False
        expected = _non_finite(each.formula, answered)
        if expected is None or expected.shape != got.shape or not np.array_equal(expected, ~np.isfinite(got)):
            return False
        seen = seen or bool(expected.any())
    return seen


def _non_finite(formula: Formula, answered: Answered) -> Any | None:
    """Where the formula, computed naively in floats, is NaN or infinite."""
    x = answered.case.arguments[0]
    dtype = str(x.dtype)
    if answered.case.name.startswith("edges"):
        points = [(float(value), *answered.case.arguments[1:]) for value in x.flat]
        return ~np.isfinite(np.array([floats(formula, point, dtype)[0] for point in points]).reshape(x.shape))
    exact = answered.case.exact
    if not isinstance(exact, np.ndarray):
        return None
    return ~np.isfinite(np.array(floats(formula, answered.case.arguments, dtype)).reshape(exact.shape))


def floats(formula: Formula, arguments: tuple[Any, ...], dtype: str) -> list[float]:
    """What the formula gives, computed naively in `dtype`: every number of the answer in a row."""
    traced = trace(formula, arguments)
    inputs = {node.order: value for node, value in zip(traced.inputs, numbers(arguments), strict=True)}
    return in_floats(traced.outputs, inputs, dtype)
