"""Records for the faults: short synthetic documents, in a file for the programs that are killed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.synthetic import Corpus, code_templates
from tests.postgres import server

from onrecord.annotation import DocumentCoder
from onrecord.record import Record

RECORDS = 40


@pytest.fixture(scope="session")
def records(coder: DocumentCoder) -> list[Record]:
    """Different documents of different length, none of them long."""
    corpus = Corpus(code_templates(coder, examples_only=True), 6)
    made = {record.document.id: record for record in map(corpus.record, range(6 * RECORDS))}
    shortest = sorted(made.values(), key=lambda record: len(record.document.text))[:RECORDS]
    return sorted(shortest, key=lambda record: record.document.id)


@pytest.fixture(scope="session")
def records_file(records: list[Record], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The records, one a line."""
    path = tmp_path_factory.mktemp("faults") / "records.jsonl"
    path.write_text("".join(f"{record.to_json()}\n" for record in records), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a server of the tests' own."""
    with server() as url:
        yield url
