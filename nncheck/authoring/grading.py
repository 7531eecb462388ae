"""Solutions -> verdicts: every file is graded as a student's would be."""

from contextlib import ExitStack
from typing import Self

import msgspec

from nncheck.authoring.findings import Verdict
from nncheck.authoring.outcomes import Solution, problems, statement
from nncheck.errors import UsageError
from nncheck.pipeline import Grader, Settings
from nncheck.records import Limits, Status, SubmissionResult
from nncheck.reference.versions import version
from nncheck.spec.exercise import Exercise
from nncheck.submission import read_submission, uses_torch

LIMITS = Limits(
    call_cpu_seconds=2.0, call_wall_seconds=6.0
)  # honest calls take milliseconds, hanging ones all of it


class Bench:
    """Grades solutions one by one; explains failures only where a diagnosis is stated, to save time.

    On the CPU, unless told otherwise: a GPU takes seconds for each torch solution.
    """

    def __init__(self, exercises: dict[str, Exercise], limits: Limits = LIMITS, device: str = "cpu"):
        self._exercises, self._limits, self._device = exercises, limits, device
        self._graders: dict[bool, Grader] = {}
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._stack.close()

    def verdict(self, solution: Solution) -> Verdict:
        """What became of a solution."""
        name = f"{solution.kind}/{solution.path.name}"
        try:
            submission = read_submission(solution.path)
        except UsageError as problem:
            return Verdict(
                exercise=solution.exercise, kind=solution.kind, name=name, problems=(str(problem),)
            )
        if uses_torch(submission) and version("torch") is None:
            return Verdict(exercise=solution.exercise, kind=solution.kind, name=name, needs_torch=True)
        stated = statement(submission)
        alone = msgspec.structs.replace(submission, only=(solution.exercise,))
        result = self._grader(bool(stated.diagnosis)).grade(alone)
        return Verdict(
            exercise=solution.exercise,
            kind=solution.kind,
            name=name,
            problems=tuple(problems(solution, stated, result)),
            tripped=_failed(result),
        )

    def _grader(self, explain: bool) -> Grader:
        if explain not in self._graders:
            # the simplest inputs are for people: nobody reads these reports
            settings = Settings(explain=explain, simplify=False, limits=self._limits, device=self._device)
            self._graders[explain] = self._stack.enter_context(Grader(self._exercises, settings))
        return self._graders[explain]


def _failed(result: SubmissionResult) -> frozenset[tuple[str, str]]:
    return frozenset(
        (function.function, check.check)
        for exercise in result.exercises
        for function in exercise.functions
        for check in function.checks
        if check.status == Status.FAILED
    )
