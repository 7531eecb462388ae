"""Drawn inputs are in their domains, and the same for the same seed."""

import numpy as np
import pytest
from domain_samples import ANY_SHAPE, BATCHED, CURVED, LABELLED, MIXED, NETWORK, inside, proper, same
from students import EXERCISES, FUNCTION_IDS, FUNCTIONS

from nncheck.cases.draws import draw
from nncheck.spec import Function
from nncheck.spec.domain import Distribution, Positive
from nncheck.spec.trees import leaves


@pytest.mark.parametrize(("exercise", "name"), FUNCTIONS, ids=FUNCTION_IDS)
@pytest.mark.parametrize("coarse", [False, True], ids=["fine", "coarse"])
def test_draws_are_inside_their_domains_and_repeat(exercise: str, name: str, coarse: bool) -> None:
    """As many as asked for, inside their domains, exact in float32; the same for the same seed only."""
    function = EXERCISES[exercise].functions[name]
    fine = any(isinstance(domain, Distribution | Positive) for domain in function.domain.values())
    grid = 512 if fine else 8  # in eighths there are few rows that sum to 1, and few products
    drawn = draw(function, 3, 4, coarse)
    assert len(drawn) == 4
    for arguments in drawn:
        assert all(
            inside(domain, value) for domain, value in zip(function.domain.values(), arguments, strict=True)
        )
        arrays = [leaf for _, leaf in leaves(arguments) if isinstance(leaf, np.ndarray)]
        assert all(np.array_equal(leaf.astype(np.float32), leaf) for leaf in arrays)
        if coarse:
            assert all(np.array_equal(np.rint(grid * leaf), grid * leaf) for leaf in arrays)
    assert all(same(one, two) for one, two in zip(drawn, draw(function, 3, 4, coarse), strict=True))
    assert not all(same(one, two) for one, two in zip(drawn, draw(function, 4, 4, coarse), strict=True))


def test_named_sizes_are_shared() -> None:
    """Axes of one name are equally long, within the sizes given; one row may come alone."""
    rows = set()
    for x, W, _, _ in draw(MIXED, 0, 30):
        assert x.shape[-1] == W["a"].shape[1]
        assert 2 <= x.shape[-1] <= 4
        assert 3 <= W["a"].shape[0] <= 5
        rows.add(x.ndim)
    assert rows == {1, 2}


@pytest.mark.parametrize("coarse", [False, True], ids=["fine", "coarse"])
def test_any_number_of_axes_is_shared(coarse: bool) -> None:
    """Arguments written with ... have one shape, of one to three axes; labels are of both kinds."""
    drawn = draw(LABELLED, 0, 30, coarse)
    assert all(p.shape == y.shape for p, y, _, _ in drawn)
    assert {p.ndim for p, _, _, _ in drawn} == {1, 2, 3}
    assert {float(label) for _, y, _, _ in drawn for label in y.flat} == {0.0, 1.0}


@pytest.mark.parametrize("coarse", [False, True], ids=["fine", "coarse"])
def test_rows_of_probabilities_are_distributions(coarse: bool) -> None:
    """They sum to 1 exactly in both types, no entry is 0 or 1; every class is sometimes the right one."""
    drawn = draw(LABELLED, 1, 30, coarse)
    for _, _, rows, classes in drawn:
        assert rows.shape == classes.shape
        for dtype in (np.float64, np.float32):
            assert (rows.astype(dtype).sum(axis=-1) == 1).all()
        assert np.array_equal(rows.astype(np.float32), rows)
        assert proper(rows, one_hot=False)
        assert proper(classes, one_hot=True)
        assert (classes.sum(axis=-1) == 1).all()
    assert {int(right) for *_, classes in drawn for right in classes.argmax(axis=-1)} >= {0, 1, 2}
    assert len({row.tobytes() for _, _, rows, _ in drawn for row in rows}) > 30


@pytest.mark.parametrize("coarse", [False, True], ids=["fine", "coarse"])
def test_layers_fit_together(coarse: bool) -> None:
    """Each layer takes what the one before gives, the named ends have their sizes, each layer has a word."""
    depths, last = set(), set()
    for x, layers, matrices, names, _ in draw(NETWORK, 0, 40, coarse):
        assert len(layers) == len(matrices) == len(names)
        assert all(type(pair) is tuple and pair[1].shape == pair[0].shape[:1] for pair in layers)
        for chain in ([W for W, _ in layers], matrices):
            assert chain[0].shape[1] == x.shape[1]
            assert all(after.shape[1] == len(before) for before, after in zip(chain, chain[1:], strict=False))
        assert 1 <= len(layers[-1][0]) <= 3
        depths.add(len(layers))
        last.add(len(matrices[-1]))
    assert depths == {1, 2, 3, 4}
    assert len(last) > 1


@pytest.mark.parametrize("function", [NETWORK, CURVED, BATCHED], ids=["network", "curved", "batched"])
def test_structured_arguments_are_in_their_domains_and_repeat(function: Function) -> None:
    """Lists, words, whole numbers and matrices: inside their domains, and the same for the same seed only."""
    drawn = draw(function, 3, 20)
    for arguments in drawn:
        pairs = zip(function.domain.values(), arguments, strict=True)
        assert all(inside(domain, value) for domain, value in pairs)
    assert all(same(one, two) for one, two in zip(drawn, draw(function, 3, 20), strict=True))
    assert not all(same(one, two) for one, two in zip(drawn, draw(function, 4, 20), strict=True))


def test_whole_numbers_and_words_are_all_drawn() -> None:
    """Every whole number of the interval comes, and every word."""
    drawn = draw(NETWORK, 0, 60)
    assert {n for *_, n in drawn} == {2, 3, 4, 5}
    assert {name for *_, names, _ in drawn for name in names} == {"relu", "tanh"}


@pytest.mark.parametrize("coarse", [False, True], ids=["fine", "coarse"])
def test_positive_definite_matrices_are_symmetric_and_curve(coarse: bool) -> None:
    """Eigenvalues are 1 or more, so steps and gradients that follow them have a positive product."""
    for H, s, y in draw(CURVED, 0, 40, coarse):
        assert np.array_equal(H, H.T)
        assert np.linalg.eigvalsh(H).min() >= 1 - 1e-12
        assert np.linalg.cond(H) < 100
        assert y.shape == s.shape
        assert s @ y > 0
        assert np.array_equal(y.astype(np.float32), y)


def test_batches_differ_in_size() -> None:
    """x (n, d) and y (n,) fit in every pair, and n is not the same in all of them."""
    drawn = [pairs for (pairs,) in draw(BATCHED, 0, 40)]
    for pairs in drawn:
        assert all(
            type(pair) is tuple and pair[0].shape == (len(pair[1]), pairs[0][0].shape[1]) for pair in pairs
        )
    assert {len(pairs) for pairs in drawn} == {1, 2, 3, 4}
    assert any(len({len(y) for _, y in pairs}) > 1 for pairs in drawn)


def test_any_shape_means_several() -> None:
    """An argument without named axes comes in one to three dimensions."""
    assert {x.ndim for (x,) in draw(ANY_SHAPE, 0, 30)} == {1, 2, 3}
