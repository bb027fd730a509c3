"""Two codings of one text, compared by what their items mean."""

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.differences.revised import load, names
from tests.records import Told, port, record, terms_record

from onrecord.analysis.differences import Difference, compare_codings
from onrecord.errors import RecordError
from onrecord.record import Content, Cue, Event, Mention, Record, Statement, Trigger, cut

PORT = port()
RECORDS = [PORT, terms_record(Told("The truce", "ceasefire", "2025")), *(load(name)[0] for name in names())]
LETTERS = {
    "entities": "n", "mentions": "m", "times": "t", "places": "p", "statements": "s", "events": "e", "terms": "x",
    "figures": "f",
}  # fmt: skip
POINTS_TO = {"entity": "entities", "time": "times", "place": "places", "voice": "statements"}


def renumbered(told: Record, seed: int) -> Record:
    """The same record with other ids, its items in another order."""
    rng = random.Random(seed)
    plain = told.to_dict()
    new: dict[str, dict[str, str]] = {}
    for part, letter in LETTERS.items():
        numbers = rng.sample(range(1000), len(plain[part]))
        new[part] = {item["id"]: f"{letter}{number}" for item, number in zip(plain[part], numbers, strict=True)}
        rng.shuffle(plain[part])
    for part in LETTERS:
        plain[part] = [_renamed(part, item, new) for item in plain[part]]
    return Record.from_dict(plain)


def _renamed(part: str, value: Any, new: dict[str, dict[str, str]], key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _renamed(part, each, new, name) for name, each in value.items()}
    if key == "mentions":
        return [new["mentions"][name] for name in value]
    if isinstance(value, list):
        return [_renamed(part, each, new) for each in value]
    target = part if key in ("id", "within") else POINTS_TO.get(key)
    return new[target][value] if target and value is not None else value


def lines(left: Record, right: Record) -> list[str]:
    return [each.line for each in compare_codings(left, right)]


@given(told=st.sampled_from(RECORDS), seed=st.integers(0, 10**6))
def test_other_ids_and_another_order_are_no_difference(told: Record, seed: int) -> None:
    assert compare_codings(told, renumbered(told, seed)) == ()


@pytest.mark.parametrize("told", RECORDS)
def test_a_record_does_not_differ_from_itself(told: Record) -> None:
    assert compare_codings(told, told) == ()


def statement(name: str, **fields: Any) -> Record:
    """The port's record with fields of a statement changed."""
    changed = tuple(replace(each, **fields) if each.id == name else each for each in PORT.statements)
    return replace(PORT, statements=changed)


def event(name: str, **fields: Any) -> Record:
    changed = tuple(replace(each, **fields) if each.id == name else each for each in PORT.events)
    return replace(PORT, events=changed)


def at(words: str) -> tuple[Any, ...]:
    start = PORT.document.text.index(words)
    return (cut(PORT.document.text, start, start + len(words)),)


def without(part: str, name: str, told: Record = PORT) -> Record:
    return replace(told, **{part: tuple(each for each in getattr(told, part) if each.id != name)})  # type: ignore[arg-type]


def moved(mention: str, entity: str) -> Record:
    """The port's record with a mention given to another entity."""
    mentions = tuple(
        replace(each, entity=entity) if each.id == mention else each for each in PORT.mentions
    )  # fmt: skip
    return replace(PORT, mentions=mentions)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (statement("s3", act="announce"), "The act of the statement “to visit Bergen” changed: “assert” → “announce”"),
        (statement("s3", cue=None), "The cue of the statement “to visit Bergen” changed: “promised” → nothing"),
        (
            statement("s3", content=Content(at("visit Bergen"))),
            "The content of the statement “to visit Bergen” changed: “to visit Bergen” → “visit Bergen”",
        ),
        (
            statement("s3", source=None),
            "The source of the statement “to visit Bergen” changed: “He (Karl Stein)” → nothing",
        ),
        (
            statement("s2", within=None),
            "The within of the statement “that rebels had shelled the port” changed: "
            "“that Karl Stein denied that rebels had shelled the port” → nothing",
        ),
        (
            event("e2", voice="s1"),
            "The voice of the event “ASSAULT: shelled” changed: “that rebels had shelled the port” → "
            "“that Karl Stein denied that rebels had shelled the port”",
        ),
        (event("e2", status="happened"), "The status of the event “ASSAULT: shelled” changed: "
         "“not-happened” → “happened”"),
        (event("e1", recipients=()), "The recipients of the event “CONSULT: met” changed: “Ivo Marek” → nothing"),
        (event("e1", time="t2"), "The time of the event “CONSULT: met” changed: “last Tuesday” → “1994”"),
        (event("e4", within=None), "The within of the event “CONSULT: visit” changed: “AGREE: promised” → nothing"),
        (without("events", "e5"), "An event was removed: “PROTEST: striking”"),
        (moved("m4", "n2"), "The entity of the mention “He” changed: “Karl Stein” → “Ivo Marek”"),
        (
            replace(PORT, document=replace(PORT.document, outlet="The Post")),
            "The outlet of the document “document” changed: nothing → “The Post”",
        ),
    ],
)  # fmt: skip
def test_a_field_is_told_in_words(changed: Record, told: str) -> None:
    assert lines(PORT, changed) == [told]


