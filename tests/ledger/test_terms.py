"""What a ledger keeps of terms, and that an older ledger gets them too."""

from tests.ledger.conftest import Place
from tests.records import Told, terms_record

from onrecord.ledger import Ledger


def test_terms_come_back_by_their_last_day(place: Place) -> None:
    with Ledger.open(place.where, create=True) as ledger:
        ledger.add(terms_record(Told("The truce", "ceasefire", "2026"), Told("The mission", "mandate", "2025-06")))
        ledger.add(terms_record(Told("The lease", "lease", None), outlet="The Gazette"))
        rows = ledger.terms()
    assert [(row.subject, row.matter, row.bound, row.first, row.last) for row in rows] == [
        ("The mission", "mandate", "until", "2025-06-01", "2025-06-30"),
        ("The truce", "ceasefire", "until", "2026-01-01", "2026-12-31"),
        ("The lease", "lease", "until", None, None),
    ]
    assert rows[2].outlet == "The Gazette"
    assert rows[0].words == "The mission ends in 2025-06"


def test_terms_of_one_matter_are_asked_for(place: Place) -> None:
    with Ledger.open(place.where, create=True) as ledger:
        ledger.add(terms_record(Told("The truce", "ceasefire", "2026"), Told("The mission", "mandate", "2025")))
        assert [row.matter for row in ledger.terms("mandate")] == ["mandate"]


def test_a_term_tells_who_says_so_the_innermost_first(place: Place) -> None:
    with Ledger.open(place.where, create=True) as ledger:
        ledger.add(terms_record(Told("The truce", "ceasefire", "2026", voices=("Ana", "Boris"))))
        assert ledger.terms()[0].voices == ("Ana", "Boris")


def test_a_new_coding_replaces_the_terms_of_the_old_one(place: Place) -> None:
    with Ledger.open(place.where, create=True) as ledger:
        ledger.add(terms_record(Told("The truce", "ceasefire", "2026")))
        ledger.add(terms_record(Told("The truce", "agreement", "2026"), version="2"))
        assert [row.matter for row in ledger.terms()] == ["agreement"]
        assert list(ledger.verify()) == []


def test_verify_names_a_term_whose_columns_were_changed(place: Place) -> None:
    with Ledger.open(place.where, create=True) as ledger:
        ledger.add(terms_record(Told("The truce", "ceasefire", "2026")))
    place.tamper("UPDATE terms SET last = '2030-01-01'")
    with Ledger.open(place.where) as ledger:
        assert [(problem.field, problem.message) for problem in ledger.verify()] == [
            ("terms[x1]", "the columns of lists differ from the record")
        ]
