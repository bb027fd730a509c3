"""What people decided, applied to the coding that they saw."""

import json
from dataclasses import replace

import pytest
from tests.corrections import Desk, at, depot, ids, item, told, words

from onrecord.ledger.reviews import apply_reviews
from onrecord.record import Participant, Record


def test_without_reviews_the_record_is_the_coders_own() -> None:
    record = depot()
    assert apply_reviews(record, []).record is record


def test_reviews_of_other_documents_are_left_alone() -> None:
    desk = Desk(depot())
    desk.decide("s1", "reject")
    other = replace(depot(), document=replace(depot().document, id="sha256:other"))
    assert apply_reviews(other, desk.reviews).record is other


def test_confirming_changes_nothing_but_the_coders_doubt() -> None:
    desk = Desk(depot())
    for name in ("s1", "e1", "n1", "x1", "document"):
        desk.decide(name, "confirm")
    assert item(desk.record, "s1").confidence is None
    assert item(desk.record, "s2").confidence == 0.8
    assert told(desk.record.reviews) == [
        "s1 confirm", "e1 confirm", "n1 confirm", "x1 confirm", f"{depot().document.id} confirm"
    ]  # fmt: skip
    as_coded = replace(item(desk.record, "s1"), confidence=0.9)
    assert replace(desk.record, statements=(as_coded, *desk.record.statements[1:]), reviews=()) == desk.coded


def test_several_fields_are_corrected_at_once() -> None:
    desk = Desk(depot())
    desk.decide("f1", "correct", None, {"low": "100", "high": "200", "exact": "no"})
    assert (item(desk.record, "f1").low, item(desk.record, "f1").high) == (100, 200)
    (reviewed,) = desk.record.reviews
    assert json.loads(reviewed.was or "") == {"low": 12, "high": 12, "exact": True}


def test_a_rejected_statement_goes_with_what_only_it_claims() -> None:
    desk = Desk(depot())
    desk.decide("s2", "reject")
    assert ids(desk.record, "statements") == ["s1", "s3", "s4", "s5"]
    assert ids(desk.record, "events") == ["e3", "e4", "e5"]
    assert ids(desk.record, "figures") == []
    assert told(desk.record.reviews) == ["s2 reject", "e1 reject", "e2 reject", "f1 reject"]
    assert {each.number for each in desk.record.reviews} == {1}
    assert json.loads(desk.record.reviews[1].was or "")["type"] == "ASSAULT"


def test_what_stood_within_a_rejected_statement_moves_out() -> None:
    desk = Desk(depot())
    desk.decide("s3", "reject")
    assert item(desk.record, "s4").within is None
    assert item(desk.record, "e3").voice == "s4"


def test_a_rejected_event_leaves_its_content_to_the_next_one_out() -> None:
    desk = Desk(depot())
    desk.decide("e4", "reject")
    assert item(desk.record, "e5").within is None


@pytest.mark.parametrize(
    ("name", "part", "holder", "field"),
    [("t1", "times", "s1", "time"), ("p1", "places", "e1", "place"), ("t3", "times", "e1", "time")],
)
def test_nothing_names_a_rejected_time_or_place(name: str, part: str, holder: str, field: str) -> None:
    desk = Desk(depot())
    desk.decide(name, "reject")
    assert name not in ids(desk.record, part)  # type: ignore[arg-type]
    assert getattr(item(desk.record, holder), field) is None


def test_a_term_goes_with_its_time() -> None:
    desk = Desk(depot())
    desk.decide("t2", "reject")
    assert desk.record.terms == ()
    assert told(desk.record.reviews) == ["t2 reject", "x1 reject"]


def test_words_stay_where_a_rejected_entity_stood() -> None:
    desk = Desk(depot())
    desk.decide("n1", "reject")
    assert item(desk.record, "s1").source == Participant(at("Envoy Lena Marsh"))
    assert [each.entity for each in desk.record.mentions][:2] == [None, None]


def test_a_rejected_mention_is_no_longer_the_entitys() -> None:
    desk = Desk(depot())
    desk.decide("m2", "reject")
    assert item(desk.record, "n1").mentions == ("m1",)


