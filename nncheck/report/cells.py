"""Rows of cells -> CSV that no spreadsheet takes for formulas, and CSV -> rows."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from nncheck.errors import UsageError

_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # what a formula begins with
_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?%?|-")  # "-" alone: no value


def written(rows: Iterable[Sequence[object]], delimiter: str = ",") -> str:
    """The rows as CSV."""
    return "".join(lines(rows, delimiter))


def lines(rows: Iterable[Sequence[object]], delimiter: str = ",") -> Iterator[str]:
    """The same, a row at a time."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    for row in rows:
        writer.writerow([inert(str(cell)) for cell in row])
        yield text.getvalue()
        text.seek(0)
        text.truncate()


def inert(cell: str) -> str:
    """The cell, with an apostrophe before what a spreadsheet would compute; numbers are harmless."""
    cell = cell.encode("utf-8", "backslashreplace").decode()
    if cell.startswith(_ACTIVE) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def read(text: str, where: str) -> tuple[list[list[str]], str]:
    """The rows of a CSV file, and what stands between its cells: a comma, or what Excel puts there."""
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        rows = [row for row in reader if row]
    except csv.Error as error:
        raise UsageError(f"{where} is no CSV file ({error}); export it again") from None
    if len(rows) < 2:
        raise UsageError(f"{where} has no rows; export it again")
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows], delimiter
