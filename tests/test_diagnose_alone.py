"""Mistakes that are named because all ordinary answers are right."""

import numpy as np
import pytest

from nncheck.cases.bundle import Case
from nncheck.diagnose import behaviour
from nncheck.judge.evidence import Answered
from nncheck.judge.plan import Check
from nncheck.judge.reference import agrees
from nncheck.records import Outcome, OutcomeKind


@pytest.mark.parametrize(
    ("check", "ordinary", "code"),
    [
        ("stability", (0.5, 0.25), "NN049"),
        ("defaults", (0.5, 0.25), "NN051"),
        ("dtype", (0.5, 0.25), ""),
        ("stability", (0.5, 0.125), ""),
        ("defaults", (0.5, 0.125), ""),
        ("stability", (), ""),
    ],
)
def test_what_alone_is_wrong_is_named(check: str, ordinary: tuple[float, ...], code: str) -> None:
    """Wrong at extreme inputs or without an argument, and nowhere else: rounding, or a default."""
    answers = [_answer(got, exact) for got, exact in zip(ordinary, (0.5, 0.25), strict=False)]
    broken = agrees([_answer(0.75, 1.0)])
    assert broken is not None
    found = behaviour.alone(Check(name=check, kind="contract", promise="p"), broken, answers)
    assert (found.id if found else "") == code


@pytest.mark.parametrize(
    ("extreme", "asked"),
    [
        ([(0.75, np.float64)], "Is there a clip"),
        ([(0.75, np.float64), (np.nan, np.float32)], "Is there a clip"),
        ([(0.75, np.float64), (np.nan, np.float64)], "too large for a float"),
        ([(np.nan, np.float64)], "too large for a float"),
    ],
)
def test_no_overflow_is_asked_for_where_all_answers_are_finite(
    extreme: list[tuple[float, type]], asked: str
) -> None:
    """Wrong numbers at extreme inputs come of a clip or a shortcut; NaN comes of what is too large."""
    answers = [_answer(got, 1.0, dtype) for got, dtype in extreme]
    broken = agrees(answers)
    assert broken is not None
    check = Check(name="stability", kind="stability", promise="p")
    found = behaviour.alone(check, broken, [_answer(0.5, 0.5)], answers)
    assert found is not None
    assert asked in found.hint


def _answer(got: float, exact: float, dtype: type = np.float64) -> Answered:
    whole, none, given = np.array(exact), np.array(0.0), (np.ones(1, dtype),)
    case = Case(name="", why="", group="", arguments=given, exact=whole, tolerance=none, scale=whole)
    return Answered(case=case, outcome=Outcome(kind=OutcomeKind.VALUE, value=got))
