"""A grader in a process of its own: it answers, it is replaced when it dies, and it ends with its host."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePath

import pytest
from processes import children, running

from nncheck import results
from nncheck.errors import GraderError, UsageError
from nncheck.records import Environment, Submission
from nncheck.service.messages import Setup, settings_of, setup_for
from nncheck.service.pool import Pool
from nncheck.service.process import GraderProcess, ProcessEnded
from nncheck.settings import Settings
from nncheck.submission import submission_of

SETTINGS = Settings(exercises=("activations",), functions=("identity",))
SETUP = setup_for(SETTINGS, [])
RIGHT, WRONG = "def identity(x):\n    return x\n", "def identity(x):\n    return 2 * x\n"


def submission(source: str) -> Submission:
    """A submission with this source."""
    return submission_of(PurePath("submission.py"), source.encode())


def score(pool: Pool | GraderProcess, source: str) -> float:
    """What a source gets, of one point."""
    return results.decode(pool.grade(submission(source)).result).score


def silent(message: str, done: int, total: int | None) -> None:
    """Nobody wants to know."""


def within(seconds: float, condition: Callable[[], bool]) -> bool:
    """Whether it comes true in time."""
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)
    return condition()


def test_a_process_grades_one_submission_after_the_other() -> None:
    """Right and wrong ones, with the environment that they were graded in."""
    with GraderProcess(SETUP, silent) as process:
        assert [score(process, source) for source in (RIGHT, WRONG, RIGHT)] == [1.0, 0.25, 1.0]
        assert isinstance(process.environment, Environment)
        assert process.grade(submission(RIGHT)).environment == process.environment


@pytest.mark.parametrize("seed", [0, 7, 2**127 + 1])
def test_a_setup_keeps_a_seed_of_any_size(seed: int) -> None:
    """A secret seed has more bits than the numbers of MessagePack."""
    settings = Settings(seed=seed, secret_seed=True)
    assert settings_of(setup_for(settings, [])) == settings


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        (Settings(exercises=("activatoins",)), "did you mean activations"),
        (Settings(functions=("sigmiod",)), "did you mean sigmoid"),
    ],
)
def test_a_setup_that_cannot_be_is_refused_with_its_sentence(settings: Settings, sentence: str) -> None:
    """What the user got wrong stays a usage error on its way out of the process."""
    with pytest.raises(UsageError, match=sentence):
        GraderProcess(setup_for(settings, []), silent)


def test_a_folder_of_exercises_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The folder is the one that the host means, whatever the process's own working directory is."""
    with pytest.raises(UsageError, match=f"{tmp_path} holds no folder exercises"):
        GraderProcess(setup_for(SETTINGS, [tmp_path]), silent)


def test_news_of_what_takes_long_come_out() -> None:
    """With a seed that nobody has used before, cases have to be built."""
    heard: list[str] = []
    seed = int.from_bytes(os.urandom(7), "big")
    settings = Settings(exercises=("activations",), functions=("identity",), seed=seed, secret_seed=True)
    with GraderProcess(setup_for(settings, []), lambda *news: heard.append(news[0])) as process:
        assert score(process, RIGHT) == 1.0
    assert any("preparing cases of activations" in message for message in heard)


def test_a_killed_process_is_replaced_in_the_midst_of_a_submission() -> None:
    """Whoever waits for a result notices nothing."""
    slow = "import time\ntime.sleep(1)\n" + RIGHT
    with Pool(SETUP, jobs=1) as pool, ThreadPoolExecutor(1) as other:
        before = set(children(os.getpid()))
        waiting = other.submit(score, pool, slow)
        time.sleep(0.3)
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        assert waiting.result() == 1.0
        assert score(pool, RIGHT) == 1.0


def test_a_process_that_was_killed_says_so() -> None:
    """The one who asks learns that no grade came of it, and how the process ended."""
    with GraderProcess(SETUP, silent) as process:
        os.kill(process._process.pid, signal.SIGKILL)
        with pytest.raises(ProcessEnded, match=r"ended unexpectedly \(status -9\)"):
            process.grade(submission(RIGHT))
        assert not process.usable


def is_grader(pid: int) -> bool:
    """Whether the process is one of ours, and not what a killed one has left to us."""
    return "nncheck.service.child" in Path(f"/proc/{pid}/cmdline").read_text("utf-8", "replace")


@pytest.mark.skipif(
    not hasattr(os, "sched_setaffinity"), reason="processes cannot be bound to processors here"
)
@pytest.mark.parametrize("spare", [0, 1])
def test_a_process_for_each_processor_keeps_to_it(spare: int) -> None:
    """Also the one that takes a killed one's place; where there are more processors, the system decides."""
    here = sorted(os.sched_getaffinity(0))
    if len(here) < 2:
        pytest.skip("one processor only")
    jobs = len(here) - spare
    before = set(children(os.getpid()))
    with Pool(SETUP, jobs=jobs) as pool, ThreadPoolExecutor(jobs) as threads:
        for _ in range(2):
            slow = "import time\ntime.sleep(1)\n" + RIGHT
            assert set(threads.map(lambda source: score(pool, source), [slow] * jobs)) == {1.0}
            graders = {pid for pid in set(children(os.getpid())) - before if is_grader(pid)}
            bound = sorted(sorted(os.sched_getaffinity(pid)) for pid in graders)
            assert bound == ([here] * jobs if spare else [[processor] for processor in here])
            os.kill(graders.pop(), signal.SIGKILL)


def test_threads_share_no_more_processes_than_they_may() -> None:
    """Six threads, two processes, and every thread gets the grade of its own submission."""
    with Pool(SETUP, jobs=2) as pool, ThreadPoolExecutor(6) as threads:
        before = set(children(os.getpid()))
        sources = [RIGHT if number % 3 else WRONG for number in range(18)]
        scores = list(threads.map(lambda source: score(pool, source), sources))
        assert scores == [1.0 if number % 3 else 0.25 for number in range(18)]
        assert len(set(children(os.getpid())) | before) <= len(before) + 1


def test_a_closed_pool_leaves_no_process_and_grades_no_more() -> None:
    """Zygotes and workers included: they are children of the grader's process."""
    with Pool(SETUP, jobs=1) as pool:
        assert score(pool, RIGHT) == 1.0
        process = pool._free[0]._process.pid
        family = [process, *children(process)]
        assert len(family) > 1
    assert within(10, lambda: not any(map(running, family)))
    with pytest.raises(UsageError, match="closed"):
        pool.grade(submission(RIGHT))


HOST = """
import sys, time
from pathlib import PurePath
from nncheck.service.messages import setup_for
from nncheck.service.process import GraderProcess
from nncheck.settings import Settings
process = GraderProcess(setup_for(Settings(), []), lambda *news: None)
print(process._process.pid, flush=True)
time.sleep(600)
"""


def test_a_grader_process_ends_when_its_host_is_killed() -> None:
    """Nothing is left behind by a program that was killed with -9."""
    with subprocess.Popen([sys.executable, "-c", HOST], stdout=subprocess.PIPE, text=True) as host:
        assert host.stdout is not None
        pid = int(host.stdout.readline())
        family = [pid, *children(pid)]
        host.kill()
    assert within(10, lambda: not any(map(running, family)))


def test_an_answer_to_the_setup_that_is_none_is_an_error() -> None:
    """A host that sends a submission where a setup is due is told that the process ended."""
    broken = Setup(settings=SETTINGS, seed="no number")
    with pytest.raises(GraderError):
        GraderProcess(broken, silent)
