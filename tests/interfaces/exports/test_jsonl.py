"""JSON Lines: the record comes back as it was."""

from pathlib import Path

import pytest
from tests.clashes import clash, entry, reviewed
from tests.records import port

from onrecord.interfaces.exports import jsonl
from onrecord.record import Record


def test_every_record_reads_back_equal(tmp_path: Path) -> None:
    records = [clash(), reviewed(), port()]
    assert jsonl.write(map(entry, records), tmp_path / "out.jsonl") == 3
    lines = (tmp_path / "out.jsonl").read_bytes().decode().rstrip("\n").split("\n")
    assert [Record.from_json(line) for line in lines] == records


def test_what_breaks_off_leaves_no_file(tmp_path: Path) -> None:
    def entries() -> object:
        yield entry(clash())
        raise RuntimeError("the ledger went away")

    with pytest.raises(RuntimeError):
        jsonl.write(entries(), tmp_path / "out.jsonl")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []
