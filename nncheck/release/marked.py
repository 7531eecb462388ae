"""An instructor's file with marked solutions -> the student's file, .py or .ipynb."""

from pathlib import Path
from typing import Any

import nbformat

from nncheck.errors import UsageError
from nncheck.files import read_bounded
from nncheck.release.markers import check_python, refuse_markers, without_solutions
from nncheck.submission import MAX_BYTES, decoded, plain_python


def student_version(path: Path) -> str:
    """The content without solutions, hidden tests, and, in a notebook, outputs.

    Raises UsageError for markers that are unbalanced or not understood, with their lines.
    """
    content = decoded(path, read_bounded(path, MAX_BYTES[path.suffix]))
    if path.suffix == ".ipynb":
        return _notebook(path, content)
    kept = without_solutions(content, str(path))
    check_python(kept, str(path))
    return kept


def _notebook(path: Path, content: str) -> str:
    try:
        notebook = nbformat.reads(content, as_version=4)
        nbformat.validate(notebook)
    except (ValueError, nbformat.ValidationError) as error:
        reason = str(error).partition("\n")[0]
        raise UsageError(f"{path} is not a notebook ({reason}); open it in Jupyter and save it") from error
    for number, cell in enumerate(notebook.cells, start=1):
        _clean(cell, f"{path}, cell {number}")
    nbformat.validate(notebook)
    return f"{nbformat.writes(notebook)}\n"


def _clean(cell: Any, place: str) -> None:
    """Takes solutions out of a cell, and what they have printed."""
    if cell.cell_type != "code":
        refuse_markers(cell.source, place)
        return
    cell.source = without_solutions(cell.source, place)
    check_python(plain_python(cell.source), place)
    cell.outputs, cell.execution_count = [], None
