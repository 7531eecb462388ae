"""The benchmarks run, and would notice a harness or a measurement that is wrong."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BENCHMARKS = ROOT / "benchmarks"
PEERS = BENCHMARKS / "peers"
REQUIREMENTS = (PEERS / "requirements" / "pytest.txt").read_text("utf-8")
NO_INDEX = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", "PIP_CONFIG_FILE": os.devnull}
HALF_A_SECOND = "import time\nwhile time.process_time() < 0.5: pass\n"
ORPHANED = f"""
import subprocess, sys
subprocess.Popen([sys.executable, "-c", {HALF_A_SECOND!r}])
"""
MEASURE = """
import os, sys
from pathlib import Path
from peers.measure import Command, measured
command = Command((sys.executable, sys.argv[1]), Path.cwd(), Path("output.log"), dict(os.environ))
print(measured([command]).cpu)
"""


def venvs(folder: Path, command: str) -> Path:
    """An environment for pytest that is there already, and needs no download."""
    home = folder / "venvs" / "pytest"
    (home / "bin").mkdir(parents=True)
    (home / "installed.txt").write_text(REQUIREMENTS, "utf-8")
    (home / "bin" / "python").write_text(f"#!/bin/sh\n{command}\n", "utf-8")
    (home / "bin" / "python").chmod(0o755)
    return home.parent


def run(*arguments: str, **variables: str) -> str:
    """What the benchmark prints about one peer."""
    command = [sys.executable, str(PEERS / "run.py"), "--peer", "pytest", *arguments]
    environment = os.environ | variables
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def test_a_peer_is_measured(tmp_path: Path) -> None:
    """pytest, in an environment that is there, gets its row."""
    own = venvs(tmp_path, f'exec "{sys.executable}" "$@"')
    printed = run("--sizes", "2", "--venvs", str(own), PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")
    assert "**2 submissions**" in printed
    assert printed.count("| pytest |") == 1
    assert "not measured" not in printed


def test_a_peer_whose_marks_are_wrong_is_not_measured(tmp_path: Path) -> None:
    """A harness that passes everything has no figures for a batch with a wrong submission."""
    printed = run("--sizes", "7", "--mix", "--venvs", str(venvs(tmp_path, "exit 0")))
    assert printed.count("| pytest |") == 1
    assert (
        "pytest: not measured with 7 submissions, one in 7 of them wrong: 1 of its 7 marks are wrong"
        in printed
    )


def test_a_peer_that_cannot_be_installed_is_said_to_be_so(tmp_path: Path) -> None:
    """The reason is in the report, and the benchmark ends well."""
    printed = run("--sizes", "1", "--venvs", str(tmp_path), **NO_INDEX)
    assert "pytest: not measured with one submission: " in printed
    assert "| pytest |" not in printed


def test_processes_that_outlive_their_command_are_counted(tmp_path: Path) -> None:
    """Half a second of a process whose parent has ended is in the processor time."""
    (tmp_path / "orphaned.py").write_text(ORPHANED, "utf-8")
    command = [sys.executable, "-c", MEASURE, "orphaned.py"]
    environment = os.environ | {"PYTHONPATH": str(BENCHMARKS)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert 0.5 <= float(done.stdout) < 3


@pytest.mark.parametrize("mark", ["peers", "scaling"])
def test_tables_go_between_their_marks(mark: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """README has the marks of both commands, and nothing else of it changes."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    document = import_module("document")
    copy = tmp_path / "README.md"
    copy.write_text(document.DOCUMENT.read_text("utf-8"), "utf-8")
    monkeypatch.setattr(document, "DOCUMENT", copy)
    document.replace(mark, "the table")
    text = copy.read_text("utf-8")
    assert f"<!-- {mark}: begin -->\nthe table\n<!-- {mark}: end -->" in text
    with pytest.raises(SystemExit, match="unheard-of: begin"):
        document.replace("unheard-of", "the table")
    assert copy.read_text("utf-8") == text


def test_every_call_of_a_grading_is_timed(store: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """The student's own time is that of at least as many calls as there are checks."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    students_time = import_module("students_time")
    path = ROOT / "solutions" / "softmax" / "right" / "numpy_textbook.py"
    calls = students_time.recorded(path, "softmax", store)
    assert {call[0] for call in calls} == {"softmax", "log_softmax", "softmax_jacobian"}
    assert len(calls) > 100
    assert 0.0001 < students_time.students_time(path, "softmax", store) < 1
