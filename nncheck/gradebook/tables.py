"""The tables of a gradebook, as they are now. Older forms are in migrations/versions."""

from sqlalchemy import (
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

HEAD = 2  # the version that these tables are
VERSION_TABLE = "nncheck_gradebook"  # where a database says which version it has

metadata = MetaData()


def _run() -> Column[int]:
    return Column("run_id", Integer, ForeignKey("runs.id"), nullable=False)


# Every time is in seconds since 1970.
runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("host", Text, nullable=False),
    Column("pid", Integer, nullable=False),
    Column("process_started", Text, nullable=False),  # of two processes with one number, which it is
    Column("started_at", Double, nullable=False),
    Column("finished_at", Double),  # null while it runs, and for ever where it was killed
    Column("lease_until", Double, nullable=False),  # its claims are good until then
    Column("environment", Text, nullable=False),  # JSON
    Column("options", Text, nullable=False),  # JSON
)
results = Table(
    "results",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(64), nullable=False, unique=True),
    _run(),
    Column("graded_at", Double, nullable=False),
    Column("score", Double, nullable=False),
    Column("max_score", Double, nullable=False),
    Column("data", LargeBinary, nullable=False),  # the encoded result, compressed
    Column("seconds", Double),  # that grading took; since version 2
    Column("attempt", Integer, nullable=False, server_default="1"),  # at which it succeeded; since version 2
)
claims = Table(
    "claims",
    metadata,
    Column("key", String(64), primary_key=True),
    _run(),
    Column("attempt", Integer, nullable=False, server_default="1"),  # since version 2
)
history = Table(
    "history",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),  # of the submission
    Column("key", String(64), nullable=False),  # of the result that it had from then on
    _run(),
    Column("recorded_at", Double, nullable=False),
    Index("history_by_name", "name", "id"),
    Index("history_by_key", "key"),
)
