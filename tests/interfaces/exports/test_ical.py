"""Terms as a calendar, read back by icalendar."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar, Component
from tests.records import Told, terms_record
from tests.strange import entry, strange

from onrecord.analysis import Entry
from onrecord.interfaces.exports import ical
from onrecord.record import Record, Status


def events(path: Path, *records: Record) -> list[Component]:
    ical.write([Entry(record) for record in records], path)
    return Calendar.from_ical(path.read_bytes()).walk("VEVENT")


def one(path: Path, told: Told, **metadata: str) -> Component:
    (event,) = events(path, terms_record(told, **metadata))
    return event


def test_the_calendar_says_what_made_it(tmp_path: Path) -> None:
    ical.write([entry()], tmp_path / "a.ics")
    calendar = Calendar.from_ical((tmp_path / "a.ics").read_bytes())
    assert (calendar["version"], calendar["prodid"]) == ("2.0", "-//Onrecord//Terms//EN")


def test_lines_end_and_fold_as_rfc_5545_has_it(tmp_path: Path) -> None:
    ical.write([entry()], tmp_path / "a.ics")
    lines = (tmp_path / "a.ics").read_bytes().split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)


@pytest.mark.parametrize(
    ("bound", "edtf", "day"),
    [
        ("until", "2025-03-31", date(2025, 3, 31)),
        ("until", "2025-02", date(2025, 2, 28)),
        ("by", "2025", date(2025, 12, 31)),
        ("from", "2024-07", date(2024, 7, 1)),
        ("until", "../2025", date(2025, 12, 31)),
        ("until", "9999-12-31", date(9999, 12, 31)),
    ],
)
def test_a_term_stands_on_the_day_of_its_bound(tmp_path: Path, bound: str, edtf: str, day: date) -> None:
    event = one(tmp_path / "a.ics", Told("The truce", "ceasefire", edtf, bound))  # type: ignore[arg-type]
    assert event["dtstart"].dt == day
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert "dtend" not in event


@pytest.mark.parametrize(
    ("bound", "edtf", "told"),
    [
        ("until", "2025", "Date: until 2025, which tells no day: this is its last"),
        ("from", "2025-03", "Date: from 2025-03, which tells no day: this is its first"),
        ("by", "2025-03-31", "Date: by 2025-03-31"),
    ],
)
def test_a_month_or_a_year_says_that_no_day_is_told(tmp_path: Path, bound: str, edtf: str, told: str) -> None:
    event = one(tmp_path / "a.ics", Told("The truce", "ceasefire", edtf, bound))  # type: ignore[arg-type]
    assert told in event["description"].split("\n")


def test_a_term_without_a_date_is_left_out(tmp_path: Path) -> None:
    assert events(tmp_path / "a.ics", terms_record(Told("The truce", "ceasefire", None))) == []


@pytest.mark.parametrize(
    ("status", "voices", "shown"),
    [
        (None, (), "CONFIRMED"),
        (None, ("The envoy",), "TENTATIVE"),
        ("demanded", (), "TENTATIVE"),
        ("planned", (), "TENTATIVE"),
        ("possible", (), "TENTATIVE"),
        ("not-happened", (), "CANCELLED"),
        ("not-happened", ("The envoy",), "CANCELLED"),
    ],
)
def test_only_what_is_reported_as_fixed_is_confirmed(
    tmp_path: Path, status: Status | None, voices: tuple[str, ...], shown: str
) -> None:
    told = Told("The truce", "ceasefire", "2025-03", status=status, voices=voices)
    assert one(tmp_path / "a.ics", told)["status"] == shown


def test_a_claim_names_who_makes_it(tmp_path: Path) -> None:
    event = one(tmp_path / "a.ics", Told("The truce", "ceasefire", "2025", voices=("the envoy", "The Post")))
    assert event["summary"] == "ceasefire of The truce ends, says the envoy, says The Post"
    assert "Claimed by: the envoy, says The Post" in event["description"].split("\n")


def test_a_description_has_the_words_and_the_document(tmp_path: Path) -> None:
    (event,) = events(tmp_path / "a.ics", strange())
    assert event["description"].split("\n") == [
        "Words: mandate … runs … until 2025",
        "Reported by the document itself",
        "Date: until 2025, which tells no day: this is its last",
        "Document: The Post, 2024-05-02, Talks <fail>, https://example.org/a?b=1&c=2",
        "Coded by stand-in 1",
    ]
    assert event["url"] == "https://example.org/a?b=1&c=2"


def test_the_words_are_where_the_spans_say(tmp_path: Path) -> None:
    (event,) = events(tmp_path / "a.ics", strange())
    places = [tuple(map(int, each.split("-"))) for each in event["x-onrecord-spans"].split(";")]
    text = strange().document.text
    assert [text[start:end] for start, end in places] == ["mandate", "runs", "until 2025"]


@pytest.mark.parametrize(
    ("published", "stamp"),
    [
        ("2024-05-02", datetime(2024, 5, 2, tzinfo=UTC)),
        ("2024-05-02T23:00:00+02:00", datetime(2024, 5, 2, tzinfo=UTC)),
        (None, datetime(1970, 1, 1, tzinfo=UTC)),
    ],
)
def test_the_stamp_is_the_documents_day(tmp_path: Path, published: str | None, stamp: datetime) -> None:
    (event,) = events(tmp_path / "a.ics", terms_record(Told("The truce", "ceasefire", "2025"), published=published))
    assert event["dtstamp"].dt == stamp


def test_a_corrected_date_moves_the_entry(tmp_path: Path) -> None:
    (before,) = events(tmp_path / "a.ics", strange())
    plain = strange().to_dict()
    plain["terms"][0]["edtf"] = "2026"
    plain["reviews"] = [
        {"number": 1, "part": "terms", "item": "x1", "field": "edtf", "verdict": "correct", "who": "Lena Brück",
         "when": "2024-05-02T10:00:00Z", "why": "", "was": '"2025"'}
    ]  # fmt: skip
    (after,) = events(tmp_path / "b.ics", Record.from_dict(plain))
    assert after["uid"] == before["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert after["dtstart"].dt == date(2026, 12, 31)
    assert after["x-onrecord-made-by"] == "person"
    assert after["description"].endswith("edtf corrected by Lena Brück, 2024-05-02T10:00:00Z")


def test_two_terms_told_by_the_same_words_are_two_entries(tmp_path: Path) -> None:
    plain = strange().to_dict()
    plain["terms"].append({**plain["terms"][0], "id": "x2", "subject": None})
    uids = [event["uid"] for event in events(tmp_path / "a.ics", Record.from_dict(plain))]
    assert len(set(uids)) == 2


def test_signs_that_a_text_may_not_hold_are_replaced(tmp_path: Path) -> None:
    (event,) = events(tmp_path / "a.ics", strange(title="a\x00b; c, d\\"))
    assert "a\N{REPLACEMENT CHARACTER}b; c, d\\" in event["description"]
