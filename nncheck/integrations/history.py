"""What has been run in a notebook -> a submission, as if the notebook had been handed in."""

import ast
import hashlib
from typing import Any, Protocol

from nncheck.records import Cell, Submission
from nncheck.sandbox import skim
from nncheck.sandbox.program import names_of
from nncheck.submission import exercises_named, plain_python


class Shell(Protocol):
    """What we need of IPython."""

    history_manager: Any

    def run_cell(self, raw_cell: str, store_history: bool) -> Any:
        """Run a cell and show what it shows."""

    def register_magic_function(self, func: Any, magic_kind: str, magic_name: str) -> None:
        """Make a function a magic."""

    def push(self, variables: dict[str, Any]) -> None:
        """Define names for the cells."""


def cells_so_far(shell: Shell) -> tuple[Cell, ...]:
    """The sources of the cells in the order in which they were run, the one that is running included."""
    sources = enumerate(map(plain_python, shell.history_manager.input_hist_raw))
    return tuple(Cell(name=f"In [{number}]", source=source) for number, source in sources if source.strip())


def submission_so_far(shell: Shell, only: tuple[str, ...]) -> Submission:
    """A submission of all these cells, limited to some exercises where any are named."""
    cells = cells_so_far(shell)
    digest = hashlib.sha256("\n".join(cell.source for cell in cells).encode())
    limited = only or tuple(exercises_named(cells))
    return Submission(name="notebook", sha256=digest.hexdigest(), cells=cells, only=limited)


def defined_in(cell: str) -> set[str]:
    """The names that a cell defines or assigns at top level."""
    source = plain_python(cell)
    try:
        return {name for name, _ in names_of(ast.parse(source))}
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # IPython has said so
        return set(skim.defined(source))
