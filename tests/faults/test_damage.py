"""A damaged file: nothing but a LedgerError that says what to do, or a named problem; never a silent loss."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from onrecord.errors import LedgerError, OnrecordError
from onrecord.ledger import Ledger
from onrecord.record import Record

KEPT = 12


@pytest.fixture(scope="module")
def whole(records: list[Record], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of a dozen documents, closed."""
    path = tmp_path_factory.mktemp("whole") / "news.db"
    with Ledger.open(path, create=True) as ledger:
        for record in records[:KEPT]:
            ledger.add(record)
    assert not path.with_name("news.db-wal").exists()
    return path


def overwrite(path: Path, random: Random, pages: int, *, with_zeros: bool) -> None:
    """Writes over pages anywhere in a file, but for the first, without which it is no database of SQLite."""
    content = bytearray(path.read_bytes())
    size = int.from_bytes(content[16:18], "big")
    size = 65536 if size == 1 else size
    for _ in range(pages):
        start = size * random.randrange(1, len(content) // size)
        length = random.choice((16, 200, size))
        content[start : start + length] = bytes(length) if with_zeros else random.randbytes(length)
    path.write_bytes(content)


def what_verify_says(path: Path) -> Iterator[str]:
    """The problems found, or why the ledger cannot be opened or looked through."""
    try:
        with Ledger.open(path) as ledger:
            yield from (f"{problem.field}: {problem.message}" for problem in ledger.verify())
    except LedgerError as error:
        yield str(error)


def lost(path: Path, records: list[Record]) -> list[str]:
    """The records that the ledger no longer gives, or gives otherwise."""
    found = []
    with Ledger.open(path) as ledger:
        for record in records:
            try:
                if ledger.record(record.document.id) != record:
                    found.append(record.document.id)
            except OnrecordError:
                found.append(record.document.id)
    return found


def add(path: Path, record: Record) -> str | None:
    """Adds a record; why not, where the ledger refuses."""
    try:
        with Ledger.open(path) as ledger:
            ledger.add(record)
    except LedgerError as error:
        return str(error)
    return None


@pytest.mark.parametrize("with_zeros", [False, True], ids=["noise", "zeros"])
@pytest.mark.parametrize("seed", range(12))
def test_damage_is_told_and_never_silent(
    whole: Path, records: list[Record], tmp_path: Path, seed: int, *, with_zeros: bool
) -> None:
    path = tmp_path / "news.db"
    shutil.copy(whole, path)
    overwrite(path, Random(seed), 1 + seed % 4, with_zeros=with_zeros)
    said = list(what_verify_says(path))
    if not said:
        assert lost(path, records[:KEPT]) == []
    assert all(each.strip() for each in said)


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_ledger_is_added_to_whole_or_not_at_all(
    whole: Path, records: list[Record], tmp_path: Path, seed: int
) -> None:
    path = tmp_path / "news.db"
    shutil.copy(whole, path)
    overwrite(path, Random(seed), 2, with_zeros=False)
    refusal = add(path, records[KEPT])
    if refusal:
        assert refusal.startswith(f"{path}: ")
        assert "restore it from a copy" in refusal or "onrecord verify" in refusal
    else:
        assert lost(path, [records[KEPT]]) == []


def test_a_ledger_whose_search_index_is_damaged_says_what_to_do(
    whole: Path, records: list[Record], tmp_path: Path
) -> None:
    path = tmp_path / "news.db"
    shutil.copy(whole, path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("DELETE FROM sqlite_master WHERE name = 'statement_words_data'")
    connection.commit()
    connection.close()
    assert "is damaged; restore it from a copy" in str(add(path, records[KEPT]))
    assert any("is damaged; restore it from a copy" in each for each in what_verify_says(path))


@pytest.mark.parametrize("part", [0.9, 0.5, 0.1])
def test_a_file_that_was_cut_off_is_told(whole: Path, tmp_path: Path, part: float) -> None:
    path = tmp_path / "news.db"
    content = whole.read_bytes()
    path.write_bytes(content[: int(len(content) * part)])
    assert any("restore it from a copy" in each for each in what_verify_says(path))


def test_a_file_whose_head_is_gone_is_no_ledger(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    path.write_bytes(bytes(100) + whole.read_bytes()[100:])
    with pytest.raises(LedgerError, match=r"news\.db: is no ledger"):
        Ledger.open(path)
