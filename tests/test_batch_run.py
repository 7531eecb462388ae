"""A batch: every submission gets its result exactly once, whatever becomes of the others."""

from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future
from pathlib import Path
from threading import Thread
from time import sleep

import pytest
import report_samples as samples
from msgspec.structs import replace

from nncheck import results
from nncheck.batch.ledger import Ledger, Nothing
from nncheck.batch.places import Aborted, Places
from nncheck.batch.run import Batch
from nncheck.batch.sources import find_sources
from nncheck.batch.spool import Spool
from nncheck.batch.survey import survey
from nncheck.errors import GraderError
from nncheck.records import Isolation, Submission, SubmissionResult
from nncheck.results import Summary
from nncheck.service.messages import Graded

Answer = Callable[[Submission], SubmissionResult]


def graded(submission: Submission) -> SubmissionResult:
    """A result with as many points as the source has lines."""
    lines = float(submission.cells[0].source.count("\n"))
    return SubmissionResult(
        submission=submission.name, sha256=submission.sha256, score=lines, max_score=9.0, exercises=()
    )


class Desk:
    """A place that answers in a thread, and counts."""

    def __init__(self, answer: Answer = graded):
        self.answer, self.seen = answer, list[str]()

    def submit(self, submission: Submission) -> "Future[Graded]":
        """A future that is done a little later."""
        future: Future[Graded] = Future()
        self.seen.append(submission.name)
        Thread(target=self._work, args=(future, submission)).start()
        return future

    def _work(self, future: "Future[Graded]", submission: Submission) -> None:
        sleep(0.002)
        try:
            encoded = results.encode(self.answer(submission))
            future.set_result(Graded(result=encoded, seconds=0.1, environment=samples.environment()))
        except BaseException as error:  # noqa: BLE001 - whatever the test wants
            future.set_exception(error)

    def places(self) -> Places:
        """Where at most three are at a time."""
        return Places("the desk", self.submit, lambda: 3, samples.environment())


class Book(Nothing):
    """A ledger in memory, whose `theirs` somebody else is grading."""

    def __init__(self, theirs: Sequence[str] = ()):
        self.kept: dict[str, bytes] = {}
        self.theirs, self.names, self.released = set(theirs), dict[str, str](), list[str]()

    def known(self, keys: Sequence[str]) -> set[str]:
        return {key for key in keys if key in self.kept}

    def result(self, key: str) -> bytes | None:
        return self.kept.get(key)

    def claim(self, keys: Sequence[str]) -> set[str]:
        return {key for key in keys if key not in self.theirs and key not in self.kept}

    def finish(self, key: str, encoded: bytes, summary: Summary) -> None:
        assert key not in self.kept
        self.kept[key] = encoded

    def release(self, keys: Sequence[str]) -> None:
        self.released += keys

    def record(self, entries: Sequence[tuple[str, str]]) -> None:
        self.names |= dict(entries)


def write(folder: Path, sources: dict[str, str]) -> None:
    """Files of submissions."""
    for name, source in sources.items():
        (folder / name).write_text(source)


def content(submission: Submission) -> str:
    """A key that depends on nothing else."""
    return submission.sha256


def run(folder: Path, desk: Desk, ledger: Ledger, spool: Spool | None = None) -> tuple[Batch, list[float]]:
    """Grade a folder -> the batch, and the scores in order."""
    sources = find_sources([folder])
    done: list[str] = []
    with spool or Spool([each.name for each in sources]) as held:
        batch = Batch(held, desk.places(), ledger, content, 9.0, done.append)
        batch.grade(survey(sources, content, 9.0))
        assert sorted(done) == sorted(each.name for each in sources)
        return batch, [each.score for each in held]


def test_every_submission_gets_its_own_result(tmp_path: Path) -> None:
    """Forty of them, three at a time, in order."""
    write(tmp_path, {f"{number:02}.py": f"# {number}\n" + "x = 1\n" * (number % 8) for number in range(40)})
    desk = Desk()
    _, scores = run(tmp_path, desk, Nothing())
    assert scores == [1.0 + number % 8 for number in range(40)]
    assert len(desk.seen) == len(set(desk.seen)) == 40


def test_equal_submissions_are_graded_once(tmp_path: Path) -> None:
    """And each has the result under its own name."""
    write(tmp_path, {f"{number}.py": "x = 1\n" for number in range(5)})
    desk, book = Desk(), Book()
    _, scores = run(tmp_path, desk, book)
    assert scores == [1.0] * 5
    assert len(desk.seen) == len(book.kept) == 1
    assert len(book.names) == 5


