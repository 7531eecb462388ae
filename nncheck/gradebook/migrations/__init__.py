"""How a gradebook becomes one of the next version; run by Alembic."""
