"""What was handed in over time -> a table for people, or CSV."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from rich.cells import cell_len

from nncheck.records import Record
from nncheck.report.cells import written
from nncheck.report.plain import plain
from nncheck.report.scores import points

COLUMNS = ("submission", "student", "since", "graded", "score", "max_score", "percent")


class Version(Record, frozen=True, kw_only=True):
    """What a submission was from some time on, in seconds since 1970, and what it got for that."""

    submission: str
    student: str
    since: float
    graded: float
    score: float
    max_score: float


def as_text(versions: Iterable[Version]) -> str:
    """A line for each, in columns."""
    rows = [COLUMNS, *map(_cells, versions)]
    widths = [max(cell_len(row[place]) for row in rows) for place in range(len(COLUMNS))]
    return "".join(f"{_line(row, widths)}\n" for row in rows)


def as_csv(versions: Iterable[Version]) -> str:
    """A row for each."""
    return written((COLUMNS, *map(_cells, versions)))


def _cells(version: Version) -> tuple[str, ...]:
    percent = 100 * version.score / version.max_score if version.max_score > 0 else 0.0
    return (
        plain(version.submission),
        plain(version.student),
        _time(version.since),
        _time(version.graded),
        points(version.score),
        points(version.max_score),
        points(percent),
    )


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M:%SZ")


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(_filled(row, widths)).rstrip()


def _filled(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    return (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
