"""What people say, made a review."""

from dataclasses import replace
from typing import Any

import pytest
from tests.corrections import DEPOT, Desk, at, depot, item, recoded

from onrecord.errors import ReviewError
from onrecord.ledger import draft_addition, draft_review
from onrecord.ledger.reviews import Review, sign
from onrecord.ledger.reviews.wording import quotation_of, spans_meant
from onrecord.record import Coder, Participant, Record, cut, cut_all

TEXT = "The port closed.\nThe  Port\nopened; the ports stayed."


@pytest.mark.parametrize(
    ("said", "near", "bounds"),
    [
        ("closed", None, [(9, 15)]),
        ("the port", 0, [(0, 8)]),
        ("the port", 30, [(17, 26)]),
        ("ports", None, [(39, 44)]),
        ("stay", None, [(45, 49)]),
        ("@9:15", None, [(9, 15)]),
        ({"start": 9, "end": 15, "text": "closed"}, None, [(9, 15)]),
        (["opened", "closed"], None, [(9, 15), (27, 33)]),
    ],
)
def test_words_are_found_where_they_stand_nearest(said: Any, near: int | None, bounds: list[tuple[int, int]]) -> None:
    assert spans_meant(TEXT, said, near) == cut_all(TEXT, bounds)


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ("harbour", "the text has no 'harbour'; give words as they stand there, or their offsets, @120:134"),
        ("the port", "'the port' stands at 2 places; say which: @0:8, @17:26"),
        ("@40:99", "@40:99 is no stretch of this text, which has 52 characters"),
        ("@9:9", "@9:9 is no stretch"),
        ("  ", "words of the text are expected"),
        (7, "words of the text are expected, not 7"),
    ],
)
def test_words_that_are_not_there_or_not_one_are_refused(said: Any, complaint: str) -> None:
    with pytest.raises(ReviewError) as refusal:
        spans_meant(TEXT, said, None)
    assert complaint in str(refusal.value)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("“We wait.”", "direct"), ("that “we” wait", "mixed"), ("that they wait", "indirect"), ('"No,"', "direct")],
)
def test_the_quotation_of_an_added_statement_is_told_by_its_marks(words: str, expected: str) -> None:
    assert quotation_of((cut(words, 0, len(words)),)) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Envoy Lena Marsh", Participant(at("Envoy Lena Marsh"), "n1")),
        ("dockers", Participant(at("dockers"))),
        ("n4", Participant(at("She"), "n4")),
        ({"words": "dockers", "entity": "The union"}, Participant(at("dockers"), "n3")),
        ({"words": "Karl Voss", "entity": None}, Participant(at("Karl Voss"))),
        ({"spans": [{"start": 0, "end": 5, "text": "Envoy"}], "unresolved": "an office"},
         Participant(at("Envoy"), None, "an office")),
        (None, None),
    ],
)  # fmt: skip
def test_whoever_fills_a_role_is_given_by_words_or_by_who_that_is(said: Any, expected: Participant | None) -> None:
    desk = Desk(depot())
    desk.decide("s2", "correct", "source", said)
    assert item(desk.record, "s2").source == expected


def test_another_item_is_named_by_words_in_it() -> None:
    desk = Desk(depot())
    desk.decide("f1", "correct", "voice", "police had raided")
    assert item(desk.record, "f1").voice == "s4"


def test_a_draft_is_anchored_to_what_the_coder_found() -> None:
    desk = Desk(depot())
    desk.decide("s1", "correct", "content", "would hold")
    draft = draft_review(desk.record, "s1", "confirm", "act", machine=desk.coded)
    assert draft.anchor.spans == at("that the ceasefire would hold until 30 June")
    assert draft_review(desk.record, "s1", "confirm", "act").anchor.spans == at("would hold")


def test_an_id_that_two_parts_have_is_none_that_anybody_can_mean() -> None:
    record = replace(depot(), times=(*depot().times, replace(depot().times[0], id="p1")))
    with pytest.raises(ReviewError, match="p1 stands in times and places"):
        draft_review(record, "p1", "confirm")


def test_the_same_decision_has_the_same_key_in_any_ledger_and_another_has_another() -> None:
    draft = draft_review(depot(), "s1", "confirm")

    def signed(number: int, **changes: Any) -> Review:
        told = {"who": "ana", "when": "2026-01-01T10:00:00+00:00", "why": "", **changes}
        return sign(draft, depot().document.id, number=number, **told)

    assert signed(1).key == signed(9).key
    keys = {signed(1, **each).key for each in ({}, {"who": "bo"}, {"why": "x"}, {"when": "2026-01-02T10:00:00+00:00"})}
    assert len(keys) == 4


def test_a_review_comes_back_from_its_json() -> None:
    desk = Desk(depot())
    for review in (desk.decide("e1", "correct", "voice", "s1"), desk.decide("s1", "reject")):
        assert Review.from_dict(review.to_dict()) == review


@pytest.mark.parametrize(
    ("verdict", "who", "why", "complaint"),
    [("confirm", " ", "", "a review says who decided"), ("comment", "ana", " ", "a comment says something")],
)
def test_nobody_signs_nothing(verdict: Any, who: str, why: str, complaint: str) -> None:
    with pytest.raises(ReviewError, match=complaint):
        sign(draft_review(depot(), "s1", verdict), depot().document.id, number=1, who=who, why=why)


@pytest.mark.parametrize(
    ("part", "said", "complaint"),
    [
        ("document", {}, "nothing is added to the document"),
        ("events", {"type": "AGREE"}, "events.trigger: say by which words of the text it is known"),
        ("events", {"trigger": "hold"}, "events.type: is missing"),
        ("events", {"trigger": "hold", "type": "AGREE", "colour": "red"}, "events have no field 'colour'"),
        ("events", {"trigger": "Voss", "type": "AGREE"}, "'Voss' stands at 2 places; say which: @"),
        ("events", {"trigger": "shelled", "type": "ASSAULT"}, "e1 says that already; correct or confirm it instead"),
        ("events", {"trigger": "hold", "type": "HOLD"}, "events.type: 'HOLD' is none of PLOVER's types"),
        ("terms", {"spans": "visit", "matter": "visa", "bound": "by"}, "terms.time: is missing"),
        ("figures", {"spans": "30"}, "a figure has a low or a high value"),
        ("entities", {"words": "rebels", "type": "group", "name": "rebels"}, "n2 says that already"),
    ],
)
def test_what_cannot_be_added_is_refused(part: Any, said: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ReviewError) as refusal:
        draft_addition(depot(), part, said)
    assert complaint in str(refusal.value)


def test_an_entity_that_nothing_mentions_is_known_by_its_name() -> None:
    record = Record.from_dict({**depot().to_dict(), "mentions": [], "entities": [
        {**each, "mentions": []} for each in depot().to_dict()["entities"]]})  # fmt: skip
    desk = Desk(record)
    desk.decide("n1", "correct", "country", "SWE")
    assert item(desk.again(recoded(record)).record, "n101").country == "SWE"
    lacking = Record(record.document, Coder("stand-in", "3"))
    assert [(each.name, each.country) for each in desk.again(lacking).record.entities] == [("Lena Marsh", "SWE")]


def test_text_with_characters_beyond_the_basic_plane_keeps_its_offsets() -> None:
    text = DEPOT.replace("Envoy", "\U0001f6a2\u200dEnvoy")
    assert spans_meant(text, "Lena Marsh", None)[0].start == text.index("Lena Marsh")
