"""A submission -> the processor time that its own functions take for everything that a grading asks of them.

The calls are recorded while the submission is graded, and put to its functions once more by a process
without a grader.
"""

import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from nncheck.pipeline import Grader, Settings
from nncheck.records import Outcome
from nncheck.reference.store import Store
from nncheck.sandbox.script import Script
from nncheck.sandbox.work import Worker
from nncheck.spec import load_exercises
from nncheck.submission import read_submission

ALONE = Path(__file__).with_name("calls_alone.py")
REPEATS = 5

Asked = tuple[str, tuple[Any, ...], dict[str, Any], Any]  # function, arguments, keywords, steps


def students_time(path: Path, exercise: str, store: Store) -> float:
    """Seconds, the least of some processes."""
    given = pickle.dumps((path.read_text("utf-8"), recorded(path, exercise, store)))
    return min(_alone(given) for _ in range(REPEATS))


def recorded(path: Path, exercise: str, store: Store) -> list[Asked]:
    """Every call that a grading makes."""
    grader = Grader(load_exercises(), Settings(exercises=(exercise,)), store=store)
    with grader, _recording() as calls:
        result = grader.grade(read_submission(path))
    if result.score != result.max_score or not calls:
        raise SystemExit(f"{path}: of a right solution's grading {len(calls)} calls were recorded")
    return calls


@contextmanager
def _recording() -> Iterator[list[Asked]]:
    """The calls that workers are asked for meanwhile."""
    calls: list[Asked] = []
    original = Worker.ask

    def recording(self: Worker, scripts: Sequence[Script]) -> list[Outcome]:
        asked = (call for script in scripts for call in script.calls)
        calls.extend((call.function, call.arguments, call.keywords, call.steps) for call in asked)
        return original(self, scripts)

    with patch.object(Worker, "ask", recording):
        yield calls


def _alone(given: bytes) -> float:
    done = subprocess.run([sys.executable, str(ALONE)], input=given, capture_output=True, check=True)
    return float(done.stdout.split()[-1])
