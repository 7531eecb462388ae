"""Runs of the grader on a gradebook: nothing is graded twice, nothing that was finished is lost."""

import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from gradebooks import OPTIONS, encoded, filled, fresh, key_of, process, sql, stop, summary_of
from report_samples import environment

from nncheck.errors import GraderError
from nncheck.gradebook.book import Gradebook
from nncheck.gradebook.run import CHUNK, Run

KEYS = [key_of(number) for number in range(6)]
# claims all keys, finishes the first two, says so and waits
HALF_DONE = """
book = Gradebook.open(sys.argv[1])
run = book.begin(environment(), OPTIONS)
keys = [key_of(number) for number in range(6)]
assert run.claim(keys) == set(keys)
for number in range(2):
    run.finish(key_of(number), encoded(number), summary_of(number))
print("ready", flush=True)
sys.stdin.read()
"""
# claims and finishes whatever it can get of 60 keys, three at a time, and says what it has begun
GRADER = """
with Gradebook.open(sys.argv[1]) as book, book.begin(environment(), OPTIONS, lease=20) as run:
    keys = [key_of(number) for number in range(60)]
    run.record([(f"s/{int(key, 16)}.py", key) for key in keys])
    print("open", flush=True)
    if "wait" in sys.argv:
        sys.stdin.readline()
    while left := sorted(set(keys) - run.known(keys)):
        ours = run.claim(random.sample(left, min(3, len(left))))
        for key in ours:
            number = int(key, 16)
            print(number, flush=True)
            time.sleep(0.002)
            run.finish(key, encoded(number), summary_of(number))
        time.sleep(0 if ours else 0.005)
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a gradebook that does not exist yet."""
    return fresh(request.param, tmp_path, request)


@pytest.fixture
def book(where: str) -> Iterator[Gradebook]:
    """That gradebook, open."""
    with Gradebook.open(where) as book:
        yield book


@pytest.fixture
def run(book: Gradebook) -> Iterator[Run]:
    """A run on it."""
    with book.begin(environment(), OPTIONS) as run:
        yield run


def test_a_finished_result_is_known_and_comes_back(book: Gradebook, run: Run) -> None:
    """The very bytes; a key that was never finished has none."""
    assert run.claim(KEYS) == set(KEYS)
    run.finish(KEYS[1], encoded(1), summary_of(1))
    assert run.known(KEYS) == {KEYS[1]}
    assert run.result(KEYS[1]) == encoded(1)
    assert run.result(KEYS[2]) is None
    with book.begin(environment(), OPTIONS) as other:
        assert other.known(KEYS) == {KEYS[1]}
        assert other.result(KEYS[1]) == encoded(1)


def test_what_is_finished_is_not_claimed_again(run: Run) -> None:
    """Neither in the same run nor through a claim that names a key twice."""
    assert run.claim([KEYS[0], KEYS[0]]) == {KEYS[0]}
    run.finish(KEYS[0], encoded(0), summary_of(0))
    assert run.claim(KEYS[:2]) == {KEYS[1]}
    assert run.claim([]) == set()


def test_many_keys_at_once(run: Run) -> None:
    """More than one statement of a database takes."""
    keys = [key_of(number) for number in range(2 * CHUNK + 1)]
    assert run.claim(keys) == set(keys)
    assert run.known(keys) == set()
    run.record([(f"{number}.py", key) for number, key in enumerate(keys)])
    run.release(keys)
    assert run.claim(keys[-1:]) == set(keys[-1:])


def test_a_second_result_for_a_key_loses_silently(where: str, book: Gradebook, run: Run) -> None:
    """The first one stays, and there is one row of it."""
    with book.begin(environment(), OPTIONS) as other:
        run.finish(KEYS[0], encoded(0), summary_of(0))
        other.finish(KEYS[0], encoded(5), summary_of(5))
        assert other.result(KEYS[0]) == encoded(0)
    assert sql(where, "SELECT count(*) FROM results") == [(1,)]


def test_another_grader_does_not_get_what_is_claimed(book: Gradebook, run: Run) -> None:
    """Until it is given back."""
    run.claim(KEYS[:3])
    with book.begin(environment(), OPTIONS) as other:
        assert other.claim(KEYS) == set(KEYS[3:])
        run.release(KEYS[:1])
        assert other.claim(KEYS[:3]) == {KEYS[0]}
        other.release(KEYS)  # of its own claims only
        assert run.claim(KEYS[1:3]) == set(KEYS[1:3])


def test_a_run_that_ends_gives_its_claims_back(where: str, book: Gradebook, run: Run) -> None:
    """Finished or not; which of the two it was is kept."""
    other = book.begin(environment(), OPTIONS)
    other.claim(KEYS)
    other.close(finished=False)  # as after Ctrl-C
    with book.begin(environment(), OPTIONS) as another:
        assert another.claim(KEYS) == set(KEYS)
    assert run.claim(KEYS) == set(KEYS)
    states = sql(where, "SELECT finished_at IS NULL FROM runs ORDER BY id")
    assert [bool(state) for (state,) in states] == [True, True, False]


