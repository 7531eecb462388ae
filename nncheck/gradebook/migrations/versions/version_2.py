"""How long grading took, and how often it was begun."""

import sqlalchemy as sa
from alembic import op

revision = "2"
down_revision = "1"


def upgrade() -> None:
    """Add the columns; of what is there already the time is not known, and one attempt was enough."""
    op.add_column("results", sa.Column("seconds", sa.Double))
    op.add_column("results", sa.Column("attempt", sa.Integer, nullable=False, server_default="1"))
    op.add_column("claims", sa.Column("attempt", sa.Integer, nullable=False, server_default="1"))
