"""Every field that a person can decide on: corrected, rejected, refused where the value is none."""

import json
from typing import Any

import pytest
from tests.corrections import Desk, at, depot, item, recoded

from onrecord.errors import ReviewError
from onrecord.ledger.reviews.fields import KINDS, fields_of
from onrecord.record import Content, Counted, Cue, Participant, Trigger
from onrecord.record.serialization import to_plain

# id, field, what the person says, what the record then has
CORRECTED: list[tuple[str, str, Any, Any]] = [
    ("document", "uri", "https://example.org/depot", "https://example.org/depot"),
    ("document", "title", "The depot", "The depot"),
    ("document", "outlet", "Harbour Times", "Harbour Times"),
    ("document", "authors", "Ana Roca, Bo Lind", ("Ana Roca", "Bo Lind")),
    ("document", "published", "2024-05-03", "2024-05-03"),
    ("document", "modified", "2024-05-04", "2024-05-04"),
    ("document", "language", "en-GB", "en-GB"),
    ("entities", "name", "Lena Marsh-Vik", "Lena Marsh-Vik"),
    ("entities", "type", "group", "group"),
    ("entities", "country", "Sweden", "SWE"),
    ("entities", "sector", "MIL", "MIL"),
    ("entities", "role", "foreign minister", "foreign minister"),
    ("entities", "registry", "own:marsh", "own:marsh"),
    ("mentions", "form", "nominal", "nominal"),
    ("mentions", "spans", "Envoy Lena Marsh", at("Envoy Lena Marsh")),
    ("mentions", "entity", "Karl Voss", "n4"),
    ("times", "spans", "on Monday", at("on Monday")),
    ("times", "kind", "interval", "interval"),
    ("times", "edtf", "2024-05-06", "2024-05-06"),
    ("times", "anchor", "2024-05-01", "2024-05-01"),
    ("times", "arithmetic", "as the envoy says", "as the envoy says"),
    ("places", "spans", "in Oslo", at("in Oslo")),
    ("places", "name", "Christiania", "Christiania"),
    ("places", "country", "GE-AB", "GE-AB"),
    ("places", "lat", "59.5", 59.5),
    ("places", "lon", -10, -10.0),
    ("places", "geonames", "3161732", 3161732),
    ("places", "feature", "PPL", "PPL"),
    ("places", "kind", "area", "area"),
    ("places", "precision_km", "3", 3.0),
    ("places", "iso", "NO-03", "NO-03"),
    ("places", "near", "3161732", 3161732),
    ("statements", "source", "reporters", Participant(at("reporters"))),
    ("statements", "cue", "told reporters", Cue(at("told reporters"))),
    ("statements", "content", "the ceasefire would hold", Content(at("the ceasefire would hold"))),
    ("statements", "quotation", "mixed", "mixed"),
    ("statements", "act", "promise", "promise"),
    ("statements", "addressee", "n3", Participant(at("reporters"), "n3")),
    ("statements", "within", "s2", "s2"),
    ("statements", "time", "1994", "t3"),
    ("events", "type", "THREATEN", "THREATEN"),
    ("events", "mode", "aerial", "aerial"),
    ("events", "trigger", "had shelled", Trigger(at("had shelled"))),
    ("events", "actors", ["police", "Karl Voss"], (Participant(at("police")), Participant(at("Karl Voss"), "n4"))),
    ("events", "recipients", "the grain depot in Oslo", (Participant(at("the grain depot in Oslo")),)),
    ("events", "time", "t1", "t1"),
    ("events", "place", "Bergen", "p2"),
    ("events", "voice", None, None),
    ("events", "status", "possible", "possible"),
    ("events", "within", "e2", "e2"),
    ("events", "root", "false", False),
    ("events", "contexts", "military, territory", ("military", "territory")),
    ("terms", "subject", "n2", Participant(at("the ceasefire"), "n2")),
    ("terms", "matter", "agreement", "agreement"),
    ("terms", "bound", "by", "by"),
    ("terms", "time", "t3", "t3"),
    ("terms", "voice", "s2", "s2"),
    ("terms", "spans", "hold until", at("hold until")),
    ("terms", "edtf", "2024-06", "2024-06"),
    ("terms", "arithmetic", "as it says", "as it says"),
    ("terms", "status", "possible", "possible"),
    ("figures", "spans", "12 dockers", at("12 dockers")),
    ("figures", "low", "10", 10),
    ("figures", "high", "12.5", 12.5),
    ("figures", "exact", "no", False),
    ("figures", "counts", "12 dockers", Counted(at("12 dockers"), "12 dockers")),
    ("figures", "unit", "tonne", "tonne"),
    ("figures", "voice", None, None),
    ("figures", "entity", "n2", "n2"),
]
FIRST = {"document": "document", "entities": "n1", "mentions": "m1", "times": "t1", "places": "p1", "statements": "s1",
         "events": "e1", "terms": "x1", "figures": "f1"}  # fmt: skip
