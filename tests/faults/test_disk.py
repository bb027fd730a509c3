"""A disk that is full, or that may not be written: the message says what to do, and what was filed before is there."""

import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import Filing, Ledger
from onrecord.record import Record

ROOT = Path(__file__).parents[2]
NOBODY = 65534
# Fills a disk of two megabytes and says how far it came; run where such a disk can be had without being root.
FILL = """
import sys
from onrecord.errors import LedgerError
from onrecord.ledger import Ledger
from onrecord.record import Record
added = 0
with Ledger.open(sys.argv[1], create=True) as ledger:
    try:
        for line in list(open(sys.argv[2], encoding="utf-8")) * 3:
            ledger.add(Record.from_json(line.replace('"version":"', f'"version":"{added}', 1)))
            added += 1
    except LedgerError as error:
        print(added, ledger.totals().codings, len(list(ledger.verify())), error)
"""
IN_A_SMALL_DISK = 'mount -t tmpfs -o size=2m none "$1" && exec "$2" -c "$3" "$1/news.db" "$4"'


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """No file of this process grows beyond a size: as on a full disk, a write beyond it fails."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def without_privileges() -> Iterator[None]:
    """As somebody whom the rights of files bind, as they do not bind root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that anybody can reach, as those of pytest are not."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


@pytest.mark.parametrize("room", [4_096, 40_000, 100_000])
def test_when_no_more_can_be_written_nothing_filed_is_lost(records: list[Record], tmp_path: Path, room: int) -> None:
    path = tmp_path / "news.db"
    with Ledger.open(path, create=True) as ledger:
        for record in records[:5]:
            ledger.add(record)
    with Ledger.open(path) as ledger:
        with files_of_at_most(path.stat().st_size + room), pytest.raises(LedgerError, match="disk"):
            add_all(ledger, records)
        added = ledger.totals().documents
        assert 5 <= added < len(records)
        assert_whole(ledger, records, added)
        # There is room again.
        assert ledger.add(records[added]) == Filing.NEW
        assert_whole(ledger, records, added + 1)


def test_a_full_ledger_says_so(records: list[Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "news.db"
    with Ledger.open(path, create=True) as ledger:
        ledger.add(records[0])
    connect = sqlite3.connect

    def connect_to_full(*arguments: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)  # type: ignore[call-overload]
        connection.execute("PRAGMA max_page_count = 1")
        return connection

    for module in (sqlite3, sqlite3.dbapi2):
        monkeypatch.setattr(module, "connect", connect_to_full)
    with Ledger.open(path) as ledger:
        with pytest.raises(LedgerError, match="the disk is full; what was filed before is safe"):
            add_all(ledger, records)
        assert ledger.record(records[0].document.id) == records[0]


def test_a_disk_that_fills_up_loses_nothing(records_file: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["unshare", "--user", "--mount", "--map-root-user", "sh", "-c", IN_A_SMALL_DISK, "sh", str(disk)]
    done = subprocess.run(
        [*command, sys.executable, FILL, str(records_file)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode and "Traceback" not in done.stderr:
        pytest.skip(f"no disk of its own can be had here: {done.stderr.strip()[-80:]}")
    assert done.returncode == 0, done.stderr
    added, kept, problems, message = done.stdout.split(maxsplit=3)
    assert int(added) > 5
    assert (kept, problems) == (added, "0")
    assert "disk is full" in message or "the disk fails or is full" in message
    assert "what was filed before is safe" in message


def test_a_file_that_may_only_be_read_can_be_asked_and_not_added_to(records: list[Record], folder: Path) -> None:
    path = folder / "news.db"
    with Ledger.open(path, create=True) as ledger:
        ledger.add(records[0])
    path.chmod(0o444)
    with without_privileges(), Ledger.open(path) as ledger:
        assert ledger.record(records[0].document.id) == records[0]
        with pytest.raises(LedgerError, match="read-only"):
            ledger.add(records[1])


def test_a_folder_that_may_only_be_read_takes_no_ledger(folder: Path) -> None:
    folder.chmod(0o555)
    with without_privileges(), pytest.raises(LedgerError, match="cannot be opened: the folder"):
        Ledger.open(folder / "news.db", create=True)


def add_all(ledger: Ledger, records: list[Record]) -> None:
    for record in records:
        ledger.add(record)


def assert_whole(ledger: Ledger, records: list[Record], added: int) -> None:
    """The first records are there, and nothing is wrong."""
    assert ledger.totals().documents == added
    assert [ledger.record(record.document.id) for record in records[:added]] == records[:added]
    assert list(ledger.verify()) == []
