"""Arguments and answers are walked alike, whatever they are made of."""

import numpy as np

from nncheck.spec.trees import cast_floats, leaves, map_leaves

TREE = ({"W": np.ones((2, 2)), "b": [np.zeros(1), 3.0]}, np.array([1, 2]))


def test_leaves_have_paths() -> None:
    """A path names the way to a leaf; a bare leaf has an empty one."""
    assert [path for path, _ in leaves(TREE)] == ["0.W", "0.b.0", "0.b.1", "1"]
    assert list(leaves(5.0)) == [("", 5.0)]


def test_map_leaves_keeps_the_tree() -> None:
    """Dicts, lists and tuples stay what they are, and several trees are walked side by side."""
    sums = map_leaves(lambda a, b: float(np.sum(a)) + b, TREE, ({"W": 1, "b": [2, 3]}, 4))
    assert sums == ({"W": 5.0, "b": [2.0, 6.0]}, 7.0)


def test_cast_floats_leaves_whole_numbers_alone() -> None:
    """Only floating arrays change their type."""
    (params, whole) = cast_floats(TREE, "float32")
    assert params["W"].dtype == params["b"][0].dtype == np.float32
    assert params["b"][1] == 3.0
    assert whole.dtype == np.int64


def test_cast_floats_makes_infinities_of_what_is_beyond_the_type() -> None:
    """A number that float32 cannot hold becomes infinite, without a warning on the way."""
    with np.errstate(all="raise"):
        assert cast_floats((np.array([1e200, -1e200, 1.0]),), "float32")[0].tolist() == [np.inf, -np.inf, 1.0]
