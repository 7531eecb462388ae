"""Right solutions pass and wrong ones fail whatever the seed: counts both, over many seeds.

    python benchmarks/seeds.py --right 1000 --wrong 50 --jobs 2

Run by hand: it takes several minutes. Exit code 1 when any grading has another result than the
folder of the solution says.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from math import fsum
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

import msgspec

from nncheck.authoring.grading import LIMITS
from nncheck.authoring.outcomes import Solution, find_solutions, problems, statement
from nncheck.cases.bundle import Bundle
from nncheck.cases.process import build
from nncheck.examination import Examination
from nncheck.interview import Interview
from nncheck.records import ExerciseResult, Submission, SubmissionResult
from nncheck.reference.versions import version
from nncheck.sandbox.session import Sandbox
from nncheck.scoring import scored
from nncheck.spec import Exercise, load_exercises
from nncheck.submission import read_submission, uses_torch

SOLUTIONS = Path(__file__).resolve().parent.parent / "solutions"
DEVICES = {"cpu": "", "cuda": "the seeds are tried on the CPU"}
SHOWN = 20

Task = tuple[int, list[Solution]]  # a seed, and what is graded with it


class Seeds:
    """Grades solutions seed by seed; what all seeds share is built once."""

    def __init__(self) -> None:
        self.exercises = load_exercises()
        self.fixed: dict[str, dict[str, Bundle]] = {}
        self.sandboxes: dict[bool, Sandbox] = {}
        self.stack = ExitStack()

    def failures(self, seed: int, solutions: Sequence[Solution]) -> Iterator[str]:
        """One sentence for each solution with a result that it should not have."""
        for name in sorted({each.exercise for each in solutions}):
            bundles = self.bundles(self.exercises[name], seed)
            for solution in solutions:
                if solution.exercise == name:
                    found = self.problems(solution, bundles)
                    if found:
                        yield f"seed {seed}: {name}/{solution.kind}/{solution.path.name}: {'; '.join(found)}"

    def bundles(self, exercise: Exercise, seed: int) -> dict[str, Bundle]:
        """The cases of one seed: the shared ones and its own."""
        names = tuple(exercise.functions)
        if exercise.name not in self.fixed:
            self.fixed[exercise.name] = build(exercise, names, 0, True)
        drawn, fixed = build(exercise, names, seed, False), self.fixed[exercise.name]
        return {
            name: Bundle(cases=fixed[name].cases + drawn[name].cases, properties=drawn[name].properties)
            for name in names
        }

    def problems(self, solution: Solution, bundles: dict[str, Bundle]) -> list[str]:
        """What is not as the solution states, but for its diagnosis: nothing is explained here."""
        submission = read_submission(solution.path)
        stated = msgspec.structs.replace(statement(submission), diagnosed="none")
        result = self.graded(submission, self.exercises[solution.exercise], bundles)
        return problems(solution, stated, result)

    def graded(
        self, submission: Submission, exercise: Exercise, bundles: dict[str, Bundle]
    ) -> SubmissionResult:
        """The result for one exercise, as a grader gives it, but with these cases."""
        torch = uses_torch(submission)
        with Interview(self.sandbox(torch), submission, exercise.allowed_modules, LIMITS) as interview:
            names = [name for name in exercise.functions if interview.defines(name)]
            chosen = {name: bundles[name] for name in names}
            examination = Examination(exercise, chosen, interview, "auto", DEVICES, None)
            examination.ask_all(torch_possible=torch)
            functions = tuple(
                scored(name, exercise.functions[name].points, list(examination.judged(name)))
                for name in names
            )
        score, highest = fsum(each.score for each in functions), fsum(each.max_score for each in functions)
        result = ExerciseResult(
            exercise=exercise.name,
            score=score,
            max_score=highest,
            functions=functions,
            not_attempted=tuple(name for name in exercise.functions if name not in names),
        )
        return SubmissionResult(
            submission=submission.name,
            sha256=submission.sha256,
            score=score,
            max_score=highest,
            exercises=(result,),
        )

    def sandbox(self, torch: bool) -> Sandbox:
        """One with torch for those that need it."""
        if torch not in self.sandboxes:
            self.sandboxes[torch] = self.stack.enter_context(Sandbox(LIMITS, torch=torch))
        return self.sandboxes[torch]


def share(tasks: Sequence[Task]) -> list[str]:
    """The failures of a process's share of the seeds."""
    seeds = Seeds()
    with seeds.stack:
        return [failure for seed, solutions in tasks for failure in seeds.failures(seed, solutions)]


def report(what: str, tasks: Sequence[Task], jobs: int) -> int:
    """Grades, prints what came of it, and returns how many results are not as they should be."""
    start = perf_counter()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        shares = pool.map(share, [tasks[first::jobs] for first in range(jobs)])
        failures = [failure for part in shares for failure in part]
    seconds = perf_counter() - start
    gradings = sum(len(solutions) for _, solutions in tasks)
    print(
        f"{what}: {gradings} gradings over {len(tasks)} seeds in {seconds:.0f} s"
        f" ({gradings / seconds:.1f} a second): {len(failures)} not as they should be"
    )
    print(*failures[:SHOWN], sep="\n", end="\n" if failures else "")
    return len(failures)


def main() -> int:
    """Both counts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--right", type=int, default=1000, help="gradings of right solutions, each with its own seed"
    )
    parser.add_argument(
        "--wrong", type=int, default=50, help="seeds with which every wrong solution is graded"
    )
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--exercise", action="append", help="only this exercise (repeatable)")
    options = parser.parse_args()
    found = [
        solution
        for name in options.exercise or load_exercises()
        for solution in find_solutions(SOLUTIONS, name)
        if version("torch") or not uses_torch(read_submission(solution.path))
    ]
    right = [each for each in found if each.kind == "right"]
    wrong = [each for each in found if each.kind == "wrong"]
    cycled = [(seed, [right[seed % len(right)]]) for seed in range(options.right)]
    bad = report("right", cycled, options.jobs)
    bad += report("wrong", [(seed, wrong) for seed in range(options.wrong)], options.jobs)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
