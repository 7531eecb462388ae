"""What --gradebook says -> the address of a database, and how to call it in a sentence."""

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from nncheck.errors import UsageError

SQLITE_HEADER = b"SQLite format 3\0"  # what every file of SQLite begins with
_POSTGRESQL = ("postgresql", "postgres", "postgresql+psycopg")


def address(where: str, create: bool) -> URL:
    """The address of a file, for SQLite, or of a PostgreSQL database.

    Raises UsageError for what cannot be a gradebook.
    """
    scheme, separator, rest = where.partition("://")
    if not separator:
        return _file(Path(where), create)
    if scheme == "sqlite":
        return _file(Path(rest.removeprefix("/")), create)
    if scheme not in _POSTGRESQL:
        raise UsageError(
            f"a gradebook is a file or postgresql://USER@HOST/DATABASE; {scheme}:// is not supported"
        )
    try:
        return make_url(where).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError):  # of a password in it nothing must be said
        raise UsageError(
            "the gradebook's address cannot be read; write postgresql://USER:PASSWORD@HOST:PORT/DATABASE,"
            " with %40 for an @ in the password"
        ) from None


def shown(url: URL) -> str:
    """How messages call the gradebook: without the password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return url.set(drivername="postgresql").render_as_string(hide_password=True)


def _file(path: Path, create: bool) -> URL:
    if path.is_dir():
        raise UsageError(f"the gradebook {path} is a folder; name a file")
    if not path.absolute().parent.is_dir():
        raise UsageError(
            f"the gradebook {path}: there is no folder {path.absolute().parent}; create it first"
        )
    if not path.exists() and not create:
        raise UsageError(f"there is no gradebook {path}; nncheck grade --gradebook {path} makes one")
    if path.exists() and not _may_be_sqlite(path):
        raise UsageError(f"{path} is no gradebook; name another file")
    return URL.create("sqlite", database=str(path.absolute()))  # also of a file called :memory:


def _may_be_sqlite(path: Path) -> bool:
    """Whether SQLite wrote the file, or it is empty."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            start = file.read(len(SQLITE_HEADER))
    except OSError as error:
        raise UsageError(f"the gradebook {path} cannot be read: {error.strerror}") from None
    return start in (b"", SQLITE_HEADER)