def test_what_is_known_is_not_graded_again(tmp_path: Path) -> None:
    """A second run grades the one that changed."""
    write(tmp_path, {f"{number}.py": f"# {number}\n" for number in range(5)})
    book = Book()
    run(tmp_path, Desk(), book)
    (tmp_path / "3.py").write_text("# 3\n# and more\n")
    desk = Desk()
    _, scores = run(tmp_path, desk, book)
    assert [Path(name).name for name in desk.seen] == ["3.py"]
    assert scores == [1.0, 1.0, 1.0, 2.0, 1.0]


def test_what_another_grader_is_at_is_waited_for(tmp_path: Path) -> None:
    """And copied when it is there; what the other one gives up is graded here."""
    write(tmp_path, {"a.py": "# a\n", "b.py": "# b\n", "c.py": "# c\n"})
    keys = {Path(each.name).name: content(each.read()) for each in find_sources([tmp_path])}
    book, desk = Book([keys["a.py"], keys["b.py"]]), Desk()

    def other() -> None:
        sleep(0.2)
        book.kept[keys["a.py"]] = results.encode(replace(graded_at_7(), submission="elsewhere"))
        book.theirs.clear()

    Thread(target=other).start()
    _, scores = run(tmp_path, desk, book)
    assert scores == [7.0, 1.0, 1.0]
    assert sorted(Path(name).name for name in desk.seen) == ["b.py", "c.py"]


def graded_at_7() -> SubmissionResult:
    """A result that nobody here would give."""
    return SubmissionResult(submission="x", sha256="", score=7.0, max_score=9.0, exercises=())


def test_a_failure_of_ours_costs_nobody_a_point(tmp_path: Path) -> None:
    """It is told, it is not kept, and the others are graded."""
    write(tmp_path, {"a.py": "# a\n", "b.py": "# b\n"})

    def answer(submission: Submission) -> SubmissionResult:
        if submission.name.endswith("a.py"):
            raise GraderError("the moon is full")
        return graded(submission)

    book = Book()
    sources = find_sources([tmp_path])
    with Spool([each.name for each in sources]) as spool:
        batch = Batch(spool, Desk(answer).places(), book, content, 9.0, lambda name: None)
        batch.grade(survey(sources, content, 9.0))
        assert (spool[0].score, spool[0].max_score) == (0.0, 0.0)
        assert "the moon is full" in spool[0].notes[0]
        assert spool[1].score == 1.0
    assert batch.troubled == 1
    assert len(book.kept) == len(book.released) == 1


def test_a_file_that_cannot_be_read_has_lost_its_points(tmp_path: Path) -> None:
    """With the reason, and the gradebook knows it."""
    write(tmp_path, {"a.py": "# a\n"})
    (tmp_path / "b.py").write_bytes(b"\xff\xfe")
    book = Book()
    sources = find_sources([tmp_path])
    with Spool([each.name for each in sources]) as spool:
        batch = Batch(spool, Desk().places(), book, content, 9.0, lambda name: None)
        batch.grade(survey(sources, content, 9.0))
        assert (spool[1].score, spool[1].max_score) == (0.0, 9.0)
        assert "UTF-8" in spool[1].notes[0]
    assert len(book.kept) == len(book.names) == 2


def test_a_file_that_changes_meanwhile_is_graded_as_it_is(tmp_path: Path) -> None:
    """Its result is kept under the key of what was graded, not of what had been there before."""
    write(tmp_path, {"a.py": "# a\n"})
    sources, book, desk = find_sources([tmp_path]), Book(), Desk()
    items = list(survey(sources, content, 9.0))
    (tmp_path / "a.py").write_text("# a\n# changed\n")
    with Spool([each.name for each in sources]) as spool:
        Batch(spool, desk.places(), book, content, 9.0, lambda name: None).grade(items)
        assert spool[0].score == 2.0
    assert book.released == [items[0].key]
    assert [*book.kept] == [content(sources[0].read())]


def test_a_lost_cluster_ends_the_batch(tmp_path: Path) -> None:
    """With a sentence that says how to go on, and without a grade for what was not graded."""
    write(tmp_path, {"a.py": "# a\n"})

    def lost(submission: Submission) -> SubmissionResult:
        raise CancelledError

    book = Book()
    with pytest.raises(Aborted, match="the desk has gone; .* the same command"):
        run(tmp_path, Desk(lost), book)
    assert book.kept == {}


def test_the_environment_is_the_one_that_isolates_least(tmp_path: Path) -> None:
    """A report promises no more than what held for all of its submissions."""
    write(tmp_path, {f"{number}.py": f"# {number}\n" for number in range(4)})
    weak = replace(samples.environment(), isolation=Isolation(level="basic", active=(), missing={}))

    class Mixed(Desk):
        def _work(self, future: "Future[Graded]", submission: Submission) -> None:
            where = weak if submission.name.endswith("2.py") else samples.environment()
            encoded = results.encode(graded(submission))
            future.set_result(Graded(result=encoded, seconds=0.0, environment=where))

    batch, _ = run(tmp_path, Mixed(), Nothing())
    assert batch.environment == weak
