"""Files of a student named like ours or like libraries are never run, however nncheck is started."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nncheck.cli import same_folder, trusted

ROOT = Path(__file__).resolve().parent.parent
SUBMISSION = "import numpy as np\n\n\ndef relu(x):\n    return np.zeros_like(x)\n"
LOADED = [
    "click",
    "msgspec",
    "numpy",
    "rich",
    "platformdirs",
    "sympy",
    "flint",
    "hypothesis",
    "torch",
    "json",
]
MODULE = [sys.executable, "-m", "nncheck"]
# What an installed script does: its own folder, and not the working directory, leads the search path.
SCRIPT = [sys.executable, "-P", "-c", "from nncheck.cli import main; main()"]
Done = subprocess.CompletedProcess[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A student's folder in which every library has a shadow that says when it is run."""
    folder = tmp_path / "handed-in"
    folder.mkdir()
    shadow = f"with open({str(tmp_path / 'run')!r}, 'a') as file:\n    file.write(__name__)\n"
    for name in LOADED:
        (folder / f"{name}.py").write_text(shadow)
    (folder / "submission.py").write_text(SUBMISSION)
    return folder


def nncheck(command: list[str], folder: Path, *search: str) -> Done:
    """Grades in the folder; as a module with an empty cache, so that every kind of process is started."""
    cache = {"XDG_CACHE_HOME": str(folder.parent / "cache")} if command is MODULE else {}
    path = [each for each in (*search, os.environ.get("PYTHONPATH", str(ROOT))) if each is not None]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path)} | cache
    return subprocess.run(
        [*command, "grade", "submission.py"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("command", [MODULE, SCRIPT], ids=["module", "script"])
@pytest.mark.parametrize("search", [(), ("",), (".",), ("{folder}",), ("../handed-in",)], ids=str)
def test_nothing_beside_a_submission_is_run(
    folder: Path, command: list[str], search: tuple[str, ...]
) -> None:
    """The working directory and whatever PYTHONPATH names are no places to import from, for any process."""
    done = nncheck(command, folder, *(each.format(folder=folder) for each in search))
    assert not (folder.parent / "run").exists()
    assert (done.returncode, done.stderr) == (1, "")
    assert "relu" in done.stdout


def test_meta_shadows_are_run_where_nobody_forbids_it(folder: Path) -> None:
    """The shadows work: Python itself runs each of them in that folder."""
    for name in LOADED:
        subprocess.run([sys.executable, "-c", f"import {name}"], cwd=folder, check=True)
    assert (folder.parent / "run").read_text() == "".join(LOADED)


def test_it_runs_in_its_own_checkout() -> None:
    """In the folder that nncheck itself lies in it works, although nothing else is imported from there."""
    done = subprocess.run([*MODULE, "list"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "activations" in done.stdout


def test_what_is_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python's own folders always; the working directory and those of PYTHONPATH by no name."""
    here, other = tmp_path / "here", tmp_path / "other"
    for each in (here, other):
        each.mkdir()
    (tmp_path / "link").symlink_to(here)
    monkeypatch.chdir(here)
    monkeypatch.setenv("PYTHONPATH", "")
    for name in ("", ".", str(here), str(tmp_path / "link"), "../here", f"{here}/../here"):
        assert not trusted(name), name
    assert trusted(str(other))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(["/nowhere", "../other"]))
    assert not trusted(str(other))
    library = os.path.dirname(os.__file__)
    monkeypatch.chdir(library)
    assert trusted(library)


def test_folders_that_are_not_there_are_no_others() -> None:
    """A search path may name files that do not exist, such as python311.zip."""
    assert not same_folder("/nowhere/python311.zip", os.curdir)
    assert not same_folder("/nowhere", "/nowhere")


def test_a_file_cannot_be_an_option(folder: Path) -> None:
    """A name that begins with a dash, as a shell's * may hand it over, is refused before it is obeyed."""
    (folder / "--exercises=.").touch()
    (folder / "exercises" / "mine").mkdir(parents=True)
    (folder / "exercises" / "mine" / "exercise.py").write_text((folder / "numpy.py").read_text())
    starred = ["grade", "--exercises=.", "submission.py"]
    done = subprocess.run([*SCRIPT, *starred], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("nncheck: --exercises=. is the name of a file here")
    assert not (folder.parent / "run").exists()
    named = ["grade", "--", "--exercises=."]
    done = subprocess.run([*SCRIPT, *named], cwd=folder, capture_output=True, text=True, check=False)
    assert "neither a .py nor an .ipynb file" in done.stderr


def test_what_is_quoted_in_an_error_is_inert(folder: Path) -> None:
    """Names of files in errors, click's own included, steer no terminal and no build server."""
    for arguments in (["\x1b[2J::error::x##[y]"], ["submission.py", "--format", "\x1b::a"], ["--\x1b##[x]"]):
        command = [*SCRIPT, "grade", *arguments]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert "\\x1b" in done.stderr
        assert not any(each in done.stderr for each in ("\x1b", "::", "##"))
