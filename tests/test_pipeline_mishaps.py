"""What goes wrong in a submission is explained, and costs what is wrong alone."""

import warnings
from collections.abc import Callable

import pytest
from students import EXERCISES
from students import check_result as check
from students import function_result as function

from nncheck.records import Status, SubmissionResult
from nncheck.scoring import at_fault

Grade = Callable[..., SubmissionResult]
SIGMOID = "def sigmoid(x):\n    return 1 / (1 + np.exp(-x))\n"

MISHAPS = [
    ("raises", "def tanh(x):\n    return npp.tanh(x)\n", "it raised NameError: name 'npp' is not defined"),
    ("leaves", "def tanh(x):\n    import os\n    os._exit(0)\n", "it "),
    ("exits", "def tanh(x):\n    raise SystemExit(0)\n", "it "),
    (
        "nothing",
        "def tanh(x):\n    print(x)\n",
        "answer is None (is a return missing?), expected an array of shape",
    ),
    ("text", "def tanh(x):\n    return 'tanh'\n", "answer is a str, expected an array of shape"),
    ("no function", "tanh = 3\n", "it "),
]


@pytest.mark.parametrize(
    ("source", "sentence"), [row[1:] for row in MISHAPS], ids=[row[0] for row in MISHAPS]
)
def test_a_mishap_costs_its_function_alone(source: str, sentence: str, grade: Grade) -> None:
    """The failure is explained, nothing is the grader's fault, and the other functions keep their points."""
    result = grade(SIGMOID, source)
    assert function(result, "sigmoid").score == 1.0
    assert function(result, "tanh").score < 0.3
    assert str(check(result, "tanh", "values").message).startswith(sentence)
    assert not at_fault(result)


WRONG_KINDS = [
    ("a list", "[x]"),
    ("an empty list", "[]"),
    ("a list of dicts", "[params, params]"),
    ("a number", "1.5"),
    ("a dict of text", "{'W1': 'a', 'b1': 'b', 'W2': 'c', 'b2': 'd'}"),
]


@pytest.mark.parametrize("answer", [row[1] for row in WRONG_KINDS], ids=[row[0] for row in WRONG_KINDS])
def test_answers_of_another_kind_are_the_students_fault(answer: str, grade: Grade) -> None:
    """Whatever comes in place of the promised dict is a failed check, never an error of the grader."""
    result = grade(f"def backward(x, t, params):\n    return {answer}\n")
    assert not at_fault(result), [
        each.message for each in function(result, "backward").checks if each.status == Status.ERROR
    ]
    assert result.max_score == EXERCISES["backprop"].functions["backward"].points
    assert check(result, "backward", "values").status == Status.FAILED


def test_a_statement_that_raises_is_noted(grade: Grade) -> None:
    """The functions before it are graded, and the note names the line."""
    result = grade(SIGMOID, "print(undefined)")
    assert function(result, "sigmoid").score == 1.0
    assert len(result.notes) == 1
    assert "undefined" in result.notes[0]
    assert "line 6" in result.notes[0]


def test_numbers_that_overflow_are_no_noise(grade: Grade) -> None:
    """Nothing of what they do to our arithmetic comes on standard error."""
    huge = "def {}(x):\n    return np.where(x > 0, 1e308, 0.1 * x)\n"
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        grade(*map(huge.format, ("sigmoid", "sigmoid_grad")), curves=True, device="cpu")
    assert [str(each.message) for each in said] == []
