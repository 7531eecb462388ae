"""How hard a function is, and whether it tells strong submissions from weak ones."""

import numpy as np
import pytest
from report_samples import passed, submission

from nncheck.records import ExerciseResult, FunctionResult
from nncheck.report.difficulty import Item


def item(shares: list[list[float]]) -> Item:
    """The first of some functions of three points each, whose shares a row has for every submission."""
    found = Item()
    for row in shares:
        functions = tuple(
            FunctionResult(function=f"f{place}", score=3 * share, max_score=3.0, checks=(passed("values"),))
            for place, share in enumerate(row)
        )
        total = 3 * sum(row)
        made = ExerciseResult(exercise="made_up", score=total, max_score=3.0 * len(row), functions=functions)
        found.add(functions[0], submission("a.py", made))
    return found


def test_both_figures_are_those_of_their_definitions() -> None:
    """The mean share, and r between the function's points and the sum of all others."""
    shares = np.random.default_rng(0).random((50, 4))
    found = item(shares.tolist())
    assert found.mean == pytest.approx(shares[:, 0].mean())
    expected = np.corrcoef(shares[:, 0], shares[:, 1:].sum(axis=1))[0, 1]
    assert found.discrimination == pytest.approx(expected)


def test_all_or_nothing_is_the_point_biserial_correlation() -> None:
    """(mean of who has it - mean of who has not) / spread of the rest * sqrt(p q)."""
    right, rest = np.array([1, 1, 0, 1, 0, 0]), np.array([0.9, 0.7, 0.4, 0.8, 0.5, 0.1])
    found = item([[float(mine), float(others)] for mine, others in zip(right, rest, strict=True)])
    difference = rest[right == 1].mean() - rest[right == 0].mean()
    assert found.discrimination == pytest.approx(difference / rest.std() * 0.5)


@pytest.mark.parametrize(
    "shares",
    [[], [[1, 0], [0, 1]], [[1, 0.2], [1, 0.4], [1, 0.9]], [[0, 1], [1, 1], [0.5, 1]], [[0.1], [0.2], [1]]],
    ids=["nobody", "too few", "the same for all", "the same others", "no others"],
)
def test_what_has_no_correlation_has_none(shares: list[list[float]]) -> None:
    """Rather than a number that means nothing."""
    assert item(shares).discrimination is None


def test_a_function_that_the_strong_fail_is_below_zero() -> None:
    """So that a task that misleads can be found."""
    found = item([[0, 1], [0, 0.9], [1, 0.1], [1, 0.2]])
    assert found.discrimination is not None
    assert found.discrimination < -0.9


def test_functions_without_points_do_not_count() -> None:
    """Nobody could judge them."""
    found = Item()
    nothing = FunctionResult(function="f", score=0.0, max_score=0.0, checks=())
    found.add(nothing, submission("a.py"))
    assert found.count == 0
