"""Memory that has been freed goes back to the system."""

import gc
import sys
from pathlib import Path

import pytest
from attacking import FOLDER
from students import EXERCISES

from nncheck.heap import collect_seldom, give_back
from nncheck.pipeline import Grader, Settings
from nncheck.records import Report
from nncheck.reference.store import Store
from nncheck.report import FORMATS, Screen
from nncheck.submission import read_submission

WRONG = Path(__file__).parent.parent / "solutions/activations/wrong/absolute-input.py"


def held_mib() -> float:
    """What this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 2**20


def test_garbage_is_looked_for_seldom() -> None:
    """A hundred thousand new objects are no reason to look through all; a million are."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        for number, looks in ((100_000, 0), (1_100_000, 1)):
            looked = gc.get_stats()[0]["collections"]
            kept = [[] for _ in range(number)]
            assert gc.get_stats()[0]["collections"] - looked == looks
            del kept
    finally:
        gc.set_threshold(*before)


@pytest.mark.skipif(sys.platform != "linux", reason="the C library of Linux is asked")
def test_freed_memory_goes_back() -> None:
    """A hole in the heap below something that is still used is given back as well."""
    blocks = [bytes(64_000) for _ in range(3_000)]  # below the size that is mapped by itself
    used = blocks[-1]
    full = held_mib()
    del blocks
    give_back()
    assert full - held_mib() > 100
    assert len(used) == 64_000


def test_explaining_leaves_no_cycles(store: Store) -> None:
    """What a failure was explained with is freed at once: only a few sockets wait for Python's own time."""
    with Grader(EXERCISES, Settings(functions=("sigmoid",)), store=store) as grader:
        submission = read_submission(WRONG)
        grader.grade(submission)  # loads what explaining takes
        gc.collect()
        gc.disable()
        try:
            grader.grade(submission)
            assert gc.collect() < 100
        finally:
            gc.enable()


@pytest.mark.skipif(sys.platform != "linux", reason="the C library of Linux is asked")
def test_a_little_is_kept() -> None:
    """What the next submission will need again is not asked for anew each time."""
    give_back()
    before = held_mib()
    blocks = [bytes(64_000) for _ in range(200)]
    used = blocks[-1]
    del blocks
    give_back()
    assert 8 < held_mib() - before < 16
    assert len(used) == 64_000


@pytest.mark.skipif(sys.platform != "linux", reason="it reads /proc")
def test_nothing_of_a_hostile_submission_is_kept(store: Store) -> None:
    """Answers of hundreds of MiB are gone as soon as they have been judged, although the result is kept."""
    with Grader(EXERCISES, Settings(functions=("sigmoid", "tanh")), store=store) as grader:
        submission = read_submission(FOLDER / "verdict" / "b24_sixty_megabytes_each_time.py")
        results = [grader.grade(submission)]  # loads what explaining takes
        before = held_mib()
        results += [grader.grade(submission) for _ in range(2)]
        assert held_mib() - before < 32
    texts = [
        FORMATS[name].render(Report(submissions=tuple(results), environment=grader.environment()), Screen())
        for name in ("text", "json")
    ]
    assert all("too large to be shown" in " ".join(text.split()) for text in texts)
