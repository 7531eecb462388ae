"""The gradebook: opened, migrated, written by runs and read again."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self, overload

import msgspec
from sqlalchemy import Connection, Row, func, inspect, select, text

from nncheck import results as coding
from nncheck.errors import UsageError
from nncheck.gradebook.address import address
from nncheck.gradebook.database import Database
from nncheck.gradebook.owner import this_process
from nncheck.gradebook.run import Run, chunks, damaged, spelt_out, unpacked
from nncheck.gradebook.tables import HEAD, VERSION_TABLE, history, results, runs
from nncheck.records import Environment, SubmissionResult

LEASE = 60.0  # seconds after which the claims of a grader that no longer renews them are free
_PRIVATE = frozenset({"gradebook", "seed_file"})  # options: a password may be in one, the other is a secret


@dataclass(frozen=True)
class Entry:
    """What a submission got for what it was at some time."""

    name: str
    recorded_at: float  # when it was first seen like this, in seconds since 1970
    graded_at: float
    score: float
    max_score: float
    seconds: float | None
    attempt: int
    environment: Environment
    key: str
    data: bytes
    gradebook: str

    @cached_property
    def result(self) -> SubmissionResult:
        """The result, under this submission's name. Raises GraderError where it is damaged."""
        try:
            found = coding.decode(unpacked(self.data, self.key, self.gradebook))
        except ValueError:
            raise damaged(self.key, self.gradebook) from None
        return msgspec.structs.replace(found, submission=self.name)


class Results(Sequence[SubmissionResult]):
    """The newest results of some submissions, decoded whenever they are looked at."""

    def __init__(self, book: "Gradebook", names: Sequence[str]):
        self._book, self._names = book, names

    def __len__(self) -> int:
        return len(self._names)

    @overload
    def __getitem__(self, index: int) -> SubmissionResult: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[SubmissionResult]: ...
    def __getitem__(self, index: int | slice) -> SubmissionResult | Sequence[SubmissionResult]:
        if isinstance(index, slice):
            return Results(self._book, self._names[index])
        return next(entry.result for entry in self._book.current([self._names[index]]))

    def __iter__(self) -> Iterator[SubmissionResult]:
        return (entry.result for entry in self._book.current(self._names))


