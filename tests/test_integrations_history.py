"""Cells that were run -> a submission."""

from types import SimpleNamespace
from typing import Any

import pytest

from nncheck.integrations.history import cells_so_far, defined_in, submission_so_far

RAW = ["", "%load_ext nncheck", "import numpy as np", "", "%%bash\nls", "%%grade\ndef relu(x):\n    return x"]


def shell(*raw: str) -> Any:
    """As IPython: the first entry of its history is empty."""
    return SimpleNamespace(history_manager=SimpleNamespace(input_hist_raw=list(raw)))


def test_cells_are_named_as_in_the_notebook() -> None:
    """Their numbers are those beside them; what is not Python is left out, and lines keep their numbers."""
    assert [(cell.name, cell.source) for cell in cells_so_far(shell(*RAW))] == [
        ("In [1]", "pass"),
        ("In [2]", "import numpy as np"),
        ("In [5]", "\ndef relu(x):\n    return x"),
    ]


def test_the_submission_is_limited_as_a_notebook_would_be() -> None:
    """By a comment in a cell, unless other exercises are asked for."""
    cells = shell("", "# nncheck: softmax")
    assert submission_so_far(cells, ()).only == ("softmax",)
    assert submission_so_far(cells, ("losses",)).only == ("losses",)


def test_other_cells_are_another_submission() -> None:
    """The digest tells sources apart."""
    first, second = (submission_so_far(shell("", each), ()) for each in ("x = 1", "x = 2"))
    assert first.sha256 != second.sha256


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("def relu(x):\n    y = tanh(x)\n    return y", {"relu"}),
        ("%time\nrelu = lambda x: x\nx, y = 1, 2", {"relu", "x", "y"}),
        ("import numpy as np\nnp.tanh(0)", set()),
        ("def relu(x):\n    return x\ndef tanh(x) return x", {"relu", "tanh"}),
        ("%%bash\nrelu = 3", set()),
        ("(" * 1000 + "\nrelu = 1", {"relu"}),
    ],
)
def test_names_that_a_cell_defines(cell: str, names: set[str]) -> None:
    """Those at top level, also where the cell cannot be parsed; names that are only used do not count."""
    assert defined_in(cell) == names
