"""Cells of text and code -> a Python file with cells, or a notebook."""

from collections.abc import Sequence
from enum import StrEnum

import nbformat

from nncheck.records import Record


class Kind(StrEnum):
    """What a cell holds."""

    TEXT = "markdown"
    CODE = "code"


class Cell(Record, frozen=True, kw_only=True):
    """A cell of a notebook, or a part of a Python file."""

    kind: Kind
    source: str


def text(source: str) -> Cell:
    """A cell of Markdown."""
    return Cell(kind=Kind.TEXT, source=source.strip("\n"))


def code(source: str) -> Cell:
    """A cell of Python."""
    return Cell(kind=Kind.CODE, source=source.strip("\n"))


def as_python(cells: Sequence[Cell]) -> str:
    """One file; editors show its `# %%` lines as cells."""
    return "\n\n".join(_part(cell) for cell in cells) + "\n"


def as_notebook(cells: Sequence[Cell]) -> str:
    """The JSON of a notebook, the same each time."""
    make = {Kind.TEXT: nbformat.v4.new_markdown_cell, Kind.CODE: nbformat.v4.new_code_cell}
    made = [make[cell.kind](cell.source, id=f"cell-{number}") for number, cell in enumerate(cells, start=1)]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = nbformat.v4.new_notebook(
        cells=made, metadata={"kernelspec": kernel, "language_info": {"name": "python"}}
    )
    nbformat.validate(notebook)
    return f"{nbformat.writes(notebook)}\n"


def _part(cell: Cell) -> str:
    if cell.kind is Kind.CODE:
        return f"# %%\n{cell.source}"
    return "\n".join(["# %% [markdown]", *(f"# {line}".rstrip() for line in cell.source.splitlines())])