def test_the_claims_of_a_killed_process_are_free_at_once(where: str) -> None:
    """Its results stay, and its lease need not run out first; while it lives nothing is taken from it."""
    with process(HALF_DONE, where) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
        with Gradebook.open(where) as book, book.begin(environment(), OPTIONS) as run:
            assert run.claim(KEYS) == set()
            other.kill()
            os.waitid(os.P_PID, other.pid, os.WEXITED | os.WNOWAIT)  # not reaped: a zombie is dead, too
            assert run.claim(KEYS) == set(KEYS[2:])
            run.finish(KEYS[2], encoded(2), summary_of(2))
            assert run.known(KEYS) == set(KEYS[:3])
        assert sql(where, "SELECT attempt FROM results ORDER BY id") == [(1,), (1,), (2,)]


def test_claims_of_another_machine_are_free_when_its_lease_runs_out(where: str, book: Gradebook) -> None:
    """Nothing can be known of a process elsewhere but that it renews its lease."""
    with process(HALF_DONE, where) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
        sql(where, "UPDATE runs SET host = 'elsewhere'")
        other.kill()
    with book.begin(environment(), OPTIONS) as run:
        assert run.claim(KEYS) == set()
        sql(where, f"UPDATE runs SET lease_until = 0 WHERE id <> {run.number}")
        assert run.claim(KEYS) == set(KEYS[2:])


def test_a_lease_is_renewed_as_long_as_the_process_runs(where: str, book: Gradebook) -> None:
    """A slow grader keeps its claims; one that is stopped loses them, and does not store twice."""
    source = HALF_DONE.replace("OPTIONS)", "OPTIONS, lease=0.6)")
    with process(source, where) as other, book.begin(environment(), OPTIONS) as run:
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
        sql(where, "UPDATE runs SET host = 'elsewhere' WHERE id <> " + str(run.number))
        time.sleep(1.5)
        assert run.claim(KEYS) == set()
        stop(other, where)
        time.sleep(1)
        assert run.claim(KEYS) == set(KEYS[2:])


def test_a_damaged_result_gives_a_sentence(where: str) -> None:
    """Which says what to do; it is never taken for a grade."""
    filled(where, 1)
    byte = "x'00'" if "://" not in where else "'\\x00'::bytea"
    sql(where, f"UPDATE results SET data = {byte}")
    with Gradebook.open(where) as book, book.begin(environment(), OPTIONS) as run:
        with pytest.raises(GraderError, match=r"damaged.*DELETE FROM results"):
            run.result(key_of(1))
        with pytest.raises(GraderError, match="damaged"):
            assert next(iter(book.current())).result


# --- several graders, and kill -9 ---------------------------------------------------------------


def test_two_graders_share_the_work(where: str) -> None:
    """Of 60 submissions every one is begun once, by one of two processes that start together."""
    graders = [process(GRADER, where, "wait") for _ in range(2)]
    for each in graders:
        assert each.stdout is not None
        assert each.stdin is not None
        assert each.stdout.readline() == "open\n"
    for each in graders:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    begun = []
    for each in graders:
        output, errors = each.communicate(timeout=120)
        assert (each.returncode, errors) == (0, "")
        begun.append([int(number) for number in output.split()])
    assert sorted(begun[0] + begun[1]) == list(range(60))
    assert all(begun), "both of them worked"
    assert_complete(where)


def test_kill_9_at_any_moment_loses_nothing(where: str) -> None:
    """Graders are killed, ten times, at random moments; what they said to have begun before the last
    one had been stored, nothing is stored twice, and the gradebook is sound."""
    chance, stored = random.Random(7), 0
    for _ in range(10):
        with process(GRADER, where) as grader:
            assert grader.stdout is not None
            grader.stdout.readline()
            time.sleep(chance.uniform(0, 0.06))
            grader.kill()
            begun = grader.stdout.read().split()
        assert_sound(where)
        [(count,)] = sql(where, "SELECT count(*) FROM results")
        assert isinstance(count, int)
        assert count >= stored + len(begun) - 1, "all that was begun but the last was finished"
        stored = count
    with process(GRADER, where) as last:
        output, errors = last.communicate(timeout=120)
    assert (last.returncode, errors) == (0, "")
    assert len(output.split()) - 1 == 60 - stored, "only what was missing was graded"
    assert_complete(where)


def assert_sound(where: str) -> None:
    """The database itself finds nothing wrong."""
    if "://" not in where:
        assert sql(where, "PRAGMA integrity_check") == [("ok",)]
        assert sql(where, "PRAGMA foreign_key_check") == []


def assert_complete(where: str) -> None:
    """All 60 results once, under their names, each the right one, and no claim left."""
    assert_sound(where)
    assert sql(where, "SELECT count(*), count(DISTINCT key) FROM results") == [(60, 60)]
    assert sql(where, "SELECT count(*) FROM claims") == [(0,)]
    with Gradebook.open(where) as book:
        found = {entry.name: entry for entry in book.current()}
        assert len(found) == 60
        for number in range(60):
            check = found[f"s/{number}.py"].result.exercises[0].functions[0].checks[0]
            assert check.message == f"number {number}"
