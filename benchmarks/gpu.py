"""Every right, naive and wrong solution on a GPU: prints the table for docs/gpu.md.

    python benchmarks/gpu.py [EXERCISE...]

Exit code 1 when any solution has another result than its folder says, or when a check on the GPU was skipped
that should not have been; 2 where there is no GPU.
"""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from nncheck.authoring.outcomes import Solution, find_solutions, problems, statement
from nncheck.devices import cuda_missing
from nncheck.pipeline import Grader, Settings
from nncheck.records import CheckResult, Record, Status, SubmissionResult
from nncheck.reference.versions import version
from nncheck.spec.load import load_exercises
from nncheck.submission import read_submission

SOLUTIONS = Path(__file__).resolve().parent.parent / "solutions"
KINDS = ("right", "naive", "wrong")
TELL = """
import torch
made = torch.cuda.get_device_properties(0)
print(f"{made.name}, compute capability {made.major}.{made.minor}, {made.total_memory / 2**30:.0f} GiB")
print(torch.version.cuda)
"""
DRIVER = Path("/proc/driver/nvidia/version")


class Row(Record, frozen=True, kw_only=True):
    """What became of one solution."""

    solution: Solution
    problems: tuple[str, ...]
    on_gpu: dict[str, int]  # how many checks on the GPU came to which status


def rows(names: list[str], device: str = "cuda") -> Iterator[Row]:
    """Grade the solutions of these exercises."""
    exercises = load_exercises()
    with Grader(exercises, Settings(device=device)) as grader:
        for name in names or list(exercises):
            for solution in find_solutions(SOLUTIONS, name):
                if solution.kind in KINDS:
                    yield graded(grader, solution)
        print(f"isolation on the GPU and elsewhere, the weakest: {grader.isolation.level}", file=sys.stderr)


def graded(grader: Grader, solution: Solution) -> Row:
    """One solution, and whether it is as it is filed."""
    submission = read_submission(solution.path)
    alone = msgspec.structs.replace(submission, only=(solution.exercise,))
    result = grader.grade(alone)
    found = tuple(problems(solution, statement(submission), result))
    return Row(solution=solution, problems=found + tuple(skipped(result)), on_gpu=dict(on_gpu(result)))


def on_gpu(result: SubmissionResult) -> Counter[str]:
    """How many checks on the GPU came to which status."""
    return Counter(check.status.value for check in checks_on_gpu(result))


def skipped(result: SubmissionResult) -> Iterator[str]:
    """What the GPU was there for and did not do."""
    for check in checks_on_gpu(result):
        if check.status == Status.SKIPPED:
            yield f"{check.check} on {check.device} was skipped: {check.message}"


def checks_on_gpu(result: SubmissionResult) -> Iterator[CheckResult]:
    """All of them."""
    for exercise in result.exercises:
        for function in exercise.functions:
            yield from (check for check in function.checks if check.device != "cpu")


def described() -> list[str]:
    """The device and the versions, a line each."""
    done = subprocess.run([sys.executable, "-I", "-c", TELL], capture_output=True, text=True, check=True)
    device, cuda = done.stdout.splitlines()
    driver = DRIVER.read_text("utf-8").splitlines()[0] if DRIVER.exists() else "unknown"
    python = ".".join(map(str, sys.version_info[:3]))
    return [
        f"- device: {device}",
        f"- driver: {driver}",
        f"- CUDA {cuda}, torch {version('torch')}, numpy {version('numpy')}, Python {python}",
    ]


def table(found: list[Row]) -> Iterator[str]:
    """As Markdown: a line for each exercise and kind."""
    yield "| exercise | solutions | as filed | checks on CUDA: passed | failed | skipped | error |"
    yield "|---|---|---|---|---|---|---|"
    groups = dict.fromkeys((row.solution.exercise, row.solution.kind) for row in found)
    for exercise, kind in groups:
        group = [row for row in found if (row.solution.exercise, row.solution.kind) == (exercise, kind)]
        count = Counter[str]()
        for row in group:
            count.update(row.on_gpu)
        figures = " | ".join(str(count[status]) for status in ("passed", "failed", "skipped", "error"))
        as_filed = sum(not row.problems for row in group)
        yield f"| {exercise} | {len(group)} {kind} | {as_filed} | {figures} |"


def main(names: list[str]) -> int:
    """Grade and print."""
    if missing := cuda_missing():
        print(f"nothing to do: {missing}", file=sys.stderr)
        return 2
    found = list(rows(names))
    print("\n".join([*described(), "", *table(found)]))
    wrong = [row for row in found if row.problems]
    for row in wrong:
        print(f"- {row.solution.path.relative_to(SOLUTIONS)}: {'; '.join(row.problems)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
