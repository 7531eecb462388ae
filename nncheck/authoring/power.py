"""Drawings -> how often a right answer fails, and how often a wrong law is missed: upper bounds of both.

    python -m nncheck.authoring.power

prints the table of docs/numerics.md.
"""

from collections.abc import Iterator, Sequence
from math import ceil, floor, prod
from typing import Any

import msgspec
import numpy as np
from scipy import stats

from nncheck.cases.bundle import Bundle, Drawing, Limits, joined
from nncheck.cases.chance import drawn, fixed, law_of
from nncheck.cases.critical import ALPHA, chances_of_equal_rows
from nncheck.judge.independence import LEAST_DISTINCT
from nncheck.records import Array, Record
from nncheck.spec.exercise import Exercise, Function, Misconception
from nncheck.spec.law import GRID, Continuous, Dropped, Law, Normal, Uniform, quantiles, size
from nncheck.spec.load import load_exercises

MOST_FALSE_FAILURES = 1e-9  # of a right answer to all functions of an exercise
MOST_MISSED = 1e-6
_PAIRS = 4  # of halves that are compared in each draw
_MOST_PROBABLE = 2.0**-20  # no single float32 comes more often than that
_NEGLIGIBLE = 1e-30
_HALVINGS = 20


# --- right answers that fail --------------------------------------------------------------------


def false_failures(function: Function, bundle: Bundle) -> float:
    """How probable it is at most that a right answer fails any check of these drawings."""
    return sum(_of_drawing(law_of(function, each.arguments), each) for each in bundle.drawings)


def _of_drawing(law: Law, drawing: Drawing) -> float:
    statistics = 1 if isinstance(law, Dropped) else len(drawing.limits[""]) - 1  # all but those of pairs
    draws = 2 if drawing.thorough else 1  # that are judged; two are compared as well
    found = draws * statistics * ALPHA
    if drawing.group != "distribution":
        return found
    return found + (draws * _PAIRS + draws - 1) * ALPHA + draws * _by_repetition(law)


def _by_repetition(law: Law) -> float:
    """How probable it is that chance repeats itself as only a mistake should."""
    if isinstance(law, Dropped):
        return chances_of_equal_rows(law)
    entries = size(law)
    repeated = stats.binom.sf(floor((1 - LEAST_DISTINCT) * entries), entries, entries * _MOST_PROBABLE)
    shorter = min(law.shape[0], prod(law.shape[1:]))
    return float(repeated) + max(law.shape) ** 2 * _MOST_PROBABLE**shorter


# --- wrong laws that pass -----------------------------------------------------------------------


def missed(function: Function, each: Misconception, bundle: Bundle) -> float:
    """How probable it is at most that a wrong law passes, with one answer to the most telling arguments."""
    by_drawings = (
        _missed_once(law_of(function, one.arguments), each.formula(*one.arguments), one.limits[""])
        for one in bundle.drawings
        if one.group == "distribution"
    )
    certain = (_missed_certain(case.exact, each.formula(*case.arguments)) for case in bundle.group("certain"))
    return min((*by_drawings, *certain))


def _missed_certain(exact: Array, wrong: Dropped) -> float:
    """What should be certain is right by chance only where all entries are kept, or all lost."""
    if wrong.certain:
        return float(np.array_equal(wrong.certainty, exact))
    return float((1 - wrong.p) ** exact.size + wrong.p**exact.size)


def _missed_once(law: Law, wrong: Law, limits: Limits) -> float:
    if law.shape != wrong.shape:
        return 0.0
    if isinstance(law, Dropped) or isinstance(wrong, Dropped):
        assert isinstance(law, Dropped)
        assert isinstance(wrong, Dropped)
        return _missed_mask(law, wrong, limits)
    chances = [_by_distance(law, wrong, limits["distance"][1]), _by_extreme(law, wrong, limits["extreme"])]
    if (
        isinstance(law, Normal)
        and isinstance(wrong, Normal)
        and (law.mean, law.cut) == (wrong.mean, wrong.cut)
    ):
        chances.append(_by_square(law, wrong, limits["square"]))
    return min(chances)


def _missed_mask(law: Dropped, wrong: Dropped, limits: Limits) -> float:
    entries = size(law)
    kept = stats.binom(entries, 1 - wrong.p)
    low, high = (round(limit * entries) for limit in limits["kept"])
    by_share = float(kept.cdf(high) - kept.cdf(low - 1))
    return by_share if law.factor == wrong.factor else min(by_share, float(kept.pmf(0)))


def _by_distance(law: Continuous, wrong: Continuous, limit: float) -> float:
    """The share below the quantile at which the laws differ most is binomial."""
    shares = np.arange(1, GRID) / GRID
    theirs = cumulated(wrong, law.centre + law.scale * quantiles(law.family))
    place = int(np.argmax(np.abs(theirs - shares)))
    below = stats.binom(size(law), theirs[place])
    low, high = (size(law) * (shares[place] + sign * limit) for sign in (-1, 1))
    return float(below.cdf(floor(high)) - below.cdf(np.ceil(low) - 1))