NAMES = [f"{part}.{field}" for part, field, _, _ in CORRECTED]


def test_every_field_is_tried() -> None:
    assert sorted(NAMES) == sorted(f"{part}.{field}" for part in KINDS for field in fields_of(part))


@pytest.mark.parametrize(("part", "field", "said", "expected"), CORRECTED, ids=NAMES)
def test_a_field_is_corrected_and_shows_what_the_coder_had(part: str, field: str, said: Any, expected: Any) -> None:
    desk = Desk(depot())
    review = desk.decide(FIRST[part], "correct", field, said)
    found = item(desk.record, FIRST[part])
    assert getattr(found, field) == expected
    (reviewed,) = [each for each in desk.record.reviews if (each.part, each.field) == (part, field)]
    assert (reviewed.number, reviewed.verdict, reviewed.who) == (review.number, "correct", "ana")
    assert json.loads(reviewed.was or "") == to_plain(getattr(item(desk.coded, FIRST[part]), field))


@pytest.mark.parametrize(("part", "field", "said", "expected"), CORRECTED, ids=NAMES)
def test_a_corrected_field_survives_a_new_coding(part: str, field: str, said: Any, expected: Any) -> None:
    desk = Desk(depot())
    desk.decide(FIRST[part], "correct", field, said)
    first = item(desk.record, FIRST[part])
    coding = recoded(depot(), is_shifted=part != "statements")
    again = desk.again(coding).applied
    assert not again.resting
    name = next(each.item for each in again.record.reviews if each.field == field and each.part == part)
    assert _plain(getattr(item(again.record, name), field)) == _plain(getattr(first, field))


@pytest.mark.parametrize(("part", "field", "said", "expected"), CORRECTED, ids=NAMES)
def test_a_corrected_field_comes_back_where_the_new_coding_lacks_its_item(
    part: str, field: str, said: Any, expected: Any
) -> None:
    desk = Desk(depot())
    desk.decide(FIRST[part], "correct", field, said)
    first = item(desk.record, FIRST[part])
    again = desk.again(recoded(depot(), without=[FIRST[part]])).applied
    assert not again.resting
    name = next(each.item for each in again.record.reviews if each.field == field and each.part == part)
    assert _plain(getattr(item(again.record, name), field)) == _plain(getattr(first, field))


