"""Connections and transactions, and the few things that SQLite and PostgreSQL do differently."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, extract, func, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, OperationalError

from nncheck.errors import GraderError, NncheckError, UsageError
from nncheck.gradebook.address import shown

_BUSY_SECONDS = 60.0  # that SQLite waits for another process to end its transaction
_LOCK = 0x6E6E6368  # any number, the same for all of us
_OURSELVES = "sqlite"  # the backend that has no server


class Database:
    """A gradebook's database. Failures become sentences: of the user's until it is open, then of ours."""

    def __init__(self, url: URL):
        self.name, self.is_file = shown(url), url.get_backend_name() == _OURSELVES
        self._failure: type[NncheckError] = UsageError
        self._engine = _engine(url, self.is_file)

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    def opened(self) -> None:
        """From now on a failure is nobody's mistake at the keyboard."""
        self._failure = GraderError

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all of it, or nothing where anything fails. SQLite has one writer at a time."""
        with self._explained(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def alone(self) -> Iterator[Connection]:
        """The same, while nobody else has such a transaction."""
        with self.writing() as connection:
            if not self.is_file:
                connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that changes nothing, and that no writer has to wait for."""
        reader = self._engine.execution_options(reads=True)
        with self._explained(), reader.begin() as connection:
            yield connection

    def now(self, connection: Connection) -> float:
        """The time, by a clock that all graders of this gradebook share."""
        if self.is_file:
            return time.time()
        return float(connection.execute(select(extract("epoch", func.clock_timestamp()))).scalar_one())

    def insert(self, table: Table) -> "sqlite.Insert | postgresql.Insert":
        """An insertion that can say what to do about a row that is there already."""
        return sqlite.insert(table) if self.is_file else postgresql.insert(table)

    def keep_log(self) -> None:
        """SQLite: readers and the writer do not wait for each other, and a killed writer harms nothing."""
        if not self.is_file:
            return
        deadline = time.monotonic() + _BUSY_SECONDS
        while not self._log_kept():  # SQLite itself does not wait here
            if time.monotonic() > deadline:
                raise UsageError(f"the gradebook {self.name} is locked by another program")
            time.sleep(0.02)

    def _log_kept(self) -> bool:
        raw = self._engine.raw_connection()
        try:
            return bool(raw.cursor().execute("PRAGMA journal_mode = WAL"))
        except Exception as error:  # noqa: BLE001 - the driver's own class; anything but "locked" goes on
            if "locked" not in str(error):
                raise
            return False
        finally:
            raw.close()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise self._failure(f"the gradebook {self.name}: {_reason(error)}") from error


def _engine(url: URL, is_file: bool) -> Engine:
    try:
        if is_file:
            engine = create_engine(url, connect_args={"timeout": _BUSY_SECONDS})
            event.listen(engine, "connect", _prepare)
            event.listen(engine, "begin", _begin)
            return engine
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    except ModuleNotFoundError as error:
        raise UsageError(
            f"a gradebook in PostgreSQL needs {error.name}, which is not installed; install it with:"
            " pip install 'nncheck[postgresql]'"
        ) from None


def _prepare(connection: Any, _record: object) -> None:
    """A new connection to SQLite; transactions are begun by `_begin`, not by Python."""
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")  # a power failure costs the last moments, no more


def _begin(connection: Connection) -> None:
    """A writer locks at once: one that locks later, after it has read, could not wait for another one."""
    reads = connection.get_execution_options().get("reads", False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _reason(error: DBAPIError) -> str:
    """The driver's own words on one line, and what can be done."""
    lines = str(error.orig).strip().splitlines()
    reason = lines[0] if lines else type(error.orig).__name__
    if "readonly" in reason or "unable to open" in reason:
        return f"{reason}; its file and folder must be writable"
    if "not a database" in reason or "malformed" in reason:
        return f"{reason}; restore it from a backup, or name another file"
    if isinstance(error, OperationalError) and "connection" in reason:
        return f"{reason}; is the server running, and is the address right?"
    return reason
