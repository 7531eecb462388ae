"""Numbers drawn from a generator: do they follow their law?

Limits come with the cases, so that nothing but numpy is needed here.
"""

from collections.abc import Callable, Sequence
from math import sqrt

import numpy as np

from nncheck.cases.bundle import Drawing, Limits
from nncheck.judge.compare import as_array, misshapen
from nncheck.judge.evidence import Broken, outcome_sentence
from nncheck.judge.statistics import gaps, kept, of_numbers, share, standard
from nncheck.records import Array, Outcome, OutcomeKind, Record
from nncheck.spec.exercise import Function
from nncheck.spec.law import GRID, Continuous, Dropped, Law, quantiles

_ROUNDING = {"float64": 2.0**-50, "float32": 2.0**-21}  # of a division and a product, relatively


class Drawn(Record, frozen=True, kw_only=True):
    """A drawing and what the student's function made of it.

    Thorough drawings have more than the first: `again` is a second draw from the same generator, `afresh` one
    from a new generator with the same seed, in a process whose own generators stand elsewhere; `other` has
    another seed.
    """

    drawing: Drawing
    first: Outcome
    again: Outcome | None = None
    afresh: Outcome | None = None
    other: Outcome | None = None

    @property
    def samples(self) -> tuple[Outcome, ...]:
        """The draws whose numbers are judged."""
        return (self.first,) if self.again is None else (self.first, self.again)

    @property
    def compared(self) -> tuple[Outcome, ...]:
        """Those that have only to be equal to others, or not."""
        return tuple(each for each in (self.afresh, self.other) if each is not None)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """All of them."""
        return (*self.samples, *self.compared)


def law_of(function: Function, drawing: Drawing) -> Law:
    """What the answers of a drawing should follow."""
    law: Law = function.formula(*drawing.arguments)
    return law


def follows(function: Function, drawn: Sequence[Drawn]) -> Broken | None:
    """Every draw is an array of the right shape whose numbers follow the law."""
    for each in drawn:
        law, limits = law_of(function, each.drawing), each.drawing.limits[""]
        for outcome in each.samples:
            sentence = departure(law, limits, outcome)
            if sentence:
                return broken_by(each.drawing, sentence, outcome)
    return None


def departure(law: Law, limits: Limits, outcome: Outcome) -> str | None:
    """How an answer departs from a law; None where it may well follow it."""
    sentence = no_numbers(law, outcome)
    if sentence:
        return sentence
    numbers: Array = as_array(outcome.value)
    if isinstance(law, Dropped):
        return _mask_departure(law, limits, numbers)
    found = of_numbers(law, numbers)
    left = (name for name in found if not limits[name][0] <= found[name] <= limits[name][1])
    return next((_SENTENCES[name](law, numbers, limits[name]) for name in left), None)


def no_numbers(law: Law, outcome: Outcome) -> str | None:
    """Why an answer is no array of numbers of the right shape; None where it is one."""
    if outcome.kind != OutcomeKind.VALUE:
        return outcome_sentence(outcome)
    numbers: Array | str = as_array(outcome.value)
    if isinstance(numbers, str) or numbers.shape != law.shape:
        mismatch = misshapen(outcome.value, np.broadcast_to(0.0, law.shape))
        return mismatch.sentence if mismatch else None
    finite = np.isfinite(numbers)
    if finite.all():
        return None
    index = [int(i) for i in np.argwhere(~finite)[0]]
    return f"answer{index} = {float(numbers[tuple(index)])!r}, expected a number"


def _extreme(law: Continuous, numbers: Array, limits: tuple[float, float]) -> str:
    furthest = np.abs(standard(law, numbers)).ravel()
    worst = float(numbers.ravel()[np.argmax(furthest)])
    if furthest.max() < limits[0]:
        return (
            f"none of your {numbers.size:,} numbers is further from {law.centre:.4g} than {worst:.4g}, "
            f"expected some beyond {law.centre + law.scale * limits[0]:.4g}"
        )
    low, high = (law.centre + sign * law.scale * min(law.family.bound, limits[1]) for sign in (-1, 1))
    return f"one of your {numbers.size:,} numbers is {worst:.4g}, expected all from {low:.4g} to {high:.4g}"


def _mean(law: Continuous, numbers: Array, limits: tuple[float, float]) -> str:
    return f"the mean of your {numbers.size:,} numbers is {numbers.mean():.4g}, expected {law.centre:.4g}"


def _square(law: Continuous, numbers: Array, limits: tuple[float, float]) -> str:
    spread = sqrt(float(np.square(standard(law, numbers)).mean())) * law.scale
    expected = sqrt(law.family.square) * law.scale
    return f"the standard deviation of your {numbers.size:,} numbers is {spread:.4g}, expected {expected:.4g}"


def _distance(law: Continuous, numbers: Array, limits: tuple[float, float]) -> str:
    difference = gaps(law, standard(law, numbers).ravel())
    place = int(np.argmax(np.abs(difference)))
    share, below = (place + 1) / GRID, law.centre + law.scale * float(quantiles(law.family)[place])
    return (
        f"{share + difference[place]:.1%} of your {numbers.size:,} numbers are below {below:.4g}, "
        f"expected {share:.1%}"
    )


_SENTENCES: dict[str, Callable[[Continuous, Array, tuple[float, float]], str]] = {
    "extreme": _extreme,
    "mean": _mean,
    "square": _square,
    "distance": _distance,
}


def _mask_departure(law: Dropped, limits: Limits, answer: Array) -> str | None:
    expected = law.x * law.factor
    mask = kept(law, answer)
    with np.errstate(all="ignore"):
        right = np.abs(answer - expected) <= _ROUNDING[str(law.x.dtype)] * np.abs(expected)
    if not (right >= mask).all():  # what is kept is right
        index = [int(i) for i in np.argwhere(mask & ~right)[0]]
        place = tuple(index)
        wanted = f"0 or {float(expected[place])!r}" if law.p else repr(float(expected[place]))
        return f"answer{index} = {float(answer[place])!r}, expected {wanted}"
    low, high = limits["kept"]
    if low <= share(mask) <= high:
        return None
    return f"{share(mask):.1%} of your {mask.size:,} numbers are kept, expected {1 - law.p:.1%}"


def broken_by(drawing: Drawing, sentence: str, outcome: Outcome | None = None) -> Broken:
    """The broken promise; thousands of random numbers are told in the sentence alone."""
    return Broken(
        sentence=sentence,
        arguments=drawing.arguments,
        why=drawing.why,
        location=outcome.location if outcome else None,
        outcome=outcome.kind if outcome else OutcomeKind.VALUE,
        raised=outcome.error if outcome else "",
    )
