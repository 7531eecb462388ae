"""What a program writes -> records of it, with the lines that were running and the numbers in full."""

import sys
from types import FrameType
from typing import Any, TextIO

import numpy as np

DEEPEST = 24  # lines of the program that are kept of those that were running
MOST_VALUES = 100_000  # numbers that are kept in full
MOST_RECORDS = 20_000

Recorded = dict[str, Any]

PLACES: dict[str, int] = {}  # programs by the names of their files
_print = print


class Recorder:
    """Stands for print and for standard output; all that is written goes on to where it is counted."""

    def __init__(self, output: TextIO):
        self.records: list[Recorded] = []
        self._output = output
        self._values = 0

    def write(self, text: str) -> int:
        """As a file does: for what is not written by print."""
        self.record([[str(text), None, 0.0]])
        return len(text)

    def flush(self) -> None:
        """As a file does."""

    def print(
        self,
        *values: Any,
        sep: str | None = " ",
        end: str | None = "\n",
        file: Any = None,
        flush: bool = False,
    ) -> None:
        """As print does."""
        if file is not None and file is not self:
            _print(*values, sep=sep, end=end, file=file)
            return
        pieces: list[list[Any]] = []
        for value in values:
            if pieces:
                pieces.append([" " if sep is None else sep, None, 0.0])
            pieces.append(self._piece(value, str(value)))
        self.record([*pieces, ["\n" if end is None else end, None, 0.0]])

    def show(self, value: Any) -> Any:
        """As an interpreter shows the value of an expression."""
        if value is not None:
            self.record([self._piece(value, repr(value)), ["\n", None, 0.0]], shown=True)
        return value

    def _piece(self, value: Any, text: str) -> list[Any]:
        found, roundoff = numbers(value, min(len(text), MOST_VALUES - self._values))
        self._values += len(found or ())
        return [text, found, roundoff]

    def record(self, pieces: list[list[Any]], shown: bool = False) -> None:
        """Keep what was written, with the lines that were running, from the outermost."""
        self._output.write("".join(piece[0] for piece in pieces))
        if len(self.records) >= MOST_RECORDS:
            raise RuntimeError(f"more than {MOST_RECORDS:,} things are printed")
        self.records.append({"at": running(), "pieces": pieces, "shown": shown})


def running() -> list[list[int]]:
    """The programs and lines that are running, from the outermost; of a deep recursion the two ends."""
    found: list[list[int]] = []
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        number = PLACES.get(frame.f_code.co_filename)
        if number is not None and [number, frame.f_lineno] not in found[-1:]:
            found.append([number, frame.f_lineno])
        frame = frame.f_back
    return [*found[: -DEEPEST - 1 : -1], *found[DEEPEST::-1]] if len(found) > 2 * DEEPEST else found[::-1]


def numbers(value: Any, most: int) -> tuple[list[str] | None, float]:
    """The numbers that a value consists of, in order and in full, and the unit roundoff of its type."""
    if isinstance(value, str):
        return None, 0.0
    try:
        found: list[str] = []
        roundoff = _collect(value, found, most)
        return (found, roundoff) if len(found) <= most else (None, 0.0)
    except Exception:  # noqa: BLE001  a value of a kind that is not known; its text is kept
        return None, 0.0


def _collect(value: Any, found: list[str], most: int) -> float:
    """Append the value's numbers; gives the largest unit roundoff of their types."""
    if isinstance(value, bool | str | type(None)) or type(value).__name__ == "Size":
        return 0.0
    if isinstance(value, int | float):
        found.append(repr(value) if type(value) in (int, float) else repr(value + 0))
        return 2.0**-53 if isinstance(value, float) else 0.0
    if isinstance(value, dict):
        return max((_collect(each, found, most) for pair in value.items() for each in pair), default=0.0)
    if isinstance(value, list | tuple):
        return max((_collect(each, found, most) for each in value), default=0.0)
    entries: Any = value.detach().tolist() if hasattr(value, "detach") else value.tolist()
    flat = np.ravel(np.asarray(entries))
    if flat.size + len(found) > most or flat.dtype.kind not in "iuf":
        raise ValueError("too many, or no numbers")
    found += [repr(each) for each in flat.tolist()]
    return {"float32": 2.0**-24, "float16": 2.0**-11, "bfloat16": 2.0**-8}.get(
        str(value.dtype).rpartition(".")[2], 2.0**-53
    )
