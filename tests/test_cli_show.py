"""nncheck show, and the files that students start from."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from students import EXERCISES

from nncheck.cli.describing import described, stub_file
from nncheck.cli.exercise_pages import shown as exercise_page
from nncheck.derive.derivation import derivation
from nncheck.errors import UsageError
from nncheck.reference.symbolic import formula_text
from nncheck.report.screen import Screen

ROOT = Path(__file__).resolve().parent.parent
NAMES = [f"{exercise.name}.{name}" for exercise in EXERCISES.values() for name in exercise.functions]
RULE = Screen().line * 80


def nncheck(*arguments: str, cwd: Path = ROOT, **extra: str) -> subprocess.CompletedProcess[str]:
    """What a terminal gets."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"} | extra
    command = [sys.executable, "-m", "nncheck", *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_function_can_be_read(name: str) -> None:
    """Nothing is wider than the screen or ends in blanks, and the stub below the line can be pasted."""
    text = described(name, EXERCISES, Screen())
    lines = text.split("\n")
    assert max(map(len, lines)) <= 80
    assert [line for line in lines if line != line.rstrip()] == []
    stub = text.partition(f"{RULE}\n\n")[2]
    assert stub == stub_file(name, EXERCISES)
    (function,) = [node for node in ast.parse(stub).body if isinstance(node, ast.FunctionDef)]
    assert function.name == name.partition(".")[2]
    plain = described(name, EXERCISES, Screen(unicode=False, width=50))
    assert plain.isascii()
    assert max(map(len, plain.split("\n"))) <= 80


def test_the_statement_is_shown_once() -> None:
    """Of a function that has no single formula, there is none to be drawn."""
    text = described("losses.mse", EXERCISES, Screen()).partition(RULE)[0]
    assert text.count("mean of the squared differences") == 1
    assert formula_text(EXERCISES["losses"].functions["mse"]) == ""


def test_formulas_are_drawn() -> None:
    """As on paper, with the cases told apart; in ASCII where there is nothing else."""
    assert "   1\n───────\n     -x\n1 + e" in formula_text(EXERCISES["activations"].functions["sigmoid"])
    leaky = EXERCISES["activations"].functions["leaky_relu_grad"]
    assert formula_text(leaky) == "⎧1  for x > 0\n⎨\n⎩α  otherwise"
    assert formula_text(leaky, unicode=False).isascii()


@pytest.mark.parametrize("name", ["sigmoid", "backward", "softmax_jacobian", "l2_penalty"])
def test_the_derivation_is_named_where_there_is_one(name: str) -> None:
    """And not where there is none."""
    assert f"nncheck derive {name}" in described(name, EXERCISES, Screen())
    assert derivation(name, EXERCISES)


@pytest.mark.parametrize("name", ["zeros", "dropout", "count_parameters", "train"])
def test_no_derivation_is_promised(name: str) -> None:
    """`nncheck derive` would refuse it."""
    assert "nncheck derive" not in described(name, EXERCISES, Screen())
    with pytest.raises(UsageError):
        derivation(name, EXERCISES)


@pytest.mark.parametrize("name", ["sgd", "optimizers"])
def test_the_whole_statement_is_a_command_away(name: str) -> None:
    """What is agreed for all functions stands in the page of their exercise, and rows fit the screen."""
    command = "nncheck show optimizers --format html > optimizers.html"
    shown = described(name, EXERCISES, Screen())
    assert command in shown
    assert max(map(len, shown.splitlines())) <= Screen().columns
    page = exercise_page("optimizers", EXERCISES, "en")
    assert "in the first step, and then exactly what you returned" in page


def test_a_stub_is_graded_kindly(tmp_path: Path) -> None:
    """`nncheck show NAME --stub > submission.py` runs, earns nothing, and is told what to do next."""
    (tmp_path / "submission.py").write_text(nncheck("show", "sigmoid", "--stub").stdout)
    done = nncheck("grade", "submission.py", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert "✗ sigmoid  0 / 1" in done.stdout
    assert "it is not written yet" in done.stdout
    assert "SyntaxError" not in done.stdout


def test_the_stub_of_an_exercise() -> None:
    """All of its functions in one file."""
    tree = ast.parse(stub_file("softmax", EXERCISES))
    names = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert names == [*EXERCISES["softmax"].functions]


def test_a_course_of_ones_own_is_named(tmp_path: Path) -> None:
    """The commands that are shown work when they are pasted."""
    folder = tmp_path / "a course"
    text = described("sigmoid", EXERCISES, Screen(), (folder,))
    assert text.count(f"--exercises '{folder}'") == 4


def test_one_thing_at_a_time() -> None:
    """A picture is no file to start from."""
    done = nncheck("show", "sigmoid", "--stub", "--plot", "x.svg")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
