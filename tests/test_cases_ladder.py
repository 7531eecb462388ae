"""The ladder of simple inputs: in their domains, simple ones first, and telling."""

import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from domain_samples import ANY_SHAPE, BATCHED, CURVED, LABELLED, MIXED, NETWORK, inside, proper, same
from students import EXERCISES, FUNCTION_IDS, FUNCTIONS

from nncheck.cases.ladder import complexity, ladder
from nncheck.spec import Function, number, reals, whole
from nncheck.spec.trees import leaves


@pytest.mark.parametrize(("exercise", "name"), FUNCTIONS, ids=FUNCTION_IDS)
def test_rungs_are_inside_their_domains_and_ordered(exercise: str, name: str) -> None:
    """Every rung may be asked for; none comes twice, and none is simpler than the one before."""
    function = EXERCISES[exercise].functions[name]
    rungs = ladder(function)
    for arguments in rungs:
        pairs = zip(function.domain.values(), arguments, strict=True)
        assert all(inside(domain, value) for domain, value in pairs)
    steps = [complexity(arguments) for arguments in rungs]
    assert steps == sorted(steps)
    assert len({repr(arguments) for arguments in rungs}) == len(rungs)
    assert 3 <= len(rungs) <= 300


def test_the_ladder_is_always_the_same() -> None:
    """Neither a hash seed nor anything random changes a rung."""
    program = (
        "from domain_samples import NETWORK; from nncheck.cases.ladder import ladder; print(ladder(NETWORK))"
    )
    printed = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path))},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert printed[0] == printed[1] != b""


TELLING: list[tuple[str, Function, Any, Any]] = [
    ("the simplest number", ANY_SHAPE, lambda x: True, [[0.0]]),
    ("a negative number", ANY_SHAPE, lambda x: (x < 0).any(), [[-1.0]]),
    ("two different numbers", ANY_SHAPE, lambda x: np.ptp(x) > 0, [[0.0, 1.0]]),
    ("a large number", ANY_SHAPE, lambda x: np.abs(x).max() > 5, [[8.0]]),
    ("one layer", NETWORK, lambda x, layers, *_: True, None),
]


@pytest.mark.parametrize(
    ("function", "breaks", "wanted"), [row[1:] for row in TELLING], ids=[row[0] for row in TELLING]
)
def test_the_first_rung_that_tells_is_simple(function: Function, breaks: Any, wanted: Any) -> None:
    """Of all arrays that break a promise the shortest comes first, with numbers that are short to write."""
    found = next(arguments for arguments in ladder(function) if breaks(*arguments))
    if wanted is not None:
        assert [leaf.tolist() for leaf in found] == wanted
    else:
        assert [len(part) for part in found[1:4]] == [1, 1, 1]


def test_every_part_differs_from_every_other_somewhere() -> None:
    """No two arguments, layers or entries are always equal, or zero: that would hide which one was used."""
    rungs = ladder(MIXED)
    assert any(x[0].sum() != x[1].sum() for x, *_ in rungs if x.ndim == 2 and len(x) > 1)
    assert any(W["a"].std() > 0 and x.std() > 0 and lr not in (0.0, 1.0) for x, W, _, lr in rungs)
    assert {alpha for _, _, alpha, _ in rungs} == {0.5, 2.0}
    assert {x.ndim for x, *_ in rungs} == {1, 2}
    assert {len(layers) for _, layers, *_ in ladder(NETWORK)} >= {1, 2, 3}
    assert {name for *_, names, _ in ladder(NETWORK) for name in names} == {"relu", "tanh"}


def test_axes_are_as_long_as_their_names_say() -> None:
    """Axes of one name are equally long, at least as long as they must be, and not always."""
    lengths = set()
    for x, W, *_ in ladder(MIXED):
        assert x.shape[-1] == W["a"].shape[1]
        assert x.shape[-1] in (2, 3, 4)
        assert W["a"].shape[0] in (3, 4, 5)
        lengths.add((x.shape[-1], W["a"].shape[0]))
    assert len(lengths) > 3


def test_probabilities_are_proper() -> None:
    """Rows sum to 1 exactly, none of them holds 0 or 1 but labels do, and the right class varies."""
    rungs = ladder(LABELLED)
    for p, y, rows, classes in rungs:
        assert p.shape == y.shape
        assert (rows.sum(axis=-1) == 1).all()
        assert proper(rows, one_hot=False)
        assert proper(classes, one_hot=True)
    assert len({int(right) for *_, classes in rungs for right in classes.argmax(axis=-1)}) > 1


def test_what_is_curved_along_a_vector_is_never_given_zero() -> None:
    """Matrices are positive definite, and the products that must be positive are."""
    for H, s, y in ladder(CURVED):
        assert np.array_equal(H, H.T)
        assert np.linalg.eigvalsh(H).min() > 0
        assert s @ y > 0


def test_batches_differ_in_size() -> None:
    """x (n, d) and y (n,) fit in every pair; some rungs have batches of several sizes."""
    sizes = set()
    for (pairs,) in ladder(BATCHED):
        assert all(x.shape == (len(y), pairs[0][0].shape[1]) for x, y in pairs)
        sizes.add(len({len(y) for _, y in pairs}))
    assert 1 in sizes
    assert max(sizes) > 1


NARROW: list[tuple[str, Any]] = [
    ("no simple number", reals(0.3, 0.45, "n")),
    ("far from zero", reals(100, 200, "n")),
    ("very small", number(1e-5, 1e-4)),
    ("a single number", number(0.3, 0.3)),
    ("large whole numbers", whole(50, 60)),
]


@pytest.mark.parametrize("domain", [row[1] for row in NARROW], ids=[row[0] for row in NARROW])
def test_narrow_domains_have_numbers_too(domain: Any) -> None:
    """Where none of the simple numbers lies, others are taken: several, if there are several."""
    rungs = ladder(Function(lambda x: x, {"x": domain}))
    values = {float(each) for arguments in rungs for _, leaf in leaves(arguments) for each in np.ravel(leaf)}
    assert all(domain.low <= each <= domain.high for each in values)
    assert len(values) >= (1 if domain.low == domain.high else 2)


def test_large_arrays_are_no_rungs() -> None:
    """A function of large arrays alone has no ladder, and none is built."""
    large = Function(lambda x: x, {"x": reals(-1, 1, "n", "d")}, sizes={"n": (400, 500), "d": (400, 500)})
    assert ladder(large) == []


@pytest.mark.parametrize(
    ("simple", "other"),
    [
        ((np.zeros(1),), (np.zeros(2),)),
        ((np.array([1.0]),), (np.array([-1.0]),)),
        ((np.array([-1.0]),), (np.array([-2.0]),)),
        ((np.array([2.0]),), (np.array([0.25]),)),
        ((np.array([8.0]), 0.5), (np.array([8.0]), 0.125)),
        (([np.ones((1, 1))], ["relu"]), ([np.ones((1, 1))] * 2, ["relu"] * 2)),
    ],
)
def test_simpler_is_fewer_and_shorter(simple: tuple[Any, ...], other: tuple[Any, ...]) -> None:
    """Entries count first, then the characters that they take, then how large they are."""
    assert complexity(simple) < complexity(other)
    assert complexity(simple) == complexity(simple)
    assert not same(simple, other) or len(simple) != len(other)
