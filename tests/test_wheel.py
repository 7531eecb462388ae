"""What is installed works by itself: exercises inside, solutions never."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
EXERCISES = sorted(path.parent.name for path in (ROOT / "exercises").glob("*/exercise.py"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a new environment with the wheel, which borrows the libraries of this one."""
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    options = ["--quiet", "--disable-pip-version-check", "install", "--no-deps", "--no-index", str(wheel)]
    run([sys.executable, "-m", "pip", "--python", str(python), *options], cwd=home)
    site = next(home.glob("lib/python*/site-packages"))
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return python.parent


@pytest.fixture(scope="module")
def without_torch(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of one that borrows all of them but torch."""
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False, symlinks=True)
    site = next(home.glob("lib/python*/site-packages"))
    for library in Path(sysconfig.get_path("purelib")).iterdir():
        if "torch" not in library.name and "nncheck" not in library.name:
            (site / library.name).symlink_to(library)
    python = home / "bin" / "python"
    options = ["--quiet", "--disable-pip-version-check", "install", "--no-deps", "--no-index", str(wheel)]
    run([sys.executable, "-m", "pip", "--python", str(python), *options], cwd=home)
    return python.parent


def run(command: list[str], cwd: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command where nothing points at this checkout."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, cwd=cwd, env=outside, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def test_wheel_carries_exercises_and_no_solutions(wheel: Path) -> None:
    """Every exercise and its README is inside; solutions and tests are not."""
    names = zipfile.ZipFile(wheel).namelist()
    for name in EXERCISES:
        assert f"nncheck/exercises/{name}/exercise.py" in names
        assert f"nncheck/exercises/{name}/README.md" in names
        assert f"nncheck/exercises/{name}/zh.po" in names
    assert "nncheck/language/zh.po" in names
    assert "nncheck/report/report.schema.json" in names
    assert "nncheck/authoring/template/exercise.py.txt" in names
    for path in (ROOT / "nncheck" / "claims").glob("*.toml"):
        assert f"nncheck/claims/{path.name}" in names
    assert not [name for name in names if "solutions" in name or "tests/" in name or name.endswith(".pyc")]


def test_installed_nncheck_works_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    """`nncheck list` knows the exercises, and a right submission gets full marks."""
    where = "import nncheck; print(nncheck.__file__)"
    assert str(installed.parent) in run([str(installed / "python"), "-c", where], cwd=tmp_path).stdout
    listed = run([str(installed / "nncheck"), "list"], cwd=tmp_path).stdout
    assert all(f"{name}: " in listed for name in EXERCISES)
    solution = ROOT / "solutions" / "activations" / "right" / "numpy_textbook.py"
    shutil.copy(solution, tmp_path / "submission.py")
    assert "submission.py" in run([str(installed / "nncheck"), "grade", "submission.py"], cwd=tmp_path).stdout


def test_a_new_exercise_holds_without_torch(without_torch: Path, tmp_path: Path) -> None:
    """Whoever has no torch can write exercises all the same, and is told what has not been tried."""
    nncheck = str(without_torch / "nncheck")
    run([nncheck, "new", "foo", "--output", "course"], cwd=tmp_path)
    said = run([nncheck, "selfcheck", "foo", "--exercises", "course"], cwd=tmp_path).stdout
    assert "foo: not compared with torch, which is not installed" in " ".join(said.split())
    assert "foo: no errors" in said
