"""Schema migrations, configured in code. Imported only when the database is older than the program."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine


def configuration() -> Config:
    """Alembic's configuration for this folder."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    return config


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Run the migrations under the database's write lock."""
    config = configuration()
    with engine.connect().execution_options(crisis_write=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