def _by_extreme(law: Continuous, wrong: Continuous, limits: tuple[float, float]) -> float:
    """All numbers within the upper limit, and not all within the lower one."""
    inside = [
        cumulated(wrong, np.array(law.centre + law.scale * limit))
        - cumulated(wrong, np.array(law.centre - law.scale * limit))
        for limit in limits
    ]
    return float(inside[1] ** size(law) - inside[0] ** size(law))


def _by_square(law: Normal, wrong: Normal, limits: tuple[float, float]) -> float:
    """Squares of normal numbers sum to a chi-square law, whatever their standard deviation."""
    entries, ratio = size(law), (wrong.std / law.std) ** 2
    squares = stats.chi2(entries)
    return float(squares.cdf(limits[1] * entries / ratio) - squares.cdf(limits[0] * entries / ratio))


def cumulated(law: Continuous, x: Any) -> Array:
    """The distribution function of a law."""
    if isinstance(law, Uniform):
        return np.asarray(stats.uniform(law.low, law.high - law.low).cdf(x))
    return np.asarray(stats.truncnorm(-law.cut, law.cut, law.mean, law.std).cdf(x))


# --- the table ----------------------------------------------------------------------------------


class Row(Record, frozen=True, kw_only=True):
    """One random function: both bounds, the second for the mistake that is hardest to see.

    An error of the spread, or of the share that is kept, by the factor `seen` is missed once in a million.
    """

    function: str
    numbers: int
    false_failures: float
    missed: float
    seen: float


def row(exercise: Exercise, function: Function, bundle: Bundle) -> Row:
    """Both bounds of one function; for mistakes by the drawings that every seed shares."""
    shared = fixed(exercise, function)
    typical = next(each for each in shared.drawings if each.group == "distribution")
    numbers = sum(size(law_of(function, each.arguments)) for each in shared.drawings)
    return Row(
        function=function.name,
        numbers=numbers,
        false_failures=false_failures(function, bundle),
        missed=max(missed(function, each, shared) for each in function.misconceptions),
        seen=least_seen(law_of(function, typical.arguments), typical.limits[""]),
    )


def least_seen(law: Law, limits: Limits) -> float:
    """The smallest factor at the spread, or at the share kept, that one draw misses once in a million."""
    low, high = 1.0, 2.0 if not isinstance(law, Dropped) else 1 / (1 - law.p)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        missed_there = max(_missed_once(law, _scaled(law, factor), limits) for factor in (middle, 1 / middle))
        low, high = (low, middle) if missed_there <= MOST_MISSED else (middle, high)
    return high


def _scaled(law: Law, factor: float) -> Law:
    """The law with another spread, or with another share kept."""
    if isinstance(law, Dropped):
        return msgspec.structs.replace(law, p=max(1 - (1 - law.p) * factor, 0.0))
    if isinstance(law, Normal):
        return msgspec.structs.replace(law, std=law.std * factor)
    half = law.scale * factor
    return msgspec.structs.replace(law, low=law.centre - half, high=law.centre + half)


HEAD = (
    "| function | shared numbers | a right answer fails | a listed mistake passes | error of scale seen |",
    "|---|---|---|---|---|",
)


def table(exercises: Sequence[Exercise], seed: int = 0) -> Iterator[str]:
    """The lines of a Markdown table of all random functions, and one for each exercise as a whole."""
    yield from HEAD
    for exercise in exercises:
        functions = [each for each in exercise.functions.values() if each.random]
        bundles = [joined(fixed(exercise, each), drawn(exercise, each, seed)) for each in functions]
        rows = [row(exercise, *pair) for pair in zip(functions, bundles, strict=True)]
        for each in rows:
            yield (
                f"| `{each.function}` | {each.numbers:,} | {_bound(each.false_failures)}"
                f" | {_bound(each.missed)} | {(each.seen - 1):.1%} |"
            )
        if rows:
            total, worst = sum(each.false_failures for each in rows), max(each.missed for each in rows)
            numbers = sum(each.numbers for each in rows)
            yield f"| *{exercise.name}* | {numbers:,} | {_bound(total)} | {_bound(worst)} | |"


def _bound(probability: float) -> str:
    """A power of ten that a probability does not exceed; below 10^-30 it is not worth a number."""
    if probability < _NEGLIGIBLE:
        return "< 1e-30"
    mantissa, exponent = f"{probability:.1e}".split("e")
    return f"< {ceil(float(mantissa) + 0.1)}e{int(exponent)}"


if __name__ == "__main__":
    print("\n".join(table(list(load_exercises().values()))))
