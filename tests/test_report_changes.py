"""What a student is told of the difference between two rounds."""

import pytest

from nncheck.records import ExerciseResult, FunctionResult, SubmissionResult
from nncheck.report.changes import change_lines
from nncheck.report.screen import Screen


def result(**exercises: dict[str, float]) -> SubmissionResult:
    """A result with functions of 2 points."""
    graded = tuple(
        ExerciseResult(
            exercise=exercise,
            score=sum(functions.values()),
            max_score=2.0 * len(functions),
            functions=tuple(
                FunctionResult(function=name, score=score, max_score=2.0, checks=())
                for name, score in functions.items()
            ),
        )
        for exercise, functions in exercises.items()
    )
    return SubmissionResult(
        submission="answer.py",
        sha256="0",
        score=sum(each.score for each in graded),
        max_score=sum(each.max_score for each in graded),
        exercises=graded,
    )


SAME, DIFFERENT = "since the last round: the same points, {}", "since the last round: {} → {}"
CHANGES = [
    ({"relu": 2.0}, {"relu": 2.0}, [SAME.format("2 / 2")]),
    ({"relu": 0.5}, {"relu": 2.0}, [DIFFERENT.format("0.5 / 2", "2 / 2"), "  now right: relu"]),
    ({"relu": 2.0}, {"relu": 0.5}, [DIFFERENT.format("2 / 2", "0.5 / 2"), "  no longer right: relu"]),
    ({"f": 0.5}, {"f": 1.0}, [DIFFERENT.format("0.5 / 2", "1 / 2"), "  better: f  0.5 / 2 → 1 / 2"]),
    ({"f": 1.0}, {"f": 0.5}, [DIFFERENT.format("1 / 2", "0.5 / 2"), "  worse: f  1 / 2 → 0.5 / 2"]),
    ({}, {"f": 2.0, "g": 0.0}, [DIFFERENT.format("0 / 0", "2 / 4"), "  now right: f", "  new: g"]),
    ({"relu": 2.0}, {}, [DIFFERENT.format("2 / 2", "0 / 0"), "  gone: relu"]),
    (
        {"relu": 2.0, "tanh": 0.0, "gelu": 0.0},
        {"relu": 0.0, "tanh": 2.0, "gelu": 0.0},
        [SAME.format("2 / 6"), "  now right: tanh", "  no longer right: relu"],
    ),
]


@pytest.mark.parametrize(("before", "after", "lines"), CHANGES)
def test_what_has_changed(before: dict[str, float], after: dict[str, float], lines: list[str]) -> None:
    """Points, and the functions behind them."""
    found = change_lines(result(activations=before), result(activations=after), Screen())
    assert [line.plain for line in found] == lines


def test_without_utf8_the_arrow_is_ascii() -> None:
    """As everything else of ours."""
    found = change_lines(result(a={"f": 0.0}), result(a={"f": 1.0}), Screen(unicode=False))
    assert all(line.plain.isascii() for line in found)


def test_a_name_of_two_exercises() -> None:
    """It is told which one is meant."""
    before, after = result(a={"f": 0.0}, b={"f": 2.0}), result(a={"f": 2.0}, b={"f": 2.0})
    assert [line.plain for line in change_lines(before, after, Screen())][1] == "  now right: f (a)"
