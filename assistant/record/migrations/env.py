"""Run by alembic itself, on the connection that ``migrate`` holds."""

from alembic import context

from assistant.record.tables import Tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Tables.metadata,
    version_table="ara_version",
    render_as_batch=True,
)
context.run_migrations()
