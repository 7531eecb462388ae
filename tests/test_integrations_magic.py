"""%%grade and nncheck.check, in a real kernel."""

import doctest
import re
import time
from pathlib import Path
from typing import Any

import nbformat
import psutil
import pytest
from nbclient import NotebookClient

import nncheck
from nncheck.authoring.new import write_new
from nncheck.errors import UsageError

GUIDE = Path(__file__).resolve().parent.parent / "docs" / "jupyter.md"
CELLS = {
    "start": "%load_ext nncheck\nimport numpy as np\nfrom scipy.special import expit",
    "wrong": "%%grade\ndef sigmoid(x):\n    return 1 / (1 + np.exp(x))\n\nprint('printed')\nsigmoid(0.0)",
    "raises": "1 / 0",
    "right": "def sigmoid(x):\n    return 1 / (1 + np.exp(-x))",
    "check": "nncheck.check('sigmoid')",
    "points": "card = nncheck.check('sigmoid')\nprint(card.score, card.max_score)",
    "object": "tanh = expit\nglobals().update(relu=lambda x: np.maximum(x, 0.0))\nnncheck.check('relu')",
    "named": "%%grade identity\ndef identity(x):\n    return x\ndef identity_grad(x):\n    return x",
    "exercise": "nncheck.check('activations')",
    "hostile": "%%grade\ndef gelu(x):\n    raise ValueError('<script>alert(1)</script>')",
    "unknown": "%%grade sigmod\nx = 3",
    "nothing": "%%grade\nx = 3",
    "broken": "%%grade\ndef prelu(x, alpha) return x",
    "course": "%nncheck_exercises 'my course'",
    "own": "%%grade\ndef swish(x):\n    return np.logaddexp(0.0, x)",
    "reset": "%nncheck_exercises",
    "forgotten": "nncheck.check('swish')",
    "once": "nncheck.check('swish', exercises='my course')",
    "missing": "%nncheck_exercises no-such-folder",
    "processes": "import psutil\nprint(*[each.pid for each in psutil.Process().children(recursive=True)])",
}


def executed(folder: Path, *sources: str) -> list[list[Any]]:
    """What a notebook shows below each cell."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
    place = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, timeout=120, allow_errors=True, kernel_name="python3", resources=place).execute()
    return [cell.outputs for cell in notebook.cells]


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    """What is shown below the cells above."""
    folder = tmp_path_factory.mktemp("notebook")
    write_new("swish", folder / "my course", ())
    planted = folder / "exercises" / "planted"
    planted.mkdir(parents=True)
    (planted / "exercise.py").write_text("open('was-run', 'w')\n")
    shown = executed(folder, *CELLS.values())
    assert not (folder / "was-run").exists()  # what lies where the notebook lies is not loaded
    return dict(zip(CELLS, shown, strict=True))


def data(outputs: list[Any], kind: str = "text/plain") -> list[str]:
    """The values that are shown, in one of their representations."""
    return [output["data"].get(kind, "") for output in outputs if output["output_type"] == "execute_result"]


def test_a_graded_cell_runs_as_usual(outputs: dict[str, list[Any]]) -> None:
    """It prints, shows its value, and defines names for later cells; the grade comes below."""
    printed = [output["text"] for output in outputs["wrong"] if output["output_type"] == "stream"]
    value, card = data(outputs["wrong"])
    assert printed == ["printed\n"]
    assert value == "np.float64(0.5)"
    assert card.startswith("✗ sigmoid  0.25 / 1\n")


def test_the_grade_is_that_of_the_source(outputs: dict[str, list[Any]]) -> None:
    """With the imports of earlier cells, the mistake by its name, and the line in the cell."""
    card = data(outputs["wrong"])[-1]
    assert "NN101" in card
    assert "see In [2], line 2" in card


def test_nothing_else_is_shown(outputs: dict[str, list[Any]]) -> None:
    """Neither on the page nor on stderr."""
    assert [output["output_type"] for output in outputs["check"]] == ["execute_result"]
    assert outputs["start"] == []


def test_the_last_definition_counts(outputs: dict[str, list[Any]]) -> None:
    """A cell that raised is named, and the later ones are graded all the same."""
    (card,) = data(outputs["check"])
    assert card.startswith("✓ sigmoid  1 / 1\n")
    assert "In [3], line 1: ZeroDivisionError: division by zero" in card


def test_the_card_knows_its_points(outputs: dict[str, list[Any]]) -> None:
    """For those who want to go on with them."""
    assert outputs["points"][0]["text"] == "1.0 1.0\n"


def test_objects_of_the_kernel_are_not_graded(outputs: dict[str, list[Any]]) -> None:
    """What only this kernel has, and no top-level code of a cell defines, is not there."""
    (card,) = data(outputs["object"])
    assert "relu is not defined in the cells that have been run" in card


def test_only_what_is_named_is_shown(outputs: dict[str, list[Any]]) -> None:
    """A function, or all of an exercise that the cells define."""
    (card,) = data(outputs["named"])
    assert "✓ identity  1 / 1" in card
    assert "identity_grad" not in card
    (everything,) = data(outputs["exercise"])
    assert "✓ identity  1 / 1" in everything
    assert "✗ identity_grad" in everything
    assert "✓ sigmoid  1 / 1" in everything


def test_the_page_is_inert(outputs: dict[str, list[Any]]) -> None:
    """What the student's code says is text on it."""
    (page,) = data(outputs["hostile"], "text/html")
    assert page.startswith('<div class="nncheck')
    assert "&lt;script&gt;alert(1)" in page
    assert "<script" not in page


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("unknown", "nncheck: unknown function or exercise 'sigmod'; did you mean sigmoid"),
        ("forgotten", "nncheck: unknown function or exercise 'swish'"),
        ("missing", "nncheck: "),
        ("nothing", "nncheck: this cell defines no function of an exercise; nncheck list names them"),
    ],
)
def test_mistakes_in_asking_are_one_sentence(outputs: dict[str, list[Any]], cell: str, sentence: str) -> None:
    """No traceback through our files."""
    (error,) = outputs[cell]
    assert len(error["traceback"]) == 1
    assert error["traceback"][0].startswith(sentence)


