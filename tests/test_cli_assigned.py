"""`nncheck grade --assignment`: its functions count, for its points, and for nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest
from students import EXERCISES
from test_cli_release import nncheck

from nncheck.cli.assigned import with_assignment
from nncheck.errors import UsageError
from nncheck.keys import grading_key
from nncheck.settings import Settings
from nncheck.submission import read_submission

HOMEWORK = """exercises = ["layers", "softmax"]
functions = ["linear", "count_parameters", "softmax"]
[points]
linear = 7
softmax = 0.5
"""
# It says by itself that another exercise counts, and lacks a function of the assignment.
SUBMISSION = """# nncheck: activations
import numpy as np

def linear(x, W, b):
    return x @ W.T + b

def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An assignment and a submission."""
    folder = tmp_path_factory.mktemp("homework")
    (folder / "hw1.toml").write_text(HOMEWORK, "utf-8")
    (folder / "ann.py").write_text(SUBMISSION, "utf-8")
    return folder


def points(report: dict[str, Any]) -> dict[str, tuple[float, float]]:
    """What each function has, and what it is worth."""
    exercises = report["submissions"][0]["exercises"]
    functions = [function for exercise in exercises for function in exercise["functions"]]
    return {each["function"]: (each["score"], each["max_score"]) for each in functions}


def test_an_assignment_says_what_counts_and_how_much(folder: Path) -> None:
    """All of its functions, a missing one too, whatever the submission's own line says; no others."""
    done = nncheck(folder, "grade", "--assignment", "hw1.toml", "--format", "json", "ann.py")
    usual = EXERCISES["layers"].functions["count_parameters"].points
    assert points(json.loads(done.stdout)) == {
        "linear": (7, 7),
        "count_parameters": (0, usual),
        "softmax": (0.5, 0.5),
    }
    assert done.returncode == 1


def test_points_are_part_of_the_key(folder: Path) -> None:
    """A gradebook grades again after an assignment has changed."""
    submission = read_submission(folder / "ann.py")
    settings = with_assignment(Settings(), folder / "hw1.toml", ())
    (folder / "other.toml").write_text(HOMEWORK.replace("linear = 7", "linear = 8"), "utf-8")
    other = with_assignment(Settings(), folder / "other.toml", ())
    exercises = [EXERCISES[name] for name in settings.exercises]
    keys = {grading_key(submission, exercises, each) for each in (settings, other, settings)}
    assert len(keys) == 2


def test_a_file_that_cannot_be_read_has_lost_the_points_of_the_assignment(folder: Path) -> None:
    """Among several."""
    (folder / "bob.py").write_bytes(b"\xff")
    done = nncheck(folder, "grade", "--assignment", "hw1.toml", "--format", "json", "ann.py", "bob.py")
    usual = EXERCISES["layers"].functions["count_parameters"].points
    assert [each["max_score"] for each in json.loads(done.stdout)["submissions"]] == [7.5 + usual] * 2


@pytest.mark.parametrize(
    ("content", "settings", "reason"),
    [
        ('exercises = ["softmax"]', Settings(functions=("softmax",)), "leave --exercise and --function out"),
        ('exercises = ["sofmax"]', Settings(), "did you mean softmax"),
        ('title = "empty"', Settings(), "name the exercises in"),
    ],
)
def test_what_is_no_assignment_is_refused(
    tmp_path: Path, content: str, settings: Settings, reason: str
) -> None:
    """In one sentence."""
    path = tmp_path / "hw.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(UsageError, match=reason):
        with_assignment(settings, path, ())


HIDING = 'exercises = ["softmax"]\nfunctions = ["softmax"]\nhidden_checks = [{}]\n'
NAIVE = """import numpy as np

def softmax(z):
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True)
"""


def test_hidden_checks_count_and_are_not_shown(folder: Path) -> None:
    """Students who try with --public get full marks of what they see; the instructor's grade is lower."""
    (folder / "hw2.toml").write_text(HIDING.format('"stability", "softmax.dtype"'), "utf-8")
    (folder / "bob.py").write_text(NAIVE, "utf-8")
    grade = ("grade", "--assignment", "hw2.toml", "--format", "json", "bob.py")
    whole, public = (json.loads(nncheck(folder, *grade, *more).stdout) for more in ((), ("--public",)))
    ((score, most),), (seen,) = points(whole).values(), points(public).values()
    assert score < most
    assert seen == (most, most)
    names = {each["check"] for each in checks(public)}
    assert {each["check"] for each in checks(whole)} - names == {"stability", "dtype"}
    (failed,) = [each for each in checks(whole) if each["status"] == "failed"]
    assert (failed["check"], failed["counterexample"]) == ("stability", None)
    assert "hidden" in failed["message"]


def test_students_never_see_hidden_checks_on_gradescope(folder: Path) -> None:
    """Of the others they see everything at once."""
    (folder / "hw2.toml").write_text(HIDING.format('"stability"'), "utf-8")
    (folder / "bob.py").write_text(NAIVE, "utf-8")
    done = nncheck(folder, "grade", "--assignment", "hw2.toml", "--format", "gradescope", "bob.py")
    visible = {each["name"]: each["visibility"] for each in json.loads(done.stdout)["tests"]}
    assert {name for name, seen in visible.items() if seen == "hidden"} == {
        name for name in visible if "stability" in name
    }
    assert len(visible) > 5


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ('"stabilty"', "unknown check 'stabilty'; did you mean stability?"),
        ('"softmax.dtyp"', "did you mean softmax.dtype"),
        ('"values"', "values cannot be hidden: most of the points hang on it"),
        ('"sigmoid.dtype"', "unknown check"),
    ],
)
def test_a_check_that_cannot_be_hidden_is_refused(tmp_path: Path, name: str, said: str) -> None:
    """With the nearest names; nothing is hidden by mistake, or left open."""
    (tmp_path / "hw.toml").write_text(HIDING.format(name), "utf-8")
    with pytest.raises(UsageError, match=said.replace("?", r"\?")):
        with_assignment(Settings(), tmp_path / "hw.toml", ())


def checks(report: dict[str, Any]) -> list[dict[str, Any]]:
    """All checks of the one function."""
    (exercise,) = report["submissions"][0]["exercises"]
    (function,) = exercise["functions"]
    found: list[dict[str, Any]] = function["checks"]
    return found
