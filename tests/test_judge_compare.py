"""An untrusted answer beside the exact one: the first disagreement, in one sentence."""

import copy
from typing import Any

import numpy as np
import pytest

from nncheck.judge.compare import (
    alike,
    as_array,
    at,
    describe,
    disagreement,
    in_form_of,
    misshapen,
    part_name,
)
from nncheck.records import Opaque, Tensor

EXACT = np.array([[1.0, 2.0], [3.0, 4.0]])
TOLERANCE = np.full((2, 2), 0.1)
DICT = {"W1": EXACT, "b1": np.array(0.5)}
DICT_TOLERANCE = {"W1": TOLERANCE, "b1": np.array(0.01)}
NORMS, NORMS_TOLERANCE = [np.array(1.0), np.array(2.0)], [np.array(0.1), np.array(0.1)]
COUNT = np.array(26)
PAIR, PAIR_TOLERANCE = (DICT, np.array(2.0)), (DICT_TOLERANCE, np.array(0.0))


def with_entry(value: float) -> Any:
    """The exact matrix with another entry at [1, 0]."""
    changed = EXACT.copy()
    changed[1, 0] = value
    return changed


RIGHT: list[tuple[str, Any, Any, Any]] = [
    ("exact", EXACT, EXACT, TOLERANCE),
    ("at the tolerance", with_entry(3.1 - 1e-12), EXACT, TOLERANCE),
    ("another float type", EXACT.astype(np.float32), EXACT, TOLERANCE),
    ("whole numbers", EXACT.astype(int), EXACT, TOLERANCE),
    ("a tensor", Tensor(array=EXACT), EXACT, TOLERANCE),
    ("a Python float", 2.0, np.array(2.0), np.array(0.0)),
    ("a Python int", 2, np.array(2.0), np.array(0.0)),
    ("equal infinities", np.array([np.inf, -np.inf]), np.array([np.inf, -np.inf]), np.zeros(2)),
    ("nothing in it", np.zeros((0, 3)), np.zeros((0, 3)), np.zeros((0, 3))),
    ("more keys", {**DICT, "z": 1}, DICT, DICT_TOLERANCE),
    ("a list for a tuple", [DICT, 2.0], PAIR, PAIR_TOLERANCE),
    ("an array for a list of numbers", np.array([1.0, 2.0]), NORMS, NORMS_TOLERANCE),
    ("a narrow array for a list of numbers", np.array([1, 2], np.float32), NORMS, NORMS_TOLERANCE),
    ("a tensor for a list of numbers", Tensor(array=np.array([1.0, 2.0])), NORMS, NORMS_TOLERANCE),
    ("a list of tensors", [Tensor(array=np.array(1.0)), Tensor(array=np.array(2.0))], NORMS, NORMS_TOLERANCE),
    ("a Python int for a count", 26, COUNT, np.array(0.0)),
    ("a narrow count", np.array(26, np.int8), COUNT, np.array(0.0)),
    ("a whole float for a count", 26.0, COUNT, np.array(0.0)),
]
WRONG: list[tuple[str, Any, Any, Any, str]] = [
    ("beyond the tolerance", with_entry(3.2), EXACT, TOLERANCE, "answer[1, 0] = 3.2, expected 3.0"),
    ("NaN", with_entry(np.nan), EXACT, np.full((2, 2), np.inf), "answer[1, 0] = nan, expected 3.0"),
    ("inf", with_entry(np.inf), EXACT, TOLERANCE, "answer[1, 0] = inf, expected 3.0"),
    (
        "the other infinity",
        np.array([-np.inf]),
        np.array([np.inf]),
        np.zeros(1),
        "answer[0] = -inf, expected inf",
    ),
    (
        "finite for infinite",
        np.array([1e308]),
        np.array([np.inf]),
        np.zeros(1),
        "answer[0] = 1e+308, expected inf",
    ),
    ("a scalar", 2.5, np.array(2.0), np.array(0.0), "answer = 2.5, expected 2.0"),
    ("a shape", EXACT[0], EXACT, TOLERANCE, "answer has shape (2,), expected (2, 2)"),
    ("one axis more", EXACT[None], EXACT, TOLERANCE, "answer has shape (1, 2, 2), expected (2, 2)"),
    (
        "a shape that broadcasts",
        np.ones((2, 1)),
        np.ones((2, 2)),
        TOLERANCE,
        "answer has shape (2, 1), expected (2, 2)",
    ),
    (
        "None",
        None,
        EXACT,
        TOLERANCE,
        "answer is None (is a return missing?), expected an array of shape (2, 2)",
    ),
    ("a list", EXACT.tolist(), EXACT, TOLERANCE, "answer is a list of 2, expected an array of shape (2, 2)"),
    ("a string", "0.5", EXACT, TOLERANCE, "answer is a str, expected an array of shape (2, 2)"),
    (
        "objects",
        EXACT.astype(object),
        EXACT,
        TOLERANCE,
        "answer is an array of object, expected an array of shape (2, 2)",
    ),
    (
        "complex numbers",
        EXACT + 0j,
        EXACT,
        TOLERANCE,
        "answer is an array of complex128, expected an array of shape (2, 2)",
    ),
    (
        "something",
        Opaque(type_name="Model"),
        EXACT,
        TOLERANCE,
        "answer is of type Model, expected an array of shape (2, 2)",
    ),
    (
        "a huge integer",
        Opaque(type_name="int beyond 64 bits"),
        np.array(2.0),
        np.array(0.0),
        "answer is of type int beyond 64 bits, expected an array of shape ()",
    ),
    (
        "no dict",
        EXACT,
        DICT,
        DICT_TOLERANCE,
        "answer is an array of float64, expected a dict with keys W1, b1",
    ),
    ("a missing key", {"W1": EXACT, "B1": 0.5}, DICT, DICT_TOLERANCE, "answer has no key 'b1', only B1, W1"),
    ("an empty dict", {}, DICT, DICT_TOLERANCE, "answer has no key 'W1', only none"),
    ("inside a dict", {"W1": EXACT, "b1": 0.6}, DICT, DICT_TOLERANCE, "answer['b1'] = 0.6, expected 0.5"),
    (
        "inside a pair",
        ({"W1": with_entry(9), "b1": 0.5}, 2.0),
        PAIR,
        PAIR_TOLERANCE,
        "answer[0]['W1'][1, 0] = 9.0, expected 3.0",
    ),
    ("no pair", DICT, PAIR, PAIR_TOLERANCE, "answer is a dict of 2, expected 2 values"),
    ("three parts", (DICT, 2.0, 1), PAIR, PAIR_TOLERANCE, "answer has 3 parts, expected 2"),
    (
        "a wrong entry of an array for a list",
        np.array([1, 3], np.float32),
        NORMS,
        NORMS_TOLERANCE,
        "answer[1] = 3.0, expected 2.0",
    ),
    (
        "too long an array for a list",
        np.ones(3),
        NORMS,
        NORMS_TOLERANCE,
        "answer is an array of float64, expected 2 values",
    ),
    ("a column for a list", np.ones((2, 1)), NORMS, NORMS_TOLERANCE, "answer[0] has shape (1,), expected ()"),
    ("one number for a list", 1.0, NORMS, NORMS_TOLERANCE, "answer is a float, expected 2 values"),
    ("another count", 24, COUNT, np.array(0.0), "answer = 24, expected 26"),
    ("a whole float that is another count", 24.0, COUNT, np.array(0.0), "answer = 24, expected 26"),
    ("a count with a fraction", 6.25, COUNT, np.array(0.0), "answer = 6.25, expected 26"),
    ("NaN for a count", np.nan, COUNT, np.array(0.0), "answer = nan, expected 26"),
]


