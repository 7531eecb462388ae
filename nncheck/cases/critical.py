"""Law of an answer -> the limits of its statistics, each left once in 10^12 times at most.

The statistics are those of nncheck.judge.statistics. Every limit is exact, or a bound that holds for
every number of entries: nothing is approximated by a normal law that is not one.
"""

from functools import cache
from math import inf, log, prod, sqrt

from scipy import stats

from nncheck.cases.bundle import Limits
from nncheck.spec.law import Dropped, Law, Standard, size

ALPHA = 1e-12  # how often a right answer leaves one of the intervals
_ROUNDING = 2.0**-22  # of a few operations in float32, the default type of torch, whose numbers have 24 bits
_REACH = 10.0  # normal numbers lie within so many standard deviations: 1 in 10^23 does not


def limits(law: Law) -> Limits:
    """The interval of every statistic of an answer that follows the law."""
    if isinstance(law, Dropped):
        return _of_masks(law)
    reach = min(law.family.bound, _REACH)
    rounding = _ROUNDING * (abs(law.centre) / law.scale + reach)
    return _widened(_of_numbers(law.family, size(law)), rounding, reach, size(law))


def _widened(exact: Limits, rounding: float, reach: float, entries: int) -> Limits:
    """The limits with room for entries that are off by `rounding`; no statistic moves by more."""
    moved = {
        "mean": sqrt(entries) * rounding,
        "square": 2 * reach * rounding,
        "distance": rounding,  # no law here has a density above 1
        "extreme": rounding,
        "pairs": 2 * sqrt(entries) * rounding * reach,
    }
    return {name: (low - moved[name], high + moved[name]) for name, (low, high) in exact.items()}


@cache
def _of_numbers(family: Standard, entries: int) -> Limits:
    """For normal numbers exact laws; for bounded ones Hoeffding's inequality."""
    found: Limits = {
        "distance": (0.0, float(stats.kstwo.isf(ALPHA, entries))),
        "extreme": (_least_extreme(family, entries), _greatest_extreme(family, entries)),
    }
    if family.bound == inf:
        beyond = float(stats.norm.isf(ALPHA / 2))
        squares = stats.chi2(entries)
        found["square"] = (float(squares.ppf(ALPHA / 2)) / entries, float(squares.isf(ALPHA / 2)) / entries)
        return found | {"mean": (-beyond, beyond), "pairs": (-beyond, beyond)}
    beyond = family.bound * sqrt(2 * log(2 / ALPHA))
    spread = family.bound**2 * sqrt(log(2 / ALPHA) / (2 * entries))
    found["square"] = (family.square - spread, family.square + spread)
    return found | {"mean": (-beyond, beyond), "pairs": (-beyond, beyond)}


def _least_extreme(family: Standard, entries: int) -> float:
    """What the largest of all |numbers| exceeds: all are below q with probability P(|x| < q)^entries."""
    below = float((ALPHA / 2) ** (1 / entries))
    if not family.normal:
        return below * family.bound
    inside = 1.0 if family.bound == inf else float(stats.norm.cdf(family.bound) * 2 - 1)
    return float(stats.norm.isf((1 - below * inside) / 2))


def _greatest_extreme(family: Standard, entries: int) -> float:
    """What none of the |numbers| exceeds."""
    return family.bound if family.bound < inf else float(stats.norm.isf(ALPHA / (4 * entries)))


def _of_masks(law: Dropped) -> Limits:
    """Shares of entries kept, and of pairs of entries of which both are kept."""
    rows, entries = law.shape[0], size(law)
    columns = entries // rows
    keep = 1 - law.p
    return {
        "kept": _share(entries, keep),
        "rows": _share(rows // 2 * columns, keep**2),
        "columns": _share(columns // 2 * rows, keep**2),
        "draws": _share(entries, keep**2),
    }


def _share(trials: int, probability: float) -> tuple[float, float]:
    """The interval of successes / trials, exactly; one success more or less, as p is rounded to 24 bits."""
    successes = stats.binom(trials, probability)
    low, high = float(successes.ppf(ALPHA / 2)) - 1, float(successes.isf(ALPHA / 2)) + 1
    return low / trials, high / trials


def chances_of_equal_rows(law: Dropped) -> float:
    """How probable it is at most that two rows, or two columns, of a mask are equal."""
    rows, columns = law.shape[0], prod(law.shape[1:])
    agree = law.p**2 + (1 - law.p) ** 2
    return rows**2 / 2 * agree**columns + columns**2 / 2 * agree**rows
