"""One grader at work on a gradebook: what it claims, what it finishes, and that it still lives."""

import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from threading import Event, Thread
from typing import Any, Self

import msgspec
from sqlalchemy import Connection, Select, and_, bindparam, delete, func, select, true, update

from nncheck.errors import GraderError
from nncheck.gradebook.database import Database
from nncheck.gradebook.owner import Owner, is_gone
from nncheck.gradebook.tables import claims, history, results, runs
from nncheck.records import Environment
from nncheck.results import Summary

CHUNK = 500  # values in one statement; databases have limits
_FASTEST = 1  # level of compression: a tenth of the size already

# made once: to put a statement together takes as long as the database does
_MINE = (claims.c.key == bindparam("claimed"), claims.c.run_id == bindparam("run"))
_ATTEMPT = func.coalesce(select(claims.c.attempt).where(*_MINE).scalar_subquery(), 1)
_GIVE_BACK = delete(claims).where(*_MINE)


class Run:
    """A grading run. Its claims are good as long as its process lives and renews its lease."""

    def __init__(self, database: Database, number: int, lease: float):
        self.number, self._database, self._lease = number, database, lease
        insertion = database.insert(results).values(attempt=_ATTEMPT)
        self._keep = insertion.on_conflict_do_nothing(index_elements=["key"])
        self._over = Event()
        self._heart = Thread(target=self._beat, name="gradebook lease", daemon=True)
        self._heart.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *exception: object) -> None:
        self.close(finished=kind is None)

    def close(self, finished: bool = True) -> None:
        """Ends the run and gives its claims back; one that has not finished stays marked as such."""
        if self._over.is_set():
            return
        self._over.set()
        self._heart.join()
        with self._database.writing() as connection:
            now = self._database.now(connection)
            connection.execute(delete(claims).where(claims.c.run_id == self.number))
            ended = {"lease_until": now} | ({"finished_at": now} if finished else {})
            connection.execute(update(runs).where(runs.c.id == self.number).values(ended))

    # --- results ------------------------------------------------------------------------------

    def known(self, keys: Sequence[str]) -> set[str]:
        """Those of the keys that have a result."""
        with self._database.reading() as connection:
            return _known(connection, keys)

    def result(self, key: str) -> bytes | None:
        """The encoded result, or None where there is none yet.

        Raises GraderError for one that is damaged.
        """
        with self._database.reading() as connection:
            data = connection.execute(select(results.c.data).where(results.c.key == key)).scalar()
        return None if data is None else unpacked(data, key, self._database.name)

    def claim(self, keys: Sequence[str]) -> set[str]:
        """Those of the keys that are ours to grade now.

        The others have a result, or another grader that lives is at work on them.
        """
        with self._database.writing() as connection:
            others = _living(connection, self._database.now(connection)) - {self.number}
            insertion = self._database.insert(claims)
            statement = insertion.on_conflict_do_update(
                index_elements=["key"],
                set_={"run_id": insertion.excluded.run_id, "attempt": claims.c.attempt + 1},
                where=and_(true(), *(claims.c.run_id != run for run in sorted(others))),
            ).returning(claims.c.key)
            rows = [{"key": key, "run_id": self.number} for key in sorted({*keys})]  # all in one order
            ours = {row.key for row in connection.execute(statement, rows)} if rows else set()
            finished = _known(connection, sorted(ours))  # last: what was finished since holds no claim
            _drop(connection, self.number, finished)
        return ours - finished

    def finish(self, key: str, encoded: bytes, summary: Summary) -> None:
        """Keeps a result and gives its claim back; where there is a result already, that one stays."""
        with self._database.writing() as connection:
            row = {
                "key": key,
                "run_id": self.number,
                "graded_at": self._database.now(connection),
                "score": summary.score,
                "max_score": summary.max_score,
                "seconds": summary.seconds,
                "data": zlib.compress(encoded, _FASTEST),
            }
            mine = {"claimed": key, "run": self.number}
            connection.execute(self._keep, row | mine)
            connection.execute(_GIVE_BACK, mine)

    def describe(self, environment: Environment) -> None:
        """What turned out about the environment since: submissions may have been held by less."""
        written = msgspec.json.encode(environment).decode()
        with self._database.writing() as connection:
            connection.execute(update(runs).where(runs.c.id == self.number).values(environment=written))

    def release(self, keys: Sequence[str]) -> None:
        """Gives claims back without a result: grading failed, and not by the submission's fault."""
        with self._database.writing() as connection:
            _drop(connection, self.number, keys)

    def record(self, entries: Sequence[tuple[str, str]]) -> None:
        """Notes that each submission, by its name, has the content with this key now.

        Only what differs from its latest entry becomes a new one. To be called before results are finished:
        then none can be left without a name, whenever the process is killed.
        """
        wanted = {spelt_out(name): key for name, key in entries}
        with self._database.alone() as connection:
            latest = _latest(connection, [*wanted])
            now = self._database.now(connection)
            rows = [
                {"name": name, "key": key, "run_id": self.number, "recorded_at": now}
                for name, key in wanted.items()
                if latest.get(name) != key
            ]
            if rows:
                connection.execute(history.insert(), rows)

    # --- lease --------------------------------------------------------------------------------

    def _beat(self) -> None:
        while not self._over.wait(self._lease / 4):
            with suppress(GraderError), self._database.writing() as connection:  # or by the next beat
                until = self._database.now(connection) + self._lease
                connection.execute(update(runs).where(runs.c.id == self.number).values(lease_until=until))


