"""From a right formula come the wrong ones next to it, each with its name."""

from typing import Any

import numpy as np
import pytest
from students import EXERCISES, answered, in_double

from nncheck.diagnose.formulas import derived, telling
from nncheck.diagnose.mutants import mutants
from nncheck.spec import Function, exp, positive, reals, where

X = np.array([-1.5, 0.25, 2.0])


def slope(x: Any) -> Any:
    """A sigmoid's slope."""
    return exp(-x) / (1 + exp(-x)) ** 2


MUTANTS = [
    (lambda x: 3 * x, "the formula without the factor 3", lambda x: x),
    (lambda x: 3 * x, "the formula without the factor x", lambda x: 3 + 0 * x),
    (lambda x: 3 * x, "the formula with 3 doubled", lambda x: 6 * x),
    (lambda x: x / 4, "the formula without dividing by 4", lambda x: x),
    (lambda x: x / 4, "the formula with a division turned into a product", lambda x: 4 * x),
    (lambda x: x - 1, "the formula with the sign inside x - 1 flipped", lambda x: x + 1),
    (lambda x: x - 1, "the formula without the term 1", lambda x: x),
    (lambda x: exp(-x), "the formula with the sign of x flipped", np.exp),
    (lambda x: exp(-x), "the formula without the exp of -x", lambda x: -x),
    (
        lambda x: where(positive(x), x, 0),
        "the formula with its two branches exchanged",
        lambda x: np.minimum(x, 0),
    ),
]


@pytest.mark.parametrize(("formula", "title", "expected"), MUTANTS, ids=[title for _, title, _ in MUTANTS])
def test_each_change_is_made_and_named(formula: Any, title: str, expected: Any) -> None:
    """A factor dropped, a sign flipped, a term forgotten: the mutant computes it and says so."""
    function = Function(formula, {"x": reals(-4, 4)})
    (mutant,) = [each for each in mutants(function) if each.named.title == title]
    computed = [float(in_double(mutant.formula)(float(x))) for x in X]
    assert computed == pytest.approx(expected(X).tolist(), rel=1e-15)
    assert mutant.named.id == "NN900"


def test_every_shipped_formula_has_mutants() -> None:
    """For elementwise functions the wrong formulas are found without anybody writing them down."""
    for name, function in EXERCISES["activations"].functions.items():
        titles = [each.named.title for each in mutants(function)]
        assert titles or name in ("identity", "identity_grad"), name


def test_the_one_that_fits_is_found(bundles: Any) -> None:
    """Answers without the square are explained by the formula without that factor."""
    function = EXERCISES["activations"].functions["sigmoid_grad"]
    bare = Function(function.formula, function.domain, forms=(slope,))
    answers = telling(
        answered(bundles("activations")["sigmoid_grad"].cases, lambda x: np.exp(-x) / (1 + np.exp(-x)))
    )
    found = derived(bare, answers)
    assert found is not None
    assert found.title.startswith("the formula without the factor 1 + e^-x")
    assert (
        derived(bare, telling(answered(bundles("activations")["sigmoid_grad"].cases, lambda x: np.cos(x))))
        is None
    )
