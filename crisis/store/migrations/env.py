"""Alembic's entry: runs on the connection that `upgrade` hands over."""

from typing import Any, Literal

from alembic import context

from crisis.store.columns import Packed
from crisis.store.tables import metadata


def render_item(kind: str, item: Any, _autogen: Any) -> str | Literal[False]:
    """A migration states what the database holds, not the code that reads it."""
    if kind == "type" and isinstance(item, Packed):
        return "sa.Text()"
    if kind == "type" and type(item).__module__.startswith("sqlmodel"):
        return "sa.DateTime()" if "Time" in type(item).__name__ else "sa.String()"
    return False


connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, render_item=render_item)
with context.begin_transaction():
    context.run_migrations()
