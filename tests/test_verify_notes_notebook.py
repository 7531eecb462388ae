"""Notebooks -> findings: stdout and values of cells, with places in the file, and corrections in it."""

import json
from pathlib import Path
from typing import Any

import pytest
from notes_samples import checked, told, verdicts


def code(source: str | list[str], *outputs: dict[str, Any]) -> dict[str, Any]:
    """A cell."""
    return {"cell_type": "code", "source": source, "outputs": list(outputs), "metadata": {}}


def stdout(*text: str) -> dict[str, Any]:
    """What a cell printed."""
    return {"output_type": "stream", "name": "stdout", "text": list(text)}


def value(*text: str) -> dict[str, Any]:
    """The value of a cell's last expression."""
    return {"output_type": "execute_result", "data": {"text/plain": list(text)}}


def notebook(*cells: dict[str, Any], **how: Any) -> bytes:
    """A file."""
    content = {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(content, **{"indent": 1, **how}).encode()


CELLS = {
    "printed": (code("print(2 / 3)", stdout("0.67\n")), ["true"]),
    "a value": (code("2 / 3", value("0.68")), ["false"]),
    "both": (code("print(0.5)\n2 / 3", stdout("0.5\n"), value("0.68")), ["true", "false"]),
    "in pieces": (
        code(["for i in range(2):\n", "    print(i / 2)"], stdout("0.0\n"), stdout("0.6\n")),
        ["true", "false"],
    ),
    "one string": (
        code("print(0.5)", {"output_type": "stream", "name": "stdout", "text": "0.6\n"}),
        ["false"],
    ),
    "stderr": (code("print(0.5)", {"output_type": "stream", "name": "stderr", "text": "0.6\n"}), []),
    "a picture": (
        code("0.5", {"output_type": "display_data", "data": {"text/plain": "<Figure with 1 Axes>"}}),
        [],
    ),
    "an error": (
        code("1 / 0", {"output_type": "error", "ename": "ZeroDivisionError", "traceback": ["1"]}),
        ["not run"],
    ),
    "magic": (code("%matplotlib inline\n!pip install 7\nprint(0.5)", stdout("0.6\n")), ["false"]),
    "another language": (code("%%bash\necho 0.6", stdout("0.6\n")), []),
    "an array": (
        code(
            "import numpy as np\nnp.array([[1, 2], [3, 4]]) / 2",
            value("array([[0.5, 1. ],\n", "       [1.5, 2.1]])"),
        ),
        ["true", "true", "true", "false"],
    ),
    "no outputs": (code("print(0.5)"), []),
    "a comment": (code("print(0.5)  # 0.6"), ["false"]),
}


@pytest.mark.parametrize("name", CELLS)
def test_outputs_of_cells(name: str, tmp_path: Path) -> None:
    """What a cell shows is compared with what it does now."""
    cell, expected = CELLS[name]
    assert verdicts(checked(tmp_path, notebook(cell), "notes.ipynb")) == expected


@pytest.mark.parametrize("how", [{"indent": 1}, {"indent": None}, {"indent": "\t"}, {"ensure_ascii": False}])
def test_the_line_is_that_of_the_file(how: dict[str, Any], tmp_path: Path) -> None:
    """An editor and a pull request show the file, so that is where a number is."""
    data = notebook(
        {"cell_type": "markdown", "source": "# é 神经\n"}, code("print(0.5)", stdout("神\t0.6\n")), **how
    )
    (found,) = told(checked(tmp_path, data, "notes.ipynb"))
    line = next(n for n, text in enumerate(data.decode().split("\n"), start=1) if "0.6" in text)
    assert found == (line, "0.6", "false")


@pytest.mark.parametrize("how", [{"indent": 1}, {"indent": None}, {"ensure_ascii": False}])
def test_a_correction_changes_its_characters_only(how: dict[str, Any], tmp_path: Path) -> None:
    """Escapes, emoji and quotes before the number do not move it."""
    data = notebook(code("print('\"\\\\ 😀', 0.5)", stdout('"\\ 😀 0.6\n')), **how)
    found = checked(tmp_path, data, "notes.ipynb")
    assert found.fixed.encode() == data.replace(b"0.6\\n", b"0.5\\n")
    assert found.fixed.encode() != data


def test_cells_share_a_namespace(tmp_path: Path) -> None:
    """As in Jupyter, run from top to bottom."""
    data = notebook(code("x = 0.5"), code("x", value("0.5")), code("x + y", value("1.5")), code("y = 1"))
    assert verdicts(checked(tmp_path, data, "notes.ipynb")) == ["true", "not run"]


def test_version_3(tmp_path: Path) -> None:
    """Older notebooks have their cells in worksheets."""
    cell = {
        "cell_type": "code",
        "input": ["print(0.5)\n", "0.25"],
        "outputs": [
            {"output_type": "stream", "stream": "stdout", "text": ["0.6\n"]},
            {"output_type": "pyout", "text": ["0.25"]},
        ],
    }
    data = json.dumps({"nbformat": 3, "worksheets": [{"cells": [cell]}]}).encode()
    assert verdicts(checked(tmp_path, data, "notes.ipynb")) == ["false", "true"]


@pytest.mark.parametrize(
    "data",
    [
        b'{"cells": [1, null, {"cell_type": "code"}, {"cell_type": "code", "source": 3, "outputs": 4}]}',
        b'{"cells": [{"cell_type": "code", "source": ["a", 1], "outputs": [1, {"output_type": "stream"}]}]}',
        b'{"cells": [{"cell_type": "code", "source": "x = \'\\\\ud800\'\\\\nx", "outputs": []}]}',
        b'{"cells": []}',
        b'{"worksheets": [{"cells": 1}]}',
    ],
)
def test_odd_notebooks_are_survived(data: bytes, tmp_path: Path) -> None:
    """Parts of another form are left out."""
    checked(tmp_path, data, "notes.ipynb")
