"""What took place, as the ledger puts the tellings of many documents together."""

import pytest
from tests.ledger.conftest import Place
from tests.records import Somebody, port, record, shelling, story

from onrecord.ledger import Ledger

FIRST = shelling(outlet="Harbour Wire")
SECOND = shelling(outlet="The Gazette", published="2023-08-15")
DENIAL = shelling(outlet="State Radio", published="2023-08-15", denied=True)


def told(ledger: Ledger, **query: object) -> list[list[str | None]]:
    """The outlets of the tellings of each happening."""
    found = ledger.happenings(**query)  # type: ignore[arg-type]
    return [[row.outlet for row in rows] for rows in found.values()]


def file(ledger: Ledger, *records: object) -> None:
    for each in records:
        ledger.add(each)  # type: ignore[arg-type]


def test_tellings_of_one_happening_come_together_and_are_in_dispute_where_one_denies_it(ledger: Ledger) -> None:
    file(ledger, FIRST, SECOND)
    assert told(ledger) == [["Harbour Wire", "The Gazette"]]
    assert told(ledger, disputed=True) == []
    file(ledger, DENIAL)
    assert told(ledger, disputed=True) == [["Harbour Wire", "The Gazette", "State Radio"]]
    assert list(ledger.verify()) == []


def test_who_takes_part_is_who_that_is_across_documents(ledger: Ledger) -> None:
    file(ledger, FIRST, SECOND)
    ((one, other),) = ledger.happenings().values()
    (army,) = ledger.who("army")
    assert one.actors[0].identity == other.actors[0].identity == army.number
    assert told(ledger, who="army") == [["Harbour Wire", "The Gazette"]]
    assert told(ledger, who="Nobody") == []


QUERIES = [
    ({"types": ["ASSAULT"]}, 2),
    ({"types": ["AID"]}, 0),
    ({"country": "SDN"}, 1),
    ({"country": "NOR"}, 1),
    ({"country": "AUT"}, 0),
    ({"since": "2024"}, 5),
    ({"until": "2023-08"}, 1),
    ({"since": "2023-08-13", "until": "2023-08-13"}, 1),
    ({"who": "army", "types": ["CONSULT"]}, 0),
    ({"who": "Karl Stein", "country": "GBR"}, 1),
]


@pytest.mark.parametrize(("query", "number"), QUERIES, ids=[str(each[0]) for each in QUERIES])
def test_happenings_are_found(ledger: Ledger, query: dict[str, object], number: int) -> None:
    file(ledger, FIRST, port())
    assert len(told(ledger, **query)) == number


def test_the_newest_come_first_or_the_oldest(ledger: Ledger) -> None:
    file(ledger, FIRST, port())
    assert told(ledger)[0] == [None]
    assert told(ledger, newest_first=False)[0] == ["Harbour Wire"]


def test_another_coding_takes_its_own_tellings_away_and_nobody_elses(ledger: Ledger, place: Place) -> None:
    file(ledger, FIRST, DENIAL)
    without = shelling(outlet="State Radio", published="2023-08-15", denied=True, version="2")
    ledger.add(type(without)(without.document, without.coder, without.entities, without.mentions))
    assert told(ledger) == [["Harbour Wire"]]
    assert told(ledger, disputed=True) == []
    only = type(FIRST)(FIRST.document, without.coder)
    ledger.add(only)
    assert told(ledger) == []
    assert place.dump("happenings", "happening_keys", "event_parties", "events", "event_rows") == []
    assert list(ledger.verify()) == []


def test_documents_without_events_are_no_happening(ledger: Ledger) -> None:
    file(ledger, record("Ana"), story(Somebody("Maria Stein", "AUT")))
    assert told(ledger) == []


@pytest.mark.parametrize(
    "tampering",
    ["UPDATE events SET status = 'planned'", "DELETE FROM event_rows", "UPDATE events SET day = '2020'"],
)
def test_verify_names_events_that_differ(ledger: Ledger, place: Place, tampering: str) -> None:
    file(ledger, FIRST)
    place.tamper(tampering)
    assert {problem.field for problem in ledger.verify()} <= {"events", "events[e1]"}
    assert list(ledger.verify())
