"""Copies among the documents of a ledger, and how many origins a claim has."""

import pytest
from tests.ledger.conftest import Place
from tests.records import Somebody, story

from onrecord.ledger import Ledger
from onrecord.record import Record

PROSE = (
    "the river rose overnight in the lower valley and by dawn the water stood in the cellars along the quay, where men "
    "carried sacks to the upper floors while the ferry lay moored and the school kept its doors shut for the day"
)
OTHER = (
    "a committee of eleven members met behind closed doors for the third week to weigh offers for the old mill, which "
    "has stood empty since its last owner left for the coast with two suitcases and an unpaid bill for timber"
)
ANA = Somebody("Ana Roca", "NOR")


def told(outlet: str, day: str, about: str = PROSE, version: str = "1") -> Record:
    return story(ANA, about=about, published=day, outlet=outlet, version=version)


FIRST, COPY, APART = told("Wire", "2024-01-01"), told("Paper", "2024-01-02"), told("Third", "2024-01-03", OTHER)


@pytest.fixture
def filed(ledger: Ledger) -> Ledger:
    for each in (COPY, APART, FIRST):
        ledger.add(each)
    return ledger


def place_of(record: Record) -> tuple[str, int, int, str | None]:
    span = record.statements[0].content.spans[0]
    return record.document.id, span.start, span.end, "s1"


def test_a_copy_goes_back_to_the_earliest_whatever_was_filed_first(filed: Ledger) -> None:
    assert filed.origin(COPY.document.id) == (FIRST.document.id, 2)
    assert filed.origin(APART.document.id) == (APART.document.id, 1)
    ids = [each.document.id for each in (FIRST, COPY, APART)]
    assert filed.origin_of(ids) == dict(zip(ids, [ids[0], ids[0], ids[2]], strict=True))


def test_the_shared_passage_is_shown_in_both_texts(filed: Ledger) -> None:
    ((row, relation),) = filed.related(FIRST.document.id)
    assert (row.outlet, relation.kind) == ("Paper", "copy")
    (passage,) = relation.copied
    assert passage.left.text == COPY.document.text[passage.left.start : passage.left.end]
    assert passage.right.text == FIRST.document.text[passage.right.start : passage.right.end]
    assert filed.related(APART.document.id) == []


def test_a_claim_in_copies_has_one_origin_and_two_outlets(filed: Ledger) -> None:
    counted, rows = filed.origins([place_of(FIRST), place_of(COPY)])
    assert str(counted) == "2 outlets, 1 origin"
    assert rows[counted.origins[0].document].id == FIRST.document.id
    counted, _ = filed.origins([place_of(FIRST), place_of(COPY), place_of(APART)])
    assert str(counted) == "3 outlets, 2 origins"


def test_another_coding_keeps_what_a_document_shares(filed: Ledger) -> None:
    filed.add(told("Paper", "2024-01-02", version="2"))
    assert [row.outlet for row, _ in filed.related(FIRST.document.id)] == ["Paper"]
    assert list(filed.verify()) == []


@pytest.mark.parametrize(
    "tampering",
    ["UPDATE reports SET report = '{}'", "DELETE FROM fingerprints", "DELETE FROM statement_mentions"],
)
def test_verify_names_what_differs(filed: Ledger, place: Place, tampering: str) -> None:
    filed.add(story(ANA, Somebody("Boris Falk", "NOR"), about="Ana Roca and Boris Falk", published="2024-02-01"))
    assert list(filed.verify()) == []
    changed = place.tamper(tampering)
    assert {problem.field for problem in filed.verify()} <= {"wording", "statements"}
    assert bool(list(filed.verify())) == bool(changed)
