"""`nncheck derive` as a person or a script meets it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = {"sympy", "flint", "matplotlib", "numpy"}


def derive(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Runs `nncheck derive ARGUMENTS` to its end."""
    command = [sys.executable, "-m", "nncheck", "derive", *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False
    )


def test_the_page_is_printed() -> None:
    """The worked network with its numbers; no colour codes in a pipe."""
    done = derive("backprop", "--wrt", "W1[0,0]")
    assert done.returncode == 0
    assert "w₁₁⁽¹⁾ ← w₁₁⁽¹⁾ − η · ∂E/∂w₁₁⁽¹⁾ = 0.15 − 0.5 · 0.00043856773 ≈ 0.14978072" in done.stdout
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("kind", "start"), [("markdown", "# "), ("notebook", "{"), ("html", "<!doctype html>")]
)
def test_formats_are_written_to_files(tmp_path: Path, kind: str, start: str) -> None:
    """The file holds what would be printed, and is the same each time."""
    first, second = tmp_path / "a", tmp_path / "b"
    for path in (first, second):
        done = derive("sigmoid", "--numbers", "--format", kind, "--output", path)
        assert (done.returncode, done.stdout) == (0, "")
    assert first.read_text("utf-8").startswith(start)
    assert first.read_bytes() == second.read_bytes()


def test_own_values_and_the_other_language() -> None:
    """--values in the command line, --lang zh."""
    done = derive("tanh", "--values", '{"x": [0.5]}', "--lang", "zh")
    assert "0.46211716" in done.stdout
    assert "逐步求导" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("nosuch",), "unknown exercise or function"),
        (("sigmoid", "--format", "pdf"), "'pdf' is not one of"),
        (("sigmoid", "--values", "x = "), "--values:1: not TOML"),
        (("sigmoid", "--output", "no/where.md"), "there is no folder"),
        (("uniform",), "draws numbers"),
    ],
)
def test_mistakes_are_one_sentence(arguments: tuple[str, ...], reason: str) -> None:
    """Exit code 2, and no traceback."""
    done = derive(*arguments)
    assert done.returncode == 2
    assert reason in done.stderr
    assert "Traceback" not in done.stderr


COURSE = """
import numpy as np

from nncheck.spec import Example, Exercise, Function, exp, gradient, log, number, one_hot, reals, tanh, total

UNIT = (-1, 1)
PARAMS = {
    **{"W1": reals(*UNIT, "h", "d"), "b1": reals(*UNIT, "h")},
    **{"W2": reals(*UNIT, "o", "h"), "b2": reals(*UNIT, "o")},
}


def softmax(z):
    return exp(z) / total(exp(z), axis=-1)


def step(x, y, params, lr):
    \"\"\"One step of gradient descent.\"\"\"
    a = tanh(x @ params["W1"].T + params["b1"])
    p = softmax(a @ params["W2"].T + params["b2"])
    slopes = gradient(-total(y * log(p)), params)
    return {name: params[name] - lr * slopes[name] for name in params}


START = {
    "W1": np.array([[0.1, 0.2], [0.3, -0.4], [0.5, 0.6]]),
    "b1": np.array([0.1, 0.2, 0.3]),
    "W2": np.array([[0.7, -0.8, 0.9], [0.2, 0.4, -0.6]]),
    "b2": np.array([0.05, -0.05]),
}
STEP = Function(
    step,
    {"x": reals(-1, 1, "d"), "y": one_hot("o"), "params": PARAMS, "lr": number(0, 1)},
    examples=(Example("one", np.array([0.5, -0.25]), np.array([0.0, 1.0]), START, 0.1, worked="chapter 3"),),
)
EXERCISE = Exercise("course", "A network of our own", (STEP,))
"""


def test_a_network_that_nobody_prepared_is_derived(tmp_path: Path) -> None:
    """tanh, softmax and cross-entropy in a course's own exercise: everything comes from its graph."""
    folder = tmp_path / "exercises" / "course"
    folder.mkdir(parents=True)
    (folder / "exercise.py").write_text(COURSE, "utf-8")
    text = derive("course", "--exercises", tmp_path, "--wrt", "W1[2,1]").stdout
    assert "a 2-3-2 network" in text
    assert "w₃₂⁽¹⁾ reaches E along 4 paths" in text
    assert "= 1 − (a₃⁽¹⁾)²" in text
    assert "∂a₁⁽²⁾/∂z₂⁽²⁾  = −a₁⁽²⁾ a₂⁽²⁾" in text
    assert "= 0.6 − 0.1 · (−0.17749196) ≈ 0.61774920" in text


def test_help_loads_nothing_heavy() -> None:
    """--help answers before SymPy could be loaded."""
    command = [sys.executable, "-X", "importtime", "-m", "nncheck", "derive", "--help"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert loaded & HEAVY == set()
    assert "nncheck derive backprop --wrt W1[0,0]" in done.stdout
