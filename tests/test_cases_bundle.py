"""Bundles as bytes: everything comes back, and nothing else is taken for a bundle."""

from typing import Any

import msgspec
import numpy as np
import pytest

from nncheck.cases.bundle import Asked, Bundle, Case, Drawing, PropertyCase, decode, encode
from nncheck.records import Random
from nncheck.spec.trees import leaves

ARRAYS = [
    np.array([0.1, -0.0, np.inf, 5e-324]),
    np.zeros((0, 3)),
    np.array(2.5),
    np.array([1.5, 2.0], np.float32),
    np.array([[1, -2]]),
    np.array([True, False]),
    np.arange(12.0).reshape(3, 4)[:, ::2],
    np.zeros((2, 0, 1)),
]


def bundle(leaf: Any) -> Bundle:
    """A bundle with a leaf in every place that holds one."""
    tree = {"a": [leaf, 0.5], "b": {"c": leaf}}
    case = Case(
        name="n",
        why="w",
        group="g",
        arguments=(leaf, 3.0),
        exact=tree,
        tolerance=tree,
        scale=tree,
        torch=leaf,
        worked="p",
    )
    asked = Asked(function="f", arguments=(leaf,), exact=leaf, tolerance=leaf, live=True)
    return Bundle(
        cases=(case,),
        properties=(PropertyCase(property="p", arguments=(leaf,), asked=(asked,), residual=leaf),),
    )


@pytest.mark.parametrize("array", ARRAYS, ids=lambda array: f"{array.dtype}{array.shape}")
def test_round_trip(array: Any) -> None:
    """Dtype, shape and every bit survive, and so does the rest of the record."""
    again = decode(encode(bundle(array)))
    assert encode(again) == encode(bundle(array))
    assert again.cases[0].worked == "p"
    assert again.properties[0].asked[0].live
    for path, leaf in leaves(again.cases[0].exact):
        if path != "a.1":
            assert (leaf.dtype, leaf.shape, leaf.tobytes()) == (array.dtype, array.shape, array.tobytes())


def test_groups_are_picked_by_name() -> None:
    """`group` gives the cases of one check, in their order."""
    cases = [
        Case(name=str(i), why="", group="ab"[i % 2], arguments=(), exact=0, tolerance=0, scale=0)
        for i in range(4)
    ]
    assert [case.name for case in Bundle(cases=tuple(cases)).group("b")] == ["1", "3"]


@pytest.mark.parametrize(
    "data", [b"", b"nonsense", encode(bundle(np.ones(2)))[:-3], msgspec.msgpack.encode({"cases": 3})]
)
def test_other_bytes_are_refused(data: bytes) -> None:
    """What `encode` did not write raises one of the two errors that readers expect."""
    with pytest.raises((msgspec.MsgspecError, ValueError)):
        decode(data)


def test_only_arrays_and_plain_values_are_written() -> None:
    """No pickle: an object that is no array is refused by name."""
    with pytest.raises(TypeError, match="not complex"):
        encode(bundle(1j))


def test_arguments_keep_their_kinds() -> None:
    """Tuples, lists and generators among arguments come back as what they were, at any depth."""
    arguments = ((2, 0, 3), [(np.ones(2), "relu"), [1, 2]], Random(seed=2**32 - 1, again=True), {"p": (0.5,)})
    case = Case(name="n", why="w", group="g", arguments=arguments, exact=0.0, tolerance=0.0, scale=0.0)
    drawing = Drawing(name="n", why="w", group="g", arguments=arguments, limits={"": {"mean": (-1.0, 1.0)}})
    asked = Asked(function="f", arguments=arguments, exact=0.0, tolerance=0.0)
    related = PropertyCase(property="p", arguments=arguments, asked=(asked,), residual=0.0)
    back = decode(encode(Bundle(cases=(case,), properties=(related,), drawings=(drawing,))))
    for one in (back.cases[0], back.drawings[0], back.properties[0], back.properties[0].asked[0]):
        shape, layers, rng, named = one.arguments
        assert (shape, rng, named) == ((2, 0, 3), Random(seed=2**32 - 1, again=True), {"p": (0.5,)})
        assert type(layers) is list
        assert type(layers[0]) is tuple
        assert type(layers[1]) is list
        assert np.array_equal(layers[0][0], np.ones(2))
    assert back.drawings[0].limits == drawing.limits
