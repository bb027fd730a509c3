"""Every test of the ledger runs on both databases."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
import pytest
from tests.postgres import make_schema, server

from onrecord.ledger import Ledger

NUMBERS = count(1)


@dataclass(frozen=True)
class Place:
    """Where a test's ledger is, and a way to change it behind the program's back."""

    where: str

    @property
    def is_sqlite(self) -> bool:
        return not self.where.startswith("postgresql:")

    def tamper(self, statement: str, *values: object) -> int:
        """Runs a statement of SQL; how many rows it changed."""
        if self.is_sqlite:
            connection = sqlite3.connect(self.where)
            try:
                with connection:
                    return connection.execute(statement, values).rowcount
            finally:
                connection.close()
        with psycopg.connect(self.where, autocommit=True) as server:
            return server.execute(statement.replace("?", "%s"), values or None).rowcount  # type: ignore[arg-type]

    def dump(self, *tables: str) -> list[tuple[object, ...]]:
        """All rows of tables."""
        rows = []
        for table in tables:
            query = f"SELECT * FROM {table} ORDER BY 1, 2"
            if self.is_sqlite:
                connection = sqlite3.connect(self.where)
                rows += connection.execute(query).fetchall()
                connection.close()
            else:
                with psycopg.connect(self.where) as server:
                    rows += server.execute(query).fetchall()  # type: ignore[arg-type]
        return rows


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    with server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """An empty place for a ledger, in each of the two databases in turn."""
    return new_place(request, tmp_path)


def new_place(request: pytest.FixtureRequest, tmp_path: Path, name: str = "news.db") -> Place:
    if request.param == "sqlite":
        return Place(str(tmp_path / name))
    url: str = request.getfixturevalue("postgres")
    return Place(make_schema(url, f"test_{next(NUMBERS)}"))


@pytest.fixture
def ledger(place: Place) -> Iterator[Ledger]:
    with Ledger.open(place.where, create=True) as opened:
        yield opened
