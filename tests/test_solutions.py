"""Every file of solutions/ gets the result that it is filed under."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nncheck.authoring.grading import Bench
from nncheck.authoring.outcomes import KINDS, Solution, find_solutions
from nncheck.spec import load_exercises

FOLDER = Path(__file__).resolve().parent.parent / "solutions"
EXERCISES = load_exercises()
SOLUTIONS = [solution for name in EXERCISES for solution in find_solutions(FOLDER, name)]


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    """Graders that all files share."""
    with Bench(EXERCISES) as bench:
        yield bench


@pytest.mark.parametrize(
    "solution", SOLUTIONS, ids=lambda each: f"{each.exercise}/{each.kind}/{each.path.name}"
)
def test_a_solution_gets_its_result(bench: Bench, solution: Solution) -> None:
    """Right: full marks. Naive: stability lost. Wrong: fails as stated. Hostile: costs its own points."""
    verdict = bench.verdict(solution)
    if verdict.needs_torch:
        pytest.skip("torch is not installed")
    assert verdict.problems == ()


def test_every_exercise_has_solutions() -> None:
    """No exercise goes without right, wrong and hostile solutions, and every file lies in a known folder."""
    for name in EXERCISES:
        kinds = {each.kind for each in SOLUTIONS if each.exercise == name}
        assert {"right", "wrong", "hostile"} <= kinds
        assert {path.name for path in (FOLDER / name).iterdir() if path.is_dir()} <= set(KINDS)
