"""A notebook is graded as the file with the same code is."""

import time
from pathlib import Path
from typing import Any

import nbformat
import pytest
from msgspec.structs import replace

import nncheck
from nncheck.records import CheckResult, SubmissionResult
from nncheck.submission import plain_python, read_submission

ROOT = Path(__file__).resolve().parent.parent
SOLUTIONS = [
    "activations/right/numpy_textbook.py",
    "backprop/wrong/sequential-update.py",
    "softmax/right/torch_functions.py",
]
RELU = "def relu(x):\n    return np.maximum(x, 0.0)"
TANH = "def tanh(x):\n    return np.tanh(x)"


@pytest.fixture(scope="module")
def grader() -> Any:
    """One for all."""
    with nncheck.Grader(timeout=1.0) as made:
        yield made


def notebook(folder: Path, *cells: str) -> Path:
    """A notebook with a title and these cells of code."""
    code = [nbformat.v4.new_code_cell(cell) for cell in cells]
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# Answers"), *code])
    nbformat.write(made, folder / "answer.ipynb")
    return folder / "answer.ipynb"


def checks(result: SubmissionResult) -> list[CheckResult]:
    """All that was found out, but for where in the submission it was found."""
    found = [check for exercise in result.exercises for each in exercise.functions for check in each.checks]
    return [replace(check, location=None, counterexample=None) for check in found]


def scores(result: SubmissionResult) -> dict[str, float]:
    """The points of each function."""
    return {each.function: each.score for exercise in result.exercises for each in exercise.functions}


@pytest.mark.parametrize("name", SOLUTIONS)
def test_the_same_code_earns_the_same(grader: nncheck.Grader, tmp_path: Path, name: str) -> None:
    """Every check comes to the same, with the same words, whatever cells the code is cut into."""
    path = ROOT / "solutions" / name
    cells = path.read_text("utf-8").split("\n\n\n")
    assert len(cells) > 1
    in_file, in_notebook = (grader.grade(each) for each in (path, notebook(tmp_path, *cells)))
    assert in_file.score == in_notebook.score > 0
    assert checks(in_file) == checks(in_notebook)


FAILING = [
    ("1 / 0", "cell 3, line 1: ZeroDivisionError: division by zero"),
    ("x = 3\nprint(undefined)", "cell 3, line 2: NameError: name 'undefined' is not defined"),
    ("def gelu(x) return x", "cell 3, line 1: SyntaxError: expected ':'"),
    ("import pandas as pd", "cell 3, line 1: ModuleNotFoundError: module 'pandas' is not available here"),
    ("f = open('data.csv')", "cell 3, line 1: "),
]


@pytest.mark.parametrize(("cell", "note"), FAILING)
def test_cells_that_fail_are_named(grader: nncheck.Grader, tmp_path: Path, cell: str, note: str) -> None:
    """And the later ones count."""
    result = grader.grade(notebook(tmp_path, "import numpy as np", cell, RELU))
    assert scores(result)["relu"] == 1.0
    assert result.notes[0].startswith(note)


@pytest.mark.parametrize("cell", ["while True:\n    pass", "import sys\nsys.exit(3)", "raise SystemExit"])
def test_cells_that_end_it_all_are_named(grader: nncheck.Grader, tmp_path: Path, cell: str) -> None:
    """What stands before them keeps its points; nothing after them can have been run."""
    result = grader.grade(notebook(tmp_path, f"import numpy as np\n{RELU}", cell, TANH))
    assert scores(result)["relu"] == 1.0
    assert scores(result)["tanh"] == 0.0
    assert result.notes[0].startswith("cell 3, line")
    assert result.notes[0].endswith("nothing after it was run")


def test_what_only_notebooks_have_is_passed_over(grader: nncheck.Grader, tmp_path: Path) -> None:
    """Magics, shell commands, displays, and what asks nncheck for a grade."""
    cells = [
        "%load_ext nncheck\n%matplotlib inline\nimport numpy as np\nimport nncheck",
        "!pip install \\\n  numpy\nfiles = !ls",
        f"%%grade activations\n{RELU}\ndisplay(relu(np.ones(3)))",
        f"%%time\n{TANH}\nnncheck.check('tanh')",
        "%%bash\nexit 1",
        "?np.exp",
    ]
    result = grader.grade(notebook(tmp_path, *cells))
    assert scores(result) == {"relu": 1.0, "tanh": 1.0}
    assert result.notes == ()


def test_a_later_cell_takes_the_place_of_an_earlier_one(grader: nncheck.Grader, tmp_path: Path) -> None:
    """As it does for whoever runs them in order; failures point at the later one."""
    right, wrong = f"import numpy as np\n{RELU}", "def relu(x):\n    return x * 1.0"
    assert grader.grade(notebook(tmp_path, wrong, right)).score == 1.0
    result = grader.grade(notebook(tmp_path, right, wrong))
    places = {check.location for check in checks_with_places(result) if check.location}
    assert result.score < 1.0
    assert {(place.cell, place.line) for place in places} == {("cell 3", 1)}


