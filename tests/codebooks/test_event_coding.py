"""A record's events as PLOVER codes them: no status, and what is only told of is coded in what tells it."""

import pytest
from tests.coded import code

from onrecord.annotation import DocumentCoder
from onrecord.codebooks.events.coding import plover_events
from onrecord.record import Coder, Document, Event, Record, Status, Trigger, cut, document_id

TEXT = "one two three four"


def record_of(*events: tuple[str, Status, str | None, bool]) -> Record:
    """A record of events that stand nowhere in particular: type, status, the event above, whether it is a root."""
    made = tuple(
        Event(f"e{number}", type_, Trigger((cut(TEXT, 0, 3),)), status=status, within=within, root=root)
        for number, (type_, status, within, root) in enumerate(events, 1)
    )
    return Record(Document(id=document_id(TEXT), text=TEXT), Coder("stand-in", "1"), events=made)


def coded(record: Record) -> list[str]:
    return [each.type for each in plover_events(record)]


@pytest.mark.parametrize(
    ("type_", "announced"),
    [
        # plover.md, `Which type wins`: future cooperation is AGREE, a future concession stays one, an announced retreat
        # is one.
        ("CONSULT", "AGREE"),
        ("SUPPORT", "AGREE"),
        ("COOPERATE", "AGREE"),
        ("AID", "AGREE"),
        ("CONCEDE", "CONCEDE"),
        ("RETREAT", "CONCEDE"),
        # Force announced is a threat.
        ("ASSAULT", "THREATEN"),
        ("COERCE", "THREATEN"),
        ("REQUEST", "REQUEST"),
    ],
)
def test_what_is_planned_is_coded_as_what_is_announced(type_: str, announced: str) -> None:
    assert coded(record_of((type_, "planned", None, True))) == [announced]


@pytest.mark.parametrize(
    ("status", "left"),
    [("happened", ["CONSULT"]), ("ongoing", ["CONSULT"]), ("not-happened", []), ("demanded", []), ("possible", [])],
)
def test_what_did_not_happen_is_not_coded(status: Status, left: list[str]) -> None:
    assert coded(record_of(("CONSULT", status, None, True))) == left


def test_what_an_act_of_words_is_about_is_coded_in_the_act() -> None:
    assert coded(record_of(("REQUEST", "happened", None, True), ("RETREAT", "demanded", "e1", True))) == ["REQUEST"]
    assert coded(record_of(("ACCUSE", "happened", None, True), ("ASSAULT", "happened", "e1", True))) == ["ACCUSE"]


def test_what_is_told_by_the_way_is_coded_only_where_nothing_else_is() -> None:
    assert coded(record_of(("COERCE", "happened", None, False), ("PROTEST", "happened", None, True))) == ["PROTEST"]
    assert coded(record_of(("COERCE", "happened", None, False))) == ["COERCE"]


def test_the_record_keeps_its_own_types() -> None:
    record = record_of(("CONSULT", "planned", None, True))
    list(plover_events(record))
    assert [each.type for each in record.events] == ["CONSULT"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The two leaders will meet in Rome.", ["AGREE"]),
        ("The two leaders met in Rome.", ["CONSULT"]),
        ("Kenya urged Somalia to withdraw its troops.", ["REQUEST"]),
        ("The junta refused to release the president.", ["REJECT"]),
        ("The army did not attack the port.", []),
        ("Both sides agreed to meet in Rome.", ["AGREE"]),
        ("The junta announced the withdrawal of its troops.", ["CONCEDE"]),
        ("Mali threatened to expel the envoy.", ["THREATEN"]),
        ("The judge accused the police of torturing prisoners.", ["ACCUSE"]),
    ],
)
def test_sentences_are_coded_as_plover_has_them(coder: DocumentCoder, text: str, types: list[str]) -> None:
    assert coded(code(coder, text)) == types