def unpacked(data: bytes, key: str, gradebook: str) -> bytes:
    """The encoded result, as it was kept."""
    try:
        return zlib.decompress(data)
    except zlib.error:
        raise damaged(key, gradebook) from None


def damaged(key: str, gradebook: str) -> GraderError:
    """The error for bytes that are no result."""
    return GraderError(
        f"a result in the gradebook {gradebook} is damaged; restore a backup, or have it graded again after:"
        f" DELETE FROM results WHERE key = '{key}'"
    )


def spelt_out(name: str) -> str:
    """The name of a file; what is not UTF-8 in it, and fits into no database, as reports spell it."""
    return name.encode("utf-8", "backslashreplace").decode()


def chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """The values, as many at a time as a statement takes."""
    return (values[start : start + CHUNK] for start in range(0, len(values), CHUNK))


def _known(connection: Connection, keys: Sequence[str]) -> set[str]:
    statements = (select(results.c.key).where(results.c.key.in_(some)) for some in chunks(keys))
    return {row.key for statement in statements for row in connection.execute(statement)}


def _drop(connection: Connection, run: int, keys: Sequence[str] | set[str]) -> None:
    for some in chunks(sorted(keys)):
        connection.execute(delete(claims).where(claims.c.key.in_(some), claims.c.run_id == run))


def _latest(connection: Connection, names: Sequence[str]) -> dict[str, str]:
    """The keys that the named submissions have so far."""
    found: dict[str, str] = {}
    for some in chunks(names):
        newest = select(func.max(history.c.id)).where(history.c.name.in_(some)).group_by(history.c.name)
        rows = connection.execute(select(history.c.name, history.c.key).where(history.c.id.in_(newest)))
        found |= {row.name: row.key for row in rows}
    return found


def _living(connection: Connection, now: float) -> set[int]:
    """The runs whose claims are good."""
    candidates: Select[Any] = select(runs.c.id, runs.c.host, runs.c.pid, runs.c.process_started).where(
        runs.c.finished_at.is_(None), runs.c.lease_until > now
    )
    return {
        row.id
        for row in connection.execute(candidates)
        if not is_gone(Owner(host=row.host, pid=row.pid, started=row.process_started))
    }
