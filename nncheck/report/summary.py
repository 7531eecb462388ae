"""Several submissions -> one line each: score, and what to look at first."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from nncheck.language.language import Language
from nncheck.records import FunctionResult, Status, SubmissionResult
from nncheck.report.failure import on_one_line
from nncheck.report.plain import plain
from nncheck.report.scores import percent, points, reaches
from nncheck.report.screen import Screen
from nncheck.report.styles import BAD, DIM, GOOD, STRONG

SCORE = 13  # columns
NAME_SHARE = 0.4  # of the width, at most, for the names of the files


class Row(NamedTuple):
    """What the table says of a submission: the results themselves may be too many to be held."""

    name: str
    score: str
    percent: float
    reason: str
    style: str


def summary_lines(results: Sequence[SubmissionResult], screen: Screen) -> Iterator[Text]:
    """The table, with a heading and the mean."""
    say = screen.language.say
    rows = [_row(result, screen.language) for result in results]
    width = min(max(cell_len(row.name) for row in rows), int(screen.columns * NAME_SHARE))
    width = max(width, cell_len(say("submission")))
    name, score = _fitted(say("submission"), width), _to_the_right(say("score"), SCORE)
    heading = f"{name}  {score}  {'%':>5}  {say('lost points in')}"
    yield on_one_line(Text(heading, style=STRONG, no_wrap=True), screen.columns)
    yield Text(screen.line * screen.columns, style=DIM, no_wrap=True)
    for row in rows:
        line = Text(f"{_fitted(row.name, width)}  {row.score:>{SCORE}}  {row.percent:>5.1f}  ", no_wrap=True)
        yield on_one_line(line.append(row.reason, row.style), screen.columns)
    mean = sum(row.percent for row in rows) / len(rows)
    total = say("{number} submissions, {mean} % on average", number=len(rows), mean=f"{mean:.1f}")
    yield Text(total, style=DIM)


def _row(result: SubmissionResult, language: Language) -> Row:
    return Row(
        name=plain(result.submission, 200),
        score=f"{points(result.score)} / {points(result.max_score)}",
        percent=percent(result),
        reason=_reason(result, language),
        style=GOOD if reaches(result, 100) else BAD,
    )


def _fitted(name: str, width: int) -> str:
    """The end of a long path tells more than its beginning."""
    if cell_len(name) <= width:
        return set_cell_size(name, width)
    end = name
    while cell_len(end) > width - 3:
        end = end[1:]
    return set_cell_size(f"...{end}", width)


def _to_the_right(text: str, width: int) -> str:
    """The text at the right end; Chinese characters are two columns wide."""
    return " " * (width - cell_len(text)) + text


def _reason(result: SubmissionResult, language: Language) -> str:
    if result.notes:
        return plain(language.sentence(result.notes[0]))
    functions = [function for exercise in result.exercises for function in exercise.functions]
    lost = [_lost(function, language) for function in functions if _failed(function)]
    return ", ".join(lost) or language.say("nothing" if reaches(result, 100) else "no function was graded")


def _failed(function: FunctionResult) -> bool:
    return any(check.status is Status.FAILED for check in function.checks)


def _lost(function: FunctionResult, language: Language) -> str:
    """The function, and the mistake where it has a name, or else the first promise that is broken."""
    named = [language.sentence(each.title) for check in function.checks for each in check.misconceptions]
    broken = [check.check for check in function.checks if check.status is Status.FAILED]
    return f"{function.function} ({(named or broken)[0]})"