def checks_with_places(result: SubmissionResult) -> list[CheckResult]:
    """All checks as they are."""
    return [check for exercise in result.exercises for each in exercise.functions for check in each.checks]


def test_reading_and_writing_by_jupyter_changes_nothing(tmp_path: Path) -> None:
    """Outputs, counts and the language of the kernel are no part of the submission."""
    path = notebook(tmp_path, RELU)
    before = read_submission(path)
    made = nbformat.read(path, as_version=4)
    made.cells[1].outputs = [nbformat.v4.new_output("stream", text="def relu(x): pass")]
    made.cells[1].execution_count = 7
    nbformat.write(made, path)
    assert read_submission(path).cells == before.cells


STRINGS = [
    "s = '''\n%d parts\n!new\nwhy?\n'''",
    's = f"""\n%d parts\n!new\n?what\n"""',
    "s = rb'''\n%d \\'''\n%d\n'''",
    "s = 'one line \\\n%d'",
    's = "one line \\\n!new"',
    's = """\n"quoted" and ""\n%d\n"""',
    "s = '''\nimport nncheck\nnncheck.check('relu')\n'''",
    "# don't\ns = '''\n%d\n'''",
    "s = '#'\nt = '''\n%d\n'''",
    "s = '' + \"'\"\nt = '''\n%d\n'''",
    "def f():\n    '''Doc.\n\n    %s of it\n    '''",
]


@pytest.mark.parametrize("source", STRINGS)
def test_lines_of_strings_are_no_magics(source: str) -> None:
    """However the string is quoted, and whatever it looks like in there."""
    assert plain_python(source) == source


MAGICS = [
    ('!echo "it\'s"\n%time x = 1', "pass\npass"),
    ("%env X='''\n%time x = 1", "pass\npass"),
    ("x = !echo '\n%time x = 1", "pass\npass"),
    ("?it's\n%time x = 1", "pass\npass"),
    ("# it's\n%time x = 1", "# it's\npass"),
    ("s = '''\n%d\n'''\n%time x = 1", "s = '''\n%d\n'''\npass"),
    ("s = '%d'  # it's\n%time x = 1", "s = '%d'  # it's\npass"),
    ("s = 'not closed\n%time x = 1", "s = 'not closed\npass"),
    ("nncheck.check('relu')\n%time x = '", "pass\npass"),
]


@pytest.mark.parametrize(("source", "plain"), MAGICS)
def test_quotes_elsewhere_begin_no_string(source: str, plain: str) -> None:
    """Those of magics and comments; and those of a line end with it, unless there are three."""
    assert plain_python(source) == plain


def test_a_string_that_looks_like_magics_costs_nothing(grader: nncheck.Grader, tmp_path: Path) -> None:
    """The function that prints it is graded as in a file."""
    cell = "import numpy as np\ndef relu(x):\n    form = '''\n%d numbers\n'''\n    form % x.size\n"
    result = grader.grade(notebook(tmp_path, cell + "    return np.maximum(x, 0.0)\n"))
    assert (scores(result), result.notes) == ({"relu": 1.0}, ())


LARGE = 1 << 20
ENDLESS = {
    "a string of many lines": "'''" + "a" * LARGE,
    "quotes in it": '"""' + '" ""a' * (LARGE // 5),
    "escapes in it": "'''" + "\\'" * (LARGE // 2),
    "escaped quotes": ("\\" + '"""\n') * (LARGE // 5),
    "both quotes": "'''\n\"\"\"\n" * (LARGE // 8),
    "a string of one line": '"' + "a" * LARGE,
    "strings of one line": "'a\n" * (LARGE // 3),
    "lines that go on": "'\\\n" * (LARGE // 3),
    "double quotes": '"' * LARGE,
    "single quotes": "'" * (LARGE - 1),
    "backslashes": "\\" * LARGE,
    "backslashes in a string": "'" + "\\" * LARGE,
    "backslashes in a longer one": '"""' + "\\" * LARGE,
    "comments": "#\n" * (LARGE // 2),
    "a comment": "#" * LARGE,
    "magics": "!'\n" * (LARGE // 3),
    "a magic": "%a" + "'" * LARGE,
    "what asks": "nncheck.check('" * (LARGE // 15),
    "assignments": "a = '" * (LARGE // 5),
    "questions": "?" * LARGE,
}


@pytest.mark.parametrize("source", ENDLESS.values(), ids=ENDLESS)
def test_strings_are_passed_over_in_linear_time(source: str) -> None:
    """In a cell as large as any that is read; to go back once for each quote would take hours."""
    began = time.process_time()
    plain_python(source)
    assert time.process_time() - began < 3.0
