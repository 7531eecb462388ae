"""Right initializers pass and wrong ones fail whatever the numbers are: counts both, over many seeds.

    python benchmarks/initializer_seeds.py --seeds 2000 --jobs 2

Run by hand: it takes a while. Our own solutions are trusted, so they are called in this process. Each seed
brings arguments and generators of its own; what all seeds share is graded by the tests. The right solutions
take turns, a seed each, or are all graded with every seed (--every-right); wrong ones are graded with every
seed. Exit code 1 when a right solution ever fails, or a wrong one ever passes.
"""

import argparse
import random
import sys
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

import numpy as np

from nncheck.authoring.outcomes import Solution, find_solutions, statement
from nncheck.authoring.rehearsal import Play, judged
from nncheck.cases import chance
from nncheck.cases.bundle import Bundle, joined
from nncheck.records import Call, Outcome, OutcomeKind, Random, Status
from nncheck.reference.versions import version
from nncheck.spec import Exercise, Function, load_exercises
from nncheck.submission import read_submission, uses_torch

SOLUTIONS = Path(__file__).resolve().parent.parent / "solutions"
EXERCISE = "initializers"
SHOWN = 20


class Loaded(NamedTuple):
    """A solution whose top level has been run."""

    solution: Solution
    functions: tuple[str, ...]  # random ones that must all pass, or that must fail
    play: Play


@cache
def bare() -> Exercise:
    """The random functions without their misconceptions, whose limits nobody needs here."""
    functions = [each for each in load_exercises()[EXERCISE].functions.values() if each.random]
    stripped = (
        Function(each.formula, each.domain, sizes=each.sizes, examples=each.examples) for each in functions
    )
    return Exercise(EXERCISE, "", tuple(stripped))


def loaded(solution: Solution) -> Loaded | None:
    """The solution, ready to be called; None without the torch it needs, or where nothing random is wrong."""
    submission = read_submission(solution.path)
    if uses_torch(submission) and version("torch") is None:
        return None
    stated = statement(submission).function
    functions = tuple(bare().functions) if solution.kind == "right" else (stated,)
    if not set(functions) <= set(bare().functions):
        return None
    namespace: dict[str, Any] = {"__name__": "submission", "print": lambda *parts: None}
    for cell in submission.cells:
        exec(compile(cell.source, str(solution.path), "exec"), namespace)
    return Loaded(solution, functions, played(namespace, uses_torch(submission)))


def played(namespace: dict[str, Any], on_torch: bool) -> Play:
    """Answers calls as a worker does, in this process."""
    make = torch_generator if on_torch else np.random.default_rng
    last: list[Any] = [None]

    def generator(argument: Any) -> Any:
        if not isinstance(argument, Random):
            return argument
        if not argument.again:
            last[0] = make(argument.seed)
        return last[0]

    def play(call: Call) -> Outcome:
        arguments = tuple(map(generator, call.arguments))
        settle(call.ambient_seed, on_torch)
        try:
            answer = namespace[call.function](*arguments)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is its outcome
            return Outcome(kind=OutcomeKind.EXCEPTION, error=type(error).__name__, message=str(error))
        array = answer.detach().numpy() if hasattr(answer, "detach") else answer
        return Outcome(kind=OutcomeKind.VALUE, value=array, inputs_after=call.arguments)

    return play


def torch_generator(seed: int) -> Any:
    """What a torch submission gets."""
    import torch

    return torch.Generator().manual_seed(seed)


def settle(seed: int, on_torch: bool) -> None:
    """The generators that are not handed over begin at one place."""
    random.seed(seed)
    np.random.seed(seed)
    if on_torch:
        torch_generator(seed)
        sys.modules["torch"].manual_seed(seed)


def fails(each: Loaded, name: str, own: Bundle, shared: Bundle) -> str:
    """The first check that a function fails on the drawings of a seed; if it is wrong and passes, on all."""
    bundles = [own] if each.solution.kind == "right" else [first_of(own), joined(shared, own)]
    for bundle in bundles:
        for result in judged(bare(), name, {name: bundle}, each.play):
            if result.status == Status.FAILED:
                return f"{result.check}: {result.message}"
    return ""


def first_of(bundle: Bundle) -> Bundle:
    """One drawing, which is enough for nearly every mistake."""
    return Bundle(cases=(), drawings=bundle.drawings[:1])


def share(seeds: Sequence[int], every_right: bool) -> Iterator[tuple[str, str]]:
    """(kind of a result, what it is about) for every grading of a share of the seeds."""
    warnings.simplefilter("ignore")  # what wrong solutions compute
    exercise = bare()
    shared = {name: chance.fixed(exercise, each) for name, each in exercise.functions.items()}
    files = [each for each in find_solutions(SOLUTIONS, EXERCISE) if each.kind in ("right", "wrong")]
    wanted = [each for each in map(loaded, files) if each]
    right = [each for each in wanted if each.solution.kind == "right"]
    results = []
    for seed in seeds:
        own = {name: chance.drawn(exercise, each, seed) for name, each in exercise.functions.items()}
        on_turn = right if every_right else [right[seed % len(right)]]
        for each in [*on_turn, *(one for one in wanted if one not in right)]:
            failures = [fails(each, name, own[name], shared[name]) for name in each.functions]
            kind = f"{each.solution.kind} {'failed' if any(failures) else 'passed'}"
            told = "; ".join(filter(None, failures))
            results.append((kind, f"seed {seed}: {each.solution.path.name}: {told}"))
    return iter(results)


def gathered(seeds: Sequence[int], every_right: bool) -> list[tuple[str, str]]:
    """What one process finds."""
    return list(share(seeds, every_right))


def main() -> int:
    """Counts, and what is not as it should be."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seeds", type=int, default=2000, help="every solution is graded with each")
    parser.add_argument("--first", type=int, default=0, help="the first of them")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument(
        "--every-right", action="store_true", help="grade every right solution with each seed"
    )
    options = parser.parse_args()
    seeds = range(options.first, options.first + options.seeds)
    start = perf_counter()
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
        shares = [seeds[first :: options.jobs] for first in range(options.jobs)]
        parts = list(pool.map(gathered, shares, [options.every_right] * options.jobs))
    results = [result for part in parts for result in part]
    counts = Counter(kind for kind, _ in results)
    print(f"{len(seeds)} seeds in {perf_counter() - start:.0f} s:", dict(sorted(counts.items())))
    bad = [what for kind, what in results if kind in ("right failed", "wrong passed")]
    print(*bad[:SHOWN], sep="\n", end="\n" if bad else "")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
