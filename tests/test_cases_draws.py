"""Drawn inputs are in their domains, the same for the same seed; searches end and find simple inputs."""

from typing import Any

import numpy as np
import pytest
from students import EXERCISES, FUNCTION_IDS, FUNCTIONS

from nncheck.cases.draws import draw, smallest
from nncheck.spec import (
    Function,
    batches,
    curved_along,
    labels,
    number,
    one_hot,
    one_of,
    positive_definite,
    probabilities,
    reals,
    weights,
    whole,
    words,
)
from nncheck.spec.domain import Batches, Choice, Distribution, Positive, Reals, Shape, Weights, Whole, Words
from nncheck.spec.trees import leaves


def formula(x: Any, W: Any, alpha: Any, lr: Any) -> Any:
    """Not called here."""


MIXED = Function(
    formula,
    {
        "x": reals(-2, 2, "n", "d", one_row=True),
        "W": {"a": reals(0, 1, "o", "d")},
        "alpha": one_of(0.5, 2.0),
        "lr": number(0.05, 1.0),
    },
    sizes={"n": (1, 3), "d": (2, 4), "o": (3, 5)},
)
LABELLED = Function(
    lambda p, y, rows, classes: p,
    {
        "p": reals(0.05, 0.95, ...),
        "y": labels(...),
        "rows": probabilities("n", "k"),
        "classes": one_hot("n", "k"),
    },
    sizes={"k": (2, 6)},
)
ANY_SHAPE = Function(lambda x: x, {"x": reals(-20, 20)})
NETWORK = Function(
    lambda x, layers, matrices, names, n: x,
    {
        "x": reals(-2, 2, "n", "d"),
        "layers": weights(-1, 1, "depth", "d", "o", biases=True),
        "matrices": weights(-1, 1, "depth", "d"),
        "names": words("depth", "relu", "tanh"),
        "n": whole(2, 5),
    },
    sizes={"d": (2, 4), "o": (1, 3), "depth": (1, 4)},
)
CURVED = Function(
    lambda H, s, y: y,
    {"H": positive_definite("d"), "s": reals(-2, 2, "d"), "y": curved_along("s", "d")},
    sizes={"d": (1, 4)},
)
BATCHED = Function(
    lambda pairs: pairs, {"pairs": batches(-3, 3, "number", "d")}, sizes={"number": (1, 4), "d": (2, 3)}
)


def same(a: Any, b: Any) -> bool:
    """Whether two argument tuples are equal, bit by bit."""
    pairs = zip(leaves(a), leaves(b), strict=True)
    return all(
        np.asarray(x).tobytes() == np.asarray(y).tobytes() and np.shape(x) == np.shape(y)
        for (_, x), (_, y) in pairs
    )


def inside(domain: Any, value: Any) -> bool:
    """Whether a value lies in its domain."""
    if isinstance(domain, dict):
        return all(inside(domain[name], value[name]) for name in domain)
    if isinstance(domain, Choice):
        return bool(np.isin(value, domain.values).all())
    if isinstance(domain, Whole):
        return type(value) is int and domain.low <= value <= domain.high
    if isinstance(domain, Words):
        return type(value) is list and set(value) <= set(domain.values)
    if isinstance(domain, Weights | Batches):
        return type(value) is list and all(between(domain, leaf) for _, leaf in leaves(value))
    if isinstance(domain, Positive):
        return bool(domain.along) or bool(np.linalg.eigvalsh(value).min() >= 1 - 1e-12)
    if isinstance(domain, Distribution):
        return bool((value.sum(axis=-1) == 1).all()) and proper(value, domain.one_hot)
    if isinstance(domain, Shape):
        return type(value) is tuple and all(type(length) is int for length in value)
    assert isinstance(domain, Reals)
    return between(domain, value)


def between(domain: Any, value: Any) -> bool:
    """Whether every number of an array lies within the bounds of its domain."""
    return bool((np.asarray(value) >= domain.low).all() and (np.asarray(value) <= domain.high).all())


