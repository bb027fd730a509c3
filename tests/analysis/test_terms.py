"""What expires next and what has, told once for all documents that say so."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.records import Told, terms_record

from onrecord.analysis import list_terms
from onrecord.ledger import Ledger

ON = date(2025, 6, 1)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "news.db", create=True) as opened:
        opened.add(
            terms_record(
                Told("The mission", "mandate", "2025"),
                Told("The truce", "ceasefire", "2025-06-10"),
                Told("The permit", "licence", "2025-05-31"),
                Told("The lease", "lease", None),
                Told("The visa", "visa", "2024", bound="from"),
                Told("The ban", "ban", "2025-07", status="demanded"),
                published="2025-03-01",
            )
        )
        opened.add(
            terms_record(
                Told("the mission", "mandate", "2025", voices=("Ana",)),
                Told("The curfew", "curfew", "2024-01-01"),
                published="2025-02-01",
                outlet="The Gazette",
            )
        )
        yield opened


def subjects(ledger: Ledger, *, everything: bool = False, matter: str | None = None) -> dict[str, list[str | None]]:
    facts = list_terms(ledger, ON, matter, everything=everything)
    return {state: [fact.row.subject for fact in found] for state, found in facts.items() if found}


def test_what_expires_next_and_what_has_are_listed_by_date(ledger: Ledger) -> None:
    assert subjects(ledger) == {
        "next": ["The truce", "the mission"],
        "expired": ["The permit", "The curfew"],
        "no date": ["The lease"],
    }


def test_everything_adds_what_begins_and_what_is_not_fixed(ledger: Ledger) -> None:
    found = subjects(ledger, everything=True)
    assert found["begins"] == ["The visa"]
    assert found["next"] == ["The truce", "The ban", "the mission"]


def test_one_matter_is_listed_alone(ledger: Ledger) -> None:
    assert subjects(ledger, matter="mandate") == {"next": ["the mission"]}


def test_documents_that_tell_the_same_are_counted_and_the_earliest_stands_for_them(ledger: Ledger) -> None:
    mission = list_terms(ledger, ON)["next"][1]
    assert (mission.documents, mission.row.published) == (2, "2025-02-01")
    assert [report.voices for report in mission.reports] == [("Ana",), ()]


def test_days_are_counted_to_the_last_day_on_which_it_may_end(ledger: Ledger) -> None:
    facts = list_terms(ledger, ON)
    assert [fact.days for fact in facts["next"]] == [9, 213]
    assert [fact.days for fact in facts["expired"]] == [-1, -517]


def test_what_ends_on_the_day_itself_has_not_expired(ledger: Ledger) -> None:
    assert list_terms(ledger, date(2025, 6, 10))["next"][0].row.subject == "The truce"
