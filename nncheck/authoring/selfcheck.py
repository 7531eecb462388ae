"""Exercises and solutions -> findings: do the cases tell right from wrong, and can every check fail?"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from nncheck.authoring.findings import ERROR, NOTE, Finding, Proof, Verdict
from nncheck.authoring.outcomes import KINDS, Solution, find_solutions
from nncheck.authoring.power import MOST_FALSE_FAILURES
from nncheck.authoring.tasks import grade, prepare, prove
from nncheck.heap import collect_seldom
from nncheck.spec.exercise import Exercise

MOST_PROCESSES = 8


def selfcheck(
    exercises: dict[str, Exercise],
    names: Sequence[str],
    solutions: Path | None,
    on_progress: Callable[[str], None],
) -> list[Finding]:
    """What is wrong with the named exercises, after a note on what was looked at.

    Raises SpecError where the cases of an exercise cannot be built.
    """
    chosen = [exercises[name] for name in names]
    found = [each for name in names for each in (find_solutions(solutions, name) if solutions else [])]
    jobs = min(
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        MOST_PROCESSES,
    )
    with ProcessPoolExecutor(jobs, get_context("spawn"), initializer=collect_seldom) as pool:
        proofs, verdicts = _run(pool, jobs, chosen, found, on_progress)
    return [
        finding
        for exercise in chosen
        for finding in _findings(
            exercise, proofs[exercise.name], [each for each in verdicts if each.exercise == exercise.name]
        )
    ]


def _run(
    pool: Executor,
    jobs: int,
    chosen: Sequence[Exercise],
    solutions: Sequence[Solution],
    on_progress: Callable[[str], None],
) -> tuple[dict[str, dict[str, Proof]], list[Verdict]]:
    """All work, in processes that read the exercise files by themselves."""
    sources = tuple(exercise.source for exercise in chosen)
    on_progress("building the cases")
    list(pool.map(prepare, sources))
    shares = [
        pool.submit(grade, sources, solutions[first::jobs]) for first in range(jobs if solutions else 0)
    ]
    proving = {
        (each.name, name): pool.submit(prove, each.source, name) for each in chosen for name in each.functions
    }
    proofs: dict[str, dict[str, Proof]] = {each.name: {} for each in chosen}
    for (exercise, function), proof in proving.items():
        on_progress(f"{exercise}.{function}")
        proofs[exercise][function] = proof.result()
    on_progress("grading the solutions")
    return proofs, _in_order(shares, len(solutions))


def _in_order(shares: Sequence[Future[list[Verdict]]], size: int) -> list[Verdict]:
    """The verdicts of all shares in the order of the solutions."""
    parts = [iter(share.result()) for share in shares]
    return [next(parts[position % len(parts)]) for position in range(size)]


def _findings(
    exercise: Exercise, proofs: Mapping[str, Proof], verdicts: Sequence[Verdict]
) -> Iterator[Finding]:
    yield _note(exercise, proofs, verdicts)
    false = sum(proof.false_failures for proof in proofs.values())
    if false > MOST_FALSE_FAILURES:
        message = f"right answers may fail with a probability of {false:.1g}; draw fewer samples"
        yield Finding(exercise=exercise.name, function="", severity=ERROR, message=message)
    for name, proof in proofs.items():
        yield from proof.findings
        by_solutions = {check for each in verdicts for function, check in each.tripped if function == name}
        for check in proof.checks:
            if check not in proof.tripped | by_solutions:
                message = f"nothing trips the check {check!r}; add a wrong solution that does, or drop it"
                yield Finding(exercise=exercise.name, function=name, severity=ERROR, message=message)
    for each in verdicts:
        for problem in each.problems:
            yield Finding(
                exercise=exercise.name, function="", severity=ERROR, message=f"{each.name}: {problem}"
            )
    if any(proof.torch_missing for proof in proofs.values()):
        message = "not compared with torch, which is not installed: pip install 'nncheck[torch]'"
        yield Finding(exercise=exercise.name, function="", severity=NOTE, message=message)
    without_torch = [each.name for each in verdicts if each.needs_torch]
    if without_torch:
        message = f"not graded, because torch is not installed: {', '.join(without_torch)}"
        yield Finding(exercise=exercise.name, function="", severity=NOTE, message=message)


def _note(exercise: Exercise, proofs: Mapping[str, Proof], verdicts: Sequence[Verdict]) -> Finding:
    """The numbers of one exercise."""
    each = proofs.values()
    chance = sum(proof.false_failures for proof in each)
    counts = [
        f"{len(proofs)} functions",
        f"{sum(len(proof.checks) for proof in each)} checks",
        f"{sum(proof.cases for proof in each)} cases",
        f"{sum(proof.misconceptions for proof in each)} misconceptions told apart",
        f"{sum(proof.rejected for proof in each)} mutants rejected",
        f"{sum(proof.equivalent for proof in each)} equivalent",
        *([f"right answers fail by chance at most once in {1 / chance:.0e} gradings"] if chance else []),
        "solutions: " + (", ".join(_counted(verdicts)) or "none"),
    ]
    return Finding(exercise=exercise.name, function="", severity=NOTE, message="; ".join(counts))


def _counted(verdicts: Sequence[Verdict]) -> Iterator[str]:
    for kind in KINDS:
        good = [each for each in verdicts if each.kind == kind and not each.problems and not each.needs_torch]
        if any(each.kind == kind for each in verdicts):
            yield f"{len(good)} {kind}"
