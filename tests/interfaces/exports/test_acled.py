"""ACLED-style CSV: 31 columns, and null where the text does not tell."""

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.clashes import clash, entry, reviewed

from onrecord.analysis import Entry
from onrecord.interfaces.exports import acled
from onrecord.interfaces.exports.columns import columns_of
from onrecord.record import Event, Record

# As ACLED's export files have them since March 2023.
COLUMNS = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 "
    "actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location "
    "latitude longitude geo_precision source source_scale notes fatalities tags timestamp"
).split()


def rows(*entries: Entry, folder: Path) -> list[dict[str, str]]:
    acled.write(entries, folder / "out.csv")
    with (folder / "out.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def row(record: Record, words: str, folder: Path) -> dict[str, str]:
    (found,) = [each for each in rows(entry(record), folder=folder) if words in each["notes"]]
    return found


def test_the_columns_are_acleds(tmp_path: Path) -> None:
    assert len(COLUMNS) == 31
    assert [column.name for column in columns_of("acled")] == COLUMNS
    assert list(rows(entry(clash()), folder=tmp_path)[0]) == COLUMNS


def test_a_reported_event_is_a_row(tmp_path: Path) -> None:
    found = row(clash(), "shelled", tmp_path)
    assert (found["event_date"], found["year"], found["time_precision"]) == ("2024-04-30", "2024", "1")
    assert found["event_type"] == "Explosions/Remote violence"
    assert found["sub_event_type"] == "Shelling/artillery/missile attack"
    assert (found["actor1"], found["inter1"]) == ("Norrland army", "State forces")
    assert (found["actor2"], found["inter2"]) == ("Harbour Front", "Rebel group")
    assert found["interaction"] == "State forces-Rebel group"
    assert (found["iso"], found["country"], found["location"], found["geo_precision"]) == ("578", "Norway", "Oslo", "1")
    assert (found["fatalities"], found["source"], found["tags"]) == ("12", "Quay Post", "reported")
    assert (found["region"], found["civilian_targeting"], found["timestamp"]) == ("", "", "")


def test_the_notes_end_with_the_documents_own_words(tmp_path: Path) -> None:
    found = row(clash(), "shelled", tmp_path)
    assert found["notes"] == (
        "On 30 April 2024, Norrland army: shelled, to Harbour Front, in Oslo. "
        '"The Norrland army shelled\tHarbour Front fighters"'
    )


def test_a_claim_is_tagged_with_whose_it_is(tmp_path: Path) -> None:
    found = row(clash(), "killed", tmp_path)
    assert found["tags"] == "claimed by: Harbour Front"
    assert "as claimed by Harbour Front" in found["notes"]
    assert (found["event_type"], found["sub_event_type"]) == ("Battles", "Armed clash")


def test_a_month_is_its_middle_with_precision_three(tmp_path: Path) -> None:
    found = row(clash(), "killed", tmp_path)
    assert (found["event_date"], found["time_precision"]) == ("2024-05-16", "3")


def test_no_time_in_the_text_is_no_date(tmp_path: Path) -> None:
    found = row(clash(), "marched", tmp_path)
    assert (found["event_date"], found["year"], found["time_precision"]) == ("", "", "")
    assert found["notes"].startswith("As reported on 2 May 2024, Students: marched, in Bergen")
    assert (found["event_type"], found["inter1"]) == ("Protests", "Civilians")
    assert (found["admin1"], found["latitude"], found["geo_precision"]) == ("Bergen", "", "3")
    assert found["tags"] == "reported; status: ongoing"


def test_where_it_is_unknown_whether_a_state_is_at_home_nothing_is_said(tmp_path: Path) -> None:
    record = clash()
    events = tuple(replace(each, place=None) for each in record.events)
    assert row(replace(record, events=events), "shelled", tmp_path)["inter1"] == ""


def test_what_is_denied_planned_or_not_acleds_has_no_row(tmp_path: Path) -> None:
    notes = " ".join(each["notes"] for each in rows(entry(clash()), folder=tmp_path))
    assert "tortured" not in notes
    assert "visit" not in notes


def test_one_happening_in_two_outlets_is_one_row(tmp_path: Path) -> None:
    known = {"n1": "k1", "n2": "k2"}
    both = [entry(clash(outlet=name), **known) for name in ("Quay Post", "Herald")]
    (found,) = [each for each in rows(*both, folder=tmp_path) if "shelled" in each["notes"]]
    assert found["source"] == "Quay Post; Herald"


def test_a_claimed_number_is_not_the_reports(tmp_path: Path) -> None:
    """One outlet reports the shelling without a number, another only has a claim of it, with one."""
    known = {"n1": "k1", "n2": "k2"}
    report, claim = replace(clash(), figures=()), clash(outlet="Herald")
    events = tuple(replace(each, voice="s3") if each.id == "e1" else each for each in claim.events)
    claim = replace(claim, events=events, figures=(replace(claim.figures[0], voice="s3"),))
    both = rows(entry(claim, **known), entry(report, **known), folder=tmp_path)
    (found,) = [each for each in both if "shelled" in each["notes"]]
    assert (found["tags"], found["fatalities"], found["source"]) == ("reported", "", "Herald; Quay Post")


def test_a_persons_work_is_tagged(tmp_path: Path) -> None:
    assert "made by: person" in row(reviewed(), "marched", tmp_path)["tags"]
    assert "made by" not in row(reviewed(), "shelled", tmp_path)["tags"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"mode": "drone"}, ("Explosions/Remote violence", "Air/drone strike")),
        ({"mode": "sexual"}, ("Violence against civilians", "Sexual violence")),
        ({"mode": None}, ("Battles", "Armed clash")),
        ({"mode": None, "recipients": ()}, ("", "")),
        ({"type": "MOBILIZE", "mode": "troops"}, ("Strategic developments", "Change to group/activity")),
        ({"type": "COERCE", "mode": "arrest"}, ("Strategic developments", "Arrests")),
        ({"type": "PROTEST", "mode": "riot"}, ("Riots", "")),
    ],
)
def test_types_and_modes(changes: dict[str, Any], expected: tuple[str, str], tmp_path: Path) -> None:
    record = clash()
    events: tuple[Event, ...] = (replace(record.events[0], **changes),)
    (found,) = rows(entry(replace(record, events=events)), folder=tmp_path)
    assert (found["event_type"], found["sub_event_type"]) == expected


@pytest.mark.parametrize("changes", [{"type": "CONSULT", "mode": None}, {"type": "PROTEST", "mode": "strike"}])
def test_what_acled_does_not_code_has_no_row(changes: dict[str, Any], tmp_path: Path) -> None:
    record = clash()
    assert rows(entry(replace(record, events=(replace(record.events[0], **changes),))), folder=tmp_path) == []


def test_civilians_who_suffer_are_targeted(tmp_path: Path) -> None:
    record = clash()
    events = (replace(record.events[1], voice=None, status="happened"),)
    (found,) = rows(entry(replace(record, events=events)), folder=tmp_path)
    assert (found["event_type"], found["civilian_targeting"]) == ("Violence against civilians", "Civilian targeting")
    assert (found["inter1"], found["inter2"], found["interaction"]) == ("", "Civilians", "")
