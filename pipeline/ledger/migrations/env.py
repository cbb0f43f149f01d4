"""What alembic runs: the steps in the transaction that the caller began, on the connection that it gives."""

from __future__ import annotations

from alembic import context

from pipeline.ledger.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
