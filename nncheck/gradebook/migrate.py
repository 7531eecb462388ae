"""A gradebook of an older version -> the same gradebook in the version of today."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from nncheck.gradebook.tables import HEAD

_SCRIPTS = Path(__file__).resolve().parent / "migrations"


def migrate(connection: Connection, version: int = HEAD) -> None:
    """Brings an older gradebook, or an empty database, to a version, within the connection's transaction."""
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, str(version))
