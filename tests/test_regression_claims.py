"""What the notes say of their regression, and what the exercise makes of it."""

import importlib.util
from collections.abc import Callable
from typing import Any

import numpy as np
from students import EXERCISES

from nncheck.cases.bundle import Bundle
from nncheck.reference.balls import certified
from nncheck.reference.trace import numbers, trace
from nncheck.spec.trees import leaves

REGRESSION = EXERCISES["regression"]
TRAIN = REGRESSION.functions["train"]
# of the 100 points, from their normal equations in 40-digit arithmetic
LEAST_SQUARES, SMALLEST_LOSS = (42.61943029, 13.68581817), 114.1715


def notes() -> tuple[Any, ...]:
    """The arguments of the worked training."""
    (example,) = (each for each in TRAIN.examples if each.name == "notes")
    return example.arguments


def points() -> tuple[Any, Any]:
    """All samples of the notes."""
    batches = notes()[0]
    return np.concatenate([x for x, _ in batches]), np.concatenate([y for _, y in batches])


def test_the_data_are_those_of_the_notes() -> None:
    """A hundred points in six batches of 16 and one of 4, with the least-squares line that the notes have."""
    x, y = points()
    assert [len(targets) for _, targets in notes()[0]] == [16] * 6 + [4]
    line, residual = np.linalg.lstsq(np.column_stack([x, np.ones(len(x))]), y)[:2]
    assert np.allclose(line, LEAST_SQUARES, rtol=0, atol=1e-8)
    assert abs(residual.item() / len(x) - SMALLEST_LOSS) < 1e-4


def test_the_data_are_what_the_generator_gives() -> None:
    """Each point is one that make_regression draws from its seed 0, and none is there twice."""
    generator = np.random.RandomState(0)
    x = generator.standard_normal(100)
    y = 100 * generator.uniform() * x + 14.5 + generator.normal(scale=10, size=100)
    drawn = {(round(a, 10), round(b, 10)) for a, b in zip(x.tolist(), y.tolist(), strict=True)}
    stored = points()
    assert set(zip(stored[0].ravel().tolist(), stored[1].tolist(), strict=True)) == drawn


def test_training_lands_on_the_least_squares_line(bundles: Callable[[str], dict[str, Bundle]]) -> None:
    """The worked answer is within 0.3 of the line, and its losses have fallen."""
    (case,) = (each for each in bundles("regression")["train"].cases if each.name == "notes-float64")
    w, b, losses = case.exact
    assert case.group == "worked"
    assert np.allclose([w.item(), b.item()], LEAST_SQUARES, rtol=0, atol=0.3)
    assert losses[0] > 10 * losses[-1]


def test_an_epoch_of_the_notes_has_seven_iterations(bundles: Callable[[str], dict[str, Bundle]]) -> None:
    """100 samples in batches of 16."""
    cases = bundles("regression")["iterations_per_epoch"].cases
    (case,) = (each for each in cases if each.worked)
    assert case.exact == 7
    assert case.tolerance == 0


def test_descent_as_people_write_it_is_training() -> None:
    """The program that misconceptions are made from is exact when nothing in it is changed."""
    spec = importlib.util.spec_from_file_location("regression_exercise", REGRESSION.source)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    arguments = TRAIN.examples[0].arguments
    ours, theirs, others = (
        certified_values(formula, arguments)
        for formula in (TRAIN.formula, module.descent(), module.descent(restart=True))
    )
    assert len(ours) == len(theirs) > 5
    assert np.allclose(ours, theirs, rtol=1e-14, atol=0)  # 2/3 is rounded in the program
    assert not np.isclose(ours, others, rtol=1e-2, atol=0).all()


def certified_values(formula: Callable[..., Any], arguments: tuple[Any, ...]) -> list[float]:
    """The exact numbers of an answer."""
    traced = trace(formula, arguments)
    inputs = {node.order: value for node, value in zip(traced.inputs, numbers(arguments), strict=True)}
    return [float(interval.low.mid()) for interval in certified(traced.outputs, inputs)]


def test_training_is_asked_with_batches_that_differ(bundles: Callable[[str], dict[str, Bundle]]) -> None:
    """One epoch hides a running mean, one batch its own loss, batches of one size the mean over samples."""
    cases = [case.arguments for case in bundles("regression")["train"].cases if case.group == "values"]
    sizes = [{len(y) for _, y in batches} for batches, *_ in cases]
    assert any(len(each) >= 2 and arguments[-1] >= 3 for each, arguments in zip(sizes, cases, strict=True))
    assert any(len(each) == 1 < len(arguments[0]) for each, arguments in zip(sizes, cases, strict=True))
    assert any(len(arguments[0]) == 1 for arguments in cases)
    assert any(arguments[-1] == 1 for arguments in cases)
    assert all(np.isfinite(leaf).all() for arguments in cases for _, leaf in leaves(arguments))
