"""What the tests share: the cases in the user's cache, the bundles in them, and a grader."""

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from browser import chromium as chromium  # a fixture
from browser import opened as opened
from postgresql import postgresql as postgresql  # a fixture
from students import EXERCISES

from nncheck.cases.alone import alone
from nncheck.cases.bundle import Bundle
from nncheck.cases.provide import Provider
from nncheck.devices import cuda_missing
from nncheck.pipeline import Grader, Settings
from nncheck.records import SubmissionResult
from nncheck.reference.store import Store, default_store
from nncheck.submission import read_submission

ROOT = Path(__file__).resolve().parent.parent
Bundles = Callable[[str], dict[str, Bundle]]
Grade = Callable[..., SubmissionResult]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that need a GPU are skipped, with the reason, where there is none."""
    marked = [item for item in items if item.get_closest_marker("cuda")]
    if marked and (missing := cuda_missing()):
        for item in marked:
            item.add_marker(pytest.mark.skip(reason=missing))


def pytest_collection_finish() -> None:
    """Modules and thousands of tests stay: to look through them for garbage takes a tenth of the time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def store() -> Store:
    """The user's cache: workers, commands that tests start and `nncheck selfcheck` build each case once.

    A case's key has in it all that it depends on, the code that builds it included.
    """
    return default_store()


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run share, and that no other run sees."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


@pytest.fixture(scope="session")
def wheel(shared: Path) -> Path:
    """The wheel of this checkout, built once."""
    folder = shared / "wheel"
    with alone(shared, "wheel"):
        if not list(folder.glob("*.whl")):
            build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
            outside = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
            done = subprocess.run(
                [*build, str(ROOT)], cwd=shared, env=outside, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def bundles(store: Store) -> Bundles:
    """The bundles of an exercise that ships, by function, for seed 0."""

    @cache
    def of(exercise: str) -> dict[str, Bundle]:
        return Provider(store, 0).bundles(EXERCISES[exercise], tuple(EXERCISES[exercise].functions))

    return of


@pytest.fixture(scope="module")
def grader(store: Store) -> Iterator[Grader]:
    """A grader as `nncheck grade` makes it without options."""
    with Grader(EXERCISES, Settings(), store=store) as grader:
        yield grader


@pytest.fixture
def grade(grader: Grader, tmp_path: Path, store: Store) -> Grade:
    """Grades a source; other settings than none make a grader of their own."""

    def of(*parts: str, **settings: Any) -> SubmissionResult:
        path = tmp_path / "submission.py"
        path.write_text("import numpy as np\n" + "\n\n".join(parts), "utf-8")
        if not settings:
            return grader.grade(read_submission(path))
        with Grader(EXERCISES, Settings(**settings), store=store) as other:
            return other.grade(read_submission(path))

    return of
