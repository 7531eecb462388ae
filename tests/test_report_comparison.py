"""Got above expected: which part, and which digit."""

from typing import Any

import numpy as np
import pytest

from nncheck.records import Opaque, Tensor
from nncheck.report.comparison import aligned, compare, first_different_digit


def lines(got: Any, expected: Any, allowed: float | None = None, width: int = 70) -> tuple[str, str, str]:
    """The comparison as the three lines that a person sees."""
    found = compare(got, expected, allowed, width)
    return found.got, found.expected, "" if found.caret is None else " " * found.caret + "^"


def test_caret_stands_under_the_first_differing_digit() -> None:
    """Two entries of an array: the caret is under the digit that differs in the second."""
    got, expected, caret = lines(np.array([0.5, 0.731058597]), np.array([0.5, 0.731058578]))
    assert (got, expected) == ("[0.5, 0.731058597]", "[0.5, 0.731058578]")
    assert caret.index("^") == got.index("97")


@pytest.mark.parametrize(
    ("got", "expected", "pair", "column"),
    [
        (12.5, 1.25, ("12.5 ", " 1.25"), 0),
        (-0.5, 0.5, ("-0.5", " 0.5"), 0),
        (0.5, 0.50001, ("0.5    ", "0.50001"), 6),
        (1e-300, 1e-301, ("1e-300", "1e-301"), 5),
        (np.nan, 1.0, ("nan", "1.0"), 0),
        (np.float32(0.1), 0.1000001, ("0.1      ", "0.1000001"), 8),
    ],
)
def test_points_stand_in_one_column(got: Any, expected: Any, pair: tuple[str, str], column: int) -> None:
    """Digits of the same place value stand one above the other; a missing digit is a zero."""
    assert aligned(got, expected) == pair
    assert first_different_digit(*pair) == column


def test_the_wrong_part_of_a_result_is_found() -> None:
    """In a tuple of dicts the path leads to the array that is wrong, past rounding that is allowed."""
    expected = ({"W1": np.array([1.0, 2.0]), "b1": np.array([3.0])}, 0.5)
    got = ({"W1": np.array([1.0, 2.0 + 1e-15]), "b1": np.array([4.0])}, 0.5)
    found = compare(got, expected, 1e-12, 70)
    assert (found.where, found.got, found.expected) == ("[0]['b1']", "[4.0]", "[3.0]")


def test_a_long_array_is_shown_around_its_first_wrong_entry() -> None:
    """The index, the shape and a few neighbours; neither line is wider than the screen."""
    expected = np.arange(600.0).reshape(20, 30)
    got = expected.copy()
    got[7, 12] = -1.0
    found = compare(got, expected, 1e-9, 50)
    assert found.where == "[7, 12] of shape (20, 30)"
    assert found.got.startswith("[..., ")
    assert found.got.endswith(", ...]")
    assert max(len(found.got), len(found.expected)) <= 50
    assert found.caret is not None
    assert found.expected[found.caret :].startswith("222.0")


@pytest.mark.parametrize(
    ("got", "shown"),
    [
        (None, "nothing"),
        (Opaque(type_name="numpy.matrix"), "an object of type numpy.matrix"),
        ("0.5\x1b[2J", "the text '0.5\\x1b[2J'"),
        ([0.5, 0.5], "a list of 2"),
        ({"z1": 1.0}, "a dict with 'z1'"),
        (np.array([[0.5], [0.25]]), "float64 array of shape (2, 1): [[0.5], [0.25]]"),
        (Tensor(array=np.zeros((0, 3))), "float64 tensor of shape (0, 3)"),
        (np.array([0.5, 0.25], dtype=np.float32), "float32 array of shape (2,): [0.5, 0.25]"),
        (True, "True (bool)"),
    ],
)
def test_other_forms_are_described(got: Any, shown: str) -> None:
    """What is not an array of the right shape and dtype is named as what it is."""
    assert lines(got, np.array([0.5, 0.25])) == (shown, "float64 array of shape (2,): [0.5, 0.25]", "")


def test_an_array_stands_beside_a_list_of_numbers() -> None:
    """Where several numbers are expected, the entry of an array or tensor that is wrong is found."""
    expected = [np.array(0.5), np.array(0.25)]
    for got in (np.array([0.5, 0.75]), Tensor(array=np.array([0.5, 0.75]))):
        found = compare(got, expected, 0.0, 70)
        assert (found.where, found.got, found.expected) == ("[1]", "0.75", "0.25")
    assert compare(np.ones(3), expected, 0.0, 70).expected == "a list of 2"


def test_nan_beside_nan_is_no_difference() -> None:
    """The caret goes to the first entry that is really wrong."""
    found = compare(np.array([np.nan, np.inf, 1.0]), np.array([np.nan, np.inf, 2.0]), 0.0, 70)
    assert found.caret == found.got.index("1.0")


def test_a_missing_key_is_shown_with_the_keys_that_are_there() -> None:
    """A dict without b1 is compared key by key only as a whole."""
    got, expected, _ = lines({"W1": 1.0}, {"W1": 1.0, "b1": 2.0})
    assert (got, expected) == ("a dict with 'W1'", "a dict with 'W1', 'b1'")


def test_no_device_ends_in_half_a_command() -> None:
    """A colon of ours comes after its name, which is what the student's process says it is."""
    _, got, _ = lines(np.ones(2), Tensor(array=np.zeros(3), device="x::"))
    assert got == "float64 tensor of shape (3,) on x: [0.0, 0.0, 0.0]"


def test_a_part_is_shown_where_the_message_is_about_it() -> None:
    """And not the first part that is wrong; the last one may be named from the end."""
    got = {"W": np.array([1.0, 2.0]), "b": [np.array(3.0), np.array(4.0)]}
    expected = {"W": np.array([0.0, 0.0]), "b": [np.array(3.0), np.array(5.0)]}
    assert compare(got, expected, 0.0, 80).where == "['W']"
    found = compare(got, expected, 0.0, 80, part=("b", -1))
    assert (found.where, found.got, found.expected) == ("['b'][-1]", "4.0", "5.0")


def test_a_part_that_is_not_there_changes_nothing() -> None:
    """What a student returned need not have it."""
    assert compare({"W": 1.0}, {"W": 2.0, "b": 3.0}, 0.0, 80, part=("b",)).where == ""
    assert compare(None, [1.0], 0.0, 80, part=(0,)).got == "nothing"
