"""One submission's result -> the student's page."""

from collections.abc import Mapping
from functools import partial
from pathlib import PurePath
from typing import Any

from nncheck.language.language import ENGLISH, Language
from nncheck.language.results import translated
from nncheck.pages.frame import page, trusted
from nncheck.pages.mathml import formula_mathml
from nncheck.pages.student_code import Excerpt, excerpts
from nncheck.pages.student_curve import Picture, picture
from nncheck.pages.student_failure import Failure, failure
from nncheck.records import (
    CheckResult,
    Environment,
    ExerciseResult,
    FunctionResult,
    Record,
    Status,
    Submission,
    SubmissionResult,
)
from nncheck.report.failure import check_name
from nncheck.report.text import ISOLATION
from nncheck.spec.exercise import Exercise


class Part(Record, frozen=True, kw_only=True):
    """A function's part of the page."""

    result: FunctionResult
    anchor: str
    status: Status
    passed: tuple[CheckResult, ...]
    skipped: tuple[tuple[str, str], ...]  # reasons, and the checks that were skipped for them
    skipped_count: int
    faults: tuple[CheckResult, ...]  # of nncheck itself
    failure: Failure | None
    picture: Picture | None
    formula: Any
    code: tuple[Excerpt, ...]


class Chapter(Record, frozen=True, kw_only=True):
    """An exercise's part of the page."""

    result: ExerciseResult
    title: str
    parts: tuple[Part, ...]


def student_page(
    result: SubmissionResult,
    environment: Environment,
    language: Language = ENGLISH,
    source: Submission | None = None,
    exercises: Mapping[str, Exercise] | None = None,
) -> str:
    """The page as one file. With the `source` it quotes the code; formulas are those of `exercises`."""
    result = translated(result, language)
    book = _Book(result, language, source, exercises or {})
    name = PurePath(result.submission)
    return page(
        "student",
        title=name.name or result.submission,
        language=language.code,
        script="student",
        styles=("student",),
        folder="" if str(name.parent) == "." else str(name.parent),
        result=result,
        chapters=[book.chapter(each) for each in result.exercises],
        environment=environment,
        isolation=language.say(ISOLATION.get(environment.isolation.level, "")),
        sentence=language.sentence,
        check_name=partial(check_name, language=language),
    )


class _Book:
    """What all parts of a page need to know."""

    def __init__(
        self,
        result: SubmissionResult,
        language: Language,
        source: Submission | None,
        exercises: Mapping[str, Exercise],
    ):
        self._submission, self._language = result.submission, language
        self._source, self._exercises = source, exercises

    def chapter(self, result: ExerciseResult) -> Chapter:
        """An exercise's part."""
        exercise = self._exercises.get(result.exercise)
        title = self._language.sentence(exercise.title) if exercise else result.exercise
        parts = tuple(self._part(each, result.exercise, exercise) for each in result.functions)
        return Chapter(result=result, title=title, parts=parts)

    def _part(self, result: FunctionResult, chapter: str, exercise: Exercise | None) -> Part:
        found, skipped = failure(result, self._submission, self._language), self._skipped(result)
        function = exercise.functions.get(result.function) if exercise else None
        faults = tuple(each for each in result.checks if each.status is Status.ERROR)
        return Part(
            result=result,
            anchor=f"{chapter}-{result.function}",
            status=Status.FAILED if found else Status.ERROR if faults else Status.PASSED,
            passed=tuple(each for each in result.checks if each.status is Status.PASSED),
            skipped=tuple((reason, ", ".join(names)) for reason, names in skipped.items()),
            skipped_count=sum(map(len, skipped.values())),
            faults=faults,
            failure=found,
            picture=picture(result.curve) if result.curve else None,
            formula=trusted(formula_mathml(function)) if function else "",
            code=self._code(result.function, found),
        )

    def _code(self, function: str, found: Failure | None) -> tuple[Excerpt, ...]:
        if self._source is None or found is None:
            return ()
        return tuple(excerpts(self._source, function, found.check.location))

    def _skipped(self, result: FunctionResult) -> dict[str, list[str]]:
        """The checks that were skipped, by reason."""
        found: dict[str, list[str]] = {}
        for check in result.checks:
            if check.status is Status.SKIPPED:
                reason = check.message or check.promise
                found.setdefault(reason, []).append(check_name(check, self._language))
        return found
