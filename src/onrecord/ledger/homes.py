"""Where a ledger lives: a file of SQLite, or a database of PostgreSQL by its URL; and their errors in plain words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy.engine import URL, Engine, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError
from sqlalchemy.pool import NullPool

from onrecord.errors import LedgerError

# How long a second writer waits for the first, in seconds.
PATIENCE = 30.0
# Of SQLite's pages in memory, in KiB: enough for the inner pages of every index of a large ledger.
CACHE = 64_000
# The number of the lock that PostgreSQL's writers take in turn: "ONRC".
WRITERS = 0x4F4E5243

ADVICE = {
    "database is locked": f"is locked by another program; it was waited for {PATIENCE:g} seconds",
    "attempt to write a readonly database": "cannot be written: the file or its folder is read-only",
    "unable to open database file": "cannot be opened: the folder is missing or may not be read",
    "database or disk is full": "cannot be written: the disk is full; what was filed before is safe",
    "disk I/O error": "cannot be read or written: the disk fails or is full; what was filed before is safe",
}


class Home:
    """An open connection to the database of a ledger, for one thread."""

    def __init__(self, connection: Connection, name: str) -> None:
        self.connection = connection
        self.name = name

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file of SQLite."""
        return self.connection.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A stretch in which the ledger stands still, whatever others write. Raises LedgerError as `explained` does."""
        with explained(self.name):
            if self.connection.in_transaction():
                yield self.connection
                return
            self._isolate("REPEATABLE READ")
            with self.connection.begin():
                yield self.connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A stretch in which nobody else writes, and of which all is kept or nothing."""
        with explained(self.name):
            self._isolate("READ COMMITTED")
            self.connection.info["writes"] = True
            try:
                with self.connection.begin():
                    if not self.is_sqlite:
                        self.connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WRITERS})
                    yield self.connection
            finally:
                self.connection.info["writes"] = False

    def write_ahead(self) -> None:
        """Has SQLite write to a log beside the file first, so that readers go on and a kill costs nothing."""
        driver: Any = self.connection.connection.driver_connection
        if self.is_sqlite:
            with explained(self.name):
                driver.execute("PRAGMA journal_mode = WAL")

    def close(self) -> None:
        """Gives the database back."""
        self.connection.close()
        self.connection.engine.dispose()

    def _isolate(self, level: str) -> None:
        if not self.is_sqlite:
            self.connection.execution_options(isolation_level=level)


def is_url(place: str | Path) -> bool:
    """Whether a ledger's place is the URL of a server's database, not a file."""
    return isinstance(place, str) and place.startswith(("postgresql://", "postgres://", "postgresql+psycopg://"))


def name_of(place: str | Path) -> str:
    """How messages name a ledger: its path, or its URL without a password."""
    return (
        _url_of(str(place)).set(drivername="postgresql").render_as_string(hide_password=True)
        if is_url(place)
        else str(place)
    )


def open_home(place: str | Path, *, create: bool) -> Home:
    """The database of a ledger; a file is made where `create` says so.

    Raises LedgerError where it is missing, cannot be reached, or is none.
    """
    if is_url(place):
        engine = create_engine(_url_of(str(place)), poolclass=NullPool)
    else:
        path = Path(place)
        if "://" in str(place):
            raise LedgerError(f"{place}: a ledger is a file or a postgresql:// URL")
        if not create and not path.exists():
            raise LedgerError(f"{path}: there is no ledger here; make one with: onrecord add PATH --ledger {path}")
        engine = _engine_of(path)
    name = name_of(place)
    with explained(name):
        return Home(engine.connect(), name)


@contextmanager
def explained(name: str) -> Iterator[None]:
    """The database's errors as LedgerErrors that say what to do."""
    try:
        yield
    except DatabaseError as error:
        raise _explanation(name, error.orig or error) from error
    except sqlite3.DatabaseError as error:
        raise _explanation(name, error) from error


def _explanation(name: str, error: BaseException) -> LedgerError:
    told = " ".join(str(error).split())
    if not isinstance(error, sqlite3.Error):
        kind = "cannot be reached" if isinstance(error, psycopg.OperationalError) else "refuses"
        return LedgerError(f"{name}: {kind}: {told}")
    for words, advice in ADVICE.items():
        if words in told:
            return LedgerError(f"{name}: {advice}")
    if isinstance(error, sqlite3.OperationalError):
        return LedgerError(f"{name}: {told}")
    if "file is not a database" in told:
        return LedgerError(f"{name}: is no ledger ({told})")
    damaged = "malformed" in told or "corrupt" in told
    return LedgerError(f"{name}: is damaged; restore it from a copy ({told})" if damaged else f"{name}: {told}")


def _url_of(place: str) -> URL:
    """The URL with the driver that we use. Raises LedgerError where it cannot be read."""
    try:
        return make_url(place).set(drivername="postgresql+psycopg")
    except ArgumentError as error:
        raise LedgerError("the ledger's URL cannot be read; write postgresql://user@host/database") from error


def _engine_of(path: Path) -> Engine:
    def connect() -> sqlite3.Connection:
        return sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _: object) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA cache_size = -{CACHE}")
        connection.execute("PRAGMA temp_store = MEMORY")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.info.get("writes") else "BEGIN")

    return engine
