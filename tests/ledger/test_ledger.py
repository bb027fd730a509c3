"""What a ledger keeps, finds and notices."""

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.ledger.conftest import Place
from tests.ledger.older_tables import APPLICATION_ID, SCRIPTS
from tests.records import record

from onrecord.errors import LedgerError
from onrecord.ledger import Filing, Ledger
from onrecord.ledger.packing import pack, unpack

ON_RECORD = ("documents", "codings", "statements", "entities", "profiles", "terms")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


def test_the_same_record_twice_changes_nothing(place: Place) -> None:
    with Ledger.open(place.where, create=True) as ledger:
        assert ledger.add(record("Ana")) == Filing.NEW
    before = place.dump(*ON_RECORD)
    with Ledger.open(place.where) as ledger:
        assert ledger.add(record("Ana")) == Filing.KNOWN
    assert place.dump(*ON_RECORD) == before


def test_a_coding_by_another_version_stands_beside_the_old_one(ledger: Ledger) -> None:
    old, new = record("Ana"), record("Ana", version="2")
    assert (ledger.add(old), ledger.add(new)) == (Filing.NEW, Filing.RECODED)
    assert ledger.record(new.document.id) == new
    assert ledger.coding(old.document.id, old.coder.identity) == old
    assert list(ledger.verify()) == []


SEARCHES = [
    ({"words": "tower"}, ["Ana", "Boris", "Čapek"]),
    ({"words": "towers closed"}, ["Ana", "Boris", "Čapek"]),  # word forms
    ({"words": "senal lodz"}, ["Ana", "Boris", "Čapek"]),  # diacritics
    ({"words": '"tower in"'}, ["Ana", "Boris", "Čapek"]),
    ({"words": '"in tower"'}, []),
    ({"words": "tow*"}, ["Ana", "Boris", "Čapek"]),
    ({"words": "boris"}, ["Boris"]),
    ({"words": 'AND OR NOT ( " * ^ :'}, []),
    ({"words": "tower-closing"}, []),
    ({"words": "?!"}, []),
    ({"source": "capek"}, ["Čapek"]),
    ({"outlet": "gaz"}, ["Boris"]),
    ({"since": "2024"}, ["Ana", "Boris"]),
    ({"since": "2024-05-03"}, ["Boris"]),
    ({"until": "2024-05"}, ["Ana"]),
    ({"since": "2024", "until": "2024"}, ["Ana", "Boris"]),
    ({"limit": 1, "since": "2024"}, ["Boris"]),
]


@pytest.mark.parametrize(("query", "expected"), SEARCHES, ids=[str(case[0]) for case in SEARCHES])
def test_a_search_finds_statements(ledger: Ledger, query: dict[str, str], expected: list[str]) -> None:
    ledger.add(record("Ana", published="2024-05-02"))
    ledger.add(record("Boris", outlet="The Gazette", published="2024-06"))
    ledger.add(record("Čapek"))
    hits = ledger.search(**query)  # type: ignore[arg-type]
    found = [hit.statement.source.spans[0].text for hit in hits if hit.statement.source]
    assert sorted(found) == sorted(expected)


def test_documents_are_listed_newest_first_under_their_first_line(ledger: Ledger) -> None:
    for name, day in (("Ana", None), ("Boris", "2024-01-01"), ("Cleo", "2024-05-02")):
        ledger.add(record(name, published=day))
    assert [row.heading.split()[0] for row in ledger.documents()] == ["Cleo", "Boris", "Ana"]


def _changed(change: Callable[[str], str]) -> Callable[[Place], int]:
    """A tampering that changes the JSON of every record."""

    def tamper(place: Place) -> int:
        (row,) = place.dump("codings")
        packed = pack(change(unpack(bytes(row[4]))))  # type: ignore[arg-type]
        return place.tamper("UPDATE codings SET record = ?", packed)

    return tamper


