"""Gradebooks to test with: addresses of fresh ones, results to keep in them, and graders that get killed."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from types import TracebackType

import pytest
from report_samples import environment, exercise, failed, function, passed, submission
from sqlalchemy import URL, create_engine, make_url, text

from nncheck import results
from nncheck.gradebook.book import Gradebook
from nncheck.records import SubmissionResult
from nncheck.results import Summary

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = {"device": "auto"}
WITH_BOOK = """
import os, random, signal, sys, time
sys.path.insert(0, {tests!r})
from gradebooks import *
"""


def fresh(kind: str, folder: Path, request: pytest.FixtureRequest) -> str:
    """The address of a gradebook that does not exist yet."""
    if kind == "sqlite":
        return str(folder / "grades.db")
    return str(request.getfixturevalue("postgresql")())


def key_of(number: int) -> str:
    """A key as the grader makes them."""
    return f"{number:064x}"


def result_of(number: int, name: str = "a.py") -> SubmissionResult:
    """A result that can be told from those of other numbers."""
    checks = failed("values", message=f"number {number}"), passed("shapes", points=number / 1000)
    return submission(name, exercise("activations", function("sigmoid", *checks)))


def encoded(number: int) -> bytes:
    """Its bytes."""
    return results.encode(result_of(number))


def summary_of(number: int) -> Summary:
    """Its summary."""
    found = result_of(number)
    return Summary(score=found.score, max_score=found.max_score, seconds=0.25)


def filled(where: str, *numbers: int) -> None:
    """Keeps the results of these numbers, for submissions of their names."""
    with Gradebook.open(where) as book, book.begin(environment(), OPTIONS) as run:
        run.claim([key_of(number) for number in numbers])
        for number in numbers:
            run.finish(key_of(number), encoded(number), summary_of(number))
        run.record([(f"s/{number}.py", key_of(number)) for number in numbers])


def sql(where: str, statement: str) -> list[tuple[object, ...]]:
    """What a statement answers, asked behind the gradebook's back."""
    url = make_url(where).set(drivername="postgresql+psycopg") if "://" in where else sqlite_url(where)
    engine = create_engine(url)
    with closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute(str(text(statement)))
        rows = [tuple(row) for row in cursor.fetchall()] if cursor.description else []
        connection.commit()
    engine.dispose()
    return rows


def sqlite_url(path: str) -> URL:
    """The address of a file."""
    return URL.create("sqlite", database=path)


class Other(subprocess.Popen[str]):
    """A process that ends with its `with` statement, whatever came of the test: a stopped one never would."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.kill()
        super().__exit__(kind, error, traceback)


def stop(other: Other, where: str) -> None:
    """Stop it between two transactions: in one, it would keep all others out of a file."""
    if "://" in where:
        other.send_signal(signal.SIGSTOP)
        return
    with closing(sqlite3.connect(where, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")  # so that nobody else is in one
        other.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, other.pid, os.WSTOPPED | os.WNOWAIT)
        connection.execute("ROLLBACK")


def process(source: str, *arguments: str) -> Other:
    """Another Python that runs the source, with all of this module at hand."""
    program = WITH_BOOK.format(tests=str(ROOT / "tests")) + source
    command = [sys.executable, "-c", program, *arguments]
    return Other(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