def _plain(value: Any) -> Any:
    """A value without ids, which another coding gives anew."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Participant):
        return value.spans, value.entity is None
    return value[0] if isinstance(value, str) and value[1:].strip("h0123456789abcdef") == "" else value


REJECTED = [
    ("s1", "source", None), ("s1", "cue", None), ("s1", "act", None), ("s1", "addressee", None), ("s4", "within", None),
    ("s1", "time", None), ("n1", "country", None), ("n1", "sector", None), ("m1", "entity", None), ("t1", "edtf", None),
    ("p1", "geonames", None), ("e1", "mode", None), ("e1", "actors", ()), ("e1", "recipients", ()),
    ("e1", "place", None),
    ("e5", "within", None), ("e1", "contexts", ()), ("x1", "subject", None), ("x1", "edtf", None),
    ("f1", "counts", None), ("document", "published", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "field", "expected"), REJECTED, ids=[f"{name}.{field}" for name, field, _ in REJECTED]
)
def test_a_rejected_value_leaves_nothing_and_the_item_stays(name: str, field: str, expected: Any) -> None:
    desk = Desk(depot())
    desk.decide(name, "reject", field)
    assert getattr(item(desk.record, name), field) == expected


@pytest.mark.parametrize(
    ("name", "field", "said", "complaint"),
    [
        ("e1", "type", "FIGHT", "events.type: 'FIGHT' is none of PLOVER's types: AGREE, CONSULT"),
        ("e1", "mode", "visit", "events.mode: 'visit' is none of the modes of ASSAULT: abduct"),
        ("e4", "mode", "visit", "the modes of AGREE: it has none"),
        ("e1", "status", "done", "events.status: 'done' is none of happened"),
        ("e1", "contexts", "weather", "events.contexts: 'weather' is none of PLOVER's contexts"),
        ("e1", "place", "p9", "there is none of the places with the id or the words 'p9'"),
        ("e5", "within", "e5", "e5 cannot stand within itself"),
        ("s3", "within", "s4", "s3 cannot stand within itself, nor within what stands within it"),
        ("s1", "act", "shout", "statements.act: 'shout' is none of the acts: assert"),
        ("s1", "content", "what nobody wrote", "the text has no 'what nobody wrote'"),
        ("s1", "content", None, "statements.content: "),
        ("s1", "source", "n99", "the text has no 'n99'"),
        ("s1", "quotation", "loud", "statements.quotation: 'loud' is none of direct, mixed, indirect"),
        ("s1", "confidence", 1.0, "statements have no field 'confidence' to decide on; they have source"),
        ("s1", "id", "s2", "no field 'id'"),
        ("n1", "type", "animal", "entities.type: 'animal' is none of the types of entities: person"),
        ("n1", "country", "Narnia", "entities.country: 'Narnia' is no ISO 3166-1 alpha-3 code such as NOR"),
        ("n1", "sector", "FUN", "entities.sector: 'FUN' is none of PLOVER's sectors: AGR"),
        ("n1", "name", " ", "entities.name: ' ' is no text"),
        ("n1", "mentions", ["m1"], "correct the field entity of each mention"),
        ("m2", "entity", "Nobody", "0 entities are called 'Nobody'; give an id of: n1 Lena Marsh"),
        ("t1", "edtf", "P3M", "times.edtf: 'P3M' does not fit the kind point, which has a date"),
        ("t1", "edtf", "last week", "times.edtf: 'last week' is no date (EDTF, 2024-05-02) and no ISO 8601 duration"),
        ("p1", "lat", "91", "places.lat: 91.0 is not between -90 and 90 degrees"),
        ("p1", "lat", "north", "lat: 'north' is no number"),
        ("p1", "lat", "nan", "places.lat: nan is not between"),
        ("p1", "precision_km", "-1", "places.precision_km: -1.0 is no distance in kilometres"),
        ("f1", "high", "inf", "figures.high: inf is no number that can be counted"),
        ("p1", "iso", "NO-99", "places.iso: 'NO-99' is no ISO 3166-2 code"),
        ("x1", "matter", "weather", "terms.matter: 'weather' is none of the matters: mandate"),
        ("x1", "time", None, "time: "),
        ("f1", "low", 99, "the low value 99 is above the high one 12"),
        ("f1", "exact", "perhaps", "exact: 'perhaps' is neither true nor false"),
        ("document", "published", "yesterday", "document.published: 'yesterday' is no date"),
        ("document", "text", "", "document have no field 'text'"),
    ],
)  # fmt: skip
def test_a_value_that_a_field_cannot_have_is_refused_with_what_it_can(
    name: str, field: str, said: Any, complaint: str
) -> None:
    with pytest.raises(ReviewError) as refusal:
        Desk(depot()).decide(name, "correct", field, said)
    assert complaint in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "field"), [("s1", "content"), ("e1", "type"), ("x1", "time"), ("n1", "name"), ("m1", "spans")]
)
def test_what_an_item_cannot_be_without_is_not_rejected(name: str, field: str) -> None:
    with pytest.raises(ReviewError, match="cannot be empty; correct it, or reject the whole item"):
        Desk(depot()).decide(name, "reject", field)