def test_exercises_of_ones_own(outputs: dict[str, list[Any]]) -> None:
    """Those of a folder that is named, until others are, or for a single call."""
    assert outputs["course"][0]["text"].startswith("exercises: activations, ")
    assert outputs["course"][0]["text"].endswith(", swish\n")
    assert "swish" not in outputs["reset"][0]["text"]
    for cell in ("own", "once"):
        assert data(outputs[cell])[0].startswith("✓ swish  1 / 1")
    assert "holds no folder exercises/" in outputs["missing"][0]["traceback"][0]


def test_a_cell_that_is_no_python(outputs: dict[str, list[Any]]) -> None:
    """IPython shows its error, and the card names the cell."""
    assert outputs["broken"][0]["ename"] == "SyntaxError"
    (card,) = data(outputs["broken"])
    assert "In [13], line 2: SyntaxError" in card


def test_the_graders_end_with_the_kernel(outputs: dict[str, list[Any]]) -> None:
    """One grader served all cells, and none of its processes is left."""
    started = [int(pid) for pid in outputs["processes"][0]["text"].split()]
    assert started
    end = time.monotonic() + 10
    while any(map(psutil.pid_exists, started)) and time.monotonic() < end:
        time.sleep(0.05)
    assert not any(map(psutil.pid_exists, started))


def test_the_guide_runs(tmp_path: Path) -> None:
    """Its cells show what it says."""
    text = GUIDE.read_text("utf-8")
    cells = re.findall(r"^```python\n(.*?)^```", text, re.S | re.M)
    (card,) = re.findall(r"^```text\n(.*?)^```", text, re.S | re.M)
    shown = [data(outputs)[0] for outputs in executed(tmp_path, *cells)[1:]]
    assert len(shown) == 2
    for each in shown:
        assert doctest.OutputChecker().check_output(card, each + "\n", doctest.ELLIPSIS), each


def test_outside_of_a_notebook() -> None:
    """There are no cells to be graded, and the sentence says what to use."""
    with pytest.raises(UsageError, match=r"in a program use nncheck\.Grader"):
        nncheck.check("sigmoid")


def test_the_package_stays_light() -> None:
    """The names are there without what stands behind them."""
    names = {"check", "load_ipython_extension", "Grader"}
    assert names <= set(nncheck.__all__)
    assert not names & set(vars(nncheck))
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        nncheck.chekc  # noqa: B018 - to ask for it is the test
