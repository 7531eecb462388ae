"""Mistakes that show in what a call does."""

from pathlib import Path
from re import findall

import pytest

from nncheck.diagnose import behaviour
from nncheck.diagnose.behaviour import named
from nncheck.judge.evidence import Broken
from nncheck.judge.plan import Check

SENTENCES = [
    (
        "values",
        "it raised ValueError: The truth value of an array with more than one element is ambiguous.",
        "NN001",
    ),
    ("values", "it raised TypeError: only length-1 arrays can be converted to Python scalars", "NN001"),
    ("values", "it raised TypeError: only 0-dimensional arrays can be converted to Python scalars", "NN001"),
    (
        "values",
        "it raised RuntimeError: Boolean value of Tensor with more than one value is ambiguous",
        "NN001",
    ),
    ("stability", "it raised OverflowError: math range error", "NN002"),
    ("values", "answer is None (is a return missing?), expected an array of shape (3,)", "NN003"),
    ("values", "answer is a list of 3, expected an array of shape (3,)", "NN004"),
    (
        "values",
        "it raised ValueError: operands could not be broadcast together with shapes (2,) (3,)",
        "NN005",
    ),
    ("values", "it raised RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", "NN005"),
    ("values", "it raised RecursionError: maximum recursion depth exceeded", "NN006"),
    ("values", "it raised NameError: name 'npp' is not defined", "NN007"),
    ("values", "it raised UnboundLocalError: cannot access local variable 'y'", "NN007"),
    ("unchanged_inputs", "the call changed its input 0", "NN011"),
    ("repeatable", "the answer the second time is not that the first time", "NN012"),
    ("shapes", "answer has shape (1,), expected ()", "NN013"),
    ("dtype", "answer is int64 for int64 inputs, expected float64", "NN014"),
    ("dtype", "the answer for whole numbers is not that for the same numbers as floats", "NN014"),
    ("dtype", "answer is bool for float32 inputs, expected float32", "NN015"),
    ("dtype", "answer is float64 for float32 inputs, expected float32", "NN016"),
    ("values", "answer[0] = 0.5, expected 0.25", ""),
    ("values", "it raised KeyError: 'W3'", ""),
    ("values", "it did not return in time", ""),
]


@pytest.mark.parametrize(
    ("check", "sentence", "code"), SENTENCES, ids=[f"{row[2]} {row[1][:40]}" for row in SENTENCES]
)
def test_behaviour_is_named(check: str, sentence: str, code: str) -> None:
    """What a call did (raised, returned nothing, changed its input) has a code, a title and a hint."""
    found = named(Check(name=check, kind="contract", promise="p"), Broken(sentence=sentence))
    assert (found.id if found else "") == code
    if found:
        assert found.title
        assert found.hint.endswith(("?", "."))


def test_meta_every_code_has_a_row() -> None:
    """No behaviour is in the table of the code but not in the one above."""
    source = Path(str(behaviour.__file__)).read_text("utf-8")
    assert set(findall(r"NN\d{3}", source)) == {code for _, _, code in SENTENCES if code}