TAMPERINGS: list[tuple[str | Callable[[Place], int], str]] = [
    (_changed(lambda line: line.replace('"text":"said"', '"text":"denied"')), "cue.spans[0]"),
    (_changed(lambda line: line.replace("closing.", "opening.")), "document.id"),
    (_changed(lambda line: "{"), "record"),
    (lambda place: place.tamper("UPDATE codings SET record = ?", b"no record"), "record"),
    ("UPDATE statements SET source = 'boris'", "statements[s1]"),
    ("UPDATE documents SET outlet = 'Nobody'", "document"),
    ("DELETE FROM codings", "codings"),
    ("DELETE FROM statements", "statements[s1]"),
]


@pytest.mark.parametrize(("tampering", "field"), TAMPERINGS)
def test_verify_names_what_does_not_match(place: Place, tampering: str | Callable[[Place], int], field: str) -> None:
    with Ledger.open(place.where, create=True) as ledger:
        ledger.add(record("Ana"))
        assert list(ledger.verify()) == []
    assert (place.tamper(tampering) if isinstance(tampering, str) else tampering(place)) == 1
    with Ledger.open(place.where) as ledger:
        assert any(field in problem.field for problem in ledger.verify())


def _not_sqlite(path: Path) -> None:
    path.write_text("not a database at all, but a long enough text for a header " * 20)


def _foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE other (x)")
    connection.close()


def _newer(path: Path) -> None:
    with Ledger.open(path, create=True):
        pass
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda path: None, "no ledger here"),
        (_not_sqlite, "is no ledger"),
        (_foreign, "no ledger"),
        (_newer, "later version"),
        (lambda path: path.mkdir(), "cannot be opened"),
    ],
    ids=["missing", "not SQLite", "another program's", "later version", "a folder"],
)
def test_what_is_no_ledger_is_refused_with_the_reason(path: Path, make: object, complaint: str) -> None:
    make(path)  # type: ignore[operator]
    with pytest.raises(LedgerError, match=complaint):
        Ledger.open(path)


def test_a_ledger_in_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="folder"):
        Ledger.open(tmp_path / "nowhere" / "news.db", create=True)


def _add_many(path: str, prefix: str) -> None:
    with Ledger.open(path, create=True) as ledger:
        for number in range(30):
            ledger.add(record(f"{prefix}{number}"))


def test_two_writers_at_once_lose_nothing(place: Place) -> None:
    with Ledger.open(place.where, create=True):
        pass
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_add_many, args=(place.where, prefix)) for prefix in "AB"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=60)
    with Ledger.open(place.where) as ledger:
        assert ledger.totals().documents == 60
        assert list(ledger.verify()) == []


ENDLESS = """
import sys
from tests.ledger.conftest import Place
from tests.ledger.older_tables import APPLICATION_ID, SCRIPTS
from tests.records import record
from onrecord.ledger import Ledger
with Ledger.open(sys.argv[1], create=True) as ledger:
    for number in range(100000):
        ledger.add(record(f"N{number}"))
        print(number, flush=True)
"""


@pytest.mark.parametrize("seconds", [0.02, 0.05, 0.11])
def test_a_kill_loses_nothing_that_was_acknowledged(path: Path, seconds: float) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", ENDLESS, str(path)]
    writer = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    writer.stdout.readline()
    time.sleep(seconds)
    os.kill(writer.pid, signal.SIGKILL)
    acknowledged = [line for line in writer.stdout.read().split("\n") if line]
    writer.stdout.close()
    writer.wait()
    with Ledger.open(path) as ledger:
        assert ledger.totals().documents >= len(acknowledged) + 1
        assert list(ledger.verify()) == []


def test_a_search_can_ask_for_sure_statements_only(ledger: Ledger) -> None:
    for name, confidence in (("Ana", 0.9), ("Boris", 0.5), ("Cleo", None)):
        ledger.add(record(name, confidence=confidence))
    found = {hit.statement.source.spans[0].text for hit in ledger.search(min_confidence=0.8) if hit.statement.source}
    assert found == {"Ana", "Cleo"}


def test_a_ledger_of_the_first_version_is_brought_up_to_date(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(f"{SCRIPTS[0]} PRAGMA user_version = 1; PRAGMA application_id = {APPLICATION_ID};")
    connection.close()
    with Ledger.open(path) as ledger:
        assert ledger.add(record("Ana", confidence=0.9)) == Filing.NEW
        assert list(ledger.verify()) == []
