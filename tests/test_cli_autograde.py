"""The program of an autograder, without a container around it: several parts, and what it always writes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from students import EXERCISES
from test_report_gradescope import SPECIFICATION

from nncheck.release.autograder import Part, Plan, worth, written

ROOT = Path(__file__).resolve().parent.parent
SOFTMAX = (ROOT / "solutions" / "softmax" / "right" / "numpy_textbook.py").read_text("utf-8")
NAIVE = """import numpy as np

def softmax(z):
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True)
"""
PARTS = Part(stem="softmax", exercises=("softmax",)), Part(stem="layers", exercises=("layers",))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder as setup.sh leaves it, for two files of a student."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "plan.json").write_bytes(written(Plan(parts=PARTS)))
    (tmp_path / "submission").mkdir()
    return source


def graded(source: Path) -> dict[str, Any]:
    """What it writes about the folder beside it."""
    results = source.parent / "results.json"
    arguments = ["grade", str(source), str(source.parent / "submission"), str(results)]
    subprocess.run(
        [sys.executable, "-m", "nncheck.cli.autograde", *arguments],
        cwd="/",
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    found: dict[str, Any] = json.loads(results.read_text("utf-8"))
    SPECIFICATION.validate(found)
    return found


def test_parts_are_added_up(source: Path) -> None:
    """One that was not handed in has lost its points, and what could not be read is told."""
    submission = source.parent / "submission"
    (submission / "softmax.py").write_text(SOFTMAX, "utf-8")
    (submission / "layers.py").write_bytes(b"\xff")
    found = graded(source)
    assert found["score"] == worth(PARTS[0], EXERCISES)
    [lost] = [test for test in found["tests"] if test["status"] == "failed"]
    assert lost["max_score"] == worth(PARTS[1], EXERCISES)
    assert (
        "hand in one file layers.py or layers.ipynb; none was found; layers.py is not UTF-8" in lost["output"]
    )


def test_hidden_checks_are_not_shown(source: Path) -> None:
    """They count, as in `nncheck grade --assignment`."""
    part = Part(stem="hw", exercises=("softmax",), functions=("softmax",), hidden_checks=("stability",))
    (source / "plan.json").write_bytes(written(Plan(parts=(part,))))
    (source.parent / "submission" / "hw.py").write_text(NAIVE, "utf-8")
    found = graded(source)
    hidden = {test["name"]: test["status"] for test in found["tests"] if test["visibility"] == "hidden"}
    assert hidden == {"softmax.softmax: stability": "failed"}


def test_a_failure_of_ours_is_told(source: Path) -> None:
    """In a valid file, without points."""
    (source / "seed").write_bytes(b"short")
    found = graded(source)
    assert (found["score"], found["tests"]) == (0, [])
    assert "has 5 bytes" in found["output"]