class Gradebook:
    """An open gradebook; a context manager."""

    def __init__(self, database: Database):
        self._database = database
        self._environments: dict[int, Environment] = {}

    @classmethod
    def open(cls, where: str, *, create: bool = True) -> Self:
        """The gradebook at a path or a URL of PostgreSQL, in its newest form.

        Raises UsageError for what is none, cannot be reached or was written by a newer nncheck.
        """
        database = Database(address(where, create))
        try:
            with database.alone() as connection:
                _bring_up_to_date(connection, database.name, create)
            database.keep_log()
        except BaseException:
            database.close()
            raise
        database.opened()
        return cls(database)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def begin(self, environment: Environment, options: Mapping[str, Any], lease: float = LEASE) -> Run:
        """A run of the grader, with what it was asked for; paths and seeds that are secret are left out."""
        owner = this_process()
        told = {name: value for name, value in options.items() if name not in _PRIVATE}
        if environment.seed is None:
            told.pop("seed", None)
        with self._database.writing() as connection:
            now = self._database.now(connection)
            row = {
                "host": owner.host,
                "pid": owner.pid,
                "process_started": owner.started,
                "started_at": now,
                "lease_until": now + lease,
                "environment": msgspec.json.encode(environment).decode(),
                "options": msgspec.json.encode(told, enc_hook=str).decode(),
            }
            number = connection.execute(runs.insert().returning(runs.c.id), row).scalar_one()
        return Run(self._database, number, lease)

    # --- reading ------------------------------------------------------------------------------

    def names(self) -> list[str]:
        """The submissions that have a result, in the order in which a folder of them is graded."""
        with self._database.reading() as connection:
            rows = connection.execute(
                select(history.c.name).join(results, results.c.key == history.c.key).distinct()
            )
            return sorted((row.name for row in rows), key=_as_path)

    def environment(self) -> Environment:
        """That of the newest run. Raises UsageError where nothing was graded yet."""
        with self._database.reading() as connection:
            newest = connection.execute(select(func.max(runs.c.id))).scalar()
            if newest is None:
                raise UsageError(f"nothing has been graded into the gradebook {self._database.name} yet")
            return self._environment(connection, newest)

    def current(self, names: Collection[str] | None = None) -> Iterator[Entry]:
        """The newest entry of every submission, or of the named ones; a few at a time are held."""
        with self._database.reading() as connection:
            newest = select(func.max(history.c.id)).join(results, results.c.key == history.c.key)
            latest = select(history.c.id, history.c.name).where(
                history.c.id.in_(newest.group_by(history.c.name))
            )
            wanted = None if names is None else {*map(spelt_out, names)}
            found = [row for row in connection.execute(latest) if wanted is None or row.name in wanted]
        ordered = [row.id for row in sorted(found, key=lambda row: _as_path(row.name))]
        return (entry for some in chunks(ordered) for entry in self._entries(some))

    def results(self, names: Sequence[str]) -> Results:
        """The newest results of the named submissions, in the order of `current`."""
        return Results(self, sorted(names, key=_as_path))

    def history(self, name: str) -> list[Entry]:
        """Every entry of a submission that has a result, oldest first."""
        with self._database.reading() as connection:
            numbers = select(history.c.id).where(history.c.name == spelt_out(name)).order_by(history.c.id)
            found = [row.id for row in connection.execute(numbers)]
        return self._entries(found)

    def times(self) -> list[tuple[str, float]]:
        """When each submission became what it was, in seconds since 1970, the earliest first."""
        with self._database.reading() as connection:
            graded = select(history.c.name, history.c.recorded_at).join(
                results, results.c.key == history.c.key
            )
            rows = connection.execute(graded.order_by(history.c.id))
            return [(row.name, row.recorded_at) for row in rows]

    def _entries(self, numbers: Sequence[int]) -> list[Entry]:
        """The entries with these numbers, in this order."""
        with self._database.reading() as connection:
            rows = connection.execute(_ENTRIES.where(history.c.id.in_(numbers)))
            found = {row.history_id: self._entry(connection, row) for row in rows}
        return [found[number] for number in numbers if number in found]

    def _entry(self, connection: Connection, row: Row[Any]) -> Entry:
        return Entry(
            name=row.name,
            recorded_at=row.recorded_at,
            graded_at=row.graded_at,
            score=row.score,
            max_score=row.max_score,
            seconds=row.seconds,
            attempt=row.attempt,
            environment=self._environment(connection, row.run_id),
            key=row.key,
            data=row.data,
            gradebook=self._database.name,
        )

    def _environment(self, connection: Connection, run: int) -> Environment:
        if run not in self._environments:
            written = connection.execute(select(runs.c.environment).where(runs.c.id == run)).scalar_one()
            self._environments[run] = msgspec.json.decode(written, type=Environment)
        return self._environments[run]


_ENTRIES = select(
    history.c.id.label("history_id"), history.c.name, history.c.recorded_at, results
).join(results, results.c.key == history.c.key)  # fmt: skip


def _as_path(name: str) -> list[str]:
    return name.split("/")


def _bring_up_to_date(connection: Connection, name: str, create: bool) -> None:
    """Nobody else does so meanwhile."""
    tables = inspect(connection).get_table_names()
    if VERSION_TABLE not in tables and (tables or not create):
        raise UsageError(f"{name} is no gradebook; give it a database of its own")
    version = _version(connection) if VERSION_TABLE in tables else 0
    if version > HEAD:
        raise UsageError(
            f"the gradebook {name} is of version {version}, and this nncheck knows versions up to {HEAD};"
            " install the newer nncheck that wrote it"
        )
    if version < HEAD:
        from nncheck.gradebook.migrate import migrate  # Alembic takes long to import

        migrate(connection)


def _version(connection: Connection) -> int:
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
    return int(found) if found and str(found).isdigit() else 0
