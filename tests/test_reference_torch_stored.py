"""torch's stored answers are found by the exact inputs, and never by changed ones."""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from students import EXERCISES

from nncheck.reference.torch_stored import TorchOutputs, key, read, write
from nncheck.spec.trees import leaves

# numpy fills the arrays of the initializers: torch would compute nothing else, and is not asked
COMPARED = [name for name in EXERCISES if name != "initializers"]
ARGUMENTS = (np.array([1.0, -2.0]), {"W": np.eye(2), "b": np.zeros(2)}, 0.5)

CHANGES: dict[str, Callable[[], tuple[str, str, tuple[Any, ...]]]] = {
    "function": lambda: ("loss", "notes", ARGUMENTS),
    "case": lambda: ("forward", "second", ARGUMENTS),
    "a value": lambda: ("forward", "notes", (np.array([1.0, -2.0000000000000004]), *ARGUMENTS[1:])),
    "the sign of zero": lambda: (
        "forward",
        "notes",
        (ARGUMENTS[0], {"W": np.eye(2), "b": -np.zeros(2)}, 0.5),
    ),
    "a scalar": lambda: ("forward", "notes", (*ARGUMENTS[:2], 0.25)),
    "a shape": lambda: ("forward", "notes", (np.array([[1.0, -2.0]]), *ARGUMENTS[1:])),
    "a type": lambda: ("forward", "notes", (np.array([1.0, -2.0], np.float32), *ARGUMENTS[1:])),
    "a name": lambda: ("forward", "notes", (ARGUMENTS[0], {"V": np.eye(2), "b": np.zeros(2)}, 0.5)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_keys_change_with_everything(change: Callable[[], tuple[str, str, tuple[Any, ...]]]) -> None:
    """Another function, case, value, shape, type or name finds nothing stale."""
    assert key(*change()) != key("forward", "notes", ARGUMENTS)
    assert key("forward", "notes", ARGUMENTS) == key("forward", "notes", tuple(ARGUMENTS))


def test_round_trip(tmp_path: Path) -> None:
    """Trees come back as they were, to the last bit, with empty and 0-d arrays and infinities' shapes."""
    trees = {
        "a/0": {"W": np.array([[0.1, 1 / 3], [5e-324, -0.0]]), "b": np.zeros((0, 3))},
        "b/1": [np.array(2.5), np.array([1e308])],
        "c/2": np.array([1.0]),
    }
    write(tmp_path, TorchOutputs("2.13.0", trees))
    stored = read(tmp_path)
    assert stored.version == "2.13.0"
    for name, tree in trees.items():
        found = stored.find(name)
        for (path, ours), (other, theirs) in zip(leaves(tree), leaves(found), strict=True):
            assert path == other
            assert ours.shape == theirs.shape
            assert ours.tobytes() == theirs.tobytes()
    assert stored.find("d/3") is None


def test_no_file_is_no_answers(tmp_path: Path) -> None:
    """An exercise without stored answers has none, and that is no error."""
    assert read(tmp_path).find("a/0") is None


def test_writing_is_reproducible(tmp_path: Path) -> None:
    """The same answers in another order give the same bytes."""
    first, second = {"a": np.ones(2), "b": np.zeros(1)}, {"b": np.zeros(1), "a": np.ones(2)}
    for name, outputs in (("one", first), ("two", second)):
        (tmp_path / name).mkdir()
        write(tmp_path / name, TorchOutputs("2", outputs))
    assert (tmp_path / "one" / "torch.json").read_bytes() == (tmp_path / "two" / "torch.json").read_bytes()


@pytest.mark.skipif(find_spec("torch") is None, reason="torch is not installed; make test installs it")
@pytest.mark.parametrize("exercise", COMPARED)
def test_torch_answers_are_inside_the_tolerance(exercise: str, bundles: Callable[[str], Any]) -> None:
    """Every case that stores torch's answer is one on which torch itself is right."""
    compared = 0
    for name, bundle in bundles(exercise).items():
        for case in [each for each in bundle.cases if each.torch is not None]:
            theirs = dict(leaves(case.torch))
            for (path, exact), (_, tolerance) in zip(leaves(case.exact), leaves(case.tolerance), strict=True):
                assert (np.abs(theirs[path] - exact) <= tolerance).all(), (name, case.name, path)
                compared += 1
    assert compared >= 20