def test_a_pronoun_found_to_mean_somebody_else_takes_the_roles_that_it_fills_with_it() -> None:
    desk = Desk(depot())
    desk.decide("m2", "correct", "entity", "n4")
    assert item(desk.record, "s2").source == Participant(at("She"), "n4")
    assert (item(desk.record, "n1").mentions, item(desk.record, "n4").mentions) == (("m1",), ("m2", "m5", "m6"))
    assert told(desk.record.reviews) == ["m2.entity correct", "s2.source correct"]


def test_the_words_around_a_name_follow_it_and_other_words_for_the_same_do_not() -> None:
    desk = Desk(depot())
    desk.decide("m1", "correct", "entity", "n3")
    assert [item(desk.record, name).source.entity for name in ("s1", "s2")] == ["n3", "n1"]


def test_a_role_that_a_person_decided_on_does_not_follow() -> None:
    desk = Desk(depot())
    desk.decide("s2", "confirm", "source")
    desk.decide("m2", "correct", "entity", "n4")
    assert item(desk.record, "s2").source.entity == "n1"


def test_the_last_review_of_a_field_counts() -> None:
    desk = Desk(depot())
    desk.decide("s1", "correct", "act", "promise", who="ana")
    desk.decide("s1", "correct", "act", "predict", who="bo")
    assert item(desk.record, "s1").act == "predict"
    (reviewed,) = desk.record.reviews
    assert (reviewed.number, reviewed.who, reviewed.was) == (2, "bo", '"assert"')


def test_the_time_of_a_review_decides_and_not_when_it_was_written_down() -> None:
    desk = Desk(depot())
    early = desk.decide("s1", "correct", "act", "promise")
    late = desk.decide("s1", "correct", "act", "predict")
    swapped = [replace(late, number=1), replace(early, number=2)]
    assert item(apply_reviews(depot(), swapped).record, "s1").act == "predict"


def test_what_was_rejected_comes_back_when_somebody_confirms_it_later() -> None:
    desk = Desk(depot())
    reject = desk.decide("s2", "reject")
    confirm = Desk(depot()).decide("s2", "confirm", who="bo")
    desk.reviews.append(replace(confirm, number=2, when="2026-02-01T10:00:00+00:00"))
    assert reject.number == 1
    assert "s2" in ids(desk.record, "statements")
    assert told(desk.record.reviews) == ["s2 confirm"]


def test_a_rejected_value_is_corrected_later_by_another() -> None:
    desk = Desk(depot())
    desk.decide("s1", "reject", "act")
    desk.decide("s1", "correct", "act", "predict", who="bo")
    assert item(desk.record, "s1").act == "predict"


def test_a_comment_changes_nothing_and_is_told() -> None:
    desk = Desk(depot())
    desk.decide("s1", "comment", "act", why="is this a promise?")
    assert replace(desk.record, reviews=()) == desk.coded
    assert [(each.verdict, each.why) for each in desk.record.reviews] == [("comment", "is this a promise?")]


@pytest.mark.parametrize(
    ("name", "field", "said", "stale"),
    [
        ("t1", "edtf", "2024-05-06", {"anchor": None, "arithmetic": None}),
        ("e1", "type", "COERCE", {"mode": None}),
        ("p1", "geonames", "3161732", {"lat": None, "lon": None, "feature": None, "precision_km": None}),
        ("p1", "lat", "60", {"geonames": None, "lon": None}),
        ("p1", "kind", "area", {"lat": None, "lon": None, "geonames": 3143244}),
        ("s1", "content", "would hold", {"confidence": None}),
        ("s1", "source", "reporters", {"confidence": 0.9}),
        ("s1", None, {"act": "deny", "quotation": "mixed"}, {"confidence": 0.9}),
    ],
)  # fmt: skip
def test_what_was_reckoned_from_the_old_value_goes_with_it(
    name: str, field: str | None, said: object, stale: dict[str, object]
) -> None:
    desk = Desk(depot())
    desk.decide(name, "correct", field, said)
    found = item(desk.record, name)
    assert {each: getattr(found, each) for each in stale} == stale


