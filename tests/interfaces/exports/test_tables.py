"""CSV and Parquet: the columns, and that the record's facts come back out of the tables."""

import csv
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from tests.clashes import clash, entry, reviewed
from tests.records import port

from onrecord.interfaces.exports import csv_tables, parquet_tables
from onrecord.interfaces.exports.tables import TABLES, Table
from onrecord.interfaces.output import CannotWrite
from onrecord.record import Record

Tables = dict[str, list[dict[str, Any]]]

READ_CELL: dict[str, Callable[[str], Any]] = {
    "text": str,
    "integer": int,
    "number": float,
    "flag": lambda cell: cell == "true",
    "day": date.fromisoformat,
    "texts": json.loads,
    "spans": json.loads,
    "people": json.loads,
    "map": json.loads,
}


def read_csv(folder: Path) -> Tables:
    return {table.name: list(_rows(folder, table)) for table in TABLES}


def _rows(folder: Path, table: Table) -> list[dict[str, Any]]:
    with (folder / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    kinds = {column.name: column.kind for column in table.columns}
    return [{name: READ_CELL[kinds[name]](cell) if cell else None for name, cell in row.items()} for row in rows]


def read_parquet(folder: Path) -> Tables:
    found: Tables = {}
    for table in TABLES:
        rows = pq.read_table(folder / f"{table.name}.parquet").to_pylist()
        found[table.name] = [
            {**row, **({"coder_models": dict(row["coder_models"])} if "coder_models" in row else {})} for row in rows
        ]
    return found


def spans(row: dict[str, Any], name: str) -> list[dict[str, Any]]:
    start, end, text, pieces = (row[f"{name}_{part}"] for part in ("start", "end", "text", "spans"))
    return pieces or ([] if start is None else [{"start": start, "end": end, "text": text}])


def somebody(row: dict[str, Any], name: str) -> dict[str, Any] | None:
    found = spans(row, name)
    known = {"entity": row[f"{name}_entity"], "unresolved": row[f"{name}_unresolved"]}
    return {"spans": found, **known} if found else None


def worded(row: dict[str, Any], name: str) -> dict[str, Any] | None:
    found = spans(row, name)
    return {"spans": found} if found else None


def record_of(tables: Tables) -> Record:
    """The record of one document put together again from the tables."""
    (document,) = tables["documents"]
    value = {
        "schema": "onrecord/1",
        "coder": {"name": document["coder"], "version": document["coder_version"], "models": document["coder_models"]},
        "document": {key: each for key, each in document.items() if key in DOCUMENT_KEYS},
        "entities": tables["entities"],
        "mentions": [{**row, "spans": spans(row, "mention")} for row in tables["mentions"]],
        "times": [{**row, "spans": spans(row, "time")} for row in tables["times"]],
        "places": [{**row, "spans": spans(row, "place")} for row in tables["places"]],
        "statements": [
            {**row, "source": somebody(row, "source"), "cue": worded(row, "cue"), "content": worded(row, "content"),
             "addressee": somebody(row, "addressee")}
            for row in tables["statements"]
        ],
        "events": [{**row, "trigger": worded(row, "trigger")} for row in tables["events"]],
        "terms": [
            {**row, "subject": somebody(row, "subject"), "spans": spans(row, "term")} for row in tables["terms"]
        ],
        "figures": [{**row, "spans": spans(row, "figure"), "counts": counted(row)} for row in tables["figures"]],
        "reviews": tables["reviews"],
    }  # fmt: skip
    return Record.from_dict(value)


DOCUMENT_KEYS = "id text uri title outlet authors published modified retrieved language media_type digest".split()


def counted(row: dict[str, Any]) -> dict[str, Any] | None:
    found = spans(row, "counts")
    return {"spans": found, "lemma": row["counts_lemma"]} if found else None


FORMATS = [(csv_tables.write, read_csv), (parquet_tables.write, read_parquet)]


@pytest.mark.parametrize(("write", "read"), FORMATS, ids=["csv", "parquet"])
@pytest.mark.parametrize("record", [clash(), reviewed(), port()], ids=["clash", "reviewed", "port"])
def test_the_record_comes_back(write: Any, read: Callable[[Path], Tables], record: Record, tmp_path: Path) -> None:
    assert write([entry(record)], tmp_path / "out") == 1
    assert record_of(read(tmp_path / "out")) == record


@pytest.mark.parametrize(("write", "read"), FORMATS, ids=["csv", "parquet"])
def test_every_text_is_the_documents_from_start_to_end(write: Any, read: Any, tmp_path: Path) -> None:
    write([entry(clash()), entry(port())], tmp_path / "out")
    tables = read(tmp_path / "out")
    texts = {row["id"]: row["text"] for row in tables["documents"]}
    checked = 0
    for row in (row for rows in tables.values() for row in rows):
        for name in (key.removesuffix("_start") for key in row if key.endswith("_start")):
            if row[f"{name}_start"] is not None:
                text = texts[row["document"]]
                assert text[row[f"{name}_start"] : row[f"{name}_end"]] == row[f"{name}_text"]
                checked += 1
    assert checked > 50


@pytest.mark.parametrize(("write", "read"), FORMATS, ids=["csv", "parquet"])
def test_rows_say_whether_a_person_made_them(write: Any, read: Any, tmp_path: Path) -> None:
    write([entry(reviewed())], tmp_path / "out")
    tables = read(tmp_path / "out")
    events = {row["id"]: (row["made_by"], row["review"]) for row in tables["events"]}
    assert events["e4"] == ("person", "correct")
    assert events["e1"] == ("coder", None)
    assert {row["id"]: (row["made_by"], row["review"]) for row in tables["statements"]}["s1"] == ("coder", "confirm")
    assert all(row["coder"] == "stand-in" and row["coder_version"] == "1" for rows in tables.values() for row in rows)


def test_a_broken_content_has_its_pieces_and_the_stretch(tmp_path: Path) -> None:
    csv_tables.write([entry(clash())], tmp_path / "out")
    row = read_csv(tmp_path / "out")["statements"][0]
    assert [piece["text"] for piece in row["content_spans"]] == ['"We will,"', '"not yield."']
    assert row["content_text"] == '"We will," Colonel “Ida” Berg said, "not yield."'
    assert row["source_spans"] is None


def test_days_are_dates_where_a_day_is_known(tmp_path: Path) -> None:
    parquet_tables.write([entry(clash())], tmp_path / "out")
    tables = read_parquet(tmp_path / "out")
    assert tables["documents"][0]["published_day"] == date(2024, 5, 2)
    times = {row["id"]: (row["edtf"], row["first_day"], row["last_day"]) for row in tables["times"]}
    assert times["t2"] == ("2024-05", date(2024, 5, 1), date(2024, 5, 31))
    assert times["t3"] == ("../2024-06-30", None, date(2024, 6, 30))


def test_parquet_says_which_schema_and_table_it_is(tmp_path: Path) -> None:
    parquet_tables.write([], tmp_path / "out")
    metadata = pq.read_schema(tmp_path / "out" / "events.parquet").metadata
    assert metadata[b"onrecord.schema"] == b"onrecord/1"
    assert metadata[b"onrecord.table"] == b"events"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_both_have_the_columns_of_the_list(table: Table, tmp_path: Path) -> None:
    csv_tables.write([], tmp_path / "csv")
    parquet_tables.write([], tmp_path / "parquet")
    names = [column.name for column in table.columns]
    assert (tmp_path / "csv" / f"{table.name}.csv").read_text("utf-8") == ",".join(names) + "\n"
    assert pq.read_schema(tmp_path / "parquet" / f"{table.name}.parquet").names == names


def test_the_data_package_names_every_file_and_field(tmp_path: Path) -> None:
    csv_tables.write([entry(clash())], tmp_path / "out")
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        with (tmp_path / "out" / resource["path"]).open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == [field["name"] for field in resource["schema"]["fields"]]
    assert package["onrecord:schema"] == "onrecord/1"


def test_more_rows_than_a_batch_are_all_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_tables, "BATCH", 2)
    parquet_tables.write([entry(clash()), entry(port()), entry(clash(outlet="Other"))], tmp_path / "out")
    assert len(read_parquet(tmp_path / "out")["events"]) == 15


def test_the_same_entries_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        csv_tables.write([entry(clash())], tmp_path / f"csv-{name}")
        parquet_tables.write([entry(clash())], tmp_path / f"parquet-{name}")
    for kind in ("csv", "parquet"):
        first, second = (
            {each.name: each.read_bytes() for each in (tmp_path / f"{kind}-{name}").iterdir()} for name in "ab"
        )
        assert first == second


def test_a_folder_of_somebody_elses_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.doc").write_text("years of work")
    with pytest.raises(CannotWrite, match=r"holds other files \(thesis.doc\)"):
        csv_tables.write([entry(clash())], tmp_path / "out")
    assert [each.name for each in tmp_path.iterdir()] == ["out"]
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["thesis.doc"]


def test_an_earlier_export_is_replaced(tmp_path: Path) -> None:
    csv_tables.write([entry(clash()), entry(port())], tmp_path / "out")
    csv_tables.write([entry(port())], tmp_path / "out")
    assert len(read_csv(tmp_path / "out")["documents"]) == 1
