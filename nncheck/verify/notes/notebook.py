"""A notebook -> its pieces: the code of its cells and what they print, with places in the file."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from nncheck.errors import UsageError
from nncheck.submission import MOST_CELLS, plain_python
from nncheck.verify.notes.lines import MARK
from nncheck.verify.notes.located import Located, loads
from nncheck.verify.notes.pieces import Kind, Line, Piece

SURROGATE = re.compile(r"[\ud800-\udfff]")  # half a character, which no text in UTF-8 holds


def notebook_pieces(name: str, text: str) -> Iterator[Piece]:
    """The pieces in order.

    Raises UsageError where it is no notebook.
    """
    marks = len(text) - len(text.removeprefix(MARK))
    try:
        notebook = loads(" " * marks + text[marks:])
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise UsageError(
            f"{name}:{line} is not a notebook ({error}); open it in Jupyter and save it"
        ) from error
    except RecursionError:
        raise UsageError(f"{name}:1 is not a notebook: its lists are nested too deeply") from None
    cells = _cells(notebook)
    if cells is None:
        raise UsageError(f"{name}:1 is not a notebook of version 3 or 4: it has no list of cells")
    if len(cells) > MOST_CELLS:
        raise UsageError(f"{name} has {len(cells):,} cells; at most {MOST_CELLS:,} are read")
    starts = [0, *(place + 1 for place, character in enumerate(text) if character == "\n")]
    for number, cell in enumerate(cells, start=1):
        if isinstance(cell, dict):
            yield from _pieces(cell, f"cell {number}", starts)


def _cells(notebook: Any) -> list[Any] | None:
    if not isinstance(notebook, dict):
        return None
    sheets = notebook.get("worksheets")
    if isinstance(sheets, list) and all(isinstance(sheet, dict) for sheet in sheets):
        return [cell for sheet in sheets for cell in _list(sheet.get("cells"))]
    cells = notebook.get("cells")
    return cells if isinstance(cells, list) else None


def _pieces(cell: dict[str, Any], label: str, starts: Sequence[int]) -> Iterator[Piece]:
    source = _lines(cell.get("source", cell.get("input")), starts)
    if cell.get("cell_type") == "markdown":
        yield Piece(kind=Kind.TEXT, lines=tuple(line for line in source if "<!--" in line.text), label=label)
    if cell.get("cell_type") != "code":
        return
    plain = plain_python("\n".join(line.text for line in source)).split("\n")
    code = (
        Line(text=new, number=old.number, offsets=old.offsets)
        for new, old in zip(plain, source, strict=False)
    )
    yield Piece(kind=Kind.PYTHON, lines=tuple(code), label=label)
    shown = [_shown(output) for output in _list(cell.get("outputs"))]
    for kind in (Kind.STDOUT, Kind.RESULT):
        lines = [line for each, text in shown if each is kind for line in _lines(text, starts)]
        if lines:
            yield Piece(kind=kind, lines=tuple(lines), label=label)


def _shown(output: Any) -> tuple[Kind, Any]:
    """What an output shows as text, of those kinds that code prints; a picture's text is no result."""
    if not isinstance(output, dict):
        return Kind.OTHER, None
    if output.get("output_type") == "stream" and output.get("name", output.get("stream")) == "stdout":
        return Kind.STDOUT, output.get("text")
    if output.get("output_type") in ("execute_result", "pyout"):
        data = output.get("data")
        return Kind.RESULT, data.get("text/plain") if isinstance(data, dict) else output.get("text")
    return Kind.OTHER, None


def _lines(value: Any, starts: Sequence[int]) -> list[Line]:
    """The lines of a text, or of a list of texts as notebooks have it."""
    texts = [value] if isinstance(value, str) else _list(value)
    characters: list[str] = []
    offsets: list[int] = []
    for text in texts:
        if isinstance(text, Located):
            characters += SURROGATE.sub("\ufffd", text)
            offsets += text.offsets
    found, begun = [], 0
    for place in [*(n for n, each in enumerate(characters) if each == "\n"), len(characters)]:
        where = offsets[begun:place] or offsets[begun : begun + 1] or offsets[-1:]
        if where and (place > begun or place < len(characters)):
            text = "".join(characters[begun:place]).rstrip("\r")
            found.append(Line(text=text, number=bisect_right(starts, where[0]), offsets=tuple(where)))
        begun = place + 1
    return found


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