def test_corrections_that_would_make_two_stand_within_each_other_do_not_both_hold() -> None:
    desk = Desk(depot())
    desk.decide("s1", "correct", "within", "s2")
    other = Desk(depot()).decide("s2", "correct", "within", "s1", who="bo")
    desk.reviews.append(replace(other, number=2, when="2026-02-01T10:00:00+00:00"))
    assert (item(desk.record, "s1").within, item(desk.record, "s2").within) == ("s2", None)
    assert [each.reason for each in desk.applied.resting] == ["it would stand within itself"]


def test_a_review_of_what_went_with_another_rests() -> None:
    desk = Desk(depot())
    desk.decide("e1", "confirm")
    desk.decide("s2", "reject")
    assert "e1" not in ids(desk.record, "events")
    assert [each.reason for each in desk.applied.resting] == ["it went with a statement or a time that was rejected"]


def test_the_corrected_record_is_the_same_whatever_order_the_reviews_come_in() -> None:
    desk = Desk(depot())
    desk.decide("s1", "correct", "act", "promise")
    desk.decide("s2", "reject")
    desk.add("events", trigger="hold", type="AGREE", voice="s1")
    assert apply_reviews(depot(), reversed(desk.reviews)) == desk.applied
    assert Record.from_json(desk.record.to_json()) == desk.record


ADDED = [
    ("statements", {"content": "would hold", "cue": "told", "source": "Lena Marsh"}, "sh"),
    ("events", {"trigger": "hold", "type": "AGREE", "actors": ["n1"], "time": "t2", "voice": "s1"}, "eh"),
    ("mentions", {"spans": "dockers", "form": "nominal", "entity": "n3"}, "mh"),
    ("times", {"spans": "would hold", "kind": "duration", "edtf": "P1M"}, "th"),
    ("places", {"spans": "depot", "name": "Depot", "kind": "area"}, "ph"),
    ("terms", {"spans": "visit", "matter": "visa", "bound": "by", "time": "t1", "subject": "Voss"}, "xh"),
    ("figures", {"spans": "30", "low": 30, "high": 30}, "fh"),
    ("entities", {"words": "dockers", "type": "group", "form": "nominal"}, "nh"),
]


@pytest.mark.parametrize(("part", "said", "letters"), ADDED, ids=[part for part, _, _ in ADDED])
def test_an_added_item_stands_in_the_record_as_human_made(part: str, said: dict[str, object], letters: str) -> None:
    desk = Desk(depot())
    desk.add(part, **said)  # type: ignore[arg-type]
    (name,) = [each for each in ids(desk.record, part) if each.startswith(letters)]  # type: ignore[arg-type]
    assert f"{name} add" in told(desk.record.reviews)
    assert Desk(depot(), desk.reviews).record == desk.record


def test_an_added_item_stands_at_its_place_in_the_text() -> None:
    desk = Desk(depot())
    desk.add("times", spans="Bergen", kind="point")
    desk.add("events", trigger="hold", type="AGREE")
    assert [words(each.trigger.spans) for each in desk.record.events][:2] == ["hold", "shelled"]
    assert words(desk.record.times[-1].spans) == "Bergen"


def test_an_added_entity_takes_the_mention_that_names_it() -> None:
    desk = Desk(depot())
    desk.add("entities", words="Karl Voss", name="Karla Voss", type="person")
    added = next(each for each in desk.record.entities if each.name == "Karla Voss")
    assert (added.mentions, item(desk.record, "n4").mentions) == (("m5",), ("m6",))


def test_an_added_item_is_corrected_rejected_and_named_like_any_other() -> None:
    desk = Desk(depot())
    desk.add("statements", content="would hold", cue="told", source="Lena Marsh")
    name = next(each for each in ids(desk.record, "statements") if each.startswith("sh"))
    desk.decide(name, "correct", "act", "predict")
    desk.decide("x1", "correct", "voice", name)
    assert (item(desk.record, name).act, item(desk.record, "x1").voice) == ("predict", name)
    desk.decide(name, "reject")
    assert name not in ids(desk.record, "statements")


def test_two_people_who_add_the_same_item_add_one() -> None:
    desk = Desk(depot())
    desk.add("events", trigger="hold", type="AGREE")
    other = Desk(depot())
    other.add("events", trigger="hold", type="AGREE", who="bo")
    desk.reviews.append(replace(other.reviews[0], number=2, when="2026-02-01T10:00:00+00:00"))
    assert len(desk.record.events) == len(depot().events) + 1