def proper(rows: Any, one_hot: bool) -> bool:
    """Whether probabilities are 0 or 1 alone, or none of them is."""
    ends = (rows == 0) | (rows == 1)
    return bool(ends.all() if one_hot else not ends.any())


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


def test_simple_probabilities_are_short_fractions() -> None:
    """Searches for counterexamples try rows that a person can read, and never 0 or 1."""
    found = smallest(LABELLED, lambda arguments: arguments[2].shape[1] == 3, 1, 60)
    assert found is not None
    assert found[2].shape == (1, 3)
    assert np.array_equal(found[2] * 32, np.rint(found[2] * 32))
    assert proper(found[2], one_hot=False)


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


STRUCTURED = [
    ("one layer", NETWORK, lambda a: True, lambda a: len(a[1]) == 1),
    ("two layers", NETWORK, lambda a: len(a[1]) > 1, lambda a: len(a[1]) == 2),
    ("a word", NETWORK, lambda a: "tanh" in a[3], lambda a: a[3] == ["tanh"]),
    ("a small whole number", NETWORK, lambda a: a[4] > 2, lambda a: a[4] == 3),
    ("one batch", BATCHED, lambda a: True, lambda a: [len(y) for _, y in a[0]] == [1]),
    ("the unit matrix", CURVED, lambda a: len(a[1]) > 1, lambda a: np.array_equal(a[0], np.eye(len(a[0])))),
]


@pytest.mark.parametrize(
    ("function", "breaks", "simple"), [row[1:] for row in STRUCTURED], ids=[row[0] for row in STRUCTURED]
)
def test_structured_counterexamples_are_small(function: Function, breaks: Any, simple: Any) -> None:
    """As few layers, batches and rows as break the promise, and whole numbers in them."""
    found = smallest(function, breaks, 1, 60)
    assert found is not None
    assert simple(found)
    arrays = [leaf for _, leaf in leaves(found) if isinstance(leaf, np.ndarray)]
    assert all(np.array_equal(leaf, np.rint(leaf)) for leaf in arrays)


def test_any_shape_means_several() -> None:
    """An argument without named axes comes in one to three dimensions."""
    assert {x.ndim for (x,) in draw(ANY_SHAPE, 0, 30)} == {1, 2, 3}


SEARCHES = [
    ("any negative number", lambda x: bool((x < 0).any()), [-1.0]),
    ("any number", lambda x: True, [0.0]),
    ("above one", lambda x: bool((x > 1).any()), [2.0]),
]


@pytest.mark.parametrize(
    ("breaks", "simplest"), [row[1:] for row in SEARCHES], ids=[row[0] for row in SEARCHES]
)
def test_the_smallest_counterexample_is_simple(breaks: Any, simplest: list[float]) -> None:
    """Out of all broken inputs a short array of whole numbers is found."""
    found = smallest(ANY_SHAPE, lambda arguments: breaks(arguments[0]), 1, 60)
    assert found is not None
    assert found[0].ravel().tolist() == simplest


def test_searches_are_bounded_in_calls() -> None:
    """However hard the search, a function is not asked more often than allowed, nor twice the same."""
    asked: list[bytes] = []

    def hard(arguments: tuple[Any, ...]) -> bool:
        asked.append(arguments[0].tobytes() + repr(arguments[0].shape).encode())
        return bool(np.sin(arguments[0]).sum() > 0.5)

    smallest(ANY_SHAPE, hard, 1, 25)
    assert 5 < len(asked) <= 25
    assert len(set(asked)) == len(asked)


def test_nothing_is_found_where_nothing_breaks() -> None:
    """A function without a counterexample has none."""
    assert smallest(ANY_SHAPE, lambda arguments: False, 1, 20) is None


def test_the_search_repeats_itself() -> None:
    """The same seed finds the same counterexample."""
    one, two = (
        smallest(ANY_SHAPE, lambda arguments: bool(np.abs(arguments[0]).sum() > 7), 1, 40) for _ in range(2)
    )
    assert one is not None
    assert two is not None
    assert same(one, two)
