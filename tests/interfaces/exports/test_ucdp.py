"""UCDP GED-style CSV: 49 columns, and only fatal violence by somebody organised."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from tests.clashes import clash, entry, reviewed

from onrecord.analysis import Entry
from onrecord.interfaces.exports import ucdp
from onrecord.interfaces.exports.columns import columns_of
from onrecord.record import Place, Record

# As the GED codebook lists them.
COLUMNS = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name "
    "dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b "
    "number_of_sources source_article source_office source_date source_headline source_original where_prec "
    "where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id "
    "region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high "
    "low gwnoa gwnob"
).split()


def rows(*entries: Entry, folder: Path) -> dict[str, dict[str, str]]:
    """The rows by the first day, or the second side where none is told."""
    ucdp.write(entries, folder / "out.csv")
    with (folder / "out.csv").open(encoding="utf-8", newline="") as file:
        return {each["date_start"]: each for each in csv.DictReader(file)}


def test_the_columns_are_geds(tmp_path: Path) -> None:
    assert len(COLUMNS) == 49
    assert [column.name for column in columns_of("ucdp")] == COLUMNS
    assert list(rows(entry(clash()), folder=tmp_path)["2024-04-30"]) == COLUMNS


def test_fatal_violence_between_a_state_and_a_group_is_a_row(tmp_path: Path) -> None:
    row = rows(entry(clash()), folder=tmp_path)["2024-04-30"]
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == ("1", "Norrland army", "Harbour Front")
    assert row["dyad_name"] == "Norrland army - Harbour Front"
    assert (row["year"], row["date_prec"], row["date_end"]) == ("2024", "1", "2024-04-30")
    assert (row["best"], row["low"], row["high"], row["deaths_unknown"], row["deaths_b"]) == (
        "12",
        "12",
        "12",
        "12",
        "",
    )
    assert (row["where_prec"], row["where_coordinates"], row["geom_wkt"]) == ("1", "Oslo", "POINT (10.7461 59.9127)")
    assert (row["country"], row["priogrid_gid"], row["country_id"]) == ("Norway", "215662", "")
    assert (row["number_of_sources"], row["source_office"], row["source_original"]) == ("1", "Quay Post", "")
    assert row["source_article"] == "Quay Post, 2024-05-02, Fighting at the quay"


def test_a_claim_says_whose_it_is(tmp_path: Path) -> None:
    row = rows(entry(clash()), folder=tmp_path)["2024-05-01"]
    assert (row["source_original"], row["date_prec"], row["date_end"]) == ("Harbour Front", "4", "2024-05-31")
    assert (row["side_a"], row["best"], row["low"], row["high"], row["deaths_b"]) == ("Harbour Front", "", "3", "", "")


def test_what_killed_nobody_or_is_nobodys_known_is_no_row(tmp_path: Path) -> None:
    record = clash()
    assert rows(entry(replace(record, figures=())), folder=tmp_path) == {}
    nobodys = tuple(replace(each, actors=()) for each in record.events)
    assert rows(entry(replace(record, events=nobodys)), folder=tmp_path) == {}


def test_civilians_are_one_sided_violence(tmp_path: Path) -> None:
    record = clash()
    civilians = tuple(replace(each, sector="CVL") if each.id == "n2" else each for each in record.entities)
    figures = (replace(record.figures[0], entity="n2"),)
    row = rows(entry(replace(record, entities=civilians, figures=figures)), folder=tmp_path)["2024-04-30"]
    assert (row["type_of_violence"], row["side_b"], row["deaths_civilians"]) == ("3", "Civilians", "12")


def test_copies_are_one_source(tmp_path: Path) -> None:
    first = entry(clash(outlet="Wire"), n1="k1", n2="k2")
    copy = replace(entry(clash(outlet="Post"), n1="k1", n2="k2"), origin=first.record.document.id)
    row = rows(first, copy, folder=tmp_path)["2024-04-30"]
    assert (row["number_of_sources"], row["source_office"]) == ("1", "Wire; Post")


def test_a_persons_work_is_said(tmp_path: Path) -> None:
    record = reviewed()
    corrected = (replace(record.reviews[0], item="e1"),)
    assert rows(entry(replace(record, reviews=corrected)), folder=tmp_path)["2024-04-30"]["code_status"] == "Person"
    assert rows(entry(record), folder=tmp_path)["2024-04-30"]["code_status"] == "Machine"


@pytest.mark.parametrize(
    ("changes", "precision"),
    [
        ({}, "1"),
        ({"kind": "area", "near": 3143244, "lat": None, "lon": None}, "2"),
        ({"kind": "area", "feature": "ADM2", "lat": None, "lon": None}, "3"),
        ({"kind": "area", "feature": "ADM1", "lat": None, "lon": None}, "4"),
        ({"kind": "area", "feature": "RGN", "lat": None, "lon": None}, "5"),
        ({"kind": "area", "feature": "PCLI", "lat": None, "lon": None}, "6"),
        ({"kind": "area", "feature": "SEA", "lat": None, "lon": None}, "7"),
    ],
)
def test_how_exact_a_place_is(changes: dict[str, object], precision: str, tmp_path: Path) -> None:
    record: Record = clash()
    place: Place = replace(record.places[0], **changes)  # type: ignore[arg-type]
    row = rows(entry(replace(record, places=(place, record.places[1]))), folder=tmp_path)["2024-04-30"]
    assert row["where_prec"] == precision
    assert bool(row["geom_wkt"]) == (precision == "1")


@pytest.mark.parametrize(
    ("lat", "lon", "cell"), [(-90, -180, 1), (90, 180, 259200), (0.1, 0.1, 129961), (None, 1, None)]
)
def test_prio_grid_cells(lat: float | None, lon: float | None, cell: int | None) -> None:
    assert ucdp.prio_grid(lat, lon) == cell
