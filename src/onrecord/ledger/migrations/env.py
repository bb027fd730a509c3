"""Alembic's way in; the connection is that of the ledger being opened, with its transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], target_metadata=None)
context.run_migrations()
