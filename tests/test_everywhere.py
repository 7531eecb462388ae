"""One class, graded in every way there is: on this machine, on a cluster, into every kind of gradebook."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from clusters import cluster
from postgresql import Databases
from processes import wait_for_children

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

from classroom import ASSIGNMENT, write_class  # noqa: E402

SIZE = int(os.environ.get("NNCHECK_CLASS_SIZE", "24"))  # 300 is the size of a real one


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The class."""
    folder = tmp_path_factory.mktemp("everywhere")
    write_class(folder / "class", SIZE, hanging=0.0, crashing=0.1, wrong=0.3)
    return folder


def report(folder: Path, *options: object) -> bytes:
    """The JSON report of the class, graded with these options."""
    command = [sys.executable, "-m", "nncheck", "grade", str(folder / "class"), *ASSIGNMENT]
    options = (*options, "--format", "json")
    done = subprocess.run([*command, *map(str, options)], capture_output=True, check=False, timeout=1200)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def expected(folder: Path) -> bytes:
    """The report of one process without a gradebook."""
    return report(folder)


def stored(where: str) -> bytes:
    """What `nncheck report` makes of a gradebook."""
    command = [sys.executable, "-m", "nncheck", "report", where, "--format", "json"]
    return subprocess.run(command, capture_output=True, check=True).stdout


def test_two_processes_and_sqlite(folder: Path, expected: bytes) -> None:
    """The same bytes, graded and read back."""
    assert report(folder, "--jobs", 2, "--gradebook", folder / "grades.db") == expected
    assert stored(str(folder / "grades.db")) == expected


def test_postgresql(folder: Path, expected: bytes, postgresql: Databases) -> None:
    """The same bytes, graded and read back."""
    url = postgresql()
    assert report(folder, "--jobs", 2, "--gradebook", url) == expected
    assert stored(url) == expected


def test_a_cluster_one_of_whose_workers_is_killed(folder: Path, expected: bytes) -> None:
    """The same bytes, though the worker took what it was grading with it."""
    with cluster(folder / "cluster", 2) as made:
        victim = made.workers[0]
        killer = threading.Thread(target=kill_when_busy, args=(victim,))
        killer.start()
        found = report(folder, "--executor", f"dask://{made.address}", "--gradebook", folder / "cluster.db")
        killer.join()
        assert victim.wait() == -9
    assert found == expected
    assert stored(str(folder / "cluster.db")) == expected


def kill_when_busy(worker: "subprocess.Popen[bytes]") -> None:
    """As soon as it has been grading for a little while."""
    wait_for_children(worker.pid)
    time.sleep(1.2)
    worker.kill()
