"""Taking back: an undoing leaves no trace in the record, and can itself be taken back."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.corrections import PARTS, Desk, depot, item, recoded
from tests.ledger.reviews.test_fields import CORRECTED, FIRST

from onrecord.errors import ReviewError
from onrecord.ledger.reviews import Review, apply_reviews, sign_undoing
from onrecord.record import Record

NAMES = [each.id for part in PARTS for each in getattr(depot(), part)]
ADDITIONS: list[tuple[str, dict[str, Any]]] = [
    ("events", {"trigger": "hold", "type": "AGREE", "voice": "s1"}),
    ("statements", {"content": "would hold", "cue": "told", "source": "n1", "within": "s3"}),
    ("entities", {"words": "dockers", "type": "group"}),
    ("entities", {"words": "Karl Voss", "name": "Karla Voss", "type": "person"}),
    ("mentions", {"spans": "its", "form": "pronoun", "entity": "n3"}),
]
DECISIONS: list[tuple[Any, ...]] = [
    *[("confirm", name, None) for name in [*NAMES, "document"]],
    *[("reject", name, None) for name in NAMES],
    *[("correct", FIRST[part], (field, said)) for part, field, said, _ in CORRECTED],
    *[("correct", "m6", ("entity", each)) for each in ("n1", "n2", "n3")],
    *[("correct", each, ("within", other)) for each, other in (("s1", "s2"), ("s2", "s1"), ("e1", "e2"), ("e2", "e1"))],
    *[("comment", name, None) for name in NAMES[:3]],
    *[("add", part, said) for part, said in ADDITIONS],
]


def decide(desk: Desk, verdict: Any, name: Any, told: Any) -> None:
    """One decision, on the record as the coder left it: as by people who do not see one another's."""
    alone = Desk(desk.coded)
    review = alone.add(name, **told) if verdict == "add" else alone.decide(name, verdict, *(told or ()))
    number = len(desk.reviews) + 1
    moment = f"2026-01-{1 + number // 24:02}T{number % 24:02}:00:00+00:00"
    fields = {each: getattr(review, each) for each in Review.__slots__}
    desk.reviews.append(Review(**{**fields, "number": number, "when": moment}))


MADE = dict(enumerate(DECISIONS))
SOME = st.lists(st.sampled_from(sorted(MADE)), min_size=1, max_size=9)


@settings(max_examples=60, deadline=None)
@given(chosen=SOME)
def test_any_reviews_give_a_record_that_holds_and_undoing_them_all_gives_the_coders_own(chosen: list[int]) -> None:
    desk = Desk(depot())
    for index in chosen:
        decide(desk, *MADE[index])
    corrected = desk.record
    assert Record.from_json(corrected.to_json()) == corrected
    assert {each.number for each in corrected.reviews} <= {each.number for each in desk.reviews}
    for review in list(desk.reviews):
        desk.undo(review)
    assert desk.record == depot()


@settings(max_examples=40, deadline=None)
@given(chosen=SOME, data=st.data())
def test_undoing_one_is_as_if_it_had_never_been_made(chosen: list[int], data: st.DataObject) -> None:
    desk = Desk(depot())
    for index in chosen:
        decide(desk, *MADE[index])
    gone = data.draw(st.sampled_from(desk.reviews))
    never = apply_reviews(depot(), [each for each in desk.reviews if each is not gone])
    desk.undo(gone)
    assert desk.applied == never


@settings(max_examples=40, deadline=None)
@given(chosen=SOME, missing=st.sets(st.sampled_from(NAMES), max_size=6), is_shifted=st.booleans())
def test_any_reviews_give_a_record_that_holds_on_any_coding(
    chosen: list[int], missing: set[str], is_shifted: bool
) -> None:
    desk = Desk(depot())
    for index in chosen:
        decide(desk, *MADE[index])
    coding = recoded(depot(), without=missing, is_shifted=is_shifted)
    again = desk.again(coding)
    assert Record.from_json(again.record.to_json()) == again.record
    for review in list(again.reviews):
        again.undo(review)
    assert again.record == coding


def test_an_undoing_is_undone() -> None:
    desk = Desk(depot())
    review = desk.decide("s1", "correct", "act", "promise")
    undoing = desk.undo(review)
    assert item(desk.record, "s1").act == "assert"
    desk.undo(undoing)
    assert item(desk.record, "s1").act == "promise"


def test_undoing_the_last_review_of_a_field_lets_the_one_before_count() -> None:
    desk = Desk(depot())
    desk.decide("s1", "correct", "act", "promise")
    last = desk.decide("s1", "correct", "act", "predict")
    desk.undo(last)
    assert item(desk.record, "s1").act == "promise"


@pytest.mark.parametrize(("who", "why"), [("", "mistaken"), ("ana", " ")])
def test_an_undoing_says_who_and_why(who: str, why: str) -> None:
    review = Desk(depot()).decide("s1", "confirm")
    with pytest.raises(ReviewError, match="an undoing says"):
        sign_undoing(review, number=2, who=who, why=why)
