"""Laws: what they say of their numbers is so."""

import numpy as np
import pytest
from scipy import stats

from nncheck.authoring.sampling import sample
from nncheck.spec.law import GRID, Continuous, dropped, normal_law, quantiles, size, uniform_law

LAWS = {
    "uniform": (uniform_law((40, 50), -1, 3), stats.uniform(-1, 4)),
    "normal": (normal_law((40, 50), 2, 0.5), stats.norm(2, 0.5)),
    "cut off": (normal_law((40, 50), 2, 0.5, cut=2.0), stats.truncnorm(-2, 2, 2, 0.5)),
}


@pytest.mark.parametrize("name", LAWS)
def test_quantiles_are_those_of_scipy(name: str) -> None:
    """In standard form, between the parts of equal probability."""
    law, theirs = LAWS[name]
    ours = law.centre + law.scale * quantiles(law.family)
    assert ours == pytest.approx(theirs.ppf(np.arange(1, GRID) / GRID), rel=1e-9)


@pytest.mark.parametrize("name", LAWS)
def test_spread_and_bound_are_those_of_scipy(name: str) -> None:
    """The mean of the squares in standard form, and the ends of the support."""
    law, theirs = LAWS[name]
    assert law.family.square * law.scale**2 == pytest.approx(theirs.var(), rel=1e-9)
    assert law.centre + law.scale * law.family.bound == pytest.approx(theirs.support()[1])
    assert size(law) == 2000


@pytest.mark.parametrize("name", LAWS)
def test_samples_follow_their_law(name: str) -> None:
    """What selfcheck draws passes scipy's own test."""
    law: Continuous = LAWS[name][0]
    numbers = sample(law, np.random.default_rng(5))
    assert numbers.shape == law.shape
    assert stats.kstest(numbers.ravel(), LAWS[name][1].cdf).pvalue > 1e-4


def test_dropped_entries_keep_their_mean() -> None:
    """The factor makes up for what is lost; where nothing is left to chance, the answer is known."""
    x = np.array([1.0, -2.0])
    assert dropped(x, 0.75).factor == 4.0
    assert not dropped(x, 0.75).certain
    assert dropped(x, 0).certainty.tolist() == [1.0, -2.0]
    assert dropped(x, 1, 1.0).certainty.tolist() == [0.0, -0.0]
