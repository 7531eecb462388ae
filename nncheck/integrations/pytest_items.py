"""A graded submission -> pytest's items: one for each check."""

from collections.abc import Iterator, Sequence
from os.path import abspath
from pathlib import Path
from typing import Any

import pytest

from nncheck.api import Grader, as_submission
from nncheck.errors import GraderError, SpecError, UsageError
from nncheck.integrations.pytest_plugin import EXERCISES, FOLDERS
from nncheck.records import CheckResult, Environment, Status, Submission, SubmissionResult
from nncheck.report.failure import check_lines, check_name
from nncheck.report.plain import plain
from nncheck.report.scores import points
from nncheck.report.screen import Screen
from nncheck.report.text import ISOLATION, laid_out
from nncheck.selection import Selection
from nncheck.spec import load_exercises

SCREEN = Screen()
LONGEST = 4096  # characters of a path


class BrokenPromise(Exception):
    """A check that failed; pytest shows what the report would show."""


class NotJudged(Exception):
    """A check that nncheck failed to judge."""


class Grading:
    """The plugin of a run that grades: submissions become items, and their points are told at the end."""

    def __init__(self, config: pytest.Config, paths: Sequence[Path]):
        self._exercises: list[str] = config.getoption(EXERCISES)
        self._folders = [Path(abspath(folder)) for folder in config.getoption(FOLDERS)]
        try:  # now: what is raised in the workers of pytest-xdist is not shown
            self._submissions = {Path(abspath(path)): _read(path) for path in paths}
            if self._exercises or self._folders:
                Selection(load_exercises(self._folders), self._exercises, ())
        except (UsageError, SpecError) as error:
            raise pytest.UsageError(f"nncheck: {plain(str(error))}") from None
        self._results: list[SubmissionResult] = []
        self._environment: Environment | None = None

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, session: pytest.Session, items: list[pytest.Item]) -> None:
        """Add the checks, before others choose among the items."""
        with Grader(exercises=self._exercises, folders=self._folders) as grader:
            for path, submission in self._submissions.items():
                result = self._graded(grader, submission)
                self._results.append(result)
                items.extend(session.genitems(Graded.from_parent(session, path=path, result=result)))

    def _graded(self, grader: Grader, submission: Submission) -> SubmissionResult:
        """What a grader process finds out; nothing of the submission is run or imported here."""
        try:
            result = grader.grade(submission)
            self._environment = grader.environment
        except GraderError as error:
            return SubmissionResult(
                submission=submission.name, sha256=submission.sha256, score=0.0, max_score=0.0,
                exercises=(), notes=(f"nncheck itself failed: {error}",),
            )  # fmt: skip
        return result

    def pytest_terminal_summary(self, terminalreporter: "pytest.TerminalReporter") -> None:
        """Points, remarks on the files, and how they were held."""
        if self._environment is None:  # graded by the workers of pytest-xdist
            return
        terminalreporter.section("nncheck")
        for result in self._results:
            score = f"{points(result.score)} / {points(result.max_score)}"
            terminalreporter.line(f"{result.submission}  {score}")
            for note in result.notes:
                terminalreporter.line(f"  {plain(note)}")
        level = self._environment.isolation.level
        terminalreporter.line(ISOLATION.get(level, f"isolation {level}"))


def _read(path: Path) -> Submission:
    """The submission in a file, whose name pytest will print as it is."""
    name = plain(str(path), LONGEST)
    if name != str(path):
        raise UsageError(f"{name} has characters in its name that a terminal or a log could obey; rename it")
    return as_submission(path, name)


class Graded(pytest.File):
    """A submission. It is a file to pytest, but nobody opens it again."""

    def __init__(self, *, result: SubmissionResult, **options: Any):
        super().__init__(**options)
        self._result = result

    def collect(self) -> Iterator[pytest.Collector]:
        """Its exercises."""
        if not self._result.exercises:
            raise self.CollectError("; ".join(map(plain, self._result.notes)))
        for exercise in self._result.exercises:
            yield Part.from_parent(
                self,
                name=exercise.exercise,
                parts={function.function: function.checks for function in exercise.functions},
            )


class Part(pytest.Collector):
    """An exercise with its functions' checks, or a function with its checks."""

    def __init__(self, *, parts: Any, **options: Any):
        super().__init__(**options)
        self._parts = parts

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        """Functions, or checks."""
        if isinstance(self._parts, dict):
            for name, checks in self._parts.items():
                yield Part.from_parent(self, name=name, parts=checks)
        else:
            for check in self._parts:
                yield Check.from_parent(self, name=check_name(check), check=check)


class Check(pytest.Item):
    """A check with its result, which pytest takes note of."""

    def __init__(self, *, check: CheckResult, **options: Any):
        super().__init__(**options)
        self._check = check
        self.user_properties += [("score", check.score), ("max_score", check.max_score)]
        if check.status is Status.SKIPPED:
            self.add_marker(pytest.mark.skip(reason=self._said()))

    def setup(self) -> None:
        """What nncheck could not judge is an error, and not the student's failure."""
        if self._check.status is Status.ERROR:
            raise NotJudged(self._said())

    def runtest(self) -> None:
        """Fail where the check failed: it was made before."""
        if self._check.status is Status.FAILED:
            raise BrokenPromise(self._said())

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What `nncheck grade` prints for the check."""
        if isinstance(excinfo.value, NotJudged):
            return str(excinfo.value)
        if not isinstance(excinfo.value, BrokenPromise):
            return super().repr_failure(excinfo, style)
        assert self.parent is not None
        return laid_out(check_lines(self.parent.name, self._check, SCREEN.columns), SCREEN).rstrip("\n")

    def reportinfo(self) -> tuple[Path, int, str]:
        """The line of the submission to look at, counted from 0; the first one of a notebook."""
        location = self._check.location
        line = location.line - 1 if location is not None and location.cell == self.path.name else 0
        return self.path, line, ".".join(node.name for node in self.listchain()[2:])

    def _said(self) -> str:
        return plain(self._check.message or self._check.promise)
