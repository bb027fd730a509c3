"""How a ledger of an earlier version becomes one of this: Alembic's steps, each applied once, in order."""

from pathlib import Path

from sqlalchemy import Connection

HEAD = "0001"
REVISIONS = frozenset({HEAD})


def upgrade(connection: Connection) -> None:
    """Brings the tables to this version's form within the connection's transaction."""
    # Alembic takes a fifth of a second to import, and a ledger is opened a thousand times for once that it is made.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
