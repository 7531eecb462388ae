"""Results kept in a database as they come: what is known is not graded again, and nothing is lost.

Whoever imports it needs SQLAlchemy and Alembic.
"""

from importlib.util import find_spec

from nncheck.errors import UsageError

for _name in ("sqlalchemy", "alembic"):  # Alembic takes long to import, and is seldom needed
    if find_spec(_name) is None:
        raise UsageError(
            f"a gradebook needs {_name}, which is not installed; install it with:"
            " pip install 'nncheck[gradebook]'"
        )
