"""Several programs at one ledger: they wait for one another, say when they waited in vain, and lose nothing."""

import multiprocessing
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import Filing, Ledger
from onrecord.record import Record

WRITERS = 3


@pytest.fixture
def path(records: list[Record], tmp_path: Path) -> Path:
    """A ledger with a document."""
    path = tmp_path / "news.db"
    with Ledger.open(path, create=True) as ledger:
        ledger.add(records[0])
    return path


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a lock longer than a moment."""
    connect = sqlite3.connect

    def connect_impatiently(*arguments: object, **options: object) -> sqlite3.Connection:
        return connect(*arguments, **{**options, "timeout": 0.05})  # type: ignore[call-overload, no-any-return]

    for module in (sqlite3, sqlite3.dbapi2):
        monkeypatch.setattr(module, "connect", connect_impatiently)


@contextmanager
def locked(path: Path, mode: str) -> Iterator[None]:
    """Another program at work in the file."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA locking_mode = {mode}")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("PRAGMA user_version")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
        connection.close()


@pytest.mark.usefixtures("_impatient")
def test_while_another_program_writes_one_can_read_and_is_told_why_not_write(records: list[Record], path: Path) -> None:
    with Ledger.open(path) as ledger:
        with locked(path, "NORMAL"):
            assert ledger.record(records[0].document.id) == records[0]
            with pytest.raises(LedgerError, match=r"news\.db: is locked by another program; it was waited for"):
                ledger.add(records[1])
        assert ledger.add(records[1]) == Filing.NEW
        assert list(ledger.verify()) == []


@pytest.mark.usefixtures("_impatient")
def test_a_file_that_another_program_keeps_to_itself_is_not_opened(path: Path) -> None:
    with locked(path, "EXCLUSIVE"), pytest.raises(LedgerError, match="is locked by another program"):
        Ledger.open(path)


def _add(path: Path, lines: list[str]) -> None:
    with Ledger.open(path, create=True) as ledger:
        for line in lines:
            ledger.add(Record.from_json(line))


def test_writers_at_once_lose_nothing_and_file_what_they_share_once(records: list[Record], tmp_path: Path) -> None:
    path = tmp_path / "news.db"  # which each would make
    lines = [record.to_json() for record in records]
    context = multiprocessing.get_context("spawn")
    # Each has a third of the records to itself, and the last ten in common.
    writers = [context.Process(target=_add, args=(path, lines[n:-10:WRITERS] + lines[-10:])) for n in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=120)
    assert [writer.exitcode for writer in writers] == [0] * WRITERS
    with Ledger.open(path) as ledger:
        assert ledger.totals().documents == ledger.totals().codings == len(records)
        assert [ledger.record(record.document.id) for record in records] == records
        assert list(ledger.verify()) == []
