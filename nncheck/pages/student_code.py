"""A submission's text and a place in it -> the lines that concern a function, cut around that place.

Nothing is parsed: a block goes from a line without indentation to the next one.
"""

import re
from collections.abc import Iterator, Sequence

from nncheck.pages.inert import line as inert_line
from nncheck.records import Location, Record, Submission

MOST_LINES = 36  # of a block; of a longer one its head and what is around the place
AROUND = 12
HEAD = 3
_LOOKED_AT = 300  # characters of a line
_FARTHEST = 1000  # lines from a place to where its block begins or ends: a file may have a million of them
_CLOSING = (")", "]", "}")


class Line(Record, frozen=True, kw_only=True):
    """A line, with its number; `here` is the one to look at. A line without a number says what was cut."""

    number: int | None
    text: str
    here: bool = False


class Excerpt(Record, frozen=True, kw_only=True):
    """Lines of one cell."""

    cell: str
    lines: tuple[Line, ...]


def excerpts(source: Submission, function: str, place: Location | None) -> list[Excerpt]:
    """The function's own block, and the one that the place is in where that is another."""
    found: dict[tuple[str, int], Excerpt] = {}
    for each in filter(None, (_definition(source, function), place)):
        cell = next((cell for cell in source.cells if cell.name == each.cell), None)
        if cell is not None:
            rows = cell.source.split("\n")
            start, end = _block(rows, each.line - 1)
            here = place.line - 1 if place and place.cell == cell.name else None
            found[cell.name, start] = Excerpt(cell=cell.name, lines=tuple(_shown(rows, start, end, here)))
    return list(found.values())


def _definition(source: Submission, function: str) -> Location | None:
    """Where the function is defined or assigned last."""
    name, blanks = re.escape(function), "[ \\t]"
    pattern = re.compile(
        rf"^(?:(?:async{blanks}+)?(?:def|class){blanks}+{name}\b|{name}{blanks}*[:=])", re.MULTILINE
    )
    for cell in reversed(source.cells):
        last = max((found.start() for found in pattern.finditer(cell.source)), default=None)
        if last is not None:
            return Location(cell=cell.name, line=cell.source.count("\n", 0, last) + 1)
    return None


def _block(rows: Sequence[str], at: int) -> tuple[int, int]:
    """The first line of the block around a line, and the line after its last one."""
    at = min(max(at, 0), len(rows) - 1)
    lowest, highest = max(at - _FARTHEST, 0), min(at + _FARTHEST, len(rows))
    start = next((i for i in range(at, lowest, -1) if _begins(rows[i])), lowest)
    while start > lowest and rows[start - 1].startswith("@"):
        start -= 1
    end = next((i for i in range(at + 1, highest) if _begins(rows[i])), highest)
    while end > start + 1 and not rows[end - 1][:_LOOKED_AT].strip():
        end -= 1
    return start, end


def _begins(row: str) -> bool:
    """Whether the line stands by itself: not indented, not blank, not the end of a bracket."""
    return bool(row[:1].strip()) and not row.startswith(_CLOSING)


def _shown(rows: Sequence[str], start: int, end: int, here: int | None) -> Iterator[Line]:
    middle = here if here is not None and start <= here < end else start
    low, high = max(start + HEAD, middle - AROUND), min(end, middle + AROUND + 1)
    if end - start <= MOST_LINES:
        low, high = start + HEAD, end
    last = start
    for number in (*range(start, min(start + HEAD, end)), *range(low, high)):
        if number > last + 1:
            yield Line(number=None, text="…")
        last = number
        yield Line(number=number + 1, text=inert_line(rows[number].rstrip("\r")), here=number == here)
    if last + 1 < end:
        yield Line(number=None, text="…")
