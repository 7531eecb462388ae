"""What hidden inputs brought to light -> what may be told of it, which is nothing of the inputs.

With a secret seed a submission is examined twice. A process that has never seen a hidden input
answers to the public cases first, and all that is told of them is told as ever. Another process
answers to the hidden ones. It has seen them, so whatever comes from it (values, shapes, types, names,
texts, figures) may carry them: of all that only the verdict is kept, and it is put in words of ours.

A check tells its status, one of the sentences below, a misconception of the function's own, the name of a
usual exception, and a line of code out of a hundred: some twenty bits. Mistakes that any function can make
are seen in shapes, types and texts, which a submission chooses freely: those stay untold.
"""

import builtins
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import msgspec
import numpy as np

from nncheck.errors import GraderError, SpecError
from nncheck.judge.evidence import SENTENCES, Broken, Explanation
from nncheck.judge.plan import Check
from nncheck.records import CheckResult, Location, Named, OutcomeKind, Status
from nncheck.scoring import Judged
from nncheck.spec.exercise import Function
from nncheck.telling import result

_NEAR = 100  # lines after `def`: enough for the function, too few to count up to a number
_RAISED_INSIDE_NUMPY = {"UFuncTypeError", "_UFuncNoLoopError", "_UFuncInputCastingError"}
_USUAL_EXCEPTIONS = _RAISED_INSIDE_NUMPY | {
    name
    for module in (builtins, np.exceptions, np.linalg)
    for name, each in vars(module).items()
    if isinstance(each, type) and issubclass(each, BaseException)
}
_BY_CHECK = {
    "dtype": "the dtype of the answer is not the one that it should be",
    "device": "the answer is not on the device of the arguments",
    "unchanged_inputs": "the call changes its inputs",
    "repeatable": "the answer is not the same again",
    "distribution": "the numbers do not follow the law that they are to follow",
    "defaults": "with keyword arguments left out it is another answer",
    "independence": "some numbers depend on others",
    "generator": "rng is not what decides the numbers, or it does not move on",
}
_OTHERWISE = "the answer has another type, shape or keys than it should have"


class Withheld:
    """Nothing is told that the student's code could choose the text of."""

    simplifies = False  # the search would be one over what is hidden

    def failed(
        self, function: Function, check: Check, found: Explanation, defined: Location | None
    ) -> CheckResult:
        """That it failed, and in which of a few ways."""
        line = _near(found.broken.location, defined)
        return result(
            check,
            Status.FAILED,
            f"found with hidden inputs: {_manner(check, found.broken, line)}",
            misconceptions=_own(function, found.misconceptions),
            location=line or defined,
        )

    def fault(self, check: Check, error: Exception) -> CheckResult:
        """Without the exception, whose text may quote an input."""
        return result(
            check, Status.ERROR, "nncheck failed on this check, on hidden inputs; it costs no points"
        )


def _own(function: Function, named: Iterable[Named]) -> tuple[Named, ...]:
    codes = {each.code for each in (*function.misconceptions, *function.unstable)}
    return tuple(each for each in named if each.id in codes)


def in_public_words(hidden: Iterable[Judged], public: Iterable[Judged]) -> Iterator[Judged]:
    """The verdicts on hidden inputs; where public ones break the same promise, those explain it."""
    shown = {_key(each): each.result for each in public if each.result.status == Status.FAILED}
    for each in hidden:
        both = each.result.status == Status.FAILED and _key(each) in shown
        yield msgspec.structs.replace(each, result=shown[_key(each)]) if both else each


@contextmanager
def no_details() -> Iterator[None]:
    """Errors that end the grading keep their kind, but not their text, which may quote an input."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - whatever it is, it was near hidden inputs
        kind = SpecError if isinstance(error, SpecError) else GraderError
        raise kind(
            f"hidden inputs could not be graded ({type(error).__name__}); grade with --seed, or run "
            "nncheck selfcheck, to see why"
        ) from None


def _key(judged: Judged) -> tuple[str, str]:
    return judged.check.name, judged.check.device


def _near(line: Location | None, defined: Location | None) -> Location | None:
    """The line, where it can be one of the function's own."""
    if line is None or defined is None or line.cell != defined.cell:
        return None
    return line if 0 <= line.line - defined.line < _NEAR else None


def _manner(check: Check, broken: Broken, line: Location | None) -> str:
    """How it failed, in a sentence of ours."""
    if broken.outcome == OutcomeKind.EXCEPTION:
        name = broken.raised if broken.raised in _USUAL_EXCEPTIONS else "an exception of its own"
        return f"it raised {name}" + (f" in {line.cell}, line {line.line}" if line else "")
    if broken.outcome != OutcomeKind.VALUE:
        return SENTENCES[broken.outcome]
    if broken.error is not None:
        return "the promise is not kept" if check.kind == "property" else "a value is off"
    return _BY_CHECK.get(check.name, _OTHERWISE)