def test_what_is_added_is_what_is_removed_the_other_way() -> None:
    (added,) = compare_codings(without("events", "e5"), PORT)
    assert (added.kind, added.item, added.before, added.after) == ("added", "PROTEST: striking", None, added.item)


def test_a_difference_has_the_place_in_the_text() -> None:
    (told,) = compare_codings(PORT, event("e2", status="happened"))
    assert told.spans == at("shelled")


def test_two_of_one_name_are_told_apart_by_their_places() -> None:
    twin = replace(PORT.entities[1], id="n9", mentions=("m9",))
    both = replace(
        PORT, entities=(*PORT.entities, twin), mentions=(*PORT.mentions, Mention("m9", "name", at("rebels"), "n9"))
    )
    recipients = (replace(PORT.events[0].recipients[0], entity="n9"),)
    events = tuple(replace(each, recipients=recipients) if each.id == "e1" else each for each in PORT.events)
    (told,) = compare_codings(both, replace(both, events=events))
    here, there = (at(words)[0].start for words in ("Ivo Marek", "rebels"))
    assert (told.before, told.after) == (f"Ivo Marek (at {here})", f"Ivo Marek (at {here}, {there})")


def swapped(difference: Difference) -> Difference:
    kinds = {"added": "removed", "removed": "added", "changed": "changed"}
    return replace(
        difference,
        kind=kinds[difference.kind],  # type: ignore[arg-type]
        before=difference.after,
        after=difference.before,
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda: statement("s3", content=Content(at("Bergen")), act=None),
        lambda: event("e2", trigger=Trigger(at("had shelled")), actors=()),
        lambda: without("events", "e5", statement("s2", cue=Cue(at("Karl Stein denied")))),
    ],
)
def test_swapping_the_records_swaps_before_and_after(change: Callable[[], Record]) -> None:
    there, back = compare_codings(PORT, change()), compare_codings(change(), PORT)
    assert there
    assert sorted(map(repr, there)) == sorted(repr(swapped(each)) for each in back)


@pytest.mark.parametrize(("moved_by", "is_told"), [(0.05, False), (0.1, True), (0.3, True)])
def test_a_confidence_is_told_when_it_moved_by_a_tenth(moved_by: float, is_told: bool) -> None:
    assert bool(compare_codings(PORT, statement("s1", confidence=0.5 + moved_by))) is is_told


def test_statements_within_one_another_are_not_taken_for_each_other() -> None:
    told = replace(PORT, events=())
    only_outer = without("statements", "s2", told)
    assert lines(told, only_outer) == ["A statement was removed: “that rebels had shelled the port”"]


def test_events_that_share_a_word_are_paired_by_their_types() -> None:
    both = (
        Event("e1", "REQUEST", Trigger(at("promised"))),
        Event("e2", "CONSULT", Trigger(at("promised"))),
    )
    told = replace(PORT, events=both)
    other = replace(PORT, events=(replace(both[1], id="e1", status="planned"), replace(both[0], id="e2")))
    assert lines(told, other) == ["The status of the event “CONSULT: promised” changed: “happened” → “planned”"]


def test_a_text_of_another_document_is_refused() -> None:
    with pytest.raises(RecordError, match="not of one text"):
        compare_codings(record("Ana"), record("Ivo"))


def test_an_entity_keeps_what_it_is_when_a_mention_is_added() -> None:
    more = Mention("m9", "nominal", at("rebels"), "n2")
    entities = tuple(replace(each, mentions=("m2", "m9")) if each.id == "n2" else each for each in PORT.entities)
    assert lines(PORT, replace(PORT, mentions=(*PORT.mentions, more), entities=entities)) == [
        "A mention was added: “rebels”"
    ]


def test_statements_keep_their_pairs_whatever_stands_beside_them() -> None:
    extra = Statement("s9", None, None, Content(at("Dockers are striking")), "indirect")
    assert lines(PORT, replace(PORT, statements=(*PORT.statements, extra))) == [
        "A statement was added: “Dockers are striking”"
    ]
