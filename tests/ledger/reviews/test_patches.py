"""Patch files: written, read, and what of them is new to a ledger."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.corrections import Desk, depot, recoded

from onrecord.errors import ReviewError
from onrecord.ledger import Address, Judgement, Review
from onrecord.ledger.reviews import agreement, apply_reviews, plan_import, read_patch, write_patch

DOCUMENT = depot().document
URIS = {DOCUMENT.id: "https://example.org/depot"}
LEFT = Address(DOCUMENT.id, 6, 16, "lena marsh", "person")
RIGHT = Address("sha256:other", 0, 10, "lena marsh", "person")
WHEN = "2026-01-05T10:00:00+00:00"
JUDGEMENTS = [
    Judgement(4, "one", LEFT, RIGHT, None, "ana", WHEN, "one envoy"),
    Judgement(7, "undone", None, None, 4, "bo", WHEN, "two envoys"),
]


def decided() -> Desk:
    """Somebody who corrected, added, rejected and took one back."""
    desk = Desk(depot())
    desk.decide("s1", "correct", "source", "reporters")
    desk.add("events", trigger="hold", type="AGREE", voice="s1")
    desk.undo(desk.decide("s3", "reject"))
    desk.decide("n1", "confirm")
    return desk


def lines(desk: Desk | None = None, judgements: list[Judgement] | None = None) -> list[str]:
    reviews = (desk or decided()).reviews
    made = datetime(2026, 2, 1, tzinfo=UTC)
    return list(write_patch(reviews, judgements or [], URIS, by="onrecord 0.1.0", made=made))


def texts(*ids: str) -> Callable[[str], str | None]:
    return dict.fromkeys(ids, DOCUMENT.text).get


def test_a_patch_comes_back_as_it_was() -> None:
    desk = decided()
    patch = read_patch(lines(desk, JUDGEMENTS))
    assert list(patch.reviews) == desk.reviews
    assert patch.uris == URIS
    assert [(each.number, each.reverses) for each in patch.judgements] == [(1, None), (2, 1)]
    assert (patch.judgements[0].left, patch.judgements[0].why) == (LEFT, "one envoy")


def test_the_same_reviews_give_the_same_bytes_with_a_header_first() -> None:
    assert lines() == lines()
    assert json.loads(lines()[0]) == {
        "schema": "onrecord-patch/1", "made": "2026-02-01T00:00:00+00:00", "by": "onrecord 0.1.0",
        "reviews": 5, "judgements": 0,
    }  # fmt: skip


def test_a_line_says_in_words_what_it_is_about_and_holds_no_id_of_a_coding() -> None:
    line = json.loads(lines()[1])
    assert line["words"] == "that the ceasefire would hold until 30 June"
    assert line["document"] == {"id": DOCUMENT.id, "uri": "https://example.org/depot"}
    assert line["value"]["spans"][0]["text"] == "reporters"
    assert line["snapshot"]["source"]["entity"]["name"] == "Lena Marsh"
    assert '"n1"' not in lines()[1]


def test_a_patch_applies_to_a_ledger_of_the_same_text_coded_otherwise() -> None:
    plan = plan_import(read_patch(lines()), {}, [], texts(DOCUMENT.id))
    assert [each.number for each in plan.reviews] == [1, 2, 3, 4, 5]
    there = apply_reviews(recoded(depot(), is_shifted=True), plan.reviews)
    assert not there.resting
    assert next(each for each in there.record.statements if each.id == "s101").source.spans[0].text == "reporters"  # type: ignore[union-attr]


def test_importing_twice_changes_nothing() -> None:
    patch = read_patch(lines(judgements=JUDGEMENTS))
    first = plan_import(patch, {}, [], texts(DOCUMENT.id, "sha256:other"))
    keys = {each.key: each.number for each in first.reviews}
    again = plan_import(patch, keys, first.judgements, texts(DOCUMENT.id, "sha256:other"))
    assert (again.reviews, again.judgements, again.known, again.absent) == ((), (), 7, {})


def test_what_is_new_is_numbered_on_from_what_is_there() -> None:
    theirs = Desk(depot())
    theirs.decide("s2", "confirm", who="cy")
    plan = plan_import(read_patch(lines()), {theirs.reviews[0].key: 12}, JUDGEMENTS, texts(DOCUMENT.id))
    assert [(each.number, each.reverses) for each in plan.reviews][-2:] == [(16, 15), (17, None)]
    twice = plan_import(
        read_patch(lines(judgements=JUDGEMENTS)), {}, [JUDGEMENTS[0]], texts(DOCUMENT.id, "sha256:other")
    )
    assert [(each.number, each.reverses) for each in twice.judgements] == [(5, 4)]


def test_an_undoing_of_a_review_that_is_there_takes_back_that_one() -> None:
    desk = decided()
    keys = {each.key: each.number + 20 for each in desk.reviews[:3]}
    plan = plan_import(read_patch(lines(desk)), keys, [], texts(DOCUMENT.id))
    assert [(each.number, each.reverses) for each in plan.reviews] == [(24, 23), (25, None)]


def test_what_is_about_documents_that_are_not_there_is_counted_and_left_out() -> None:
    plan = plan_import(read_patch(lines(judgements=JUDGEMENTS)), {}, [], texts())
    assert (plan.reviews, plan.judgements, plan.known) == ((), (), 0)
    assert plan.absent == {DOCUMENT.id: 7}
    one = plan_import(read_patch(lines(judgements=JUDGEMENTS)), {}, [], texts(DOCUMENT.id))
    assert (len(one.reviews), one.judgements, one.absent) == (5, (), {"sha256:other": 2})


def test_two_ledgers_that_exchange_their_reviews_agree() -> None:
    ana, bo = Desk(depot()), Desk(depot())
    ana.decide("s1", "correct", "act", "promise")
    bo.decide("s2", "reject", who="bo")
    bo.decide("s1", "correct", "act", "predict", who="bo")

    def merged(own: Desk, other: Desk) -> list[Review]:
        plan = plan_import(
            read_patch(lines(other)), {each.key: each.number for each in own.reviews}, [], texts(DOCUMENT.id)
        )
        return [*own.reviews, *plan.reviews]

    left, right = (apply_reviews(depot(), each).record for each in (merged(ana, bo), merged(bo, ana)))
    assert left.statements == right.statements
    assert next(each for each in left.statements if each.id == "s1").act == "predict"


def test_a_line_edited_by_hand_is_another_review() -> None:
    patch = [each.replace('"who":"ana"', '"who":"cy"') for each in lines()]
    assert read_patch(patch).reviews[0].who == "cy"
    assert read_patch(patch).reviews[0].key != decided().reviews[0].key


def changed(number: int, **changes: Any) -> list[str]:
    """The patch with other values in one line."""
    told = lines(judgements=JUDGEMENTS)
    told[number - 1] = json.dumps({**json.loads(told[number - 1]), **changes})
    return told


@pytest.mark.parametrize(
    ("patch", "complaint"),
    [
        ([], "p.jsonl: there is no line in it; a patch begins with its header"),
        (["{}"], "p.jsonl, line 1: a patch begins with its header, of the schema 'onrecord-patch/1'; this says None"),
        (changed(1, schema="onrecord-patch/9"), "this says 'onrecord-patch/9'"),
        (["nonsense"], "p.jsonl, line 1: Expecting value"),
        ([lines()[0], '{"value": NaN}'], "p.jsonl, line 2: NaN is no JSON value; nothing was applied"),
        (lines()[:-1], "p.jsonl: the header tells of 5 reviews, 4 are there; is it cut off?"),
        (changed(2, verdict="perhaps"), "p.jsonl, line 2: verdict: 'perhaps' is none of confirm"),
        (changed(2, part="things"), "line 2: part: 'things' is none of"),
        (changed(2, who=" "), "line 2: a review says who decided"),
        (changed(2, when="yesterday"), "line 2: Invalid isoformat string: 'yesterday'"),
        (changed(2, when="2026-01-01T10:00:00"), "line 2: '2026-01-01T10:00:00' has no offset"),
        (changed(2, anchor=None), "line 2: anchor: an object is expected"),
        (changed(5, reverses="0123456789abcdef"), "5: it takes back 0123456789abcdef, which does not stand before it"),
        (changed(5, reverses=None), "line 5: just an undoing says what it reverses"),
        (changed(7, left=None), "line 7: a judgement names two entities"),
        (changed(7, why=""), "line 7: a judgement says who judges and why"),
        (changed(8, reverses="0123456789abcdef"), "line 8: it takes back 0123456789abcdef"),
    ],
)  # fmt: skip
def test_what_is_no_patch_is_refused_with_its_line(patch: list[str], complaint: str) -> None:
    with pytest.raises(ReviewError) as refusal:
        read_patch(patch, "p.jsonl")
    assert complaint in str(refusal.value)


@pytest.mark.parametrize(
    ("number", "changes", "complaint"),
    [
        (2, {"field": "colour"}, "p.jsonl, line 2: statements have no field 'colour'"),
        (2, {"value": {"spans": [{"start": 0, "end": 3, "text": "Ana"}]}}, "'Ana' does not stand at 0..3"),
        (2, {"value": {"spans": [{"start": 0, "end": 9999, "text": "Ana"}]}}, "0..9999 is no stretch of this text"),
        (2, {"value": {"spans": 3}}, "statements.source.spans: a list is expected"),
        (2, {"value": {"spans": [], "entity": 3}}, "a snapshot is expected, not 3"),
        (2, {"snapshot": None}, "statements: the snapshot of the item is missing"),
        (2, {"snapshot": {"act": "assert"}}, "statements."),
        (2, {"anchor": {"part": "statements"}}, "statements: the item has no words by which it could be found again"),
        (3, {"value": {"trigger": {"spans": []}, "type": "AGREE"}}, "events.trigger: there are no words"),
        (3, {"value": None}, "events: what is added is a whole item"),
        (4, {"part": "document"}, "a document is not added or rejected by a review"),
        (6, {"snapshot": {"name": "A", "type": "person", "mentions": 3}}, "a list of mentions is expected"),
    ],
)  # fmt: skip
def test_a_review_that_cannot_be_meant_stops_the_import_and_is_named(
    number: int, changes: dict[str, Any], complaint: str
) -> None:
    patch = read_patch(changed(number, **changes), "p.jsonl")
    with pytest.raises(ReviewError) as refusal:
        plan_import(patch, {}, [], texts(DOCUMENT.id))
    assert complaint in str(refusal.value)
    assert f"p.jsonl, line {number}: " in str(refusal.value)
    assert str(refusal.value).endswith("; nothing was applied")


SPOILT = st.sampled_from([None, 0, -1, 5, "x", "", [], {}, [1], {"start": 0}, True, 1e9, ["statements"], "1994"])


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value in plain JSON."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(each for key, below in inner for each in paths(below, (*path, key)))]


@settings(max_examples=300, deadline=None)
@given(number=st.integers(2, 8), spoilt=SPOILT, data=st.data())
def test_a_spoilt_patch_is_refused_or_applied_and_never_breaks(number: int, spoilt: Any, data: st.DataObject) -> None:
    told = lines(judgements=JUDGEMENTS)
    line = json.loads(told[number - 1])
    path = data.draw(st.sampled_from(paths(line)[1:]))
    holder = line
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = spoilt
    told[number - 1] = json.dumps(line)
    try:
        plan = plan_import(read_patch(told), {}, [], texts(DOCUMENT.id, "sha256:other"))
    except ReviewError:
        return
    assert apply_reviews(depot(), plan.reviews).record.document.text == DOCUMENT.text
    agreement(plan.reviews)


def test_a_patch_without_what_it_takes_back_is_not_written() -> None:
    desk = decided()
    with pytest.raises(ReviewError, match="takes back 3, which is not in the patch"):
        list(write_patch([each for each in desk.reviews if each.number != 3], [], URIS, by="onrecord 0.1.0"))