@pytest.mark.parametrize(
    ("got", "exact", "tolerance"), [row[1:] for row in RIGHT], ids=[row[0] for row in RIGHT]
)
def test_right_answers_pass(got: Any, exact: Any, tolerance: Any) -> None:
    """What is within its tolerance has no disagreement, whatever it came as."""
    assert disagreement(got, exact, tolerance) is None


@pytest.mark.parametrize(
    ("got", "exact", "tolerance", "sentence"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG]
)
def test_wrong_answers_are_described(got: Any, exact: Any, tolerance: Any, sentence: str) -> None:
    """The sentence names the element, what came and what should have."""
    mismatch = disagreement(got, exact, tolerance)
    assert mismatch is not None
    assert mismatch.sentence == sentence or (
        sentence == "answer is" and mismatch.sentence.startswith(sentence)
    )


def test_the_place_and_size_of_an_error_are_known() -> None:
    """Path, index, error and tolerance of the first wrong entry come with the sentence."""
    mismatch = disagreement(({"W1": with_entry(3.5), "b1": 9.0}, 2.0), PAIR, PAIR_TOLERANCE)
    assert mismatch is not None
    assert (mismatch.path, mismatch.index, mismatch.error, mismatch.allowed) == ("0.W1", (1, 0), 0.5, 0.1)


