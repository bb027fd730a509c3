"""PLOVER JSON Lines: the manual's fields, and ours that say whose claim an event is."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.clashes import clash, entry, reviewed
from tests.records import port

from onrecord.interfaces.exports import plover
from onrecord.interfaces.exports.columns import columns_of
from onrecord.record import Record


def events(record: Record, folder: Path) -> dict[str, dict[str, Any]]:
    """The events by their trigger's words."""
    plover.write([entry(record)], folder / "out.jsonl")
    told = [json.loads(line) for line in (folder / "out.jsonl").read_text("utf-8").split("\n")[:-1]]
    return {" ".join(each["event_text"]): each for each in told}


def test_the_keys_are_those_of_the_list_in_their_order(tmp_path: Path) -> None:
    for event in events(clash(), tmp_path).values():
        assert list(event) == [column.name for column in columns_of("plover")]


def test_an_event_has_who_what_when_and_where(tmp_path: Path) -> None:
    event = events(clash(), tmp_path)["shelled"]
    assert (event["date"], event["enddate"], event["edtf"]) == ("2024-04-30", None, "2024-04-30")
    assert (event["event"], event["mode"], event["context"]) == (["ASSAULT"], ["heavy-weapons"], ["military"])
    assert (event["quad_code"], event["event_scale"]) == (4, -9.0)
    assert [(each["code"], each["sector"], each["entity_text"]) for each in event["actor"]] == [
        ("NOR", "MIL", "The Norrland army")
    ]
    location = event["event_loc"]
    assert (location["resolved_place"], location["country"], location["geonameid"]) == ("Oslo", "Norway", 3143244)
    assert location["feature_class"] == "P"


def test_sizes_are_the_exact_figures_beside_the_event(tmp_path: Path) -> None:
    told = events(clash(), tmp_path)
    assert told["shelled"]["size"] == {"dead": 12, "injured": None, "arrested": None}
    assert told["marched"]["size"] == {"dead": None, "injured": None, "arrested": None}


def test_a_claim_says_whose_it_is_and_a_report_says_that_it_is_nobodys(tmp_path: Path) -> None:
    told = events(clash(), tmp_path)
    assert (told["shelled"]["voice"], told["shelled"]["attribution"]) == (None, [])
    (claimant,) = told["killed"]["attribution"]
    assert (told["killed"]["voice"], claimant["entity_text"]) == ("s3", "The Front")
    assert [span["text"] for span in claimant["cue"]] == ["claimed"]


def test_what_is_denied_is_no_event(tmp_path: Path) -> None:
    assert "tortured" not in events(clash(), tmp_path)


def test_what_is_announced_is_an_agreement_without_the_deeds_mode(tmp_path: Path) -> None:
    event = events(clash(), tmp_path)["visit"]
    assert (event["event"], event["mode"], event["status"]) == (["AGREE"], [], "planned")


def test_a_month_is_a_first_and_a_last_day(tmp_path: Path) -> None:
    event = events(clash(), tmp_path)["killed"]
    assert (event["date"], event["enddate"], event["edtf"]) == ("2024-05-01", "2024-05-31", "2024-05")


def test_the_day_of_publication_stands_where_the_text_tells_none(tmp_path: Path) -> None:
    event = events(clash(), tmp_path)["marched"]
    assert (event["date"], event["edtf"]) == ("2024-05-02", None)


def test_a_breakaway_territory_is_its_claimants_with_a_second_sector(tmp_path: Path) -> None:
    record = clash()
    front = replace(record.entities[1], country="GE-AB", sector="GOV", registry=None)
    entities = tuple(front if each.id == "n2" else each for each in record.entities)
    event = events(replace(record, entities=entities), tmp_path)["shelled"]
    assert [(each["code"], each["sector"]) for each in event["recipient"]] == [("GEO", "GOVPRE")]


def test_every_span_slices_out_of_the_document(tmp_path: Path) -> None:
    record = clash(head="🚢 ")
    for event in events(record, tmp_path).values():
        spans = event["spans"]
        pieces = [*spans["trigger"], *(spans["place"] or []), *(spans["time"] or [])]
        pieces += [piece for role in (*spans["actor"], *spans["recipient"]) for piece in role]
        assert all(record.document.text[each["start"] : each["end"]] == each["text"] for each in pieces)
        info = event["text_info"]
        assert record.document.text[info["start"] : info["end"]] == event["text"]


def test_a_persons_correction_is_said(tmp_path: Path) -> None:
    told = events(reviewed(), tmp_path)
    assert (told["marched"]["comment"], told["shelled"]["comment"]) == ("made by a person", None)


def test_ids_stay_when_the_coder_numbers_otherwise(tmp_path: Path) -> None:
    record = port()
    first = {key: event["id"] for key, event in events(record, tmp_path).items()}
    renumbered = tuple(
        replace(each, id=f"{each.id}0", within=each.within and f"{each.within}0") for each in record.events
    )
    again = {key: event["id"] for key, event in events(replace(record, events=renumbered), tmp_path).items()}
    assert first == again


@pytest.mark.parametrize(
    ("feature", "letter"),
    [("PPLC", "P"), ("ADM1", "A"), ("PCLI", "A"), ("SEA", "H"), ("RGN", "L"), ("ISLS", "T"), (None, None)],
)
def test_geonames_classes(feature: str | None, letter: str | None) -> None:
    assert plover.feature_class(feature) == letter
