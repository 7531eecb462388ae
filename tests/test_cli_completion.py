"""The Tab key, in a real bash."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from students import EXERCISES

from nncheck.cli.commands import COMMANDS
from nncheck.cli.completing import functions_in
from nncheck.report import FORMATS

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash on this machine")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """That of a shell in which nncheck is installed."""
    folder = tmp_path_factory.mktemp("bin")
    program = folder / "nncheck"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m nncheck "$@"\n')
    program.chmod(0o755)
    found = {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    return os.environ | found | {"TERM": "dumb", "HISTFILE": os.devnull}


@pytest.fixture(scope="module")
def script(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `nncheck completion bash` prints, as it is saved."""
    path = tmp_path_factory.mktemp("completions") / "nncheck"
    done = subprocess.run(
        ["nncheck", "completion", "bash"], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    path.write_text(done.stdout)
    return path


@pytest.fixture
def completed(environment: dict[str, str], script: Path, line: str) -> list[str]:
    """What bash offers at the end of a line."""
    words = line.split(" ")
    quoted = " ".join(f"'{word}'" for word in words)
    ask = f'source "$1"; COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _nncheck_completion nncheck'
    done = subprocess.run(
        ["bash", "--norc", "-c", f'{ask}; printf "%s\\n" "${{COMPREPLY[@]}}"', "bash", str(script)],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.split()


LINES = [
    ("nncheck ", [*COMMANDS]),
    ("nncheck sel", ["selfcheck"]),
    ("nncheck grade --w", ["--watch"]),
    ("nncheck grade --exercise ", [*EXERCISES]),
    ("nncheck grade --exercise soft", ["softmax"]),
    ("nncheck grade --exercise softmax --function ", [*EXERCISES["softmax"].functions]),
    ("nncheck grade --function sigmoid_", ["sigmoid_grad", "sigmoid_chain_grad"]),
    ("nncheck grade --format ", [*FORMATS]),
    ("nncheck show softmax_c", ["softmax_cross_entropy", "softmax_cross_entropy_grad"]),
    ("nncheck show softmax.s", ["softmax.softmax", "softmax.softmax_jacobian"]),
    ("nncheck derive back", ["backprop", "backward"]),
    ("nncheck selfcheck l", ["layers", "losses"]),
    ("nncheck release opt", ["optimizers"]),
    ("nncheck show nothing_begins_so", []),
]  # fmt: skip


@pytest.mark.parametrize(("line", "offered"), LINES, ids=[line for line, _ in LINES])
def test_what_is_offered(completed: list[str], offered: list[str]) -> None:
    """Commands, options, exercises and functions that begin as the word does."""
    assert sorted(completed) == sorted(offered)


@pytest.mark.parametrize("name", [*EXERCISES])
def test_no_function_is_missing(name: str) -> None:
    """Their names are read from the text of the exercise, which is not run."""
    assert {*functions_in(EXERCISES[name].source)} == {*EXERCISES[name].functions}


def test_a_new_exercise_is_found(environment: dict[str, str], tmp_path: Path) -> None:
    """As `nncheck new` writes it, in the folder that the line names; its code is not run."""
    subprocess.run(
        ["nncheck", "new", "swish"], cwd=tmp_path, env=environment, check=True, capture_output=True
    )
    source = tmp_path / "exercises" / "swish" / "exercise.py"
    source.write_text(source.read_text() + "\nopen('was-run', 'w')\n")
    line = {"COMP_WORDS": "nncheck show --exercises . swi", "COMP_CWORD": "4"}
    done = subprocess.run(
        ["nncheck"], cwd=tmp_path, env=environment | line | {"_NNCHECK_COMPLETE": "bash_complete"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.split() == ["plain,swish", "plain,swish_grad"]
    assert not (tmp_path / "was-run").exists()
    source.unlink()
    source.mkdir()  # what cannot be read is passed over
    done = subprocess.run(
        ["nncheck"], cwd=tmp_path, env=environment | line | {"_NNCHECK_COMPLETE": "bash_complete"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.stdout + done.stderr).strip() == ""


def test_a_tab_is_quick(environment: dict[str, str]) -> None:
    """Nothing heavy is loaded, so that there is no pause in typing."""
    line = {"COMP_WORDS": "nncheck show sig", "COMP_CWORD": "2", "_NNCHECK_COMPLETE": "bash_complete"}
    command = [sys.executable, "-X", "importtime", "-m", "nncheck"]
    times = []
    for _ in range(3):
        start = time.monotonic()
        done = subprocess.run(command, env=environment | line, capture_output=True, text=True, check=False)
        times.append(time.monotonic() - start)
    loaded = {each.rpartition("|")[2].strip().partition(".")[0] for each in done.stderr.splitlines()}
    assert "click" in loaded
    assert not loaded & {"numpy", "sympy", "flint", "msgspec", "rich", "hypothesis", "torch"}
    assert min(times) < 0.5  # 50 ms here, on an idle machine


def test_files_are_completed_at_the_keyboard(
    environment: dict[str, str], script: Path, tmp_path: Path
) -> None:
    """A person types, and presses Tab."""
    (tmp_path / "answer-of-mine.py").touch()
    ours, theirs = os.openpty()
    shell = subprocess.Popen(
        ["bash", "--norc", "--noprofile", "-i"],
        cwd=tmp_path,
        env=environment,
        preexec_fn=lambda: os.login_tty(theirs),
    )
    os.close(theirs)
    os.write(ours, f"source {script}\nnncheck grade ans\t".encode())
    shown, end = b"", time.monotonic() + 20
    while b"answer-of-mine.py" not in shown and time.monotonic() < end:
        shown += os.read(ours, 4096)
    shell.kill()
    shell.wait()
    os.close(ours)
    assert b"answer-of-mine.py" in shown


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_every_shell(environment: dict[str, str], shell: str) -> None:
    """It says where it belongs, and the shell, where it is here, can read it."""
    done = subprocess.run(
        ["nncheck", "completion", shell], env=environment, capture_output=True, text=True, check=True
    )
    assert re.search(r"# save as ~/\.\S*nncheck", done.stdout)
    assert done.stdout.startswith("#compdef nncheck") == (shell == "zsh")
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell} on this machine to read the script")
    subprocess.run([shell, "-n"], input=done.stdout, text=True, check=True, env=environment)


def test_an_unknown_shell(environment: dict[str, str]) -> None:
    """The known ones are listed."""
    done = subprocess.run(
        ["nncheck", "completion", "tcsh"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "'bash', 'zsh', 'fish'" in done.stderr
