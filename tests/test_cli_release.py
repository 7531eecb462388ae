"""`nncheck new` and `nncheck release` as a person meets them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parent.parent
MARKED = """def f(x):
    ### BEGIN SOLUTION
    return 42
    ### END SOLUTION
"""


def nncheck(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs `nncheck ARGUMENTS` in a folder to its end."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "nncheck", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def listed(done: subprocess.CompletedProcess[str]) -> list[str]:
    """The files that it says it has written."""
    assert (done.returncode, done.stderr) == (0, "")
    return [Path(line).name for line in done.stdout.splitlines() if line and " " not in line]


def test_an_exercise_is_released(tmp_path: Path) -> None:
    """A pair of files for students, a second time only with --overwrite."""
    release = ("release", "softmax", "--output", "out")
    assert listed(nncheck(tmp_path, *release)) == ["softmax.py", "softmax.ipynb"]
    again = nncheck(tmp_path, *release)
    assert again.returncode == 2
    assert "out/softmax.py is there already; add --overwrite" in again.stderr
    assert listed(nncheck(tmp_path, *release, "--overwrite")) == ["softmax.py", "softmax.ipynb"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["softmax.ipynb", "softmax.py"]


def test_an_assignment_is_one_pair(tmp_path: Path) -> None:
    """Named after its file; the instructor is told what grading does with its points and hidden inputs."""
    (tmp_path / "hw1.toml").write_text(
        'exercises = ["softmax", "layers"]\nfunctions = ["softmax", "linear"]\nhidden = true\n'
        "[points]\nlinear = 2",
        "utf-8",
    )
    done = nncheck(tmp_path, "release", "--assignment", "hw1.toml", "--output", "out", "--instructor")
    assert listed(done) == ["hw1.py", "hw1.ipynb", "hw1_solved.py", "hw1_solved.ipynb"]
    assert "note: these points count with nncheck grade --assignment FILE; without it linear counts 1" in (
        done.stdout
    )
    assert "--seed-file PATH" in done.stdout


def test_an_assignment_may_be_called_solved(tmp_path: Path) -> None:
    """Stubs are known as such, whatever the file is called."""
    (tmp_path / "hw_solved.toml").write_text('exercises = ["softmax"]', "utf-8")
    done = nncheck(tmp_path, "release", "--assignment", "hw_solved.toml", "--output", "out")
    assert listed(done) == ["hw_solved.py", "hw_solved.ipynb"]


def test_a_marked_file_is_released(tmp_path: Path) -> None:
    """Solutions and outputs are gone from a .py and a .ipynb."""
    (tmp_path / "hw.py").write_text(MARKED, "utf-8")
    output = nbformat.v4.new_output("stream", text="42")
    cells = [nbformat.v4.new_code_cell(MARKED, outputs=[output], execution_count=1)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "hw.ipynb")
    assert listed(nncheck(tmp_path, "release", "hw.py", "hw.ipynb", "--output", "out")) == [
        "hw.py",
        "hw.ipynb",
    ]
    for name in ("hw.py", "hw.ipynb"):
        student = (tmp_path / "out" / name).read_text("utf-8")
        assert "42" not in student.replace('"nbformat_minor": 42', "")
        assert "raise NotImplementedError" in student
    notebook = json.loads((tmp_path / "out" / "hw.ipynb").read_text("utf-8"))
    assert notebook["cells"][0]["outputs"] == []


REFUSED = [
    ((), "nothing to release"),
    (("sofmax",), "unknown exercise 'sofmax'; did you mean softmax"),
    (("hw.py", "--output", "."), "would be replaced by the student's version"),
    (("missing.py",), "cannot be read"),
    (("unbalanced.py",), "unbalanced.py:2: BEGIN SOLUTION has no END SOLUTION"),
    (("unbalanced.ipynb",), "unbalanced.ipynb, cell 2:2: BEGIN SOLUTION has no END SOLUTION"),
    (("raw.ipynb",), "raw.ipynb, cell 1:1: markers are understood in code only"),
    (("none.ipynb",), "is not a notebook"),
    (("softmax", "--assignment", "hw.toml"), "name the exercises in hw.toml alone"),
    (("--assignment", "empty.toml"), "name the exercises in empty.toml alone"),
    (("--assignment", "missing.toml"), "cannot be read"),
    (("bend", "--exercises", "course", "--instructor"), "holds no solution in numpy with bend"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files that cannot be released."""
    folder = tmp_path_factory.mktemp("refused")
    (folder / "hw.py").write_text(MARKED, "utf-8")
    unbalanced = MARKED.replace("    ### END SOLUTION\n", "")
    (folder / "unbalanced.py").write_text(unbalanced, "utf-8")
    cells = [nbformat.v4.new_markdown_cell("text"), nbformat.v4.new_code_cell(unbalanced)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / "unbalanced.ipynb")
    raw = nbformat.v4.new_raw_cell("# BEGIN SOLUTION")
    nbformat.write(nbformat.v4.new_notebook(cells=[raw]), folder / "raw.ipynb")
    (folder / "none.ipynb").write_text("{}", "utf-8")
    (folder / "hw.toml").write_text('exercises = ["softmax"]', "utf-8")
    (folder / "empty.toml").write_text("", "utf-8")
    assert nncheck(folder, "new", "bend", "--output", "course").returncode == 0
    for path in (folder / "course" / "solutions").rglob("right/*.py"):
        path.unlink()
    return folder


@pytest.mark.parametrize(("arguments", "reason"), REFUSED)
def test_what_cannot_be_released(folder: Path, arguments: tuple[str, ...], reason: str) -> None:
    """One sentence, exit code 2, and nothing is written."""
    done = nncheck(folder, "release", *(() if "--output" in arguments else ("--output", "out")), *arguments)
    assert done.returncode == 2
    assert reason in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (folder / "out").exists()


def test_solutions_that_lose_points_are_not_published(tmp_path: Path) -> None:
    """The proof is on drafts: where it fails, the folder stays as it was."""
    assert nncheck(tmp_path, "new", "bend").returncode == 0
    path = tmp_path / "solutions" / "bend" / "right" / "numpy_textbook.py"
    path.write_text(path.read_text("utf-8").replace("np.log1p", "np.sin"), "utf-8")
    done = nncheck(tmp_path, "release", "bend", "--exercises", ".", "--instructor", "--output", "out")
    assert (done.returncode, done.stdout) == (2, "")
    assert "bend_solved.py: the solutions lose points in bend" in done.stderr
    assert list((tmp_path / "out").iterdir()) == []


def test_students_of_a_new_exercise_are_told_what_they_need(tmp_path: Path) -> None:
    """It does not come with nncheck, so grading takes a folder."""
    assert nncheck(tmp_path, "new", "bend").returncode == 0
    assert nncheck(tmp_path, "release", "bend", "--exercises", ".", "--output", "out").returncode == 0
    assert "nncheck grade --exercises COURSE bend.py" in (tmp_path / "out" / "bend.py").read_text("utf-8")


def test_a_new_exercise_says_what_comes_next(tmp_path: Path) -> None:
    """Its files, and the command; a second one of that name is refused."""
    done = nncheck(tmp_path, "new", "bend", "--output", "my course")
    assert done.stdout.endswith("run nncheck selfcheck bend --exercises 'my course'\n")
    again = nncheck(tmp_path, "new", "bend", "--output", "my course")
    assert (again.returncode, again.stdout) == (2, "")
    assert "there is an exercise or function bend already" in again.stderr
