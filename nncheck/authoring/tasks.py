"""What the processes of a selfcheck do. Exercises come as paths: their formulas cannot be sent."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from nncheck.authoring.findings import Proof, Verdict
from nncheck.authoring.grading import Bench
from nncheck.authoring.outcomes import Solution
from nncheck.authoring.proof import proof
from nncheck.cases.provide import Provider
from nncheck.reference.store import default_store
from nncheck.spec.exercise import Exercise
from nncheck.spec.load import load_exercise

SEED = 0

_exercise = cache(load_exercise)


def prepare(source: Path) -> None:
    """Build the cases of all functions of an exercise, so that they lie in the cache."""
    exercise = _exercise(source)
    _provider().bundles(exercise, tuple(exercise.functions))


def prove(source: Path, name: str) -> Proof:
    """What the cases of one function prove."""
    exercise = _exercise(source)
    (bundle,) = _provider().bundles(exercise, (name,)).values()
    return proof(exercise, exercise.functions[name], bundle)


def grade(sources: Sequence[Path], solutions: Sequence[Solution]) -> list[Verdict]:
    """What becomes of a share of the solutions."""
    exercises: dict[str, Exercise] = {each.name: each for each in map(_exercise, sources)}
    with Bench(exercises) as bench:
        return [bench.verdict(each) for each in solutions]


def _provider() -> Provider:
    return Provider(default_store(), SEED)
