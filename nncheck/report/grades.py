"""Results -> one grade a student: of several files, for each exercise the best one counts."""

from collections.abc import Iterable, Iterator, Mapping
from math import fsum

from nncheck.records import FunctionResult, Record, Status, SubmissionResult
from nncheck.report.plain import plain
from nncheck.report.students import Student

_REASONS = 300  # characters of a list of reasons


class Part(Record, frozen=True, kw_only=True):
    """What a student has for one exercise."""

    score: float
    max_score: float
    reasons: tuple[str, ...] = ()


class Grade(Record, frozen=True, kw_only=True):
    """What a student has in all."""

    student: Student
    score: float
    max_score: float
    reasons: tuple[str, ...]

    @property
    def feedback(self) -> str:
        """Why points were lost, on one line; "" where none were."""
        return plain("; ".join(self.reasons), _REASONS)


def grades(results: Iterable[SubmissionResult], students: Mapping[str, Student]) -> list[Grade]:
    """A grade for every student, in the order in which they first appear."""
    found: dict[tuple[str, str], dict[str, Part]] = {}
    who: dict[tuple[str, str], Student] = {}
    for result in results:
        student = students[result.submission]
        who.setdefault(student.identity, student)
        parts = found.setdefault(student.identity, {})
        for name, part in _parts(result):
            if name not in parts or _rank(part) > _rank(parts[name]):
                parts[name] = part
    return [_total(who[identity], parts) for identity, parts in found.items()]


def lost_in(function: FunctionResult) -> list[str]:
    """The checks of a function that cost points."""
    return [check.check for check in function.checks if check.score < check.max_score]


def misconceptions(function: FunctionResult) -> dict[str, str]:
    """The mistakes that were named in a function: number -> title."""
    return {named.id: named.title for check in function.checks for named in check.misconceptions}


def _parts(result: SubmissionResult) -> Iterator[tuple[str, Part]]:
    """Exercise by exercise; a file that could not be graded is one part without a name."""
    for exercise in result.exercises:
        reasons = tuple(reason for each in exercise.functions if (reason := _reason(each)))
        yield (
            exercise.exercise,
            Part(score=exercise.score, max_score=exercise.max_score, reasons=reasons),
        )
    if not result.exercises:
        yield "", Part(score=result.score, max_score=result.max_score, reasons=result.notes[:1])


def _reason(function: FunctionResult) -> str:
    failed = [check.check for check in function.checks if check.status is Status.FAILED]
    lost = failed or lost_in(function)
    if not lost:
        return ""
    named = "".join(f" [{number} {title}]" for number, title in misconceptions(function).items())
    return f"{function.function}: {', '.join(dict.fromkeys(lost))}{named}"


def _rank(part: Part) -> tuple[float, float]:
    return part.score, -part.max_score


def _total(student: Student, parts: dict[str, Part]) -> Grade:
    if len(parts) > 1:
        parts.pop("", None)  # another file of theirs could be graded
    return Grade(
        student=student,
        score=fsum(each.score for each in parts.values()),
        max_score=fsum(each.max_score for each in parts.values()),
        reasons=tuple(reason for each in parts.values() for reason in each.reasons),
    )


def possible(found: Iterable[Grade]) -> float:
    """The points that can be had: the most that anybody could have had."""
    return max((each.max_score for each in found), default=0.0)
