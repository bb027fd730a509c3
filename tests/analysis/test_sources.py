"""Who is on record most."""

from pathlib import Path

from tests.records import record

from onrecord.analysis import SourceCount, count_sources
from onrecord.ledger import Ledger


def test_sources_are_counted_by_their_words_and_pronouns_left_out(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "news.db", create=True) as ledger:
        for name in ("Ana", "He", "Boris"):
            ledger.add(record(name))
        ledger.add(record("Ana", outlet="The Gazette"))
        assert count_sources(ledger) == [SourceCount("Ana", 2, 2), SourceCount("Boris", 1, 1)]
