"""Revisions of short texts of our own, with the records that the coder made of them, two a file."""

from pathlib import Path

from onrecord.record import Record

HERE = Path(__file__).parent


def names() -> list[str]:
    """The names of the documents."""
    return sorted(path.stem for path in HERE.glob("*.jsonl"))


def load(name: str) -> tuple[Record, Record]:
    """The earlier and the later record of a document."""
    earlier, later = (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return Record.from_json(earlier), Record.from_json(later)
