"""Points are shared by weight among the checks that could be judged."""

from collections.abc import Sequence

import pytest

from nncheck.judge.plan import Check
from nncheck.records import CheckResult, Status
from nncheck.scoring import Judged, scored

P, F, S, E = Status.PASSED, Status.FAILED, Status.SKIPPED, Status.ERROR


def judged(name: str, weight: float, status: Status, counts: bool = True, credit: float = 0.0) -> Judged:
    """A check that came to something."""
    check = Check(name=name, kind="reference", promise="p", weight=weight)
    result = CheckResult(
        check=name, kind="reference", device="cpu", status=status, promise="p", score=0.0, max_score=0.0
    )
    return Judged(check=check, result=result, counts=counts, credit=credit)


ROWS: list[tuple[str, Sequence[Judged], float, float, list[tuple[float, float]]]] = [
    ("all passed", [judged("values", 4, P), judged("a", 1, P)], 10.0, 10.0, [(8, 8), (2, 2)]),
    ("by weight", [judged("values", 4, P), judged("a", 1, F)], 8.0, 10.0, [(8, 8), (0, 2)]),
    ("nothing passed", [judged("values", 4, F), judged("a", 1, F)], 0.0, 10.0, [(0, 8), (0, 2)]),
    (
        "wrong values: a quarter at most",
        [judged("values", 1, F), judged("a", 2, P), judged("b", 1, P)],
        2.5,
        10.0,
        [(0, 2.5), (5 / 3, 5), (5 / 6, 2.5)],
    ),
    (
        "wrong values: less than a quarter stays",
        [judged("values", 4, F), judged("a", 1, P)],
        2.0,
        10.0,
        [(0, 8), (2, 2)],
    ),
    (
        "skipped for hardware: as if absent",
        [judged("values", 4, P), judged("torch", 1, S, counts=False)],
        10.0,
        10.0,
        [(10, 10), (0, 0)],
    ),
    (
        "error: as if absent",
        [judged("values", 4, P), judged("a", 1, E, counts=False)],
        10.0,
        10.0,
        [(10, 10), (0, 0)],
    ),
    (
        "skipped for a prerequisite: scores 0",
        [judged("values", 4, P), judged("slope", 1, S)],
        8.0,
        10.0,
        [(8, 8), (0, 2)],
    ),
    (
        "values in error: no ceiling",
        [judged("values", 4, E, counts=False), judged("a", 1, P)],
        10.0,
        10.0,
        [(0, 0), (10, 10)],
    ),
    ("nothing could be judged", [judged("values", 4, S, counts=False)], 0.0, 0.0, [(0, 0)]),
    (
        "partial credit for a convention",
        [judged("values", 4, F, credit=0.5), judged("a", 1, P)],
        6.0,
        10.0,
        [(4, 8), (2, 2)],
    ),
]


@pytest.mark.parametrize(
    ("checks", "score", "maximum", "points"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_points(
    checks: Sequence[Judged], score: float, maximum: float, points: list[tuple[float, float]]
) -> None:
    """The function's score, its maximum, and the points of every check."""
    result = scored("f", 10.0, checks)
    assert (result.score, result.max_score) == (pytest.approx(score), maximum)
    assert [(each.score, each.max_score) for each in result.checks] == [
        pytest.approx(pair) for pair in points
    ]
    assert sum(each.score for each in result.checks) == pytest.approx(result.score)
    assert sum(each.max_score for each in result.checks) == pytest.approx(result.max_score)


@pytest.mark.parametrize("number", [3, 7, 11, 13, 49])
def test_full_marks_are_not_a_digit_short(number: int) -> None:
    """All passed is the maximum exactly, whatever the shares round to."""
    result = scored("f", 0.7, [judged(str(i), 1, P) for i in range(number)])
    assert result.score == result.max_score == 0.7
