"""An answer of another shape is asked about by what it is in place of what."""

from typing import Any

import numpy as np
import pytest

from nncheck.cases.bundle import Case
from nncheck.diagnose import shapes
from nncheck.judge.evidence import Answered
from nncheck.records import Outcome, OutcomeKind
from nncheck.spec.trees import map_leaves

ROWS = [
    (np.ones(2), np.array(1.0), "NN018", "one number in place of an array"),
    (np.array(1.0), np.ones(2), "NN018", "an array in place of one number"),
    (np.ones(2), np.ones((2, 2)), "NN018", "an answer of another shape"),
    ([np.array(1.0), np.array(2.0)], [np.array(1.0)], "NN020", "not as many values as asked for"),
    ((np.ones(2), np.array(2.0)), np.ones(3), "NN020", "not as many values as asked for"),
    (np.ones(2), np.zeros(2), "", ""),
    (np.ones(2), None, "", ""),
]


@pytest.mark.parametrize(("exact", "got", "code", "title"), ROWS, ids=[row[3] or "none" for row in ROWS])
def test_a_wrong_shape_is_told(exact: Any, got: Any, code: str, title: str) -> None:
    """The title says what came in place of what; wrong numbers of the right shape are left to others."""
    none = map_leaves(np.zeros_like, exact)
    case = Case(name="c", why="", group="values", arguments=(1.0,), exact=exact, tolerance=none, scale=none)
    answer = Answered(case=case, outcome=Outcome(kind=OutcomeKind.VALUE, value=got))
    found = shapes.named([answer], [])
    assert ((found.id, found.title) if found else ("", "")) == (code, title)


def test_wrong_numbers_of_the_right_shape_come_first() -> None:
    """Who has other answers wrong, though of the right shape, is not sent after shapes."""
    one, two = np.ones(1), np.ones(2)
    case = Case(name="c", why="", group="values", arguments=(1.0,), exact=one, tolerance=0 * one, scale=one)
    misshapen = Answered(case=case, outcome=Outcome(kind=OutcomeKind.VALUE, value=two))
    right, wrong = (
        Answered(case=case, outcome=Outcome(kind=OutcomeKind.VALUE, value=got)) for got in (one, 2 * one)
    )
    assert shapes.named([misshapen], [right]) is not None
    assert shapes.named([misshapen], [right, wrong]) is None


@pytest.mark.parametrize(
    ("got", "told"),
    [
        ((np.array(3.0), np.ones(2)), True),
        ([np.array(3.0), np.ones(2)], True),
        ((np.ones(2), np.array(3.0)), False),
        ((np.ones(3), np.ones(3)), False),
        ((np.ones(2),), False),
        (np.ones(2), False),
    ],
    ids=["exchanged", "a list", "right order", "other shapes", "too few", "no parts"],
)
def test_parts_in_another_order_are_told(got: Any, told: bool) -> None:
    """Where the shapes fit in another order alone, the order is asked for; values do not count."""
    exact = (np.ones(2), np.array(1.0))
    case = Case(name="c", why="", group="values", arguments=(1.0,), exact=exact, tolerance=exact, scale=exact)
    found = shapes.in_another_order([Answered(case=case, outcome=Outcome(kind=OutcomeKind.VALUE, value=got))])
    assert (found is not None) == told
    assert found is None or found.id == "NN052"
