"""`nncheck doctor` as a person or a workflow meets it."""

import json
import os
import re
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import pytest
from test_cli import ROOT, Done, command, environment, nncheck

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's layers are Linux's")
CAPBSET_DROP, SETGID, SETUID = 24, 6, 7  # of prctl


@LINUX
def test_it_is_quick_and_satisfied_here() -> None:
    """A machine that is strong gives 0, within three seconds when nothing else runs, without torch."""
    before = time.monotonic()
    done = nncheck("doctor", "--require-isolation", "strong")
    if done.returncode == 3 and "can be had here" in done.stdout:
        pytest.skip("isolation is not strong on this machine")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.rstrip().rpartition("\n")[2].startswith("✓ everything is in order")
    assert time.monotonic() - before < 20  # loaded machines are slower than three seconds


def test_no_torch_is_loaded_unasked() -> None:
    """Torch takes seconds to import, so that only --torch does it."""
    code = (
        "from nncheck.doctor.diagnosis import diagnose; import sys; diagnose(); print('torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_json_goes_to_a_file(tmp_path: Path) -> None:
    """--output keeps the diagnosis, and standard output stays empty."""
    done = nncheck("doctor", "--format", "json", "--output", tmp_path / "doctor.json")
    assert done.stdout == ""
    assert json.loads((tmp_path / "doctor.json").read_bytes())["schema"] == "nncheck.doctor/1"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--require-isolation", "perfect"],
        ["--format", "xml"],
        ["--output", "/nonexistent/doctor.json"],
        ["surplus"],
    ],
)
def test_wrong_usage(arguments: list[str]) -> None:
    """Exit code 2, a sentence, and nothing on standard output."""
    done = nncheck("doctor", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_a_poor_terminal_is_enough() -> None:
    """Without UTF-8 and colour everything is still said, in the width that there is."""
    done = nncheck("doctor", PYTHONIOENCODING="ascii", COLUMNS="60")
    assert done.stdout.isascii()
    assert "\x1b" not in done.stdout
    assert max(len(line) for line in done.stdout.split("\n") if "$ " not in line) <= 60


@LINUX
@pytest.mark.skipif(os.getuid() != 0, reason="only root has rights that can be dropped")
def test_root_without_the_right_to_change_users() -> None:
    """As in a container without capabilities: exit code 3, the reason, and the command that helps."""
    done = bound("doctor", "--require-isolation", "basic")
    assert done.returncode == 3
    assert "isolation basic is required, but only none can be had here" in done.stdout
    assert "--cap-add SETUID" in done.stdout or "su - USER" in done.stdout
    assert bound("doctor").returncode == 0


def bound(*arguments: str) -> Done:
    """Runs nncheck as root that cannot become another user."""
    dropped = f"import ctypes, os, sys; [ctypes.CDLL(None).prctl({CAPBSET_DROP}, each, 0, 0, 0) "
    dropped += f"for each in ({SETGID}, {SETUID})]; os.execv(sys.argv[1], sys.argv[1:])"
    line = [sys.executable, "-c", dropped, *command(*arguments)]
    return subprocess.run(line, env=environment(), capture_output=True, encoding="utf-8", check=False)


def test_documented_commands_exist() -> None:
    """Every nncheck command of the page on isolation has the options that it is shown with."""
    page = (ROOT / "docs" / "isolation-setup.md").read_text("utf-8")
    shown = re.findall(r"\bnncheck (doctor|grade)((?: [^`#\n|]+)?)", page)
    assert {name for name, _ in shown} == {"doctor", "grade"}
    for name, rest in shown:
        options = set(re.findall(r"--[a-z-]+", rest))
        assert options <= set(re.findall(r"--[a-z-]+", nncheck_help(name))), rest


@cache
def nncheck_help(name: str) -> str:
    """What a command says of itself."""
    return nncheck(name, "--help").stdout


def test_the_workflow_asks_the_doctor_first() -> None:
    """In the page's workflow nothing is graded before isolation strong has been found."""
    page = (ROOT / "docs" / "isolation-setup.md").read_text("utf-8")
    workflow = page.partition("```yaml")[2].partition("```")[0]
    doctor, grade = "nncheck doctor --require-isolation strong", "nncheck grade --require-isolation strong"
    assert 0 < workflow.index(doctor) < workflow.index(grade)
    assert "\non: pull_request  " in workflow
