"""Report -> annotations for GitHub: one for each function that lost points, at its line.

GitHub shows ten errors and ten warnings of a step, so that one for each check would hide most functions.
"""

from collections.abc import Iterator

from nncheck.records import FunctionResult, Report, Status, SubmissionResult
from nncheck.report.failure import check_name, failures, first_failure
from nncheck.report.items import Item, details, items, line_of, remarks, sentence, ungraded
from nncheck.report.job_summary import markdown
from nncheck.report.plain import plain
from nncheck.report.scores import points
from nncheck.report.screen import Screen
from nncheck.report.workflow import command

__all__ = ["pieces", "render", "summary"]

summary = markdown  # of the same report, for the page of the job


def render(report: Report, screen: Screen | None = None) -> str:
    """All annotations."""
    return "".join(pieces(report, screen))


def pieces(report: Report, screen: Screen | None = None) -> Iterator[str]:
    """The same, one at a time; the score of each submission comes last."""
    for result in report.submissions:
        yield from _submission(result)


def _submission(result: SubmissionResult) -> Iterator[str]:
    file = result.submission
    if reason := ungraded(result):
        yield command("error", "not graded", reason, file)
    for exercise in result.exercises:
        for function in exercise.functions:
            yield from _function(file, exercise.exercise, function)
    for item in items(result):
        if item.check.status is Status.ERROR:
            yield command("warning", item.name, sentence(item.check), file)
    for remark in remarks(result):
        yield command("warning", "note", remark, file)
    score = f"{points(result.score)} of {points(result.max_score)} points"
    yield command("notice", "nncheck", plain(f"{file}: {score}"), file)


def _function(file: str, exercise: str, function: FunctionResult) -> Iterator[str]:
    shown = first_failure(function)
    if shown is None:
        return
    others = [check_name(check) for check in failures(function) if check is not shown]
    message = details(Item(exercise=exercise, function=function.function, check=shown))
    if others:
        message += f"\n\nalso failed: {', '.join(others)}"
    title = f"{function.function}: {points(function.score)} of {points(function.max_score)} points"
    yield command("error", title, message, file, line_of(file, shown.location))
