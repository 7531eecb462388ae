"""Report -> Markdown for the summary page of a job, in which no text of a student is obeyed."""

from collections.abc import Iterator
from itertools import islice

from nncheck.records import FunctionResult, Report, SubmissionResult
from nncheck.report.failure import check_name, first_failure
from nncheck.report.items import remarks, sentence, ungraded
from nncheck.report.plain import plain
from nncheck.report.scores import points

MOST_ROWS = 500  # of each table: GitHub shows nothing of a summary above 1 MiB
UNREAD = str.maketrans({"`": "'", "|": "¦"})  # what would end a code span, or a cell of a table


def markdown(report: Report) -> str:
    """A table of scores, and one of the functions that lost points."""
    scores = _table(("submission", "points", "remark"), map(_score, report.submissions))
    lost = _table(
        ("submission", "function", "points", "check", "what is wrong", "to think about"),
        (row for result in report.submissions for row in _lost(result)),
    )
    return "\n".join(["# nncheck", "", *scores, *lost])


def code(text: str) -> str:
    """The text as a code span: no link, picture, mention or tag begins in it."""
    shown = plain(text).translate(UNREAD)
    return f"`{shown}`" if shown else ""


def _table(heading: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    """The lines of a table; none where it would be empty."""
    shown = list(islice(rows, MOST_ROWS))
    for row in (heading, ("---",) * len(heading), *shown) if shown else ():
        yield f"| {' | '.join(row)} |"
    left_out = sum(1 for _ in rows)
    if left_out:
        yield f"\n{left_out:,} more rows are left out."
    yield ""


def _score(result: SubmissionResult) -> tuple[str, ...]:
    said = " ".join(remarks(result)[:1])
    return code(result.submission), _points(result), code(ungraded(result) or said)


def _lost(result: SubmissionResult) -> Iterator[tuple[str, ...]]:
    for exercise in result.exercises:
        for function in exercise.functions:
            if (shown := first_failure(function)) is not None:
                hints = " ".join(f"{each.id} {each.title}. {each.hint}" for each in shown.misconceptions)
                of = code(result.submission), code(function.function), _points(function)
                yield *of, code(check_name(shown)), code(sentence(shown)), code(hints)


def _points(result: SubmissionResult | FunctionResult) -> str:
    return f"{points(result.score)} / {points(result.max_score)}"
