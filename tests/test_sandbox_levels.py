"""What layers amount to, and that nothing is run with less than was asked for."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from students import EXERCISES

from nncheck.cli.grading import Request, run
from nncheck.errors import ExitCode, GraderError
from nncheck.pipeline import Grader, Settings
from nncheck.records import Isolation, Limits
from nncheck.reference.store import Store
from nncheck.sandbox.launch import Launched, launch_zygote
from nncheck.sandbox.levels import LEVELS, level, require
from nncheck.submission import read_submission

EVERYTHING = {"unprivileged", "private", "no_new_privs", "landlock", "memory", "rlimits", "seccomp"}
ROOT = Path(__file__).resolve().parent.parent
RIGHT = ROOT / "solutions" / "softmax" / "right" / "plain_loops.py"
linux = pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's")


@pytest.mark.parametrize(
    ("lacking", "expected"),
    [
        (set(), "strong"),
        ({"landlock", "unprivileged"}, "strong"),  # what the filter refuses needs no second refusal
        ({"seccomp"}, "medium"),
        ({"private"}, "medium"),
        ({"memory"}, "medium"),
        ({"seccomp", "landlock"}, "medium"),
        ({"seccomp", "landlock", "unprivileged"}, "basic"),
        ({"rlimits"}, "none"),
        (EVERYTHING, "none"),
    ],
)
def test_levels(lacking: set[str], expected: str) -> None:
    """Each level needs its layers, and no other."""
    assert level(EVERYTHING - lacking) == expected


ON_GPU = {"unprivileged", "capabilities", "no_new_privs", "private", "gpu_limits", "gpu_filter"}


@pytest.mark.parametrize(
    ("lacking", "expected"),
    [
        (set(), "medium"),  # a driver and threads are within reach
        ({"unprivileged", "capabilities", "gpu_limits"}, "medium"),
        ({"private"}, "basic"),
        ({"gpu_filter"}, "none"),
    ],
)
def test_levels_of_a_process_on_a_gpu(lacking: set[str], expected: str) -> None:
    """Its filter is what opens no file and starts no process; without it nothing is left."""
    assert level(ON_GPU - lacking) == expected


@pytest.mark.parametrize("found", LEVELS)
@pytest.mark.parametrize("asked", LEVELS)
def test_less_than_asked_is_refused(asked: str, found: str) -> None:
    """A weaker level is refused with what is missing; the same or a stronger one is not."""
    isolation = Isolation(level=found, active=(), missing={"seccomp": "not in this kernel"})
    if LEVELS.index(found) >= LEVELS.index(asked):
        require(asked, isolation)
        return
    with pytest.raises(GraderError, match="seccomp: not in this kernel.*nothing was run.*nncheck doctor"):
        require(asked, isolation)


@pytest.fixture
def unguarded() -> Iterator[Launched]:
    """A zygote whose workers wear no layer, as on a system that has none."""
    limits = Limits()
    launched = launch_zygote(False, limits.memory_mib, 60, layers=())
    yield launched
    launched.process.kill()
    launched.process.wait()


def request(path: Path, **options: Any) -> Request:
    """What `nncheck grade path` asks for."""
    usual: dict[str, Any] = {
        "paths": (path,), "exercise_names": (), "functions": (), "format_name": "text", "output": None,
        "device": "cpu", "backend": "numpy", "seed": None, "seed_file": None, "jobs": 1, "fail_under": None,
        "timeout": None, "memory": None, "level": None, "gradebook": None, "executor": "local",
        "allow_unsandboxed": False, "public": False,
        "folders": (),
    }  # fmt: skip
    return Request(**usual | options)


@linux
def test_without_isolation_nothing_is_run(unguarded: Launched, capfd: pytest.CaptureFixture[str]) -> None:
    """Where nothing isolates, `nncheck grade` refuses, whatever it was given."""
    with pytest.raises(GraderError, match="isolation basic is required, but nothing isolates here"):
        run(request(RIGHT), Limits(), unguarded)
    assert capfd.readouterr().out == ""


@linux
def test_practice_says_so(unguarded: Launched, capfd: pytest.CaptureFixture[str]) -> None:
    """With --allow-unsandboxed it grades, and the report says what that is worth."""
    assert run(request(RIGHT, allow_unsandboxed=True), Limits(), unguarded) == ExitCode.OK
    assert "practice only" in capfd.readouterr().out


@linux
def test_practice_is_in_the_json_as_well(unguarded: Launched, capfd: pytest.CaptureFixture[str]) -> None:
    """A program that reads the report is told too."""
    asked = request(RIGHT, allow_unsandboxed=True, format_name="json")
    assert run(asked, Limits(), unguarded) == ExitCode.OK
    isolation = json.loads(capfd.readouterr().out)["environment"]["isolation"]
    assert (isolation["level"], isolation["practice"]) == ("none", True)


@linux
def test_the_library_refuses_too(unguarded: Launched, store: Store) -> None:
    """A grader that is used from Python has the same default, and reports the weakest of its sandboxes."""
    with Grader(EXERCISES, Settings(), store=store, zygote=unguarded) as grader:
        assert grader.isolation.level == "none"
        with pytest.raises(GraderError, match="nothing was run"):
            grader.grade(read_submission(RIGHT))
