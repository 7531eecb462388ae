"""Several submissions -> one line each: score, and what to look at first."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from nncheck.records import Status, SubmissionResult
from nncheck.report.failure import on_one_line
from nncheck.report.plain import plain
from nncheck.report.scores import percent, points, reaches
from nncheck.report.screen import Screen
from nncheck.report.styles import BAD, DIM, GOOD, STRONG

NAME_SHARE = 0.4  # of the width, at most, for the names of the files


def summary_lines(results: Sequence[SubmissionResult], screen: Screen) -> Iterator[Text]:
    """The table, with a heading and the mean."""
    names = [plain(result.submission, 200) for result in results]
    width = min(max(map(cell_len, [*names, "submission"])), int(screen.columns * NAME_SHARE))
    heading = f"{'submission'.ljust(width)}  {'score':>13}  {'%':>5}  lost points in"
    yield on_one_line(Text(heading, style=STRONG, no_wrap=True), screen.columns)
    yield Text(screen.line * screen.columns, style=DIM, no_wrap=True)
    for name, result in zip(names, results, strict=True):
        score = f"{points(result.score)} / {points(result.max_score)}"
        line = Text(f"{_fitted(name, width)}  {score:>13}  {percent(result):>5.1f}  ", no_wrap=True)
        line.append(_reason(result), GOOD if reaches(result, 100) else BAD)
        yield on_one_line(line, screen.columns)
    mean = sum(map(percent, results)) / len(results)
    yield Text(f"{len(results)} submissions, {mean:.1f} % on average", style=DIM)


def _fitted(name: str, width: int) -> str:
    """The end of a long path tells more than its beginning."""
    if cell_len(name) <= width:
        return set_cell_size(name, width)
    end = name
    while cell_len(end) > width - 3:
        end = end[1:]
    return set_cell_size(f"...{end}", width)


def _reason(result: SubmissionResult) -> str:
    if result.notes:
        return plain(result.notes[0])
    lost = [
        function.function
        for exercise in result.exercises
        for function in exercise.functions
        if any(check.status is Status.FAILED for check in function.checks)
    ]
    return ", ".join(lost) or ("nothing" if reaches(result, 100) else "no function was graded")