def test_shapes_alone_can_be_compared() -> None:
    """`misshapen` looks at kinds and shapes and never at values."""
    assert misshapen(EXACT * np.nan, EXACT) is None
    wrong = misshapen(EXACT.T[0], EXACT)
    assert wrong is not None
    assert wrong.sentence == "answer has shape (2,), expected (2, 2)"


PLACES = [
    (PAIR, "0.W1", EXACT),
    (PAIR, "1", np.array(2.0)),
    (EXACT, "", EXACT),
    (PAIR, "5", None),
    (PAIR, "0.W9", None),
    (EXACT, "W1", None),
    ([EXACT, EXACT], "W1", None),
    (None, "0", None),
    ([1.0, EXACT], "-1", EXACT),
    (EXACT, "-2", EXACT[0]),
    (Tensor(array=EXACT), "1", EXACT[1]),
    ([EXACT], "-2", None),
    (np.array(1.0), "0", None),
]


@pytest.mark.parametrize(("tree", "path", "part"), PLACES, ids=[repr(path) for _, path, _ in PLACES])
def test_parts_of_an_answer_are_found_by_path(tree: Any, path: str, part: Any) -> None:
    """A path that an untrusted answer does not have leads to None, whatever the answer is."""
    assert at(tree, path) is part or np.array_equal(at(tree, path), part)


def test_parts_have_python_names() -> None:
    """A part is called what one would write to reach it, from the end of a list too."""
    assert [part_name(path) for path in ("", "0.W1", "-1")] == ["answer", "answer[0]['W1']", "answer[-1]"]


def test_arrays_take_the_form_of_what_is_expected() -> None:
    """Arrays and tensors of several numbers become lists of them, inside of dicts as well."""
    found = in_form_of(
        {"n": NORMS, "W1": EXACT}, {"n": Tensor(array=np.array([1.0, 3.0])), "W1": EXACT, "z": 1}
    )
    assert found.keys() == {"n", "W1"}
    assert [float(each) for each in found["n"]] == [1.0, 3.0]
    assert found["W1"] is EXACT


def test_descriptions_are_short() -> None:
    """Whatever came back is described in a few words, without its content."""
    assert describe({"a": 1}) == "a dict of 1"
    assert describe(3 + 1j) == "a complex"
    assert isinstance(as_array(True), np.ndarray)


ALIKE = [
    np.array([1.0, np.nan, -0.0]),
    np.zeros((0, 2)),
    (np.array(1), [np.array([2.0])], {"a": np.array([True])}),
    [1, 2.5, "relu", None, True],
]


@pytest.mark.parametrize("tree", ALIKE, ids=range(len(ALIKE)))
def test_a_copy_is_alike(tree: Any) -> None:
    """To the last bit, NaN included."""
    assert alike(tree, copy.deepcopy(tree))


UNLIKE = [
    (np.array([0.0]), np.array([-0.0])),
    (np.array([1.0]), np.array([1.0], dtype=np.float32)),
    (np.array([1.0]), np.array(1.0)),
    (np.zeros((2, 3)), np.zeros((3, 2))),
    (np.array([1.0]), [1.0]),
    ([1, 2], (1, 2)),
    ([1, 2], [1]),
    ([1], [True]),
    (1, 1.0),
    ({"a": 1}, {"a": 1, "b": 2}),
    ({"a": 1}, {"b": 1}),
    (float("nan"), float("nan")),
    (Opaque(type_name="Net"), Opaque(type_name="Net")),  # perhaps two networks
    (Tensor(array=np.zeros(2)), Tensor(array=np.zeros(2))),
]


@pytest.mark.parametrize(("one", "other"), UNLIKE, ids=range(len(UNLIKE)))
def test_what_differs_or_is_not_known_is_not_alike(one: Any, other: Any) -> None:
    """Neither in a bit, a type or a shape; judges look at such answers more closely."""
    assert not alike(one, other)
    assert not alike([one], [other])
