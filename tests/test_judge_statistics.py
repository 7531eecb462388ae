"""What is counted without sorting is what sorting would count."""

from collections.abc import Callable

import numpy as np
import pytest

from nncheck.judge.independence import equal_rows
from nncheck.judge.statistics import dependence, gaps, standard, surely_distinct
from nncheck.records import Array
from nncheck.spec.law import GRID, Continuous, normal_law, quantiles, uniform_law

RNG = np.random.default_rng(0)
SHAPE = (130, 207)
LAWS = {
    "uniform": uniform_law(SHAPE, -0.5, 1.5),
    "normal": normal_law(SHAPE, 1.0, 0.25),
    "cut": normal_law(SHAPE, 0.0, 2.0, cut=2.0),
}
NUMBERS: dict[str, Callable[[Array], Array]] = {
    "uniform": lambda grid: RNG.uniform(-1, 1, SHAPE),
    "normal": lambda grid: RNG.normal(0, 1, SHAPE),
    "far out": lambda grid: RNG.normal(0, 1e6, SHAPE),
    "tiny": lambda grid: RNG.normal(0, 1e-300, SHAPE),
    "at the quantiles": lambda grid: RNG.choice(grid, SHAPE),
    "just below them": lambda grid: np.nextafter(RNG.choice(grid, SHAPE), -9),
    "just above them": lambda grid: np.nextafter(RNG.choice(grid, SHAPE), 9),
    "zeros of both signs": lambda grid: RNG.choice([-0.0, 0.0], SHAPE),
    "the ends of floats": lambda grid: RNG.choice([-1e308, 1e308, 5e-324, -5e-324], SHAPE),
    "infinite": lambda grid: RNG.choice([-np.inf, np.inf, 0.25], SHAPE),
    "a few": lambda grid: RNG.normal(0, 1, (2, 3)),
}


@pytest.mark.parametrize("law", LAWS.values(), ids=list(LAWS))
@pytest.mark.parametrize("draw", NUMBERS.values(), ids=list(NUMBERS))
def test_every_quantile_has_as_many_numbers_below_as_after_sorting(
    law: Continuous, draw: Callable[[Array], Array]
) -> None:
    """To the last number, on quantiles and beside them."""
    grid = quantiles(law.family)
    numbers = draw(grid)
    below = np.searchsorted(np.sort(numbers.ravel()), grid, side="right")
    assert np.array_equal(gaps(law, numbers), below / numbers.size - np.arange(1, GRID) / GRID)


def test_standard_form_leaves_the_numbers_alone() -> None:
    """The answer of a student is not written to, whatever its type."""
    for dtype in (np.float64, np.float32, np.int64):
        numbers = np.arange(6).reshape(2, 3).astype(dtype)
        before = numbers.copy()
        assert np.array_equal(standard(LAWS["normal"], numbers), (before - 1.0) / 0.25)
        assert np.array_equal(numbers, before)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_many_different_numbers_are_seen_to_be_many(dtype: str) -> None:
    """Of numbers that all differ more than nine tenths are, so that nothing has to be sorted."""
    for numbers in (
        RNG.normal(0, 1, (377, 152)),
        RNG.uniform(0, 1, (90, 100)),
        np.arange(40000).reshape(200, 200),
    ):
        different = len(np.unique(numbers.astype(dtype)))
        assert 0.92 * different < surely_distinct(numbers.astype(dtype)) <= different


def test_there_are_never_more_than_there_are() -> None:
    """Equal numbers are not taken for different ones: not zeros of two signs, not in two pieces."""
    assert surely_distinct(np.array([[0.0, -0.0]])) == 1
    for few in (1, 2, 50, 3000):
        assert surely_distinct(RNG.choice(RNG.normal(0, 1, few), SHAPE)) <= few


def test_equal_rows_are_found_wherever_they_differ_first() -> None:
    """Numbers and masks: rows that begin alike are equal only where all of them is."""
    for table in (RNG.normal(0, 1, (40, 30)), RNG.random((40, 30)) < 0.5):
        assert equal_rows(table) is None
        table[:, 0] = table[0, 0]
        assert equal_rows(table) is None
        table[31] = table[17]
        table[39] = table[17]
        assert equal_rows(table) == (17, 31)
        assert equal_rows(np.asfortranarray(table)) == (17, 31)
        assert equal_rows(table.T) is None


def test_dependence_is_the_product_by_the_length() -> None:
    """Of rows, of parts of rows, of arrays of any number of axes."""
    for shape in ((7,), (5, 8), (2, 3, 4)):
        one, other = RNG.normal(0, 1, shape), RNG.normal(0, 1, shape)
        expected = (one * other).sum() / np.sqrt((one * one).sum())
        assert dependence(one, other) == pytest.approx(expected, rel=1e-12, abs=1e-12)
    assert dependence(np.zeros((2, 2)), np.ones((2, 2))) == 0
