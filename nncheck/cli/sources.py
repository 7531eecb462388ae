"""Where stored results come from: a gradebook, or a JSON report."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from nncheck.errors import UsageError
from nncheck.records import Report
from nncheck.report.history import Version
from nncheck.report.json import assembled, pieces
from nncheck.report.stored import read

if TYPE_CHECKING:
    from nncheck.gradebook.book import Gradebook

_SQLITE = b"SQLite format 3\0"


class Source(Protocol):
    """Results by the names of their submissions."""

    def names(self) -> list[str]:
        """All submissions."""

    def report(self, names: Collection[str]) -> Report:
        """On the named ones."""

    def json(self, names: Collection[str]) -> Iterator[str]:
        """The same as JSON."""

    def history(self, name: str, student: str) -> list[Version]:
        """All that a submission was."""

    def times(self, names: Collection[str]) -> list[tuple[str, float]] | None:
        """When each of the named ones became what it was, the earliest first; None where nobody knows."""


class Kept:
    """The results in a gradebook."""

    def __init__(self, book: "Gradebook"):
        self._book = book

    def names(self) -> list[str]:
        return self._book.names()

    def report(self, names: Collection[str]) -> Report:
        return Report(submissions=self._book.results([*names]), environment=self._book.environment())

    def json(self, names: Collection[str]) -> Iterator[str]:
        return pieces(self.report(names))

    def history(self, name: str, student: str) -> list[Version]:
        return [
            Version(
                submission=name,
                student=student,
                since=entry.recorded_at,
                graded=entry.graded_at,
                score=entry.score,
                max_score=entry.max_score,
            )
            for entry in self._book.history(name)
        ]

    def times(self, names: Collection[str]) -> list[tuple[str, float]] | None:
        return [each for each in self._book.times() if each[0] in names]


class Stored:
    """The results in a JSON report."""

    def __init__(self, data: bytes, where: str):
        self._report, self._document = read(data, where)
        self._where = where

    def names(self) -> list[str]:
        return [each.submission for each in self._report.submissions]

    def report(self, names: Collection[str]) -> Report:
        kept = tuple(each for each in self._report.submissions if each.submission in names)
        return Report(submissions=kept, environment=self._report.environment)

    def json(self, names: Collection[str]) -> Iterator[str]:
        kept = (each for each in self._document["submissions"] if each["submission"] in names)
        return assembled(kept, self._document["environment"])

    def history(self, name: str, student: str) -> list[Version]:
        raise UsageError(f"{self._where} is a report of one grading; only a gradebook has a history")

    def times(self, names: Collection[str]) -> list[tuple[str, float]] | None:
        return None


@contextmanager
def opened(where: str) -> Iterator[Source]:
    """The source at a path or address.

    Raises UsageError where there is none.
    """
    if "://" not in where and not _is_gradebook(Path(where)):
        yield Stored(_bytes(Path(where)), where)
        return
    from nncheck.gradebook.book import Gradebook

    with Gradebook.open(where, create=False) as book:
        yield Kept(book)


def _is_gradebook(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:  # to be said by who reads it
        return False


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from None
