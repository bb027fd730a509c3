"""What people decided, on another coding of the same text."""

import json

from tests.corrections import PARTS, Desk, at, depot, ids, item, recoded, told, words

from onrecord.record import Coder, Participant, Record


def test_decisions_find_their_items_under_other_ids() -> None:
    desk = Desk(depot())
    desk.decide("s2", "correct", "source", {"words": "She", "entity": "n4"})
    desk.decide("e1", "correct", "voice", "s1")
    again = desk.again(recoded(depot()))
    assert item(again.record, "s102").source == Participant(at("She"), "n104")
    assert item(again.record, "e101").voice == "s101"
    assert told(again.record.reviews) == ["s102.source correct", "e101.voice correct"]


def test_decisions_find_contents_that_begin_elsewhere() -> None:
    desk = Desk(depot())
    desk.decide("s1", "correct", "act", "promise")
    again = desk.again(recoded(depot(), is_shifted=True))
    assert item(again.record, "s101").act == "promise"
    assert words(item(again.record, "s101").content.spans).startswith("the ceasefire")


def test_a_statement_within_anothers_content_is_not_taken_for_it() -> None:
    desk = Desk(depot())
    desk.decide("s4", "correct", "act", "refuse")
    again = desk.again(recoded(depot(), without=["s4", "e3"]))
    assert item(again.record, "s103").act == "assert"
    (kept,) = [each for each in again.record.statements if each.id.startswith("sh")]
    assert (kept.act, kept.within, words(kept.cue.spans if kept.cue else ())) == ("refuse", "s103", "denied")


def test_what_was_rejected_stays_rejected() -> None:
    desk = Desk(depot())
    for name in ("s2", "n3", "t1", "p2", "e4"):
        desk.decide(name, "reject")
    again = desk.again(recoded(depot(), is_shifted=True)).applied
    assert not again.resting
    left = {each.id for part in PARTS for each in getattr(again.record, part)}
    assert not {"s102", "e101", "e102", "n103", "t101", "p102", "e104"} & left


def test_a_rejected_event_is_another_where_the_new_coding_has_another_type() -> None:
    desk = Desk(depot())
    desk.decide("e4", "reject")
    other = Desk(recoded(depot()))
    other.decide("e104", "correct", "type", "REQUEST")
    again = desk.again(Record.from_dict({**other.record.to_dict(), "reviews": []})).applied
    assert "e104" in ids(again.record, "events")
    assert [each.reason for each in again.resting] == ["the current coding has nothing like it"]


def test_a_rejected_value_rests_where_the_new_coding_says_something_else() -> None:
    desk = Desk(depot())
    desk.decide("s1", "reject", "act")
    other = Desk(recoded(depot()))
    other.decide("s101", "correct", "act", "predict")
    again = desk.again(Record.from_dict({**other.record.to_dict(), "reviews": []})).applied
    assert item(again.record, "s101").act == "predict"
    assert [each.reason for each in again.resting] == [
        "the current coding says something else there than what was rejected"
    ]


def test_what_a_person_confirmed_is_kept_against_a_new_coding_that_says_otherwise() -> None:
    desk = Desk(depot())
    desk.decide("s1", "confirm")
    other = Desk(recoded(depot()))
    other.decide("s101", "correct", "act", "predict")
    again = desk.again(Record.from_dict({**other.record.to_dict(), "reviews": []}))
    assert item(again.record, "s101").act == "assert"
    (reviewed,) = again.record.reviews
    assert (reviewed.verdict, json.loads(reviewed.was or "")) == ("confirm", {"act": "predict"})


def test_a_confirmed_item_that_is_lacking_comes_back_with_what_it_names() -> None:
    desk = Desk(depot())
    desk.decide("e5", "confirm")
    again = desk.again(Record(depot().document, Coder("stand-in", "3"))).applied
    assert not again.resting
    (visit,) = [each for each in again.record.events if each.type == "CONSULT"]
    assert visit.mode == "visit"
    assert words(item(again.record, visit.place or "").spans) == "Bergen"
    assert words(item(again.record, visit.voice or "").content.spans) == "to visit Bergen"
    assert item(again.record, visit.within or "").type == "AGREE"
    assert item(again.record, visit.actors[0].entity or "").name == "Karl Voss"
    assert {each.verdict for each in again.record.reviews} == {"add"}
    assert {each.number for each in again.record.reviews} == {1}


def test_a_claim_does_not_become_a_report_where_its_statement_is_lacking() -> None:
    desk = Desk(depot())
    desk.decide("e4", "correct", "voice", "s3")
    again = desk.again(recoded(depot(), without=["s3"]))
    voice = item(again.record, "e104").voice
    assert words(item(again.record, voice).content.spans) == words(item(depot(), "s3").content.spans)
    assert f"{voice} add" in told(again.record.reviews)


def test_an_added_item_that_the_new_coding_has_is_confirmed_and_not_doubled() -> None:
    desk = Desk(recoded(depot(), without=["e2"]))
    desk.add("events", trigger="killed", type="ASSAULT", actors="n102", voice="s102")
    again = desk.again(depot())
    assert ids(again.record, "events") == ids(depot(), "events")
    assert told(again.record.reviews) == ["e2 confirm"]
    assert item(again.record, "e2").recipients == ()


def test_a_corrected_item_that_the_new_coding_has_as_corrected_is_not_doubled() -> None:
    desk = Desk(depot())
    desk.decide("x1", "correct", "bound", "by")
    coded_so = Record.from_dict({**desk.record.to_dict(), "reviews": []})
    again = desk.again(recoded(coded_so)).applied
    assert [each.bound for each in again.record.terms] == ["by"]
    assert (again.resting, [each.was for each in again.record.reviews]) == ((), [None])


def test_a_review_of_a_corrected_item_holds_when_the_correction_is_undone() -> None:
    desk = Desk(depot())
    first = desk.decide("s5", "correct", "content", "that police had raided its office")
    desk.decide("s5", "correct", "act", "announce")
    desk.undo(first)
    assert (item(desk.record, "s5").act, words(item(desk.record, "s5").content.spans)) == (
        "announce",
        "to visit Bergen",
    )
    assert len(desk.record.statements) == 5


def test_what_speaks_of_nothing_in_the_new_coding_rests() -> None:
    desk = Desk(depot())
    desk.decide("s2", "reject")
    desk.decide("s3", "comment", why="who says so?")
    again = desk.again(Record(depot().document, Coder("stand-in", "3"))).applied
    assert not again.record.reviews
    assert [each.reason for each in again.resting] == ["the current coding has nothing like it"] * 2


def test_reviews_that_do_not_fit_the_text_rest() -> None:
    desk = Desk(depot())
    desk.decide("s1", "confirm")
    text = depot().document.text.replace("ceasefire", "CEASEFIRE")
    coding = Record(depot().document.__class__(depot().document.id, text), Coder("stand-in", "3"))
    (resting,) = desk.again(coding).applied.resting
    assert "does not stand at" in resting.reason
