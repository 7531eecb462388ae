"""Report -> CSV: a row for each submission and function, for a spreadsheet or a script."""

from collections.abc import Iterable, Iterator, Mapping

from nncheck.records import FunctionResult, Report, SubmissionResult
from nncheck.report.cells import lines
from nncheck.report.grades import lost_in, misconceptions
from nncheck.report.plain import plain
from nncheck.report.scores import points
from nncheck.report.screen import Screen
from nncheck.report.students import Student, students

COLUMNS = (
    *("submission", "student", "exercise", "function", "score", "max_score", "percent"),
    *("lost_points_in", "misconceptions"),
)
DIGITS = 6  # of a score, as in the JSON report


def render(report: Report, screen: Screen | None = None) -> str:
    """The report's table."""
    return "".join(pieces(report, screen))


def pieces(report: Report, screen: Screen | None = None) -> Iterator[str]:
    """The same, a row at a time."""
    return table(report.submissions, students([each.submission for each in report.submissions]))


def table(results: Iterable[SubmissionResult], who: Mapping[str, Student]) -> Iterator[str]:
    """A heading and the rows of all submissions; one that could not be graded has one, which says why."""
    return lines(_rows(results, who))


def _rows(results: Iterable[SubmissionResult], who: Mapping[str, Student]) -> Iterator[tuple[object, ...]]:
    yield COLUMNS
    for result in results:
        start = plain(result.submission), plain(who[result.submission].name)
        for exercise in result.exercises:
            yield from ((*start, exercise.exercise, *_function(each)) for each in exercise.functions)
        if not result.exercises:
            reason = plain(" ".join(result.notes[:1]))
            yield *start, "", "", *_score(result.score, result.max_score), reason, ""


def _function(result: FunctionResult) -> tuple[object, ...]:
    lost = dict.fromkeys(lost_in(result))
    scores = _score(result.score, result.max_score)
    return result.function, *scores, "; ".join(lost), "; ".join(misconceptions(result))


def _score(score: float, most: float) -> tuple[object, object, str]:
    return round(score, DIGITS), round(most, DIGITS), points(100 * score / most if most > 0 else 0.0)
