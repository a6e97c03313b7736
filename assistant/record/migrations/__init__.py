"""The steps from one form of the store to the next, run in order by alembic."""
