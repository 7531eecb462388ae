"""Ten thousand submissions through `nncheck grade`, killed with -9 on the way, and resumed.

python benchmarks/batch.py --submissions 10000 --kills 3 --jobs 2

Exits with 1 when a grade is wrong, missing or there twice, or when memory grows.
"""

import argparse
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event, Thread
from typing import Any

from classroom import ASSIGNMENT, Student, objections, write_class

GROWTH = 1.15  # of the memory of all processes, from the first third of a run to its last
SAMPLE = 1.0  # seconds between two looks


class Grading:
    """One `nncheck grade` over the class, watched."""

    def __init__(self, command: Sequence[str]):
        self.samples: list[float] = []  # MiB of all processes together
        self._over = Event()
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
        self._watch = Thread(target=self._look)
        self._watch.start()

    def _look(self) -> None:
        while not self._over.wait(SAMPLE):
            self.samples.append(sum(map(proportional_mib, family(self.process.pid))))

    def kill_when(self, condition: Callable[[], bool]) -> bool:
        """Kill it with -9 as soon as the condition holds; False where it has ended before."""
        while not condition():
            if self.process.poll() is not None:
                return False
            time.sleep(0.1)
        self.process.kill()
        return True

    def wait(self) -> int:
        """Its exit status."""
        status = self.process.wait()
        self._over.set()
        self._watch.join()
        return status


def family(pid: int) -> list[int]:
    """A process and all below it."""
    found = [pid]
    for parent in found:
        try:
            tasks = list(Path(f"/proc/{parent}/task").iterdir())
            words = [word for task in tasks for word in (task / "children").read_text().split()]
        except OSError:  # it has ended
            continue
        found += map(int, words)
    return found


def proportional_mib(pid: int) -> float:
    """A process's memory, with its part of what it shares."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def stored(book: Path) -> int:
    """How many results a gradebook has."""
    if not book.exists():
        return 0
    with sqlite3.connect(f"file:{book}?mode=ro", uri=True, timeout=30) as connection:
        try:
            (number,) = connection.execute("SELECT count(*) FROM results").fetchone()
        except sqlite3.OperationalError:  # its tables are not there yet
            return 0
    return int(number)


def problems_of_gradebook(book: Path, students: dict[str, Student]) -> list[str]:
    """What is wrong with a gradebook: every student must be there once, with one result."""
    with sqlite3.connect(book) as connection:
        (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
        names = Counter(name for (name,) in connection.execute("SELECT name FROM history"))
        (results,) = connection.execute("SELECT count(*) FROM results").fetchone()
        (claims,) = connection.execute("SELECT count(*) FROM claims").fetchone()
    found = [f"{name} is there {number} times" for name, number in names.items() if number > 1]
    found += [f"{name} is not there" for name in students if name not in names]
    if (sound, results, claims) != ("ok", len(students), 0):
        found.append(
            f"integrity {sound}, {results} results for {len(students)} students, {claims} claims left"
        )
    return found


def grown(samples: Sequence[float]) -> float:
    """The mean of the last third over that of the first third, without the start."""
    settled = samples[len(samples) // 10 :]
    third = max(1, len(settled) // 3)
    return (sum(settled[-third:]) / third) / (sum(settled[:third]) / third)


def run(folder: Path, size: int, kills: int, jobs: int, tell: Callable[[str], None]) -> list[str]:
    """Grade a class, with kills on the way -> what is wrong."""
    students = write_class(folder / "class", size)
    book, report = folder / "grades.db", folder / "report.json"
    options = [*ASSIGNMENT, "--jobs", str(jobs), "--timeout", "1", "--gradebook", str(book)]
    command = [sys.executable, "-m", "nncheck", "grade", str(folder / "class"), *options]
    command += ["--format", "json", "--output", str(report)]
    samples: list[float] = []
    began, cpu = time.perf_counter(), os.times()
    for number in range(1, kills + 1):
        grading = Grading(command)
        goal = size * number // (kills + 1)
        killed = grading.kill_when(lambda goal=goal: stored(book) >= goal)  # type: ignore[misc]
        grading.wait()
        tell(f"killed with -9 at {stored(book)} results" if killed else "it ended before it could be killed")
    last = Grading(command)
    status = last.wait()
    seconds = time.perf_counter() - began
    used = os.times()
    spent = used.children_user + used.children_system - cpu.children_user - cpu.children_system
    samples = last.samples
    tell(f"{size} submissions in {seconds:.0f} s, {size / seconds:.1f}/s, with {kills} kills; {jobs} jobs")
    tell(f"{spent:.0f} s of processor time were waited for by their parents")
    if samples:
        tell(f"memory of all processes: {samples[0]:.0f} MiB at first, {max(samples):.0f} at most")
    again = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    tell(f"again, with nothing to grade: {time.perf_counter() - again:.1f} s")
    found = [] if status == 0 else [f"exit status {status}"]
    submissions: list[dict[str, Any]] = json.loads(report.read_text("utf-8"))["submissions"]
    kinds = Counter(kind for each in students.values() for kind in each.kinds.values())
    tell("functions: " + ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items())))
    found += objections(students, submissions) + problems_of_gradebook(book, students)
    if len(samples) > 30 and grown(samples) > GROWTH:
        found.append(f"memory grew by a factor of {grown(samples):.2f}")
    return found


def main() -> None:
    """Run, print, and exit with 1 where something is wrong."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--submissions", type=int, default=10_000)
    options.add_argument("--kills", type=int, default=3)
    options.add_argument("--jobs", type=int, default=2)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        tell = lambda line: print(line, flush=True)  # noqa: E731
        found = run(Path(name), given.submissions, given.kills, given.jobs, tell)
    print("\n".join(found[:50]) or "every grade is right and there exactly once")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
