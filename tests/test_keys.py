"""Keys of results: equal where the result is, different where anything that decides it differs."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from gradebooks import ROOT
from msgspec.structs import replace
from students import EXERCISES

from nncheck import keys
from nncheck.keys import concerned, digest, grading_key
from nncheck.records import Limits, Submission
from nncheck.settings import Settings
from nncheck.spec import load_exercises
from nncheck.submission import read_submission

SIGMOID = "def sigmoid(x):\n    return x\n"
Make = Callable[..., Submission]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Writes and reads a submission."""

    def of(source: str = SIGMOID, name: str = "a/hw.py") -> Submission:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(source, "utf-8")
        return read_submission(path)

    return of


def key_for(submission: Submission, **settings: Any) -> str:
    """Its key among the exercises that ship."""
    chosen = Settings(**settings)
    return grading_key(submission, concerned(submission, EXERCISES, chosen), chosen)


def test_the_same_content_elsewhere_has_the_same_key(make: Make) -> None:
    """The folder does not matter; the file's own name does, because messages name it."""
    assert key_for(make()) == key_for(make(name="b/hw.py"))
    assert key_for(make()) != key_for(make(name="a/other.py"))
    assert len(key_for(make())) == 64
    assert int(key_for(make()), 16)


def test_another_content_has_another_key(make: Make) -> None:
    """Be it a blank."""
    assert key_for(make()) != key_for(make(SIGMOID + "\n"))


@pytest.mark.parametrize(
    "settings",
    [
        {"exercises": ("activations",)},
        {"functions": ("sigmoid",)},
        {"device": "cpu"},
        {"backend": "numpy"},
        {"seed": 1},
        {"secret_seed": True},
        {"limits": Limits(call_cpu_seconds=1.0)},
        {"level": "strong"},
        {"public": True},
        {"points": {"sigmoid": 2.0}},
        {"hidden_checks": ("dtype",)},
        {"explain": False},
        {"simplify": False},
        {"curves": True},
    ],
    ids=lambda settings: next(iter(settings)),
)
def test_every_setting_counts(make: Make, settings: dict[str, Any]) -> None:
    """No result that was found under others is taken."""
    assert key_for(make(), **settings) != key_for(make())


def test_every_setting_is_tried() -> None:
    """The table above has a row for each field."""
    [table] = test_every_setting_counts.pytestmark
    assert {next(iter(row)) for row in table.args[1]} == set(Settings.__struct_fields__)


@pytest.mark.parametrize(
    ("source", "settings", "names"),
    [
        (SIGMOID, {}, ["activations"]),
        ("softmax = 1\nsigmoid = 2\n", {}, ["activations", "softmax"]),
        ("x = 'mysigmoid sigmoid_'\n", {}, []),
        ("def ｓｉｇｍｏｉｄ(x):\n    return x\n", {}, ["activations"]),
        ("# nncheck: softmax\n" + SIGMOID, {}, ["softmax"]),
        (SIGMOID, {"exercises": ("softmax", "backprop")}, ["softmax", "backprop"]),
        (SIGMOID + "softmax = 1\n", {"functions": ("softmax",)}, ["softmax"]),
        ("# nncheck: sofmax\n", {}, [*EXERCISES]),
    ],
)
def test_which_exercises_concern_a_submission(
    make: Make, source: str, settings: dict[str, Any], names: list[str]
) -> None:
    """Named by option or by its own line, else by a word of it; a misspelt line is told of all there are."""
    found = concerned(make(source), EXERCISES, Settings(**settings))
    assert [each.name for each in found] == names


@pytest.mark.parametrize("file", ["exercise.py", "torch.json"])
def test_a_changed_exercise_changes_the_keys_that_it_concerns(make: Make, tmp_path: Path, file: str) -> None:
    """And no others; what its README says does not matter."""
    right, both = make(), make("sigmoid = softmax = 1\n")
    found = []
    for number, changed in enumerate((None, file, "README.md")):
        folder = tmp_path / str(number)
        shutil.copytree(ROOT / "exercises", folder / "exercises")
        if changed:
            path = folder / "exercises" / "softmax" / changed
            path.write_text(path.read_text("utf-8") + "\n", "utf-8")
        exercises = load_exercises((folder,))
        chosen = Settings()
        found.append(
            [grading_key(each, concerned(each, exercises, chosen), chosen) for each in (right, both)]
        )
    assert found[0] == found[2]
    assert found[0][0] == found[1][0]
    assert found[0][1] != found[1][1]


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("judge/compare.py", True),
        ("sandbox/worker.py", True),
        ("pipeline.py", True),
        ("results.py", True),
        ("cli/grade.py", False),
        ("report/text.py", False),
        ("gradebook/run.py", False),
    ],
)
def test_our_own_code_counts_where_it_decides(tmp_path: Path, path: str, counts: bool) -> None:
    """A better judge grades again; a prettier report does not."""
    package = Path(shutil.copytree(ROOT / "nncheck", tmp_path / "nncheck"))
    there = "import sys; sys.path.insert(0, sys.argv[1])"
    program = f"{there}; from nncheck import keys; print(keys._nncheck())"

    def found() -> str:
        command = [sys.executable, "-c", program, str(tmp_path)]
        return subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path).stdout

    before = found()
    with (package / path).open("a", encoding="utf-8") as file:
        file.write("# another line\n")
    assert (found() != before) is counts


def test_libraries_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another numpy may round otherwise."""
    before = keys._machine.__wrapped__("cpu")
    monkeypatch.setattr(keys, "version", lambda name: "9.9" if name == "numpy" else None)
    assert keys._machine.__wrapped__("cpu") != before


def test_digests_know_where_texts_end() -> None:
    """Two texts are not one."""
    assert digest("ab", "c") != digest("a", "bc") != digest("abc")
    assert digest("caf\udce9")


def test_a_secret_seed_does_not_appear(make: Make) -> None:
    """A key is a hash."""
    submission, seed = make(), 0x1234567890ABCDEF1234567890ABCDEF
    found = key_for(submission, seed=seed, secret_seed=True)
    assert f"{seed:x}" not in found
    assert str(seed) not in found
    assert found != key_for(replace(submission, sha256="0" * 64), seed=seed, secret_seed=True)
