"""nncheck as a library: sources and paths in, records out, and the host stays as it was."""

import json
import os
import re
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import nbformat
import pytest

import nncheck
from nncheck.errors import UsageError
from nncheck.records import Report
from nncheck.report.json import render

ROOT = Path(__file__).resolve().parent.parent
RIGHT = "def identity(x):\n    return x\n"
WRONG = "def identity(x):\n    return 2 * x\n"
ONE = {"exercises": ["activations"], "functions": ["identity"]}


@pytest.fixture(scope="module")
def grader() -> Any:
    """One that asks for `identity` alone."""
    with nncheck.Grader(**ONE, jobs=2) as made:
        yield made


def test_source_text_is_graded(grader: nncheck.Grader) -> None:
    """The result is a record, with the points and the checks."""
    result = grader.grade(RIGHT)
    assert (result.score, result.max_score) == (1.0, 1.0)
    assert result.submission == "submission.py"
    assert grader.grade(WRONG).score == 0.25


def test_paths_are_graded(grader: nncheck.Grader, tmp_path: Path) -> None:
    """As text, as a Path, and as a notebook."""
    plain, notebook = tmp_path / "a.py", tmp_path / "b.ipynb"
    plain.write_text(RIGHT)
    cells = [nbformat.v4.new_markdown_cell("# identity"), nbformat.v4.new_code_cell(RIGHT)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), notebook)
    assert [grader.grade(each).score for each in (plain, str(plain), notebook)] == [1.0, 1.0, 1.0]
    assert grader.grade(plain, name="alice").submission == "alice"


def test_a_single_line_of_source_is_no_path(grader: nncheck.Grader) -> None:
    """Only what ends in .py or .ipynb is one."""
    assert grader.grade("identity = lambda x: x").score == 1.0


def test_results_are_those_of_the_command(grader: nncheck.Grader, tmp_path: Path) -> None:
    """The same submission and seed give the same report, whoever asks."""
    path = tmp_path / "submission.py"
    path.write_text(WRONG)
    command = [sys.executable, "-m", "nncheck", "grade", str(path), "--format", "json"]
    options = ["--exercise", "activations", "--function", "identity"]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    ours = Report(submissions=(grader.grade(path),), environment=grader.environment)
    assert json.loads(render(ours)) == json.loads(done.stdout)


def test_threads_may_share_a_grader(grader: nncheck.Grader) -> None:
    """Every thread gets its own answer."""
    sources = [RIGHT, WRONG] * 8
    with ThreadPoolExecutor(5) as threads:
        scores = [result.score for result in threads.map(grader.grade, sources)]
    assert scores == [1.0, 0.25] * 8


def test_the_explanation_can_be_left_out() -> None:
    """The verdict stays, the misconception is not looked for."""
    source = "def relu(x):\n    return x\n"
    with nncheck.Grader(explain=False) as fast, nncheck.Grader() as full:
        quick, slow = fast.grade(source), full.grade(source)
    assert quick.score == slow.score < 1.0
    named = [check.misconceptions for check in slow.exercises[0].functions[0].checks if check.misconceptions]
    assert named
    assert not any(check.misconceptions for check in quick.exercises[0].functions[0].checks)


def test_a_secret_seed_is_in_no_result(tmp_path: Path) -> None:
    """The environment says that there was one, not which."""
    secret = tmp_path / "seed"
    secret.write_bytes(b"0123456789abcdef")
    with nncheck.Grader(**ONE, seed_file=secret) as grader:
        assert grader.grade(RIGHT).score == 1.0
        assert grader.environment.seed is None


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"exercises": ["activatoins"]}, "did you mean activations"),
        ({"backend": "trch"}, "did you mean torch"),
        ({"device": "gpu"}, "unknown device 'gpu'"),
        ({"require_isolation": "storng"}, "did you mean strong"),
        ({"jobs": 0}, "at least 1"),
        ({"seed": 1, "seed_file": "x"}, "exclude each other"),
        ({"seed_file": "/nowhere"}, "/nowhere"),
    ],
)
def test_options_that_cannot_be_are_refused_at_once(options: dict[str, Any], sentence: str) -> None:
    """With one sentence, before anything is graded."""
    with pytest.raises(UsageError, match=sentence):
        nncheck.Grader(**options)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("missing.py", "cannot be read|does not exist"),
        ("\0\n", "NUL"),
        (Path("/"), "is neither|cannot be read"),
    ],
)
def test_what_cannot_be_read_is_named(grader: nncheck.Grader, given: Any, sentence: str) -> None:
    """As the command says it."""
    with pytest.raises(UsageError, match=sentence):
        grader.grade(given)


HOST = """
import ctypes, json, os, resource, signal, sys, threading, warnings
import numpy  # it changes the filters of warnings
import nncheck
def state():
    return {
        "threads": threading.active_count(), "directory": os.getcwd(),
        "signals": str([signal.getsignal(each) for each in range(1, signal.NSIG)]),
        "dumpable": ctypes.CDLL(None).prctl(3), "limits": [resource.getrlimit(each) for each in range(10)],
        "descriptors": len(os.listdir("/proc/self/fd")), "environment": dict(os.environ),
        "filters": str(warnings.filters), "recursion": sys.getrecursionlimit(),
    }
before = state()
with nncheck.Grader() as grader:
    result = grader.grade("def sigmoid(x):\\n    return x\\n")
    assert 0 <= result.score < 1
after = state()
heavy = {"sympy", "hypothesis", "torch", "flint", "scipy"} & set(sys.modules)
print(json.dumps({"changed": [key for key in before if before[key] != after[key]], "heavy": sorted(heavy)}))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_the_host_stays_as_it_was() -> None:
    """Its signals, limits, threads, descriptors, environment; and nothing heavy is imported there."""
    done = subprocess.run([sys.executable, "-c", HOST], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {"changed": [], "heavy": []}


def test_a_host_that_is_interrupted_loses_no_grader(grader: nncheck.Grader) -> None:
    """Ctrl-C reaches every process of a terminal's group, and graders are none of it."""
    pids = [process._process.pid for process in grader._pool._free]
    assert pids
    assert all(os.getpgid(pid) != os.getpgrp() for pid in pids)
    for pid in pids:
        os.kill(pid, signal.SIGINT)
    assert grader.grade(RIGHT).score == 1.0
    assert [process._process.pid for process in grader._pool._free][-1] in pids


def test_there_is_nothing_else_to_import() -> None:
    """A misspelt name is an AttributeError, as of any module."""
    with pytest.raises(AttributeError, match="Gradr"):
        nncheck.Gradr  # noqa: B018


def test_the_programs_of_the_guide_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """As they are printed; the reward is 1 for right source, less for wrong, and 0 for none."""
    monkeypatch.setenv("ISOLATION", "basic")
    guide = (ROOT / "docs" / "python.md").read_text("utf-8")
    first, second = re.findall(r"```python\n(.*?)```", guide, re.DOTALL)
    shown: dict[str, Any] = {}
    exec(first, shown)
    assert shown["result"].score == shown["result"].max_score == 1.0
    rewarding: dict[str, Any] = {}
    exec(second, rewarding)
    with rewarding["grader"]:
        right = (Path(__file__).resolve().parent.parent / "solutions/softmax/right").glob("*.py")
        rewards = [
            rewarding["reward"](source) for source in (next(right).read_text("utf-8"), "x = 1", "exit()")
        ]
    assert rewards == [1.0, 0.0, 0.0]
