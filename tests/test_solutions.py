"""Every file of solutions/ gets the result that it is filed under.

`nncheck selfcheck`, which `make test` runs, grades all of them in this very way, and this a few of each kind.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nncheck.authoring.grading import Bench
from nncheck.authoring.outcomes import KINDS, Solution, find_solutions
from nncheck.pipeline import Grader
from nncheck.spec import load_exercises
from nncheck.submission import read_submission

FOLDER = Path(__file__).resolve().parent.parent / "solutions"
EXERCISES = load_exercises()
SOLUTIONS = [solution for name in EXERCISES for solution in find_solutions(FOLDER, name)]
FEW = {"right": 6, "naive": 2, "hostile": 6, "wrong": 60}  # one in so many
GRADED = [
    each for kind, step in FEW.items() for each in [one for one in SOLUTIONS if one.kind == kind][::step]
]


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    """Graders that all files share."""
    with Bench(EXERCISES) as bench:
        yield bench


@pytest.mark.parametrize("solution", GRADED, ids=lambda each: f"{each.exercise}/{each.kind}/{each.path.name}")
def test_a_solution_gets_its_result(bench: Bench, solution: Solution) -> None:
    """Right: full marks. Naive: stability lost. Wrong: fails as stated. Hostile: costs its own points."""
    verdict = bench.verdict(solution)
    if verdict.needs_torch:
        pytest.skip("torch is not installed")
    assert verdict.problems == ()


def test_every_exercise_has_solutions() -> None:
    """No exercise goes without right, wrong and hostile ones; each kind of file is known, and tried."""
    assert set(FEW) == set(KINDS)
    for name in EXERCISES:
        kinds = {each.kind for each in SOLUTIONS if each.exercise == name}
        assert {"right", "wrong", "hostile"} <= kinds
        assert {path.name for path in (FOLDER / name).iterdir() if path.is_dir()} <= set(KINDS)


@pytest.mark.parametrize("backend", ["numpy", "torch"])
def test_a_whole_course_gets_full_marks(grader: Grader, backend: str) -> None:
    """One file that defines every function of every exercise: nothing is missing, nothing is lost."""
    result = grader.grade(read_submission(FOLDER / f"whole_course_{backend}.py"))
    assert [each.exercise for each in result.exercises] == list(EXERCISES)
    assert [each.not_attempted for each in result.exercises] == [()] * len(EXERCISES)
    assert result.score == result.max_score == sum(each.points for each in EXERCISES.values())
    assert result.notes == ()
