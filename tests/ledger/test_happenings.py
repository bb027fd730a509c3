"""What took place, as the ledger puts the tellings of many documents together."""

from types import SimpleNamespace

import pytest
from tests.ledger.conftest import Place
from tests.records import Somebody, port, record, shelling, story
from tests.tellings import telling

from onrecord.ledger import FigureRow, Ledger, Scene
from onrecord.ledger.events import event_columns, read_row
from onrecord.ledger.happenings import event_rows

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


def test_a_row_comes_back_as_it_was_told(ledger: Ledger) -> None:
    file(ledger, port(), FIRST)
    for each in (port(), FIRST):
        expected = {row.event: row for row in event_rows(each, ledger.members(each.document.id))}
        found = {
            row.event: row for rows in ledger.happenings().values() for row in rows if row.document == each.document.id
        }
        assert found == {event: expected[event] for event in found}
        assert found


@pytest.mark.parametrize(
    "figure", [FigureRow("some"), FigureRow("at least 12", "killed", 12.0), FigureRow("3", None, 3.0, 3.0, "t")]
)
def test_figures_with_open_ends_are_kept(figure: FigureRow) -> None:
    row = telling(figures=(figure,), root=False, contexts=("military",), scene=Scene(place="Oslo"))
    stored = SimpleNamespace(**event_columns(row), id=row.document, uri=row.uri, heading=row.heading, outlet=row.outlet,
                             published=row.published)  # fmt: skip
    assert read_row(stored) == row


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
    assert place.dump("happenings", "happening_keys", "event_parties", "events") == []
    assert list(ledger.verify()) == []


def test_documents_without_events_are_no_happening(ledger: Ledger) -> None:
    file(ledger, record("Ana"), story(Somebody("Maria Stein", "AUT")))
    assert told(ledger) == []


@pytest.mark.parametrize(
    "tampering",
    ["UPDATE events SET status = 'planned'", "UPDATE events SET day = '2020'"],
)
def test_verify_names_events_that_differ(ledger: Ledger, place: Place, tampering: str) -> None:
    file(ledger, FIRST)
    place.tamper(tampering)
    assert {problem.field for problem in ledger.verify()} <= {"events", "events[e1]"}
    assert list(ledger.verify())
