"""Grading on a real Dask cluster: separate processes, of which one is killed in the midst of it."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from clusters import Cluster, cluster
from processes import children, running, wait_for_children

from nncheck.batch.cluster import refuse_skew
from nncheck.errors import UsageError
from nncheck.keys import identity

SLOW = "import time\ntime.sleep(0.3)\n"
ASKED = ("--exercise", "activations", "--function", "relu", "--function", "identity", "--format", "json")


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler and two workers."""
    with cluster(tmp_path_factory.mktemp("cluster"), 2) as made:
        yield made


def submissions(folder: Path, number: int) -> Path:
    """Distinct submissions: right ones, wrong ones, ones that crash, and one that is no text."""
    folder.mkdir()
    bodies = ["x * (x > 0)", "abs(x)", "1 / 0", "x if x.sum() > 0 else exit(3)"]
    for each in range(number):
        source = f"# {each}\n{SLOW}def relu(x):\n    return {bodies[each % 4]}\n"
        (folder / f"{each:03}.py").write_text(source)
    (folder / "999.py").write_bytes(b"\xff")
    return folder


def grade(*arguments: object) -> subprocess.CompletedProcess[str]:
    """`nncheck grade` with these arguments."""
    command = [sys.executable, "-m", "nncheck", "grade", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


def dask(cluster: Cluster) -> tuple[str, str]:
    """The option for a cluster."""
    return "--executor", f"dask://{cluster.address}"


def test_the_report_is_the_one_of_this_machine(workers: Cluster, tmp_path: Path) -> None:
    """Byte for byte, though the cases have travelled and two processes elsewhere have graded."""
    folder = submissions(tmp_path / "class", 8)
    here, there = grade(folder, *ASKED, "--jobs", 2), grade(folder, *ASKED, *dask(workers))
    assert there.returncode == here.returncode == 0, there.stderr
    assert there.stdout == here.stdout
    assert len(json.loads(there.stdout)["submissions"]) == 9


def test_exercises_of_ones_own_travel(workers: Cluster, tmp_path: Path) -> None:
    """A worker has never seen the folder that they are in."""
    exercise = tmp_path / "ours" / "exercises" / "double"
    exercise.mkdir(parents=True)
    (exercise / "exercise.py").write_text(DOUBLE)
    (tmp_path / "a.py").write_text("def double(x):\n    return 2.0 * x\n")
    (tmp_path / "b.py").write_text("def double(x):\n    return 3.0 * x\n")
    files = (tmp_path / "a.py", tmp_path / "b.py", "--exercises", tmp_path / "ours", "--format", "json")
    done = grade(*files, *dask(workers))
    assert done.returncode == 0, done.stderr
    scores = [each["score"] for each in json.loads(done.stdout)["submissions"]]
    assert scores[0] == 1.0 > scores[1]


DOUBLE = '''
from nncheck.spec import Exercise, Function, reals

def double(x):
    """Twice x."""
    return x * 2

EXERCISE = Exercise("double", "Doubling", (Function(double, {"x": reals(-9, 9)}),))
'''


def test_a_secret_seed_is_in_no_log(workers: Cluster, tmp_path: Path) -> None:
    """It travels to the workers, and neither the report nor a worker's log has it."""
    folder = submissions(tmp_path / "class", 4)
    secret = tmp_path / "seed"
    secret.write_bytes(os.urandom(32))
    here = grade(folder, *ASKED, "--seed-file", secret)
    there = grade(folder, *ASKED, "--seed-file", secret, *dask(workers))
    assert there.stdout == here.stdout
    from nncheck.seeds import seed_from

    for text in (there.stdout, there.stderr, workers.log(0), workers.log(1)):
        assert str(seed_from(None, secret)) not in text


def test_no_grader_is_left_on_a_worker(workers: Cluster, tmp_path: Path) -> None:
    """When the batch is over, its processes end."""
    grade(submissions(tmp_path / "class", 4), *ASKED, *dask(workers))
    end = time.monotonic() + 15
    while (left := graders(workers)) and time.monotonic() < end:
        time.sleep(0.1)
    assert left == []


def graders(cluster: Cluster) -> list[int]:
    """The processes that workers have started."""
    return [pid for worker in cluster.workers if worker.poll() is None for pid in children(worker.pid)]


def test_a_killed_worker_loses_no_submission(tmp_path: Path) -> None:
    """Its tasks are done by the other one, and every submission is in the gradebook exactly once."""
    folder, book = submissions(tmp_path / "class", 16), tmp_path / "grades.db"
    here = grade(folder, *ASKED, "--jobs", 4)  # they sleep more than they compute
    with cluster(tmp_path / "cluster", 2) as made:
        victim = made.workers[0]
        family: list[int] = []

        def kill() -> None:
            family.extend(wait_for_children(victim.pid))
            time.sleep(1.5)
            victim.kill()

        killer = threading.Thread(target=kill)
        killer.start()
        there = grade(folder, *ASKED, *dask(made), "--gradebook", book)
        killer.join()
        assert victim.wait() == -9
    assert there.returncode == 0, there.stderr
    assert there.stdout == here.stdout
    assert family
    assert not any(map(running, family))
    assert kept(book) == sorted(str(path) for path in folder.iterdir())


def kept(book: Path) -> Sequence[str]:
    """The names of all entries of a gradebook."""
    from nncheck.gradebook.book import Gradebook

    with Gradebook.open(str(book)) as opened:
        return sorted(entry.name for entry in opened.current())


def test_a_worker_that_joins_helps(tmp_path: Path) -> None:
    """A batch that waits for workers goes on when one is there."""
    folder = submissions(tmp_path / "class", 4)
    with cluster(tmp_path / "cluster", 0) as made:
        joining = threading.Timer(2.0, made.add_worker)
        joining.start()
        done = grade(folder, *ASKED, *dask(made))
        joining.join()
    assert done.returncode == 0, done.stderr


def test_a_lost_scheduler_is_one_sentence(tmp_path: Path) -> None:
    """What was graded before is kept, and the sentence says that the command can be given again."""
    folder, book = submissions(tmp_path / "class", 20), tmp_path / "grades.db"
    with cluster(tmp_path / "cluster", 1) as made:
        command = [sys.executable, "-m", "nncheck", "grade", str(folder), *ASKED, *dask(made)]
        with subprocess.Popen(
            [*command, "--gradebook", str(book)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as grading:
            end = time.monotonic() + 60
            while not graders(made) and time.monotonic() < end:
                time.sleep(0.05)
            time.sleep(2)
            made.kill_scheduler()
            _, errors = grading.communicate(timeout=90)
    assert grading.returncode == 2, errors
    assert "has gone" in errors
    assert len(errors.strip().splitlines()) == 1, errors
    done = grade(folder, *ASKED, "--gradebook", book, "--jobs", 4)
    assert done.returncode == 0
    assert len(json.loads(done.stdout)["submissions"]) == 21


def test_no_scheduler_is_one_sentence(tmp_path: Path) -> None:
    """With the address, and exit code 2."""
    done = grade(submissions(tmp_path / "class", 1), "--executor", "dask://127.0.0.1:9")
    assert done.returncode == 2
    assert "no Dask scheduler answers at 127.0.0.1:9" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("executor", ["dask", "ssh://host", "dask://", "dask://nowhere"])
def test_an_address_that_is_none_is_one_sentence(tmp_path: Path, executor: str) -> None:
    """Neither a traceback nor minutes of waiting."""
    done = grade(submissions(tmp_path / "class", 1), "--executor", executor)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1


def test_another_nncheck_on_a_worker_is_refused(tmp_path: Path) -> None:
    """One with another code: the sentence says which worker, and what it has."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "sitecustomize.py").write_text("import nncheck\nnncheck.__version__ = '0.0.9'\n")
    with cluster(tmp_path / "cluster", 1) as made:
        made.add_worker(os.environ | {"PYTHONPATH": str(other)})
        done = grade(submissions(tmp_path / "class", 1), *dask(made))
    assert done.returncode == 2
    assert "has nncheck 0.0.9" in done.stderr
    assert f"but this machine has {identity()['nncheck']}" in done.stderr


def versions(**changed: dict[str, str]) -> dict[str, Any]:
    """What a cluster says of itself; parts with other versions than the rest."""
    usual = {name: "1.0" for name in ("python", "dask", "distributed", "msgpack", "cloudpickle", "tornado")}
    parts = {name: {"packages": usual | changed.get(name, {})} for name in ("client", "scheduler", "worker")}
    return {
        "client": parts["client"],
        "scheduler": parts["scheduler"],
        "workers": {"tcp://w": parts["worker"]},
    }


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"scheduler": {"distributed": "0.9"}}, "has distributed 1.0, but the scheduler has 0.9"),
        ({"worker": {"python": "3.9"}}, "has python 1.0, but tcp://w has 3.9"),
        ({"client": {"msgpack": "2"}}, "has msgpack 2, but the scheduler has 1.0"),
    ],
)
def test_version_skew_is_refused(changed: dict[str, dict[str, str]], words: str) -> None:
    """Between client, scheduler and workers, each named."""
    refuse_skew(versions())
    with pytest.raises(UsageError, match=words):
        refuse_skew(versions(**changed))
