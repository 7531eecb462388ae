"""Limits of statistics: never left more often than they say, and as tight as the law allows."""

from math import log, sqrt

import numpy as np
import pytest
from scipy import stats

from nncheck.authoring.sampling import sample
from nncheck.cases import critical
from nncheck.cases.critical import limits
from nncheck.judge.statistics import dependence, halves, kept, of_numbers, standard
from nncheck.spec.law import Continuous, dropped, normal_law, uniform_law

ALPHA, TIMES = 0.05, 3000
FEW = (12, 15)


@pytest.fixture
def loose(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that are left so often that it can be counted."""
    monkeypatch.setattr(critical, "ALPHA", ALPHA)
    critical._of_numbers.cache_clear()
    yield
    critical._of_numbers.cache_clear()


def left(law: Continuous) -> dict[str, int]:
    """How often right numbers leave each limit, of TIMES."""
    allowed, counted = limits(law), dict.fromkeys(("mean", "square", "extreme", "distance", "pairs"), 0)
    rng = np.random.default_rng(11)
    for _ in range(TIMES):
        numbers = sample(law, rng)
        found = of_numbers(law, numbers)
        _, _, one, other = next(halves(standard(law, numbers)))
        found["pairs"] = dependence(one, other)
        for name, value in found.items():
            counted[name] += not allowed[name][0] <= value <= allowed[name][1]
    return counted


@pytest.mark.usefixtures("loose")
def test_exact_limits_are_left_as_often_as_they_say() -> None:
    """Mean, squares, extremes and pairs of normal numbers have exact laws; a grid makes distances smaller."""
    counted = left(normal_law(FEW, 3, 0.5))
    low, high = stats.binom(TIMES, ALPHA).ppf([1e-7, 1 - 1e-7])
    assert all(low <= counted[name] <= high for name in ("mean", "square", "extreme", "pairs"))
    assert 0 < counted["distance"] <= high


@pytest.mark.usefixtures("loose")
def test_bounds_are_never_left_more_often() -> None:
    """Hoeffding's inequality is no equality, but on the right side."""
    counted = left(uniform_law(FEW, -1, 2))
    high = stats.binom(TIMES, ALPHA).ppf(1 - 1e-7)
    assert all(times <= high for times in counted.values())
    assert counted["extreme"] > 0  # |x| has no upper limit to leave, only the lower one


@pytest.mark.usefixtures("loose")
def test_masks_leave_their_limits_as_seldom() -> None:
    """The number of entries kept is binomial, and so is that of pairs."""
    law, rng = dropped(np.ones(FEW), 0.3), np.random.default_rng(3)
    allowed, outside, pairs = limits(law), 0, 0
    for _ in range(TIMES):
        mask = kept(law, sample(law, rng))
        outside += not allowed["kept"][0] <= mask.mean() <= allowed["kept"][1]
        name, _, one, other = next(halves(mask))
        pairs += not allowed[name][0] <= (one & other).mean() <= allowed[name][1]
    high = stats.binom(TIMES, ALPHA).ppf(1 - 1e-7)
    assert 0 < outside <= high
    assert 0 < pairs <= high


def test_limits_of_many_numbers() -> None:
    """40,000 normal numbers: 7.13 deviations for the mean, 5 % for the squares, 0.0188 for the distance."""
    found = limits(normal_law((160, 250), 0, 0.1))
    assert found["mean"][1] == pytest.approx(7.13, abs=0.01)
    assert found["square"] == pytest.approx((0.9504, 1.0513), abs=1e-3)
    assert found["distance"][1] == pytest.approx(sqrt(log(2e12) / 80_000), rel=1e-3)


def test_a_limit_never_shrinks_for_rounding() -> None:
    """A mean far from 0 costs float32 digits, and the limits make room for it."""
    near, far = limits(normal_law((160, 250), 0, 0.1)), limits(normal_law((160, 250), 100, 0.1))
    assert all(far[name][0] < near[name][0] and far[name][1] > near[name][1] for name in near)


def test_a_right_answer_in_float32_stays_within() -> None:
    """Even where the numbers lie far from 0."""
    law = normal_law((160, 250), 100, 0.1)
    numbers = sample(law, np.random.default_rng(0)).astype(np.float32)
    allowed, found = limits(law), of_numbers(law, numbers)
    assert all(allowed[name][0] <= value <= allowed[name][1] for name, value in found.items())
