"""Drawn inputs are in their domains, the same for the same seed; searches end and find simple inputs."""

from typing import Any

import numpy as np
import pytest
from students import EXERCISES, FUNCTION_IDS, FUNCTIONS

from nncheck.cases.draws import draw, smallest
from nncheck.spec import Function, number, one_of, reals
from nncheck.spec.domain import Choice, Reals
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
ANY_SHAPE = Function(lambda x: x, {"x": reals(-20, 20)})


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
        return value in domain.values
    assert isinstance(domain, Reals)
    return bool((np.asarray(value) >= domain.low).all() and (np.asarray(value) <= domain.high).all())


@pytest.mark.parametrize(("exercise", "name"), FUNCTIONS, ids=FUNCTION_IDS)
@pytest.mark.parametrize("coarse", [False, True], ids=["fine", "coarse"])
def test_draws_are_inside_their_domains_and_repeat(exercise: str, name: str, coarse: bool) -> None:
    """As many as asked for, inside their domains, exact in float32; the same for the same seed only."""
    function = EXERCISES[exercise].functions[name]
    drawn = draw(function, 3, 4, coarse)
    assert len(drawn) == 4
    for arguments in drawn:
        assert all(
            inside(domain, value) for domain, value in zip(function.domain.values(), arguments, strict=True)
        )
        arrays = [leaf for _, leaf in leaves(arguments) if isinstance(leaf, np.ndarray)]
        assert all(np.array_equal(leaf.astype(np.float32), leaf) for leaf in arrays)
        if coarse:
            assert all(np.array_equal(np.rint(8 * leaf), 8 * leaf) for leaf in arrays)
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
