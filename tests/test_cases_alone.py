"""Of several processes one does the work."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread
from time import sleep

import pytest

from nncheck.cases.alone import alone

pytest.importorskip("fcntl", reason="there are no such locks here")

# Takes a lock, says so, and keeps it until its standard input ends.
HOLDER = """
import sys
from pathlib import Path
from nncheck.cases.alone import alone
with alone(Path(sys.argv[1]), "work"):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(folder: Path) -> "subprocess.Popen[str]":
    """A process that holds the lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def waiting(folder: Path, entered: list[str]) -> Thread:
    """A thread that waits for the lock and notes when it has it."""

    def enter() -> None:
        with alone(folder, "work"):
            entered.append("in")

    thread = Thread(target=enter, daemon=True)
    thread.start()
    return thread


def test_others_wait_until_the_work_is_done(tmp_path: Path) -> None:
    """Nobody comes in while somebody is; then the next one does, and no file is left."""
    process, entered = holder(tmp_path), list[str]()
    thread = waiting(tmp_path, entered)
    thread.join(0.3)
    assert thread.is_alive()
    assert not entered
    process.communicate()
    thread.join(30)
    assert entered == ["in"]
    assert not os.listdir(tmp_path)


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    """What it left in the folder is no lock."""
    process = holder(tmp_path)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert os.listdir(tmp_path) == [".work.lock"]
    entered: list[str] = []
    waiting(tmp_path, entered).join(30)
    assert entered == ["in"]


def test_many_take_turns(tmp_path: Path) -> None:
    """However many wait, for files that come and go, there is never more than one inside."""
    inside, most = [0], [0]

    def work() -> None:
        for _ in range(20):
            with alone(tmp_path, "work"):
                inside[0] += 1
                most[0] = max(most[0], inside[0])
                sleep(0.001)  # lets the others run
                inside[0] -= 1

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert most == [1]
    assert not os.listdir(tmp_path)


def test_other_work_does_not_wait(tmp_path: Path) -> None:
    """A lock is for one name."""
    process = holder(tmp_path)
    with alone(tmp_path, "other"):
        assert process.poll() is None
    process.communicate()


def test_without_a_place_for_locks_the_work_is_done_all_the_same(tmp_path: Path) -> None:
    """No folder, or one that cannot be made, keeps nobody from working."""
    (tmp_path / "file").touch()
    done = []
    for folder in (None, tmp_path / "file" / "folder"):
        with alone(folder, "work"), alone(folder, "work"):
            done.append(folder)
    assert len(done) == 2
